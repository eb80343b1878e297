import type { Store } from '../../src/core/ports.ts'
import { sqlDocuments } from './sql-documents.ts'
import type { SqlDriver } from './sql-driver.ts'
import { sqlInbox } from './sql-inbox.ts'
import { sqlRecords } from './sql-records.ts'
import { migrate } from './sql-schema.ts'

/** Keeps everything as rows of an SQLite database. Throws for a database of a newer program. */
export function createSqlStore(driver: SqlDriver): Store {
  migrate(driver)
  return { ...sqlDocuments(driver), ...sqlInbox(driver), ...sqlRecords(driver) }
}
