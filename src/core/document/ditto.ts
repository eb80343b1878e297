import type { Source } from '../text/source.ts'
import { type Cell, headingOf, type Table, wordsIn } from './table.ts'

/** 同上, 〃 and the quotation marks that stand for it. */
const DITTO = /^(?:同上(?:行|栏)?|[〃″"”]|“”|''|″″)$/
const LONGEST = 8

/** What a row that says 同上 stands under. */
interface Dittoed {
  readonly table: Table
  /** The row above, its own 同上 replaced; empty for the first. */
  readonly above: readonly Cell[]
  readonly isRepeatable: (column: number) => boolean
}

function isDitto(source: Source, cell: Cell): boolean {
  return cell.end - cell.start <= LONGEST && DITTO.test(wordsIn(source, cell))
}

/** What a column says last in the part of the table before a page break or heading. */
function lastSaid(source: Source, table: Table, column: number): Cell | undefined {
  const said = table.rows.findLast(row => {
    const cell = row[column]
    return cell !== undefined && headingOf(source, row) === null && !isDitto(source, cell)
  })
  if (said !== undefined || table.continues === null) return said?.[column]
  return lastSaid(source, table.continues, column)
}

/** The cells of a row; those that say 同上 in the given columns are replaced by the ones of the row above. */
export function withoutDittos(
  source: Source,
  row: readonly Cell[],
  { table, above, isRepeatable }: Dittoed,
): readonly Cell[] {
  const before = (column: number): Cell | undefined =>
    above[column] ?? (table.continues === null ? undefined : lastSaid(source, table.continues, column))
  return row.map((cell, column) => (isRepeatable(column) && isDitto(source, cell) ? (before(column) ?? cell) : cell))
}
