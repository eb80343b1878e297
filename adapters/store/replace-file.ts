import { copyFile, link, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Replaces a whole file so that a crash or a power cut leaves either the old text or the new one, never a mix: the new text
 * is on the disk under another name before it takes the old one's place. lowdb's own file adapter never syncs. Where `copy`
 * is given, the old text is kept under that name.
 */
export async function replaceFile(
  file: string,
  pieces: Iterable<string>,
  { copy }: { readonly copy?: string } = {},
): Promise<void> {
  const folder = dirname(file)
  // One writer, one name: what a crash left is overwritten.
  const temporary = join(folder, `.${basename(file)}.tmp`)
  await mkdir(folder, { recursive: true })
  try {
    await writeDurably(temporary, pieces)
    if (copy !== undefined) await keepCopy(file, copy)
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(folder)
}

async function writeDurably(file: string, pieces: Iterable<string>): Promise<void> {
  await using handle = await open(file, 'w')
  for (const piece of pieces) await handle.writeFile(piece)
  await handle.sync()
}

/** The same bytes under a second name: the first one is about to get others. */
async function keepCopy(file: string, copy: string): Promise<void> {
  await rm(copy, { force: true })
  try {
    await link(file, copy)
  } catch (error) {
    if (isMissing(error)) return
    // Some file systems have no second names.
    await copyFile(file, copy)
  }
}

/** Nothing is there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** Makes the rename itself durable. Windows cannot open a folder and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  await using handle = await open(folder, 'r')
  await handle.sync()
}
