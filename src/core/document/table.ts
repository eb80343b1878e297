import type { CleanText, HtmlCell } from '../text/clean.ts'
import type { Source } from '../text/source.ts'
import { isUnitLabel } from './role-label.ts'

/** One cell of a ledger: its range in the cleaned text, and the rows and columns it covers. */
export type Cell = HtmlCell

/** A ledger printed as a table: the one header row and every row below it, cells repeated where they span several. */
export interface Table {
  readonly start: number
  readonly end: number
  readonly header: readonly Cell[]
  readonly rows: readonly (readonly Cell[])[]
}

const MAX_HEADER_ROWS = 3
const MARKDOWN_ROW = /^ *\|.*\| *$/
const MARKDOWN_RULE = /^ *\|?[ :|-]+\|? *$/
const MIN_COLUMNS = 3

/** Every ledger in a document, in order; tables without a column of units are left to be read as text. */
export function findTables(source: CleanText): Table[] {
  const html = source.htmlTables.map(rows => tableOf(source, spread(rows)))
  const printed = rowBlocks(source.text).map(rows => tableOf(source, rows))
  return [...html, ...printed].filter(table => table !== null).sort((a, b) => a.start - b.start)
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

function tableOf(source: CleanText, rows: readonly (readonly Cell[])[]): Table | null {
  const at = headerRow(source, rows)
  const first = rows.find(row => row.length > 0)?.[0]
  const last = rows.flat().at(-1)
  if (at < 0 || first === undefined || last === undefined) return null
  const header = rows[at] ?? []
  return {
    start: source.text.lastIndexOf('\n', first.start) + 1,
    end: Math.max(
      last.end,
      ...rows
        .flat()
        .slice(-20)
        .map(cell => cell.end),
    ),
    header,
    rows: rows.slice(at + 1),
  }
}

/** The last of the first rows that names a column of units: two-storey headers end there. */
function headerRow(source: CleanText, rows: readonly (readonly Cell[])[]): number {
  let found = -1
  rows.slice(0, MAX_HEADER_ROWS).forEach((row, i) => {
    if (row.length >= MIN_COLUMNS && row.some(cell => isUnitLabel(wordsIn(source, cell)))) found = i
  })
  return found
}

/** Runs of lines that are rows of a markdown or tab-separated table. */
function rowBlocks(text: string): Cell[][][] {
  const blocks: Cell[][][] = []
  let block: Cell[][] = []
  let start = 0
  for (const line of text.split('\n')) {
    const row = readRow(line, start)
    start += line.length + 1
    if (row !== null) block.push(row)
    else if (!MARKDOWN_RULE.test(line) || line.trim().length === 0) {
      if (block.length > 1) blocks.push(block)
      block = []
    }
  }
  if (block.length > 1) blocks.push(block)
  return blocks
}

function readRow(line: string, start: number): Cell[] | null {
  if (MARKDOWN_ROW.test(line)) return MARKDOWN_RULE.test(line) ? null : cellsOf(line, '|', start).slice(1, -1)
  const cells = cellsOf(line, '\t', start)
  return cells.length >= MIN_COLUMNS ? cells : null
}

function cellsOf(line: string, separator: string, start: number): Cell[] {
  let at = start
  return line.split(separator).map(part => {
    const cell = { start: at, end: at + part.length, rowSpan: 1, colSpan: 1 }
    at += part.length + 1
    return cell
  })
}
