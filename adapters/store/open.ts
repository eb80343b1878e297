import type { Log } from '../../src/core/log.ts'
import type { Store } from '../../src/core/ports.ts'

/** A store that is let go of. */
export interface OpenedStore extends Store {
  close(): Promise<void>
}

/** Where a ledger is kept on Node. `lowdb`: one JSON file with a journal, one process that writes; `sqlite`: a database. */
export interface LedgerPlace {
  readonly store: 'lowdb' | 'sqlite'
  /** The ledger's file. */
  readonly data: string
}

export interface OpenOptions {
  /** `read`: nothing is going to be written, so that another process may write. */
  readonly mode?: 'read' | 'write'
  /** Told when a snapshot of the JSON file fails. */
  readonly log?: Pick<Log, 'warn'>
}

/** Opens a ledger, or starts one. Only the store that is asked for is loaded. Throws `LedgerFileError`, `LedgerLockedError`. */
export async function openStore({ store, data }: LedgerPlace, options: OpenOptions = {}): Promise<OpenedStore> {
  if (store === 'sqlite') return (await import('./node-sqlite.ts')).createNodeSqliteStore(data)
  return (await import('./lowdb.ts')).createLowdbStore(data, options)
}
