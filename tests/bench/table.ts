/** One figure beside what it is to be compared with. */
export interface Row {
  readonly what: string
  readonly figure: string
  readonly reference?: string
  readonly bound?: string
  /** Whether it kept to its bound; a run in which one did not has failed. */
  readonly isKept?: boolean
}

/** Han characters and full-width marks take two columns of a terminal. */
function width(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef]/u.test(char) ? 2 : 1), 0)
}

function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(columns - width(text), 0))
}

/** Plain aligned columns. */
export function formatTable(rows: readonly Row[]): string {
  const head: Row = { what: '', figure: 'duban', reference: 'reference', bound: 'bound' }
  const cells = [head, ...rows].map(({ what, figure, reference = '', bound = '' }) => [what, figure, reference, bound])
  const widths = [0, 1, 2, 3].map(column => Math.max(...cells.map(row => width(row[column] ?? ''))))
  return cells
    .map(row =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
