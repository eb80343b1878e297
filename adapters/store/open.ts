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
  /** `read`: nothing is going to be written; `on-demand`: perhaps something. Another process may write until then. */
  readonly mode?: 'read' | 'write' | 'on-demand'
  /** Told when a snapshot of the JSON file fails. */
  readonly log?: Pick<Log, 'warn'>
}

/** Opens a ledger, or starts one. Only what is asked for is loaded. Throws `LedgerFileError`, `LedgerLockedError`. */
export async function openStore(
  { store, data }: LedgerPlace,
  { mode = 'write', ...options }: OpenOptions = {},
): Promise<OpenedStore> {
  // Several processes may write to a database.
  if (store === 'sqlite') return (await import('./node-sqlite.ts')).createNodeSqliteStore(data)
  if (mode === 'on-demand') return (await import('./on-demand.ts')).createOnDemandStore(data, options)
  return (await import('./lowdb.ts')).createLowdbStore(data, { mode, ...options })
}
