import type { Source } from '../text/source.ts'
import { type Cell, headingOf, type Table, wordsIn } from './table.ts'

/** 同上, 〃 and the quotation marks that stand for it. */
const DITTO = /^(?:同上(?:行|栏)?|[〃″"”]|“”|''|″″)$/
const LONGEST = 8

function isDitto(source: Source, cell: Cell): boolean {
  return cell.end - cell.start <= LONGEST && DITTO.test(wordsIn(source, cell))
}

/** What stands in a column above row `at`, also in the part of the table before a page break or heading. */
function cellAbove(source: Source, table: Table, at: number, column: number): Cell | undefined {
  for (const row of table.rows.slice(0, at).reverse()) {
    const cell = row[column]
    if (cell !== undefined && headingOf(source, row) === null && !isDitto(source, cell)) return cell
  }
  const before = table.continues
  return before === null ? undefined : cellAbove(source, before, before.rows.length, column)
}

/** The cells of row `at`; those that say 同上 in the given columns are replaced by the ones above. */
export function withoutDittos(
  source: Source,
  table: Table,
  at: number,
  isRepeatable: (column: number) => boolean,
): readonly Cell[] {
  const row = table.rows[at] ?? []
  return row.map((cell, column) =>
    isRepeatable(column) && isDitto(source, cell) ? (cellAbove(source, table, at, column) ?? cell) : cell,
  )
}
