import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseDocument } from '../../src/core/document/parse-document.ts'
import { readDocumentFolder } from './folder.ts'
import { readSeeds } from './seeds.ts'

/** Reads the documents once, when a bundle is made, and writes what a ledger is built from: `bundle-ledger.ts OUT`. */
async function bundleLedger(out: string): Promise<void> {
  const files = await readDocumentFolder(process.env['DUBAN_DOCUMENTS'] || 'seeds/documents')
  const { units, keyTerms } = await readSeeds()
  const documents = files.map(({ fileName, text }) => ({
    text,
    parsed: parseDocument(text, { fileName }),
    keyTerms: keyTerms[createHash('sha256').update(text).digest('hex')] ?? {},
  }))
  await mkdir(dirname(out), { recursive: true })
  await writeFile(out, JSON.stringify({ prepared: documents, units }))
}

await bundleLedger(process.argv[2] ?? '.bundle/ledger.txt')
