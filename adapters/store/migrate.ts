import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DubanError } from '../../src/core/errors.ts'
import { fileNames } from './file-names.ts'
import type { LedgerData } from './ledger-file.ts'
import { LedgerFileError } from './ledger-file-error.ts'
import { takeLock } from './lock.ts'
import { contentsOfFiles, fillFiles } from './lowdb-contents.ts'
import { openDatabase } from './node-sqlite.ts'
import type { LedgerPlace } from './open.ts'
import { contentsOf, fill } from './sql-contents.ts'
import { migrate } from './sql-schema.ts'

/** What was counted on both sides afterwards. */
export interface Counted {
  /** 文件, 记录 … */
  readonly what: string
  readonly from: number
  readonly to: number
}

/** The lists of a ledger, and what a person calls what is in them. */
const LISTS = [
  ['documents', '文件'],
  ['entries', '记录'],
  ['proposals', '等人确认'],
  ['waiting', '尚未回复'],
  ['letters', '尚未送达'],
  ['attempts', '正在送达'],
  ['ended', '已经送达或作罢'],
  ['claims', '已收到（防重复）'],
] as const satisfies readonly (readonly [keyof LedgerData, string])[]

/** A ledger that no other process has open until it is closed. */
interface Side {
  contents(): Promise<LedgerData>
  /** Only where it is empty. All or nothing. */
  fill(ledger: LedgerData): Promise<void>
  close(): Promise<void>
}

/**
 * Copies everything from one store into another, which has to be empty, and counts in both what they hold then. The source
 * stays as it is. Throws `LedgerLockedError` or `LedgerFileError` where another process has one of them open.
 */
export async function migrateLedger(from: LedgerPlace, to: LedgerPlace): Promise<readonly Counted[]> {
  if (!existsSync(from.data)) throw new DubanError('migrate_source', `没有 ${from.data}，没有可迁移的台账。`)
  await using stack = new AsyncDisposableStack()
  const open = async ({ store, data }: LedgerPlace): Promise<Side> => {
    const side = await SIDES[store](data)
    stack.defer(() => side.close())
    return side
  }
  const source = await open(from)
  const target = await open(to)
  const nothing = await target.contents()
  if (count(nothing, nothing).some(({ to }) => to > 0)) {
    throw new LedgerFileError(to.data, '里已有内容，未作任何改动。要重新迁移的，请先把它移走。')
  }
  await target.fill(await source.contents())
  const counted = count(await source.contents(), await target.contents())
  if (counted.some(({ from, to }) => from !== to)) throw new Error(`not all of it arrived: ${JSON.stringify(counted)}`)
  return counted
}

const SIDES: Readonly<Record<LedgerPlace['store'], (file: string) => Promise<Side>>> = {
  async lowdb(file) {
    const lock = await takeLock(fileNames(file))
    return {
      contents: () => contentsOfFiles(file),
      fill: ledger => fillFiles(file, ledger),
      close: () => lock.release(),
    }
  },
  async sqlite(file) {
    await mkdir(dirname(file), { recursive: true })
    const { driver, close } = openDatabase(file, { alone: true })
    migrate(driver)
    return {
      contents: () => contentsOf(driver),
      fill: async ledger => fill(driver, ledger),
      close: async () => close(),
    }
  },
}

const count = (from: LedgerData, to: LedgerData): readonly Counted[] =>
  LISTS.map(([list, what]) => ({ what, from: from[list].length, to: to[list].length }))
