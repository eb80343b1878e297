import type { Store } from '../../src/core/ports.ts'
import { createSqlStore } from './sql.ts'
import type { SqlRow, SqlValue } from './sql-driver.ts'

/** The part of a Durable Object's storage that is used here. */
export interface ObjectStorage {
  readonly sql: { exec(sql: string, ...values: SqlValue[]): { toArray(): SqlRow[] } }
  transactionSync<T>(work: () => T): T
}

/**
 * Keeps the ledger in the SQLite database of a Durable Object. What was written is durable before anything leaves the object
 * (output gates), so that an acknowledgement never runs ahead of its record.
 */
export function createDurableObjectStore(storage: ObjectStorage): Store {
  return createSqlStore({
    exec: (sql, ...values) => storage.sql.exec(sql, ...values).toArray(),
    transaction: work => storage.transactionSync(work),
  })
}
