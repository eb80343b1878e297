import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { parseDocument } from '../../src/core/document/parse-document.ts'
import { readDocumentFolder } from './folder.ts'
import { readSeeds } from './seeds.ts'

/** Where the Worker imports it from, as a text: parsed as JSON it loads faster than as a program. */
const OUT = new URL('.bundle/ledger.txt', import.meta.url)

/** Reads the documents once, when a bundle is made, and writes what a ledger is built from. */
async function bundleLedger(): Promise<void> {
  const files = await readDocumentFolder(process.env['DUBAN_DOCUMENTS'] || 'seeds/documents')
  const { units, keyTerms } = await readSeeds()
  const documents = files.map(({ fileName, text }) => ({
    text,
    parsed: parseDocument(text, { fileName }),
    keyTerms: keyTerms[createHash('sha256').update(text).digest('hex')] ?? {},
  }))
  await mkdir(new URL('.', OUT), { recursive: true })
  await writeFile(OUT, JSON.stringify({ prepared: documents, units }))
}

await bundleLedger()
