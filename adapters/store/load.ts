import { existsSync } from 'node:fs'
import type { FileNames } from './file-names.ts'
import { type JournalReading, parseJournal } from './journal-file.ts'
import { type LedgerData, parseLedger } from './ledger-file.ts'
import { LedgerFileError } from './ledger-file-error.ts'
import { readIfThere } from './read-if-there.ts'
import { apply, type StoreState, stateOf } from './state.ts'

/** What the files of a ledger say. */
export interface Loaded {
  readonly state: StoreState
  /** The number of the last batch that counts. */
  readonly position: number
  /** Bytes of the journal that can be trusted; null where the files have to be put in order before it can be added to. */
  readonly journalBytes: number | null
}

/**
 * Reads the ledger: the snapshot, and what the journal has after it. Any crash between the two leaves batches that are in
 * both, which their numbers tell. The journal is read first: while another process writes a snapshot, a reader finds every
 * batch in one of the files.
 */
export async function load(files: FileNames, readSnapshot: () => Promise<LedgerData>): Promise<Loaded> {
  const journal = await readJournal(files.journal, files)
  const data = await readSnapshot()
  // The snapshot is the one before, or the journal is gone: its copy leads from there to here.
  const needsCopy = journal === null || journal.after > data.position
  const copy = needsCopy ? await readJournal(files.journalCopy, files) : null
  const state = stateOf(data)
  let position = data.position
  for (const reading of [copy, journal]) if (reading) position = replay(reading, { state, position, files })
  const isInOrder = !needsCopy && journal.after + journal.batches.length === position && existsSync(files.ledger)
  return { state, position, journalBytes: isInOrder ? journal.bytes : null }
}

async function readJournal(file: string, files: FileNames): Promise<JournalReading | null> {
  const bytes = await readIfThere(file)
  return bytes && parseJournal(file, bytes, files.ledger)
}

interface Reached {
  readonly state: StoreState
  readonly position: number
  readonly files: FileNames
}

/** Applies the batches after a position, and gives the position they lead to. */
function replay({ after, batches }: JournalReading, { state, position, files }: Reached): number {
  if (after > position) throw gap(files, position, after)
  for (const { number, records } of batches) {
    if (number > position) for (const record of records) apply(state, record)
  }
  return Math.max(position, after + batches.length)
}

function gap(files: FileNames, position: number, after: number): LedgerFileError {
  const found = existsSync(files.ledger) ? `只到第${position}批记录` : '不见了'
  const problem = `${found}，而流水文件 ${files.journal} 从第${after + 1}批开始，中间缺了记录，未作任何改动。`
  return new LedgerFileError(files.ledger, problem + remedy(files))
}

const remedy = ({ ledger, ledgerCopy }: FileNames): string =>
  existsSync(ledgerCopy)
    ? `最近一份完好的副本是 ${ledgerCopy}：把它复制为 ${ledger} 后重新启动。`
    : '请从备份恢复这两个文件。'

/** The snapshot on its own; null where there is none. */
export async function readLedger({ ledger, ledgerCopy }: FileNames): Promise<LedgerData | null> {
  const bytes = await readIfThere(ledger)
  return bytes && parseLedger(ledger, bytes, existsSync(ledgerCopy) ? ledgerCopy : null)
}
