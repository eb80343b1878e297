import { cp, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { createLowdbStore, type LowdbOptions, type LowdbStore } from '../../../adapters/store/lowdb.ts'

/** Ledgers in folders of their own; every store that was opened is closed, and everything removed, after the last test. */
export function temporaryLedgers() {
  const at = { folder: '', serial: 0 }
  const opened: LowdbStore[] = []

  beforeAll(async () => {
    at.folder = await mkdtemp(join(tmpdir(), 'duban-store-'))
  })
  afterAll(async () => {
    await Promise.allSettled(opened.map(store => store.close()))
    await rm(at.folder, { recursive: true })
  })

  /** The files as a process leaves them that ends at this moment, in a folder of their own. */
  async function asKilled(file: string): Promise<string> {
    const copy = join(at.folder, String(at.serial++))
    const before = await marksOf(file)
    await cp(dirname(file), copy, { recursive: true, filter: source => !source.endsWith('.lock') }).catch(ifGone)
    // A snapshot that is under way changes files between the copies: no moment looks like that.
    const isOneMoment = (await marksOf(file)) === before
    return isOneMoment ? join(copy, 'duban.json') : asKilled(file)
  }

  return {
    /** In a folder that does not exist yet. */
    fresh: (): string => join(at.folder, String(at.serial++), 'duban.json'),
    async open(file: string, options?: LowdbOptions): Promise<LowdbStore> {
      const store = await createLowdbStore(file, options)
      opened.push(store)
      return store
    },
    asKilled,
  }
}

/** Changes with any of the files. */
async function marksOf(file: string): Promise<string> {
  const names = await readdir(dirname(file))
  const found = await Promise.all(names.map(name => stat(join(dirname(file), name), { bigint: true }).catch(ifGone)))
  return found.map((stats, i) => `${names[i]} ${stats?.ino} ${stats?.mtimeNs} ${stats?.size}`).join('\n')
}

/** A file that was there a moment ago. */
function ifGone(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

export const journalOf = (file: string): string => join(dirname(file), 'duban.journal.jsonl')

/** The texts of all files of a ledger by name. */
export async function filesOf(file: string): Promise<Readonly<Record<string, string>>> {
  const folder = dirname(file)
  const names = (await readdir(folder)).toSorted()
  return Object.fromEntries(
    await Promise.all(names.map(async name => [name, await readFile(join(folder, name), 'utf8')] as const)),
  )
}
