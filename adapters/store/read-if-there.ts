import { readFile } from 'node:fs/promises'
import { isMissing } from './replace-file.ts'

/** The bytes of a file; null where there is none. */
export async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
