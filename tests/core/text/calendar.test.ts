import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  compareDays,
  dayParts,
  daysInMonth,
  endOfHalf,
  endOfMonth,
  endOfQuarter,
  endOfYear,
  isLeapYear,
  isoDay,
  isValidDay,
} from '../../../src/core/text/calendar.ts'

const years = fc.integer({ min: 1900, max: 2199 })
const days = fc
  .tuple(years, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .filter(([year, month, day]) => day <= daysInMonth(year, month))

test.each<[number, boolean]>([
  [2023, false],
  [2024, true],
  [1900, false],
  [2000, true],
  [2100, false],
])('%d leap year: %s', (year, leap) => {
  expect(isLeapYear(year)).toBe(leap)
})

test.each<[number, number, string]>([
  [2024, 2, '2024-02-29'],
  [2023, 2, '2023-02-28'],
  [2025, 4, '2025-04-30'],
  [2025, 12, '2025-12-31'],
])('%d month %d ends on %s', (year, month, day) => {
  expect(endOfMonth(year, month)).toBe(day)
})

test('quarters, halves and years end with their last month', () => {
  expect([1, 2, 3, 4].map(quarter => endOfQuarter(2025, quarter))).toEqual([
    '2025-03-31',
    '2025-06-30',
    '2025-09-30',
    '2025-12-31',
  ])
  expect([1, 2].map(half => endOfHalf(2025, half))).toEqual(['2025-06-30', '2025-12-31'])
  expect(endOfYear(2025)).toBe('2025-12-31')
})

test.each([
  '2023-02-29',
  '2025-04-31',
  '2025-13-01',
  '2025-00-10',
  '2025-01-00',
  '2025-1-1',
  '20250101',
  '0025-01-01',
  '',
  '2025-01-01T00:00:00Z',
])('%s is not a day', text => {
  expect(isValidDay(text)).toBe(false)
})

describe('against the engine’s own calendar', () => {
  const utc = (iso: string) => Date.parse(`${iso}T00:00:00Z`)

  test('every month ends on the day before the next begins', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 12 }), (year, month) => {
        expect(endOfMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10))
      }),
    )
  })

  test('adding days counts days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), ([year, month, day], count) => {
        const from = isoDay(year, month, day)
        expect(utc(addDays(from, count)) - utc(from)).toBe(count * 86_400_000)
      }),
    )
  })

  test('days compare as their times do', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [left, right] = [isoDay(...a), isoDay(...b)]
        expect(compareDays(left, right)).toBe(Math.sign(utc(left) - utc(right)))
      }),
    )
  })

  test('parts come back as they went in', () => {
    fc.assert(
      fc.property(days, ([year, month, day]) => {
        expect(dayParts(isoDay(year, month, day))).toEqual({ year, month, day })
      }),
    )
  })
})

test('addDays refuses what is not a day', () => {
  expect(() => addDays('2023-02-29', 1)).toThrow(RangeError)
})
