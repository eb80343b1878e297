import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../src/core/text/csv.ts'

const fieldsOf = (text: string) => {
  const read = readCsv(text)
  return 'brokenLine' in read ? read : read.map(({ fields }) => fields)
}

describe('readCsv', () => {
  it.each([
    ['nothing', '', []],
    ['one field', 'a', [['a']]],
    ['a line end at the end', 'a,b\n', [['a', 'b']]],
    ['any line ends', 'a\r\nb\rc\nd', [['a'], ['b'], ['c'], ['d']]],
    ['empty fields', ',a,\n', [['', 'a', '']]],
    ['an empty field at the very end', 'a,', [['a', '']]],
    [
      'lines without any text',
      'a,b\n\n , \n,\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['spaces around a field', ' a , b\t\n', [['a', 'b']]],
    ['quoted commas, quotes and line ends', '"a,b","c""d","e\nf"\n', [['a,b', 'c"d', 'e\nf']]],
    ['a quote inside a plain field', 'a"b,c', [['a"b', 'c']]],
    ['a byte order mark', '\uFEFFa,b', [['a', 'b']]],
  ])('reads %s', (_, text, expected) => {
    expect(fieldsOf(text)).toEqual(expected)
  })

  it.each([
    ['a quote that is never closed', 'a\nb,"c\nd', 2],
    ['text behind a quoted field', 'a\n\n"b"c,d', 3],
  ])('gives the line of %s', (_, text, brokenLine) => {
    expect(readCsv(text)).toEqual({ brokenLine })
  })

  it('numbers records by the line of the file they begin on', () => {
    const read = readCsv('a\n\n"b\r\nb"\nc')
    expect('brokenLine' in read ? [] : read.map(({ line }) => line)).toEqual([1, 3, 5])
  })

  it('reads back what was written as RFC 4180 says', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '省', '"', ',', '\n', '\r\n', ' ') }).map(text => text.trim())
    const rows = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 5 })
    fc.assert(
      fc.property(rows, records => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
        const text = records.map(record => `${record.map(quoted).join(',')}\r\n`).join('')
        expect(fieldsOf(text)).toEqual(records.filter(record => record.some(found => found !== '')))
      }),
    )
  })
})
