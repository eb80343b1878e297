import { escapeXml, XML_HEAD } from './xml.ts'

/** Where the sheet itself stands in the package. */
export const SHEET_PATH = 'xl/worksheets/sheet1.xml'

/** Places in `cellXfs` below. */
export const STYLES = { heading: 1, text: 2 } as const

/** The last cell of the sheet: column O, row 277. */
export interface LastCell {
  readonly column: string
  readonly row: number
}

const NAMESPACES = {
  sheet: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  package: 'http://schemas.openxmlformats.org/package/2006',
} as const

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const CONTENT_TYPES =
  `${XML_HEAD}<Types xmlns="${NAMESPACES.package}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>` +
  `<Override PartName="/${SHEET_PATH}" ContentType="${SHEET_TYPE}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>` +
  '</Types>'

const relations = (targets: Readonly<Record<string, string>>): string =>
  `${XML_HEAD}<Relationships xmlns="${NAMESPACES.package}/relationships">` +
  Object.entries(targets)
    .map(
      ([kind, target], i) =>
        `<Relationship Id="rId${i + 1}" Type="${NAMESPACES.relations}/${kind}" Target="${target}"/>`,
    )
    .join('') +
  '</Relationships>'

const FONT = '<sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/>'
const LINE = '<left/><right/><top/><bottom/><diagonal/>'
const THIN = ['left', 'right', 'top', 'bottom']
  .map(side => `<${side} style="thin"><color auto="1"/></${side}>`)
  .join('')

/** Number format 49 is text: what is typed into a cell later stays text, too. */
const STYLE_SHEET =
  `${XML_HEAD}<styleSheet xmlns="${NAMESPACES.sheet}">` +
  `<fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE7EEF7"/></patternFill></fill></fills>' +
  `<borders count="2"><border>${LINE}</border><border>${THIN}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"' +
  ' applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"' +
  ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

/** The filtered range is named as well: some programs look there. The headings are printed on every page. */
function workbook(sheet: string, { column, row }: LastCell): string {
  const quoted = escapeXml(`'${sheet.replaceAll("'", "''")}'`)
  return (
    `${XML_HEAD}<workbook xmlns="${NAMESPACES.sheet}" xmlns:r="${NAMESPACES.relations}">` +
    '<bookViews><workbookView/></bookViews>' +
    `<sheets><sheet name="${escapeXml(sheet)}" sheetId="1" r:id="rId1"/></sheets><definedNames>` +
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${quoted}!$A$1:$${column}$${row}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}!$1:$1</definedName>` +
    '</definedNames></workbook>'
  )
}

/** The parts of the package beside the sheet (ISO/IEC 29500), by their paths. */
export const workbookParts = (sheet: string, last: LastCell): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': CONTENT_TYPES,
  '_rels/.rels': relations({ officeDocument: 'xl/workbook.xml' }),
  'xl/workbook.xml': workbook(sheet, last),
  'xl/_rels/workbook.xml.rels': relations({ worksheet: 'worksheets/sheet1.xml', styles: 'styles.xml' }),
  'xl/styles.xml': STYLE_SHEET,
})
