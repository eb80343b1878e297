import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { parseDocument } from '../../src/core/document/parse-document.ts'
import type { ReadDocument } from '../../src/core/search/ledger.ts'
import { readDocumentFolder } from './folder.ts'
import { readSeeds, type Seeds } from './seeds.ts'

/** What a ledger and a calendar are built from, without reading a document. */
export interface BundledSeeds {
  readonly ledger: { readonly prepared: readonly ReadDocument[]; readonly units: Seeds['units'] }
  readonly workdays: Seeds['workdays']
}

/** Where the Worker imports it from, as a text: parsed as JSON it loads faster than as a program. */
const OUT = new URL('.bundle/seeds.txt', import.meta.url)

/** Reads the documents once, when a bundle is made, and writes what a ledger and a calendar are built from. */
async function bundleSeeds(): Promise<void> {
  const files = await readDocumentFolder(process.env['DUBAN_DOCUMENTS'] || 'seeds/documents')
  const { units, keyTerms, workdays } = await readSeeds()
  const documents = files.map(({ fileName, text }) => ({
    text,
    parsed: parseDocument(text, { fileName }),
    keyTerms: keyTerms[createHash('sha256').update(text).digest('hex')] ?? {},
  }))
  const bundled: BundledSeeds = { ledger: { prepared: documents, units }, workdays }
  await mkdir(new URL('.', OUT), { recursive: true })
  // Whoever makes a bundle at the same time finds the whole text.
  const written = new URL(`.bundle/${process.pid}.tmp`, import.meta.url)
  await writeFile(written, JSON.stringify(bundled))
  await rename(written, OUT)
}

await bundleSeeds()
