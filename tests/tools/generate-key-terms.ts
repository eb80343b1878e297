import { writeFile } from 'node:fs/promises'
import { readDocumentFolder } from '../../adapters/documents/folder.ts'
import { createNodejiebaSegmenter } from '../../adapters/segmenter/nodejieba.ts'
import { importDocument } from '../../src/app/import-document.ts'
import { createMemoryStore } from '../contracts/memory-store.ts'

/** Writes seeds/key-terms.json: what an import with nodejieba finds in the seed documents. Run again when they or the rules change. */
export const KEY_TERMS = new URL('../../seeds/key-terms.json', import.meta.url)

async function seedKeyTerms(): Promise<string> {
  const store = createMemoryStore()
  const files = await readDocumentFolder('seeds/documents')
  const imported = await Promise.all(
    files.map(file => importDocument(file, { store, openSegmenter: createNodejiebaSegmenter })),
  )
  const documents = imported.map(({ digest, keyTerms }) => `${JSON.stringify(digest)}: {\n${taskLines(keyTerms)}\n}`)
  return `{${documents.join(',\n')}}\n`
}

/** One task a line, so that a change can be read. */
const taskLines = (keyTerms: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(keyTerms)
    .map(([task, terms]) => `${JSON.stringify(task)}: ${JSON.stringify(terms)}`)
    .join(',\n')

const print = (text: string): unknown => process.stdout.write(text)

if (import.meta.main)
  await (process.argv.includes('--print') ? print(await seedKeyTerms()) : writeFile(KEY_TERMS, await seedKeyTerms()))
