import type { Source } from '../text/source.ts'
import type { Cell } from './table.ts'

/** Rows of one table printed as text, in their order. */
export type RowBlock = readonly (readonly Cell[])[]

const MIN_COLUMNS = 3
const MARKDOWN_RULE = /^ *\|?[ :|-]+\|? *$/
/** How far a quoted cell of a spreadsheet may run on over line ends. */
const MAX_QUOTED = 4000
/** Longer lines are running text, not columns parted by spaces. */
const MAX_GAPPED = 1000

interface Row {
  readonly notation: 'pipes' | 'tabs' | 'gaps'
  readonly cells: readonly Cell[]
  /** Where the next line begins. */
  readonly next: number
}

/** Reads the row that a line begins, or nothing where it begins none in this notation. */
type RowReader = (source: Source, line: string, start: number) => Row | null

/** Runs of rows: markdown with or without outer pipes, tabs as a spreadsheet copies them, columns parted by runs of spaces. */
export function rowBlocks(source: Source): RowBlock[] {
  const { text } = source
  const blocks: (readonly Cell[])[][] = []
  let last: Row | null = null
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const line = text.slice(start, newline < 0 ? text.length : newline)
    const found = readRow(source, line, start)
    const row = found?.notation === 'tabs' ? completed(text, found, blocks.at(-1)?.[0]?.length ?? 0) : found
    if (row !== null && isSameTable(last, row)) blocks.at(-1)?.push(row.cells)
    else if (row !== null) blocks.push([row.cells])
    if (row !== null || line === '' || !MARKDOWN_RULE.test(line)) last = row
    start = row?.next ?? start + line.length + 1
  }
  return blocks
}

/** Columns parted by spaces are believed only while every row has as many. */
function isSameTable(last: Row | null, row: Row): boolean {
  if (last?.notation !== row.notation) return false
  return row.notation !== 'gaps' || last.cells.length === row.cells.length
}

const ROW_READERS: readonly RowReader[] = [pipedRow, tabbedRow, gappedRow]

function readRow(source: Source, line: string, start: number): Row | null {
  for (const read of ROW_READERS) {
    const row = read(source, line, start)
    if (row !== null) return row
  }
  return null
}

function pipedRow(_: Source, line: string, start: number): Row | null {
  if (!line.includes('|') || MARKDOWN_RULE.test(line)) return null
  const words = line.trim()
  const all = line.split('|')
  const [first, last] = [words.startsWith('|') ? 1 : 0, words.endsWith('|') ? all.length - 1 : all.length]
  if (last - first < MIN_COLUMNS) return null
  const cells = placed(all, start).slice(first, last)
  return { notation: 'pipes', cells, next: start + line.length + 1 }
}

/** Parts of a line with one character between them, as cells. */
function placed(parts: readonly string[], start: number): Cell[] {
  let at = start
  return parts.map(part => {
    const found = cell(at, at + part.length)
    at += part.length + 1
    return found
  })
}

function cell(start: number, end: number): Cell {
  return { start, end, rowSpan: 1, colSpan: 1 }
}

/** What opens a row of its own. */
const ROW_START = /^\s*(?:\d{1,3}\s*(?:[.．、]|$)|[（(]?[一二三四五六七八九十]{1,3}[）)、])/
const MOST_LINES = 8

/** A row cut short because a cell holds line ends that nothing quotes: the lines that fill it up exactly belong to it. */
function completed(text: string, row: Row, width: number): Row {
  let { cells, next } = row
  for (let lines = 0; cells.length < width && lines < MOST_LINES && next < text.length; lines += 1) {
    const more = cellsFrom(text, next)
    const [first, ...others] = more.cells
    const last = cells.at(-1)
    if (first === undefined || last === undefined || ROW_START.test(text.slice(first.start, first.end))) return row
    cells = [...cells.slice(0, -1), cell(last.start, first.end), ...others]
    next = more.next
  }
  return cells.length === width ? { ...row, cells, next } : row
}

function tabbedRow({ text }: Source, line: string, start: number): Row | null {
  if (!line.includes('\t')) return null
  const row = cellsFrom(text, start)
  return row.cells.length < MIN_COLUMNS ? null : { notation: 'tabs', ...row }
}

/** The cells up to the line end behind the last of them. */
function cellsFrom(text: string, start: number): Pick<Row, 'cells' | 'next'> {
  const cells: Cell[] = []
  let at = start
  let stop = start
  do {
    const quote = closingQuote(text, at)
    stop = quote < 0 ? endOfCell(text, at) : quote + 1
    cells.push(quote < 0 ? cell(at, stop) : cell(at + 1, quote))
    at = stop + 1
  } while (text[stop] === '\t')
  return { cells, next: at }
}

function endOfCell(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== '\t' && text[at] !== '\n') at += 1
  return at
}

/** Where a cell that opens with a quotation mark closes it, or -1; line ends and tabs may stand between, "" is one mark. */
function closingQuote(text: string, at: number): number {
  if (text[at] !== '"') return -1
  const limit = Math.min(text.length, at + MAX_QUOTED)
  for (let i = at + 1; i < limit; i += 1) {
    if (text[i] !== '"') continue
    if (text[i + 1] === '"') i += 1
    else return /^[\t\n]?$/.test(text[i + 1] ?? '') ? i : -1
  }
  return -1
}

/** The cleaned text keeps one space of a run; that there were more, the places in the original tell. */
function gappedRow({ starts }: Source, line: string, start: number): Row | null {
  if (line.length > MAX_GAPPED || !line.includes(' ')) return null
  const isGap = (at: number): boolean => (starts[start + at + 1] ?? 0) - (starts[start + at] ?? 0) > 1
  const parts: string[] = []
  let from = line.length - line.trimStart().length
  const indent = from
  for (let at = line.indexOf(' ', from); at >= 0 && at < line.trimEnd().length; at = line.indexOf(' ', at + 1)) {
    if (!isGap(at)) continue
    parts.push(line.slice(from, at))
    from = at + 1
  }
  parts.push(line.slice(from))
  if (parts.length < MIN_COLUMNS) return null
  return { notation: 'gaps', cells: placed(parts, start + indent), next: start + line.length + 1 }
}
