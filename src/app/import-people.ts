import { ROLE_NAMES } from '../core/progress/decisions/people.ts'
import { unitName } from '../core/progress/duties.ts'
import type { Entry, PersonRole } from '../core/progress/entry.ts'
import { readPlatformId } from '../core/progress/platform-id.ts'
import type { PersonRecord, Records } from '../core/progress/records.ts'
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

type Binding = Extract<Entry, { kind: 'binding' }>

/** A role, with the key of a liaison's unit. */
interface Held {
  readonly role: PersonRole
  readonly unit: string | null
}

/** What a line wants: that a person holds a role, or no more does; `held` null is everything. */
interface Wish {
  readonly line: number
  readonly person: string
  readonly name: string
  readonly held: Held | null
  readonly isRevoked: boolean
}

type ColumnName = 'person' | 'name' | 'unit' | 'role'

const COLUMNS = [
  { name: 'person', headings: ['编号', '人员编号', '用户编号', 'id', 'openid', 'open_id'], isRequired: true },
  { name: 'name', headings: ['姓名', '名字', '联络员', 'name'] },
  { name: 'unit', headings: ['单位', '单位名称', '所属单位', '部门', 'unit'], isRequired: true },
  { name: 'role', headings: ['角色', '身份', 'role'] },
] as const satisfies Roster<ColumnName, Wish>['columns']

/** 角色; a line without one is a liaison's. */
const ROLES: Readonly<Record<string, PersonRole | 'revoked'>> = {
  '': 'liaison',
  联络员: 'liaison',
  督查室: 'office',
  督办室: 'office',
  管理员: 'admin',
  解除: 'revoked',
  解绑: 'revoked',
}

/**
 * Imports who speaks for which unit: CSV with 编号, 姓名, 单位, 角色. Checked whole before anything is written; what holds
 * already is left alone. 解除 takes back what stands under 单位 (a unit, 督查室, 管理员), or everything where nothing does.
 * Throws a `DubanError` that names the lines.
 */
export async function importPeople(text: string, options: RosterOptions): Promise<RosterOutcome> {
  const wishes = readRoster<ColumnName, Wish>(text, {
    columns: COLUMNS,
    read: row => wishIn(row, options.ledger),
    clash,
  })
  const lineOf = (entry: Binding) => bindingLine(entry, options.ledger)
  return writeRoster(wishes, { entriesFor: bindingsFor, lineOf }, options)
}

/** 张三（feishu:ou_1）：省能源局联络员. */
function bindingLine({ person, name, role, unit, standing }: Binding, ledger: Ledger): string {
  const what = unit === null ? ROLE_NAMES[role] : `${unitName(ledger, unit)}${ROLE_NAMES[role]}`
  return `${name === '' ? person : `${name}（${person}）`}：${standing === 'revoked' ? '解除' : ''}${what}`
}

function wishIn({ line, cell }: RosterRow<ColumnName>, ledger: Ledger): Wish | string {
  const person = readPlatformId(cell('person'))
  if (person === null) return `编号“${cell('person')}”不对，应像 feishu:ou_…（本人对机器人说“我是谁”能看到）`
  const role = ROLES[cell('role')]
  if (role === undefined) return `角色“${cell('role')}”不对，请写联络员、督查室、管理员或解除`
  const held = role === 'revoked' ? heldIn(cell('unit'), ledger) : roleIn(role, cell('unit'), ledger)
  return typeof held === 'string' ? held : { line, person, name: cell('name'), held, isRevoked: role === 'revoked' }
}

/** What is to be taken back. */
function heldIn(words: string, ledger: Ledger): Held | null | string {
  const role = ROLES[words]
  if (words === '') return null
  return role === 'office' || role === 'admin' ? { role, unit: null } : roleIn('liaison', words, ledger)
}

function roleIn(role: PersonRole, words: string, ledger: Ledger): Held | string {
  if (role !== 'liaison') return { role, unit: null }
  if (words === '') return '没有写单位'
  const named = namedUnit(words, ledger.units)
  return named.unit === null ? named.problem : { role, unit: named.unit.key }
}

/** Two names for one person, or a role that is given and taken back. */
function clash(one: Wish, other: Wish): boolean {
  if (one.person !== other.person) return false
  if (one.name !== '' && other.name !== '' && one.name !== other.name) return true
  return one.isRevoked !== other.isRevoked && (one.held === null || other.held === null || isSame(one.held, other.held))
}

const isSame = (one: Held, other: Held): boolean => one.role === other.role && one.unit === other.unit

function bindingsFor(wish: Wish, records: Records, { cause, ...signed }: Stamp): readonly Binding[] {
  const { person, name, isRevoked } = wish
  return changes(wish, records.person(person)).map(({ role, unit }) => ({
    kind: 'binding',
    id: `${cause}/${person}/${role}/${unit ?? ''}`,
    ...signed,
    person,
    name,
    role,
    unit,
    standing: isRevoked ? 'revoked' : 'approved',
  }))
}

/** What has to be written for a wish, as things stand. */
function changes({ held, isRevoked, name }: Wish, known: PersonRecord): readonly Held[] {
  const all = heldBy(known)
  if (isRevoked) return all.filter(one => held === null || isSame(one, held))
  const holds = held === null || all.some(one => isSame(one, held))
  return held === null || (holds && (name === '' || name === known.name)) ? [] : [held]
}

const heldBy = ({ units, roles }: PersonRecord): readonly Held[] => [
  ...units.map((unit): Held => ({ role: 'liaison', unit })),
  ...[...roles].filter(role => role !== 'liaison').map((role): Held => ({ role, unit: null })),
]
