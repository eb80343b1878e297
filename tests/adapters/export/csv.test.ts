import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../../adapters/export/csv.ts'
import { cellText, headings, type SheetRow } from '../../../src/core/progress/sheet.ts'
import { sheetRow } from './sheet-row.ts'

const textOf = (rows: readonly SheetRow[]): string =>
  new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(toCsv(rows))

/** RFC 4180, strictly: every record ends with CRLF, a quote inside a quoted field is doubled. */
function readCsv(text: string): string[][] {
  const records: string[][] = [[]]
  const field = /(?:"(?<quoted>(?:[^"]|"")*)"|(?<bare>[^",\r\n]*))(?<end>,|\r\n)/y
  while (field.lastIndex < text.length) {
    const at = field.lastIndex
    const groups = field.exec(text)?.groups
    if (groups === undefined) throw new Error(`not RFC 4180 at ${at}`)
    records.at(-1)?.push(groups['quoted']?.replaceAll('""', '"') ?? groups['bare'] ?? '')
    if (groups['end'] === '\r\n') records.push([])
  }
  return records.slice(0, -1)
}

describe('a 台账 as CSV', () => {
  it('begins with the mark that tells Excel it is UTF-8', () => {
    expect([...toCsv([]).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('has the headings in its first line', () => {
    expect(readCsv(textOf([]).slice(1))).toEqual([headings])
  })

  it('quotes every field, and ends every line with CRLF', () => {
    const [, line] = textOf([
      sheetRow({ ordinal: '27', task: '一,"二"\n三', leadUnits: ['省科技厅', '省教育厅'] }),
    ]).split('\r\n')
    expect(line).toMatch(/^"27","一,""二""\n三","省科技厅、省教育厅",(?:"",){11}""$/)
  })

  it('starts no formula, neither after a comma nor after another sign that some programs split at', () => {
    const text = textOf([sheetRow({ task: '=1+1', progress: '一;=1+1\t@SUM(A1)', problems: ['＝2'] })])
    expect(text).toContain(`"'=1+1"`)
    expect(text).toContain('"一;=1+1 @SUM(A1)"')
    expect(text).toContain(`"'＝2"`)
  })

  it('comes back as it was, whatever was written', () => {
    const anyText = fc.string({ unit: fc.constantFrom(...'a一,"\'\r\n\t;= +-@＝😀\u0000\uD83D') })
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, fc.string({ unit: 'binary' }))), pairs => {
        const rows = pairs.map(([task, progress]) => sheetRow({ task, progress }))
        const [head, ...records] = readCsv(textOf(rows).slice(1))
        expect(head).toEqual(headings)
        expect(records.map(cells => [cells[1], cells[6]])).toEqual(
          pairs.map(([task, progress]) => [cellText(task), cellText(progress)]),
        )
        expect(records.every(cells => cells.length === headings.length)).toBe(true)
      }),
    )
  })
})
