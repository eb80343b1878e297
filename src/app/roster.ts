import { DubanError } from '../core/errors.ts'
import type { Clock, Store } from '../core/ports.ts'
import type { Entry } from '../core/progress/entry.ts'
import { createRecords, type Records } from '../core/progress/records.ts'
import type { Ledger } from '../core/search/ledger.ts'
import { readCsv } from '../core/text/csv.ts'
import { momentOf } from './today.ts'
import { appendAll } from './write-decision.ts'

/** What a list is imported into. */
export interface RosterOptions {
  readonly ledger: Ledger
  readonly store: Pick<Store, 'entries' | 'append'>
  readonly clock: Clock
}

/** What became of a list. */
export interface RosterOutcome {
  /** Lines read. */
  readonly rows: number
  /** What was written, as a person reads it; nothing where all was so already. */
  readonly written: readonly string[]
}

interface Column<Name extends string> {
  readonly name: Name
  /** Headings that mean it, the usual one first; lower case, without spaces. */
  readonly headings: readonly string[]
  readonly isRequired?: boolean
}

/** One line of a list. */
export interface RosterRow<Name extends string> {
  /** Its number in the file, from 1. */
  readonly line: number
  /** What stands in a column; empty where nothing does. */
  readonly cell: (name: Name) => string
}

/** A line as it is understood, or what is wrong with it. */
type Reading<Wish> = Wish | string

/** A list as somebody keeps it in a spreadsheet: what its columns are called, and what a line says. */
export interface Roster<Name extends string, Wish extends { readonly line: number }> {
  readonly columns: readonly Column<Name>[]
  readonly read: (row: RosterRow<Name>) => Reading<Wish>
  /** Two lines that cannot both hold. */
  readonly clash: (one: Wish, other: Wish) => boolean
}

/** Reads a list whole: CSV with headings. Throws a `DubanError` with everything that is wrong in it, by lines. */
export function readRoster<Name extends string, Wish extends { readonly line: number }>(
  text: string,
  { columns, read, clash }: Roster<Name, Wish>,
): readonly Wish[] {
  const readings = rowsOf(text, columns).map(row => withLine(row.line, read(row)))
  const wishes = readings.filter(reading => typeof reading !== 'string')
  const clashes = wishes.flatMap((wish, i) => {
    const earlier = wishes.slice(0, i).find(other => clash(other, wish))
    return earlier ? [`第${wish.line}行：与第${earlier.line}行矛盾，只能留一行。`] : []
  })
  refuseAny([...readings.filter(reading => typeof reading === 'string'), ...clashes])
  return wishes
}

const withLine = <Wish>(line: number, reading: Reading<Wish>): Reading<Wish> =>
  typeof reading === 'string' ? `第${line}行：${reading}。` : reading

function refuseAny(problems: readonly string[]): void {
  if (problems.length === 0) return
  throw new DubanError('roster', [...problems, '没有写入任何内容，请改好后再导入。'].join('\n'))
}

function rowsOf<Name extends string>(text: string, columns: readonly Column<Name>[]): readonly RosterRow<Name>[] {
  const records = readCsv(text)
  if ('brokenLine' in records) return refused(`第${records.brokenLine}行：引号没有配对。`)
  const [first, ...rows] = records
  const headings = (first?.fields ?? []).map(plainHeading)
  const places = new Map(columns.map(({ name, headings: names }) => [name, placeOf(names, headings)]))
  const missing = columns.filter(({ name, isRequired }) => isRequired === true && places.get(name) === -1)
  if (missing.length > 0) {
    const names = missing.map(({ headings: [usual = ''] }) => `“${usual}”`).join('、')
    const all = columns.map(({ headings: [usual = ''] }) => usual).join('，')
    return refused(`没有${names}这一列。第一行应是列名：${all}；列之间用逗号。`)
  }
  return rows.map(({ line, fields }) => ({ line, cell: name => fields[places.get(name) ?? -1] ?? '' }))
}

function refused(problem: string): readonly [] {
  refuseAny([problem])
  return []
}

/** 编号（必填）* => 编号 */
const plainHeading = (heading: string): string => heading.toLowerCase().replaceAll(/[（(].*$|[\s*:：]/gu, '')

const placeOf = (names: readonly string[], headings: readonly string[]): number =>
  headings.findIndex(heading => names.includes(heading))

/** What signs and dates the entries of an import. */
export interface Stamp {
  readonly at: string
  readonly by: string
  /** What their ids begin with: no two imports share it. */
  readonly cause: string
}

/** Who owns the machine needs no administrator's consent. */
const OWNER = 'cli:local'

interface Writing<Wish, Written extends Entry> {
  /** What has to be written for a wish, as things stand; nothing where it holds already. */
  readonly entriesFor: (wish: Wish, records: Records, stamp: Stamp) => readonly Written[]
  /** An entry as a person reads it. */
  readonly lineOf: (entry: Written) => string
}

/** Writes what the lines wish for, one after another. Every line has been read by now. */
export async function writeRoster<Wish, Written extends Entry>(
  wishes: readonly Wish[],
  { entriesFor, lineOf }: Writing<Wish, Written>,
  { store, clock }: RosterOptions,
): Promise<RosterOutcome> {
  const { iso, ms } = momentOf(clock)
  const stamp = { at: iso, by: OWNER, cause: `${OWNER}/${ms}` }
  const records = createRecords()
  records.add(await store.entries(0))
  const { seen } = records
  const written = wishes.flatMap(wish => {
    const entries = entriesFor(wish, records, stamp)
    records.add(entries)
    return entries
  })
  if (await appendAll(written, { letters: [], seen, store }))
    return { rows: wishes.length, written: written.map(lineOf) }
  throw new DubanError('roster', '导入时别的程序也在改动台账，请再导入一次；已写入的不会重复。')
}
