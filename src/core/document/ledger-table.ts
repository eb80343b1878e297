import type { Source } from '../text/source.ts'
import { withoutDittos } from './ditto.ts'
import { findOrdinals } from './ordinal.ts'
import { holdsPeople, type LabelRole, labelRole } from './role-label.ts'
import { type Cell, headingOf, type Table, wordsIn } from './table.ts'

/** What a column of a ledger holds. */
export type ColumnKind = LabelRole | 'number' | 'title' | 'text' | 'category'

/** A cell of units with what its header says of them. */
export interface UnitCell {
  readonly cell: Cell
  readonly role: LabelRole
  /** 责任单位及责任人: names that are no unit's are people's. */
  readonly withPeople: boolean
}

/** One row of a ledger, or the rows that share one number. Ranges are in the cleaned text. */
export interface LedgerRow {
  readonly number: string
  /** Its title stands in the row above: a cell over several rows, as markdown leaves it empty. */
  readonly isOpen: boolean
  /** The cell that makes it one task: of its number, else of its title. */
  readonly key: Cell
  readonly title: Cell
  readonly body: readonly Cell[]
  readonly units: readonly UnitCell[]
  readonly deadlines: readonly Cell[]
  /** Rows that head others: 一、稳增长, and cells left of the number. */
  readonly headings: readonly string[]
  readonly start: number
  readonly end: number
}

const NUMBER = /^(?:序号|编号|项目序号|任务编号|号|No\.?)$/i
const TITLE = /(?:任务|事项|项目|工作|内容|指标|名称|要点|议题|清单|举措)/
const CATEGORY = /^(?:类别|分类|类型|领域|板块|方面|一级(?:任务|指标)?|任务类别|重点领域|工作类别|专项|大项)$/
const REMARK = /^(?:备注|说明|进展|进展情况|完成情况|进度|落实情况|依据|来源|出处)$/

/** The kind of each column by its header; the first column of words is the title unless the header says otherwise. */
export function columnKinds(header: readonly string[]): (ColumnKind | null)[] {
  const kinds = header.map(readHeader)
  const title = TITLE_CHOICES.map(isTitle => header.findIndex((words, i) => isTitle(words, kinds[i] ?? null)))
  const found = title.find(at => at >= 0)
  if (found !== undefined) kinds[found] = 'title'
  return kinds
}

/** Which column says what is to be done; beside 责任部门, a column 任务分工 does. */
const TITLE_CHOICES: readonly ((words: string, kind: ColumnKind | null) => boolean)[] = [
  (words, kind) => kind === 'text' && TITLE.test(words),
  (_, kind) => kind === 'text',
  (words, kind) => kind === 'responsible' && words.includes('分工'),
]

function readHeader(words: string, at: number, header: readonly string[]): ColumnKind | null {
  if (NUMBER.test(words)) return 'number'
  if (CATEGORY.test(words)) return 'category'
  if (REMARK.test(words)) return null
  const bare =
    /^(?:单位|部门)$/.test(words) &&
    header.some((other, i) => i !== at && other.length > 2 && labelRole(other) !== null)
  return bare ? null : (labelRole(words) ?? 'text')
}

/**
 * Without a column of numbers the tasks are counted where every row has its own number: 2．压减材料 beside 一、提升服务,
 * which then only groups them.
 */
function withNumberedTitle(
  source: Source,
  { rows }: Table,
  kinds: readonly (ColumnKind | null)[],
): readonly (ColumnKind | null)[] {
  const title = kinds.indexOf('title')
  if (kinds.includes('number') || title < 0) return kinds
  const isNumbered = (column: number): boolean =>
    rows.every(row => row[column] !== undefined && NUMBERED.test(wordsIn(source, row[column])))
  const numbered = kinds.findIndex((kind, i) => kind === 'text' && isNumbered(i))
  if (numbered < 0 || isNumbered(title)) return kinds
  return kinds.map((kind, i) => {
    if (i === numbered) return 'title'
    return i === title ? 'category' : kind
  })
}

const NUMBERED = /^\d{1,3}[.．、]/

/** Cells of one kind in a row, each once. */
function cellsOf(row: readonly Cell[], kinds: readonly (ColumnKind | null)[], kind: ColumnKind): Cell[] {
  return [...new Set(row.filter((_, i) => kinds[i] === kind))]
}

/** Columns where 同上 stands for the cell above. */
const REPEATABLE: ReadonlySet<ColumnKind | null> = new Set(['lead', 'support', 'responsible', 'deadline'] as const)

/** Where a row begins and ends. */
function extentOf(row: readonly Cell[]): { start: number; end: number } {
  const present = row.filter(cell => cell !== undefined)
  return { start: Math.min(...present.map(cell => cell.start)), end: Math.max(...present.map(cell => cell.end)) }
}

const UNIT_ROLES = ['lead', 'support', 'responsible'] as const

/** What the header says of each column. */
interface Columns {
  readonly labels: readonly string[]
  readonly kinds: readonly (ColumnKind | null)[]
}

function readRow(
  source: Source,
  row: readonly Cell[],
  { kinds, labels }: Columns,
): Omit<LedgerRow, 'headings' | 'start' | 'end'> | null {
  const body = cellsOf(row, kinds, 'text').filter(cell => wordsIn(source, cell) !== '')
  const titled = cellsOf(row, kinds, 'title')[0]
  const isOpen = titled === undefined || wordsIn(source, titled) === ''
  const title = isOpen ? body.shift() : titled
  if (title === undefined) return null
  const numberCell = cellsOf(row, kinds, 'number')[0]
  return {
    ...(numberCell === undefined
      ? numberInTitle(source, title)
      : { number: wordsIn(source, numberCell).replace(/[.．、]$/, ''), title }),
    key: numberCell ?? title,
    isOpen,
    body,
    units: UNIT_ROLES.flatMap(role =>
      cellsOf(row, kinds, role).map(cell => ({ cell, role, withPeople: holdsPeople(labels[row.indexOf(cell)] ?? '') })),
    ),
    deadlines: cellsOf(row, kinds, 'deadline'),
  }
}

/** 3.建设高标准农田: the number is printed with the title. */
function numberInTitle(source: Source, title: Cell): { number: string; title: Cell } {
  const words = source.text.slice(title.start, title.end)
  const indent = words.length - words.trimStart().length
  const mark = findOrdinals(words.trim())[0]
  if (mark?.start !== 0) return { number: '', title }
  return { number: mark.label, title: { ...title, start: title.start + indent + mark.end } }
}

/** Rows of one number are one task: its measures and units are taken together. */
function merged(first: LedgerRow, second: LedgerRow): LedgerRow {
  return {
    ...first,
    body: [...new Set([...first.body, ...(second.title === first.title ? [] : [second.title]), ...second.body])],
    units: [...first.units, ...second.units.filter(({ cell }) => !first.units.some(known => known.cell === cell))],
    deadlines: [...new Set([...first.deadlines, ...second.deadlines])],
    end: Math.max(first.end, second.end),
  }
}

/** The tasks of a ledger, in order. Rows without a number of their own belong to the one above, or are counted. */
export function ledgerRows(source: Source, table: Table): LedgerRow[] {
  const labels = table.header.map(cell => wordsIn(source, cell))
  const kinds = withNumberedTitle(source, table, columnKinds(labels))
  const isRepeatable = (column: number): boolean => REPEATABLE.has(kinds[column] ?? null)
  const numbered = kinds.includes('number')
  const rows: LedgerRow[] = []
  let heading: readonly string[] = []
  let categories: readonly string[] = []
  let above: readonly Cell[] = []
  for (const cells of table.rows) {
    const only = headingOf(source, cells)
    if (only !== null) heading = [only]
    if (only === null) above = withoutDittos(source, cells, { table, above, isRepeatable })
    const read = only === null ? readRow(source, above, { kinds, labels }) : null
    if (read === null) continue
    const said = cellsOf(cells, kinds, 'category').map(cell => wordsIn(source, cell))
    categories = said.map((words, i) => words || (categories[i] ?? ''))
    addRow(rows, { ...read, ...extentOf(cells), headings: [...heading, ...categories.filter(Boolean)] }, numbered)
  }
  return rows
}

function addRow(rows: LedgerRow[], row: LedgerRow, numbered: boolean): void {
  const last = rows.at(-1)
  if (last !== undefined && continues(row, last, numbered)) rows[rows.length - 1] = merged(last, row)
  else rows.push(row.number === '' ? { ...row, number: String(rows.length + 1) } : row)
}

function continues(row: LedgerRow, last: LedgerRow, numbered: boolean): boolean {
  return row.key === last.key || (row.number === '' && (numbered || row.isOpen))
}
