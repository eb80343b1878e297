import { Low } from 'lowdb'
import { DubanError } from '../../src/core/errors.ts'
import type { Log } from '../../src/core/log.ts'
import type { Store } from '../../src/core/ports.ts'
import { type FileNames, fileNames } from './file-names.ts'
import { createGroupCommit } from './group-commit.ts'
import { createTurns } from './in-turn.ts'
import { createJournal, type Journal } from './journal.ts'
import { formatHead } from './journal-file.ts'
import { EMPTY_LEDGER, formatLedger, type LedgerData } from './ledger-file.ts'
import { type Loaded, load, readLedger } from './load.ts'
import { type Lock, takeLock } from './lock.ts'
import { replaceFile } from './replace-file.ts'
import { createSnapshots } from './snapshots.ts'
import { apply, dataOf } from './state.ts'
import { createVerbs } from './verbs.ts'

export interface LowdbStore extends Store {
  /** Finishes what is under way, writes a snapshot and lets another process have the ledger. The verbs that write reject then. */
  close(): Promise<void>
}

export interface LowdbOptions {
  /** `read`: the ledger as it is now, beside a process that writes; the verbs that write reject. */
  readonly mode?: 'read' | 'write'
  /** Bytes of journal after which a snapshot is written, besides as many as the snapshot has: what a start has to replay. */
  readonly snapshotAfter?: number
  /** Told when a snapshot fails; nothing is lost then, the journal goes on. */
  readonly log?: Pick<Log, 'warn'>
}

const SNAPSHOT_AFTER = 4 * 1024 * 1024

/**
 * Keeps the ledger in one JSON file, for one Node process that writes. Each change is first a line of a journal beside it
 * (`duban.json`, `duban.journal.jsonl`), on the disk before it counts, and what comes in together shares a line; the JSON
 * file is a snapshot written now and then. Files that do not exist are an empty ledger. Throws `LedgerFileError` for files
 * that it cannot read rightly, which it leaves alone, and `LedgerLockedError` where another process writes.
 */
export async function createLowdbStore(file: string, options: LowdbOptions = {}): Promise<LowdbStore> {
  const files = fileNames(file)
  if (options.mode === 'read') return openForReading(files)
  const lock = await takeLock(files)
  try {
    return await openForWriting(files, lock, options)
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function openForReading(files: FileNames): Promise<LowdbStore> {
  const { state } = await loadThrough(openSnapshot(files), files)
  const refuse = async (): Promise<never> => {
    throw new DubanError('ledger_read_only', `台账 ${files.ledger} 是只读打开的，不能写入。`)
  }
  return { ...createVerbs(state, refuse), close: async () => undefined }
}

async function openForWriting(
  files: FileNames,
  lock: Lock,
  { snapshotAfter = SNAPSHOT_AFTER, log }: LowdbOptions,
): Promise<LowdbStore> {
  const db = openSnapshot(files)
  const loaded = await loadThrough(db, files)
  const { state } = loaded
  const journal = await openJournal(files, db, loaded)
  const inTurn = createTurns()
  const onFailure = (err: unknown) => log?.warn({ err }, 'no snapshot of the ledger could be written')
  const snapshots = await createSnapshots({ files, db, state, journal, inTurn, slack: snapshotAfter, onFailure })
  const commit = createGroupCommit(state, records =>
    inTurn(async () => {
      await journal.append(records)
      for (const record of records) apply(state, record)
      snapshots.consider()
    }),
  )
  snapshots.consider()

  let closing: Promise<void> | null = null
  async function finish(): Promise<void> {
    try {
      await commit.idle()
      await snapshots.finish()
    } finally {
      await journal.close()
      await lock.release()
    }
  }
  return {
    ...createVerbs(state, async change => {
      if (closing) throw new DubanError('ledger_closed', `台账 ${files.ledger} 已经关闭，不能写入。`)
      return commit.submit(change)
    }),
    close() {
      closing ??= finish()
      return closing
    },
  }
}

/** The snapshot file, through lowdb. */
function openSnapshot(files: FileNames): Low<LedgerData> {
  return new Low<LedgerData>(
    {
      read: () => readLedger(files),
      write: data => replaceFile(files.ledger, formatLedger(data), { copy: files.ledgerCopy }),
    },
    EMPTY_LEDGER,
  )
}

const loadThrough = (db: Low<LedgerData>, files: FileNames): Promise<Loaded> =>
  load(files, async () => {
    await db.read()
    return db.data
  })

/** Opens the journal at its end. Files that are not in order are written anew first, the snapshot before the journal. */
async function openJournal(files: FileNames, db: Low<LedgerData>, loaded: Loaded): Promise<Journal> {
  const { state, position, journalBytes } = loaded
  if (journalBytes !== null) return createJournal(files, { position, bytes: journalBytes })
  db.data = dataOf(state, position)
  await db.write()
  const head = formatHead(position)
  await replaceFile(files.journal, [head])
  return createJournal(files, { position, bytes: Buffer.byteLength(head) })
}
