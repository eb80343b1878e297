import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldWidth, formatHanNumber, parseNumber } from '../../../src/core/text/numerals.ts'

describe('parseNumber', () => {
  test.each<[string, number]>([
    ['0', 0],
    ['27', 27],
    ['2.8', 2.8],
    ['1,000', 1000],
    ['12,345,678.5', 12_345_678.5],
    ['３８９８', 3898],
    ['８５．６５', 85.65],
    ['１，０００', 1000],
    [' 46 ', 46],
    ['零', 0],
    ['〇', 0],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['一十二', 12],
    ['二十', 20],
    ['九十九', 99],
    ['一百零五', 105],
    ['一百〇五', 105],
    ['两百', 200],
    ['三百二十', 320],
    ['三千八百九十八', 3898],
    ['两千零五', 2005],
    ['一万', 10_000],
    ['一万零五百', 10_500],
    ['二十万', 200_000],
    ['两亿三千万', 230_000_000],
    ['一万亿', 1_000_000_000_000],
    ['二〇二五', 2025],
    ['二零二五', 2025],
    ['一二三', 123],
  ])('%s is %d', (text, value) => {
    expect(parseNumber(text)).toBe(value)
  })

  test.each([
    '',
    ' ',
    '万',
    '百',
    '千',
    '亿',
    '2.8万',
    '3千',
    '一百五',
    '三万五',
    '十十',
    '二百三百',
    '廿',
    '半',
    '1.2.3',
    '1,00',
    '12,3456',
    '.5',
    '5.',
    '-3',
    '3个',
    '第三',
    '２．８万',
  ])('%s is no number', text => {
    expect(parseNumber(text)).toBeNull()
  })

  test('reads back every whole number it can write in Han numerals', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(20_000), fc.integer({ min: 0, max: 9_999_999_999_999 })), value => {
        expect(parseNumber(formatHanNumber(value))).toBe(value)
      }),
    )
  })

  test('reads digit by digit what is written so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), value => {
        const spelled = [...String(value)].map(digit => '〇一二三四五六七八九'.charAt(Number(digit))).join('')
        expect(parseNumber(spelled)).toBe(value)
      }),
    )
  })

  test('never throws and never gives NaN', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'零一二两十百千万亿〇0123456789,.，．') }), text => {
        expect(parseNumber(text)).not.toBeNaN()
      }),
    )
  })
})

describe('formatHanNumber', () => {
  test.each<[number, string]>([
    [0, '零'],
    [10, '十'],
    [15, '十五'],
    [110, '一百一十'],
    [205, '二百零五'],
    [1010, '一千零一十'],
    [20_914, '二万零九百一十四'],
    [100_000, '十万'],
    [100_010_000, '一亿零一万'],
    [100_000_001, '一亿零一'],
    [1_000_000_000_000, '一万亿'],
  ])('%d is %s', (value, text) => {
    expect(formatHanNumber(value)).toBe(text)
  })
})

test('foldWidth keeps every place and every Han mark', () => {
  expect(foldWidth('２０２５年，（５Ｇ）占８０．５％。')).toBe('2025年，（5G）占80.5%。')
})
