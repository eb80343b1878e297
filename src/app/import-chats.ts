import { unitName } from '../core/progress/duties.ts'
import type { Entry } from '../core/progress/entry.ts'
import { readPlatformId } from '../core/progress/platform-id.ts'
import type { Records } from '../core/progress/records.ts'
import type { Ledger } from '../core/search/ledger.ts'
import { namedUnit } from '../core/units/named-unit.ts'
import {
  type Roster,
  type RosterOptions,
  type RosterOutcome,
  type RosterRow,
  readRoster,
  type Stamp,
  writeRoster,
} from './roster.ts'

type ChatUnit = Extract<Entry, { kind: 'chat-unit' }>

/** What a line wants: that a chat is a unit's. */
interface Wish {
  readonly line: number
  readonly chat: string
  /** The unit's key. */
  readonly unit: string
}

type ColumnName = 'chat' | 'unit'

const COLUMNS = [
  { name: 'chat', headings: ['群编号', '群', '群id', '编号', 'id', 'chatid', 'chat_id'], isRequired: true },
  { name: 'unit', headings: ['单位', '单位名称', '部门', 'unit'], isRequired: true },
] as const satisfies Roster<ColumnName, Wish>['columns']

/**
 * Imports in which chat a unit is reached: CSV with 群编号, 单位. Checked whole before anything is written; what holds already
 * is left alone. Throws a `DubanError` that names the lines.
 */
export async function importChats(text: string, options: RosterOptions): Promise<RosterOutcome> {
  const wishes = readRoster<ColumnName, Wish>(text, {
    columns: COLUMNS,
    read: row => wishIn(row, options.ledger),
    clash,
  })
  const lineOf = (entry: ChatUnit) => chatUnitLine(entry, options.ledger)
  return writeRoster(wishes, { entriesFor: chatUnitsFor, lineOf }, options)
}

/** feishu:oc_1：省能源局的工作群. */
const chatUnitLine = ({ chat, unit }: ChatUnit, ledger: Ledger): string => `${chat}：${unitName(ledger, unit)}的工作群`

function wishIn({ line, cell }: RosterRow<ColumnName>, ledger: Ledger): Wish | string {
  const chat = readPlatformId(cell('chat'))
  if (chat === null) return `群编号“${cell('chat')}”不对，应像 feishu:oc_…`
  if (cell('unit') === '') return '没有写单位'
  const named = namedUnit(cell('unit'), ledger.units)
  return named.unit === null ? named.problem : { line, chat, unit: named.unit.key }
}

/** One chat of two units. */
const clash = (one: Wish, other: Wish): boolean => one.chat === other.chat && one.unit !== other.unit

const chatUnitsFor = ({ chat, unit }: Wish, records: Records, { cause, ...signed }: Stamp): readonly ChatUnit[] =>
  records.chat(chat).unit === unit
    ? []
    : [{ kind: 'chat-unit', id: `${cause}/${chat}`, ...signed, chat, unit, standing: 'approved' }]
