import { cellsOf, headings, type SheetRow } from '../../src/core/progress/sheet.ts'

/** Tells Excel that the text is UTF-8; it would be read as GBK otherwise. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A 台账 as CSV: RFC 4180 with CRLF, UTF-8, headings first. Every field is quoted, so that a program that splits at another
 * sign than the comma cannot find the start of a formula inside one. CSV has no types: Excel reads an ordinal such as (3)
 * as a number, which .xlsx prevents.
 */
export function toCsv(rows: readonly SheetRow[]): Uint8Array {
  const records = [headings, ...rows.map(cellsOf)].map(cells => `${cells.map(quoted).join(',')}\r\n`)
  return new TextEncoder().encode(BYTE_ORDER_MARK + records.join(''))
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
