import type { CleanText, HtmlCell } from '../text/clean.ts'
import type { Source } from '../text/source.ts'
import { type RowBlock, rowBlocks } from './printed-rows.ts'
import { isUnitLabel, labelRole } from './role-label.ts'

/** One cell of a ledger: its range in the cleaned text, and the rows and columns it covers. */
export type Cell = HtmlCell

/** A ledger printed as a table: its header and every row below it, cells repeated where they span several. */
export interface Table {
  readonly start: number
  readonly end: number
  /** The cell that names each column: of a header of several storeys the lowest that says something. */
  readonly header: readonly Cell[]
  readonly rows: readonly (readonly Cell[])[]
  /** The part of the same table before a page break or heading. */
  readonly continues: Table | null
}

const MAX_HEADER_ROWS = 4
const MIN_COLUMNS = 3
/** How much may stand between two parts of one table: a heading, a page number. */
const MAX_BETWEEN = 80

/** Every ledger in a document, in order; tables without a column of units or limits are left to be read as text. */
export function findTables(source: CleanText): Table[] {
  const blocks = [...source.htmlTables.map(spread), ...rowBlocks(source)]
    .filter(rows => rows.some(row => row.length > 0))
    .sort((a, b) => startOf(a) - startOf(b))
  const tables: Table[] = []
  for (const rows of blocks) {
    const before = tables.at(-1)
    const goesOn = startsWithNumber(source, rows) ? continuedTable(source, rows, before) : null
    const table = goesOn ?? headedTable(source, rows) ?? continuedTable(source, rows, before)
    if (table !== null) tables.push(table)
  }
  return tables
}

function startOf(rows: RowBlock): number {
  return rows.reduce((first, row) => Math.min(first, row[0]?.start ?? first), Number.POSITIVE_INFINITY)
}

/** Repeats a cell in every row and column it spans, so that row i, column j is always the cell one sees there. */
function spread(rows: readonly (readonly Cell[])[]): Cell[][] {
  const grid: Cell[][] = rows.map(() => [])
  rows.forEach((row, i) => {
    let column = 0
    for (const cell of row) {
      while (grid[i]?.[column] !== undefined) column += 1
      fill(grid, cell, i, column)
      column += cell.colSpan
    }
  })
  return grid
}

function fill(grid: Cell[][], cell: Cell, row: number, column: number): void {
  for (const line of grid.slice(row, row + cell.rowSpan)) {
    for (let k = 0; k < cell.colSpan; k += 1) line[column + k] = cell
  }
}

/** What a cell says, without white space. */
export function wordsIn(source: Source, cell: Cell): string {
  return source.text.slice(cell.start, cell.end).replace(/\s+/g, '')
}

/** What a row says that says one thing across all columns, or in each of them: it heads the rows below it. */
export function headingOf(source: Source, row: readonly Cell[]): string | null {
  const said = new Set(row.map(cell => wordsIn(source, cell)).filter(Boolean))
  return said.size === 1 ? ([...said][0] ?? null) : null
}

function headedTable(source: Source, rows: RowBlock): Table | null {
  const storeys = headerRows(source, rows)
  if (storeys === null) return null
  const [first, last] = storeys
  const header = columnNames(source, rows.slice(first, last + 1))
  const below = rows.slice(last + 1).filter(row => !repeatsHeader(source, row, header))
  return { ...rangeOf(source, rows.slice(first)), header, rows: below, continues: null }
}

/** A page break or a heading may part a table; what follows in as many columns has no header of its own. */
function continuedTable(source: Source, rows: RowBlock, before: Table | undefined): Table | null {
  if (before === undefined || rows.some(row => row.length !== before.header.length)) return null
  const range = rangeOf(source, rows)
  if (range.start < before.end || range.start - before.end > MAX_BETWEEN) return null
  const below = rows.filter(row => !repeatsHeader(source, row, before.header))
  return { ...range, header: before.header, rows: below, continues: before }
}

function startsWithNumber(source: Source, [first]: RowBlock): boolean {
  return first?.[0] !== undefined && /^\d{1,3}$/.test(wordsIn(source, first[0]))
}

function rangeOf(source: Source, rows: RowBlock): { start: number; end: number } {
  const ends = rows.flat().map(cell => cell.end)
  return { start: source.text.lastIndexOf('\n', startOf(rows)) + 1, end: ends.reduce((a, b) => Math.max(a, b), 0) }
}

/** The storeys of the header: from the first row of words to the last of the first rows that names a column of a ledger. */
function headerRows(source: Source, rows: RowBlock): readonly [first: number, last: number] | null {
  const top = rows.slice(0, MAX_HEADER_ROWS)
  const named = top.findLastIndex(row => namesLedger(source, row))
  if (named < 0) return null
  const first = top.findIndex((row, i) => i === named || isHeaderLike(source, row))
  const spanned = rows.findIndex((row, i) => i > named && !row.some(cell => rows[named]?.includes(cell)))
  return [first, spanned < 0 ? named : spanned - 1]
}

function namesLedger(source: Source, row: readonly Cell[]): boolean {
  if (row.length < MIN_COLUMNS) return false
  const labels = row.map(cell => wordsIn(source, cell))
  return labels.some(isUnitLabel) || (labels.some(label => labelRole(label) === 'deadline') && labels.includes('序号'))
}

/** Three columns with words at least; 某某办公室 and a date at the ends of a line are none. */
function isHeaderLike(source: Source, row: readonly Cell[]): boolean {
  return new Set(row.filter(cell => wordsIn(source, cell) !== '')).size >= MIN_COLUMNS
}

function columnNames(source: Source, storeys: RowBlock): Cell[] {
  const lowest = storeys.at(-1) ?? []
  const width = Math.max(...storeys.map(row => row.length))
  return Array.from({ length: width }, (_, column) => {
    const named = storeys.map(row => row[column]).filter(cell => cell !== undefined && wordsIn(source, cell) !== '')
    return named.at(-1) ?? lowest[column] ?? lowest[0]
  }).filter(cell => cell !== undefined)
}

/** The header printed again at the top of the next page. */
function repeatsHeader(source: Source, row: readonly Cell[], header: readonly Cell[]): boolean {
  return row.every((cell, i) => wordsIn(source, cell) === wordsIn(source, header[i] ?? cell))
}
