import { type FileHandle, open } from 'node:fs/promises'
import type { FileNames } from './file-names.ts'
import { formatBatch, formatHead } from './journal-file.ts'
import type { StoreRecord } from './record.ts'
import { replaceFile } from './replace-file.ts'

/** The end of a journal file, to which a line is added for whatever is written at once. One call at a time. */
export interface Journal {
  /** The number of the last batch. */
  position(): number
  bytes(): number
  /** Resolves when the records are on the disk, as one batch. */
  append(records: readonly StoreRecord[]): Promise<void>
  /** Marks the place from which `renew` keeps, and gives its position. */
  mark(): number
  /** Drops what stands before the mark from the file; the file as it was stays as the copy. */
  renew(): Promise<void>
  close(): Promise<void>
}

/** Where a journal file ends: `bytes` of it can be trusted, which may be all. */
interface JournalEnd {
  readonly position: number
  readonly bytes: number
}

export function createJournal(files: FileNames, end: JournalEnd): Journal {
  let { position, bytes } = end
  // Until it is checked the file may be longer than what can be trusted: by a crash, or by a write that failed.
  let isWhole = false
  let handle: FileHandle | null = null
  let marked = position
  // Only while a snapshot is under way.
  let sinceMark: string[] | null = null

  async function openEnd(): Promise<FileHandle> {
    const opened = await open(files.journal, 'a')
    if (isWhole) bytes = (await opened.stat()).size
    return opened
  }

  async function ready(): Promise<FileHandle> {
    handle ??= await openEnd()
    if (isWhole) return handle
    await handle.truncate(bytes)
    await handle.datasync()
    isWhole = true
    return handle
  }

  async function close(): Promise<void> {
    await handle?.close()
    handle = null
  }

  return {
    position: () => position,
    bytes: () => bytes,
    async append(records) {
      const line = formatBatch({ number: position + 1, records })
      const file = await ready()
      isWhole = false
      await file.writeFile(line)
      await file.datasync()
      isWhole = true
      position += 1
      bytes += Buffer.byteLength(line)
      sinceMark?.push(line)
    },
    mark() {
      marked = position
      sinceMark = []
      return position
    },
    async renew() {
      await ready()
      await close()
      const renewed = [formatHead(marked), ...(sinceMark ?? [])]
      await replaceFile(files.journal, renewed, { copy: files.journalCopy })
      bytes = renewed.reduce((sum, line) => sum + Buffer.byteLength(line), 0)
      sinceMark = null
    },
    close,
  }
}
