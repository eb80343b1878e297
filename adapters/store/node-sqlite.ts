import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { DubanError } from '../../src/core/errors.ts'
import type { Store } from '../../src/core/ports.ts'
import { LedgerFileError } from './ledger-file-error.ts'
import { createSqlStore } from './sql.ts'
import type { SqlDriver } from './sql-driver.ts'

export interface NodeSqliteStore extends Store {
  /** Nothing can be read or written afterwards. */
  close(): Promise<void>
}

/** How long a write waits for that of another process; the program stands still meanwhile. */
const BUSY_MS = 2000

/**
 * Keeps the ledger in an SQLite file, for ledgers that outgrow one of JSON. Several processes may use it at once. A file
 * that does not exist is created. Throws `LedgerFileError` for one that is no database or damaged.
 */
export async function createNodeSqliteStore(file: string): Promise<NodeSqliteStore> {
  await mkdir(dirname(file), { recursive: true })
  const { driver, close } = openDatabase(file)
  return { ...createSqlStore(driver), close: async () => close() }
}

/** `alone`: only where no other process has the database open, and none opens it meanwhile. */
export function openDatabase(file: string, { alone = false } = {}) {
  const guarded = createGuard(file)
  const database = guarded(() => new DatabaseSync(file, { timeout: BUSY_MS }))
  const statements = new Map<string, StatementSync>()

  function prepared(sql: string): StatementSync {
    const known = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, known)
    return known
  }

  const exec: SqlDriver['exec'] = (sql, ...values) => guarded(() => prepared(sql).all(...values))
  if (alone) exec('PRAGMA locking_mode = EXCLUSIVE')
  // Every commit is on the disk before it counts: WAL alone would lose the last ones with the power.
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) exec(`PRAGMA ${pragma}`)

  const driver: SqlDriver = {
    exec,
    transaction(work) {
      exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        exec('COMMIT')
        return result
      } catch (error) {
        if (database.isTransaction) exec('ROLLBACK')
        throw error
      }
    },
  }
  return { driver, close: () => database.close() }
}

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html), and what a person is told. */
const PROBLEMS: Readonly<Record<number, (file: string, cause: unknown) => DubanError>> = {
  5: busy,
  6: busy,
  11: damaged,
  13: (file, cause) => new LedgerFileError(file, '写不进去：磁盘已满。已写入的没有丢失，请腾出空间后再试。', { cause }),
  14: (file, cause) => new LedgerFileError(file, '打不开，请检查路径和权限。', { cause }),
  26: damaged,
}

function busy(file: string, cause: unknown): DubanError {
  return new LedgerFileError(file, '正被另一个程序占用，这一次没有写入。请稍后再试。', { cause })
}

function damaged(file: string, cause: unknown): DubanError {
  return new LedgerFileError(file, '已损坏或不是督办的数据库，未作任何改动。请从备份恢复，或把它移走后重新启动。', {
    cause,
  })
}

/** Runs what uses the database; what a person can put right is said in a sentence. */
function createGuard(file: string): <T>(work: () => T) => T {
  return work => {
    try {
      return work()
    } catch (error) {
      const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
      throw PROBLEMS[code]?.(file, error) ?? error
    }
  }
}
