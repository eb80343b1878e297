import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { toXlsx } from '../../../adapters/export/xlsx.ts'
import { cellText, headings, SHEET_COLUMNS, type SheetRow } from '../../../src/core/progress/sheet.ts'
import { sheetRow } from './sheet-row.ts'

const TITLE = { title: '省科技厅台账' }

/** The one sheet, as a reader that knows nothing of ours sees it. */
async function sheetOf(rows: readonly SheetRow[], { title } = TITLE) {
  const { sheets } = await readXlsx(await toXlsx(rows, { title }), { readStyles: true })
  const [sheet] = sheets
  if (sheet === undefined || sheets.length !== 1) throw new Error('not one sheet')
  return sheet
}

/** The cell of a column in the first line below the headings. */
async function cellOf(key: keyof SheetRow, row: SheetRow) {
  const sheet = await sheetOf([row])
  return sheet.rows[1]?.[SHEET_COLUMNS.findIndex(column => column.key === key)]
}

const partsOf = async (rows: readonly SheetRow[]): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(await toXlsx(rows, TITLE))).map(([path, bytes]) => [path, strFromU8(bytes)]),
  )

describe('a 台账 as an Excel file', () => {
  it('has the headings, then the rows', async () => {
    const { rows } = await sheetOf([
      sheetRow({ ordinal: '（三）', leadUnits: ['省科技厅', '省教育厅'], deadlines: ['6月底前', '年底前'] }),
      sheetRow({ ordinal: '27', progress: '完成80%', updatedAt: '2023-06-01 09:00' }),
    ])
    expect(rows).toHaveLength(3)
    expect(rows[0]).toEqual(headings)
    expect(rows[1]?.filter(cell => cell !== null)).toEqual(['（三）', '省科技厅、省教育厅', '6月底前\n年底前'])
    expect(rows[2]?.filter(cell => cell !== null)).toEqual(['27', '完成80%', '2023-06-01 09:00'])
  })

  it('has every row of a long one, in order', async () => {
    const ordinals = Array.from({ length: 1234 }, (_, index) => `${index + 1}`)
    const { rows } = await sheetOf(ordinals.map(ordinal => sheetRow({ ordinal })))
    expect(rows.slice(1).map(cells => cells[0])).toEqual(ordinals)
  })

  it('keeps the headings in sight and offers a filter on all that is there', async () => {
    const sheet = await sheetOf([sheetRow({ ordinal: '1' }), sheetRow({ ordinal: '2' })])
    expect(sheet.freezePane).toMatchObject({ rows: 1 })
    expect(sheet.autoFilter?.range).toBe('A1:O3')
  })

  it('has bold headings, wrapped text and the widths of the columns', async () => {
    const sheet = await sheetOf([sheetRow({ task: '一' })])
    expect(sheet.cells?.get('0,1')?.style).toMatchObject({ font: { bold: true }, alignment: { wrapText: true } })
    expect(sheet.cells?.get('1,1')?.style).toMatchObject({ alignment: { wrapText: true, vertical: 'top' } })
    expect(sheet.columns?.map(({ width }) => width)).toEqual(SHEET_COLUMNS.map(({ width }) => width))
  })

  it('opens when it is empty', async () => {
    expect((await sheetOf([])).rows).toEqual([headings])
  })

  it('does not tell when it was made: the same rows make the same file', async () => {
    const bytes = await toXlsx([sheetRow({ ordinal: '27' })], TITLE)
    // Time and date of the first part in the ZIP: 1980-01-01 00:00.
    expect([...bytes.slice(10, 14)]).toEqual([0, 0, 0x21, 0])
    expect(await toXlsx([sheetRow({ ordinal: '27' })], TITLE)).toEqual(bytes)
  })
})

describe('nothing in it is a formula', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-5%', "'-5%"],
    ['＝1', "'＝1"],
    ['_x003D_1', '_x003D_1'],
    ['_x003d_1 a_xFFFF_ _x005F_', '_x003d_1 a_xFFFF_ _x005F_'],
  ])('%j is the text %j', async (progress, expected) => {
    expect(await cellOf('progress', sheetRow({ progress }))).toBe(expected)
  })

  it('has no element of a formula, a number or a link, whatever was written', async () => {
    const parts = await partsOf([
      sheetRow({ task: '=1+1', progress: '</t></is><f>1+1</f>', problems: ['=HYPERLINK("x")'] }),
    ])
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
    const cells = [...sheet.matchAll(/<c [^>]*>/g)].map(([tag]) => tag)
    expect(cells).toHaveLength(2 * headings.length)
    expect(cells.every(tag => tag.endsWith(' t="inlineStr">') || tag.endsWith('/>'))).toBe(true)
    expect(sheet).not.toMatch(/<(?:f|v|hyperlink)\b/)
  })
})

describe('text comes back as it was written', () => {
  it.each([
    '<at id=all> & "引号" \'单\'',
    '&lt;&#60;]]>',
    '一\r\n二\t三',
    '😀\uD83D\u0000\uFFFE',
    '_x_ _x12_ __x0041_',
    '字'.repeat(33_000),
  ])('%.20j', async progress => {
    expect(await cellOf('progress', sheetRow({ progress }))).toBe(cellText(progress))
  })
})

describe('the name of the sheet is the title as Excel takes it', () => {
  it.each([
    ['省科技厅台账', '省科技厅台账'],
    ['鲁政办字〔2023〕5号', '鲁政办字〔2023〕5号'],
    ['科技厅/教育厅: [一]*?\\二', '科技厅 教育厅 一 二'],
    ['科技厅／教育厅：［一］＊？＼二', '科技厅 教育厅 一 二'],
    ["'科技厅's & <台账>'", "科技厅's & <台账>"],
    ['关于印发'.repeat(10), `${'关于印发'.repeat(7)}关于印`],
    [`${'一'.repeat(30)}😀`, '一'.repeat(30)],
    [`${'一'.repeat(30)}'二`, '一'.repeat(30)],
    ['a\u0000b', 'a b'],
    ['', '台账'],
    [' /:', '台账'],
    ['History', '台账'],
  ])('%j => %j', async (title, expected) => {
    expect((await sheetOf([], { title })).name).toBe(expected)
  })
})
