import { cellsOf, headings, SHEET_COLUMNS, type SheetRow } from '../../src/core/progress/sheet.ts'
import { type LastCell, STYLES } from './workbook.ts'
import { escapeCell, XML_HEAD } from './xml.ts'

/** Rows in one piece of the sheet. */
const ROWS_AT_ONCE = 100

/** The sheet as XML, piece by piece: thousands of rows are never one string. */
export function* worksheet(rows: readonly SheetRow[]): Generator<string> {
  const last = lastCell(rows)
  const range = `A1:${last.column}${last.row}`
  yield beginning(range) + rowXml(headings, 1, STYLES.heading)
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE)
    yield some.map((row, index) => rowXml(cellsOf(row), from + index + 2, STYLES.text)).join('')
  }
  yield ending(range)
}

export const lastCell = (rows: readonly SheetRow[]): LastCell => ({
  column: letter(SHEET_COLUMNS.length - 1),
  row: rows.length + 1,
})

/** The first row stays in sight; the sheet prints one page wide. */
const beginning = (range: string): string =>
  `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
  `<dimension ref="${range}"/>` +
  '<sheetViews><sheetView tabSelected="1" workbookViewId="0">' +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>' +
  '</sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="15"/>' +
  `<cols>${SHEET_COLUMNS.map(columnXml).join('')}</cols>` +
  '<sheetData>'

const columnXml = ({ width }: { readonly width: number }, index: number): string =>
  `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`

/** A4 across, with page numbers. */
const ending = (range: string): string =>
  '</sheetData>' +
  `<autoFilter ref="${range}"/>` +
  '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
  '<headerFooter><oddHeader>&amp;C&amp;A</oddHeader><oddFooter>&amp;C第&amp;P页，共&amp;N页</oddFooter></headerFooter>' +
  '</worksheet>'

const rowXml = (cells: readonly string[], row: number, style: number): string =>
  `<row r="${row}">${cells.map((text, index) => cellXml(text, letter(index) + row, style)).join('')}</row>`

/** Every value is typed as text: dates stay as they are written, and nothing is evaluated. */
const cellXml = (text: string, name: string, style: number): string =>
  text === ''
    ? `<c r="${name}" s="${style}"/>`
    : `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeCell(text)}</t></is></c>`

/** Name of a column, for the first 26. */
const letter = (index: number): string => String.fromCharCode(65 + index)
