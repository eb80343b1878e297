import { stat } from 'node:fs/promises'
import type { Low } from 'lowdb'
import type { FileNames } from './file-names.ts'
import type { createTurns } from './in-turn.ts'
import type { Journal } from './journal.ts'
import { EMPTY_LEDGER, type LedgerData } from './ledger-file.ts'
import { dataOf, type StoreState } from './state.ts'

interface Parts {
  readonly files: FileNames
  readonly db: Low<LedgerData>
  readonly state: StoreState
  readonly journal: Journal
  readonly inTurn: ReturnType<typeof createTurns>
  /** Bytes of journal that may stand beside a snapshot, besides as many as the snapshot has. */
  readonly slack: number
  readonly onFailure: (error: unknown) => void
}

export interface Snapshots {
  /** Starts one where the journal has become long. Nobody waits for it. Call it between two batches. */
  consider(): void
  /** Resolves when the snapshot holds everything; call it when nothing is written any more. */
  finish(): Promise<void>
}

/**
 * Writes snapshots, off the way of what is being acknowledged: the state is taken at once, between two batches, and turned
 * into text piece by piece while the journal goes on. Only then the journal drops what the snapshot has.
 */
export async function createSnapshots(parts: Parts): Promise<Snapshots> {
  const { files, db, state, journal, inTurn, slack, onFailure } = parts
  let taken = db.data.position
  let bound = slack + (await stat(files.ledger)).size
  let running: Promise<void> | null = null

  async function take(): Promise<void> {
    const position = journal.mark()
    db.data = dataOf(state, position)
    await db.write()
    db.data = EMPTY_LEDGER
    taken = position
    await inTurn(journal.renew)
    bound = slack + (await stat(files.ledger)).size
  }

  async function takeOrTryLater(): Promise<void> {
    try {
      await take()
    } catch (error) {
      bound = journal.bytes() + slack
      onFailure(error)
    }
    running = null
  }

  return {
    consider() {
      if (running === null && journal.bytes() > bound) running = takeOrTryLater()
    },
    async finish() {
      await running
      if (journal.position() > taken) await take()
    },
  }
}
