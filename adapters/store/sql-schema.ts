import { DubanError } from '../../src/core/errors.ts'
import type { SqlDriver } from './sql-driver.ts'

/**
 * What brings a database from one version to the next; the first finds it empty. A version that was released is never
 * changed. Rows that are read in order have a `place` that grows; what is kept as JSON is never searched by what is inside.
 */
const VERSIONS: readonly (readonly string[])[] = [
  [
    'CREATE TABLE documents (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)',
    // A document may be longer than a row may be.
    'CREATE TABLE document_parts (place INTEGER NOT NULL, part INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (place, part))',
    'CREATE TABLE claims (key TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID',
    'CREATE INDEX claims_until ON claims (until)',
    'CREATE TABLE waiting (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL)',
    'CREATE TABLE entries (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, subject TEXT NOT NULL, json TEXT NOT NULL)',
    'CREATE INDEX entries_subject ON entries (subject)',
    'CREATE TABLE proposals (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, chat TEXT NOT NULL, person TEXT NOT NULL, until INTEGER NOT NULL, json TEXT NOT NULL)',
    'CREATE INDEX proposals_speaker ON proposals (chat, person)',
    'CREATE INDEX proposals_until ON proposals (until)',
    // The key of a letter that was settled stays; what it said is not needed any more.
    // The first attempt of which nobody knows how it ended, and until when somebody is at it.
    'CREATE TABLE letters (place INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, not_before INTEGER, json TEXT, ending TEXT, first_attempt INTEGER, attempted_until INTEGER)',
    'CREATE INDEX letters_waiting ON letters (not_before, place) WHERE ending IS NULL',
  ],
]

const VERSION = VERSIONS.length

/** The database was written by a newer program: what this one would make of it is not known. */
class NewerDatabaseError extends DubanError {
  constructor(version: number) {
    super(
      'ledger_file',
      `台账数据库由更新版本的督办写成（格式 ${version}，本程序只认到 ${VERSION}），未作任何改动。请升级程序。`,
    )
  }
}

/** Brings a database up to the version of this program. Throws for one of a newer program. */
export function migrate(driver: SqlDriver): void {
  driver.transaction(() => {
    driver.exec('CREATE TABLE IF NOT EXISTS format (version INTEGER NOT NULL)')
    const version = Number(driver.exec('SELECT max(version) AS version FROM format')[0]?.['version'] ?? 0)
    if (version > VERSION) throw new NewerDatabaseError(version)
    if (version === VERSION) return
    for (const statement of VERSIONS.slice(version).flat()) driver.exec(statement)
    driver.exec('INSERT INTO format (version) VALUES (?)', VERSION)
  })
}
