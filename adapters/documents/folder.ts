import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DubanError } from '../../src/core/errors.ts'

/** A document as somebody published it. */
export interface DocumentFile {
  readonly fileName: string
  readonly text: string
}

/** The `.txt` files of a folder, in the order of their names. */
export async function readDocumentFolder(folder: string): Promise<readonly DocumentFile[]> {
  const names = await listFolder(folder)
  const documents = names.filter(name => name.endsWith('.txt') && !name.startsWith('.')).sort()
  return Promise.all(
    documents.map(async fileName => ({ fileName, text: await readFile(join(folder, fileName), 'utf8') })),
  )
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (cause) {
    throw new DubanError('documents_folder', `读不到文件夹 ${folder}，请检查路径（DUBAN_DOCUMENTS）。`, { cause })
  }
}
