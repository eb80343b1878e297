import { describe, expect, it, test } from 'vitest'
import { createWorkCalendar } from '../../../adapters/calendar/chinese-days.ts'
import {
  nextWorkingDay,
  previousWorkingDay,
  unknownYearsNote,
  WorkdayCorrections,
  workingDayFrom,
  workingDayUntil,
} from '../../../src/core/supervision/work-calendar.ts'

const calendar = createWorkCalendar({})

test.each([
  // day, day itself or before, before, day itself or after, after
  ['2023-01-20', '2023-01-20', '2023-01-19', '2023-01-20', '2023-01-28'],
  ['2023-01-24', '2023-01-20', '2023-01-20', '2023-01-28', '2023-01-28'],
  ['2023-01-28', '2023-01-28', '2023-01-20', '2023-01-28', '2023-01-29'],
  ['2023-10-01', '2023-09-28', '2023-09-28', '2023-10-07', '2023-10-07'],
  ['2024-02-04', '2024-02-04', '2024-02-02', '2024-02-04', '2024-02-05'],
  ['2024-02-29', '2024-02-29', '2024-02-28', '2024-02-29', '2024-03-01'],
  ['2025-01-01', '2024-12-31', '2024-12-31', '2025-01-02', '2025-01-02'],
  ['2025-10-05', '2025-09-30', '2025-09-30', '2025-10-09', '2025-10-09'],
])('%s: until %s, previous %s, from %s, next %s', (day, until, previous, from, next) => {
  expect([
    workingDayUntil(calendar, day),
    previousWorkingDay(calendar, day),
    workingDayFrom(calendar, day),
    nextWorkingDay(calendar, day),
  ]).toEqual([until, previous, from, next])
})

test('a calendar without any working day is an error, not an endless search', () => {
  const never = { isWorkingDay: () => false, knows: () => true }
  expect(() => nextWorkingDay(never, '2023-01-03')).toThrow(RangeError)
})

test('it says which years it only guesses', () => {
  expect(unknownYearsNote(calendar, ['2026-12-31', '2025-01-01'])).toBeNull()
  expect(unknownYearsNote(calendar, ['2026-12-31', '2028-01-03', '2027-01-04', '2027-02-01'])).toBe(
    '2027、2028年的放假安排尚未收录，工作日暂按周一至周五计。',
  )
})

describe('corrections', () => {
  const year = { off: ['2031-01-01'], work: ['2031-01-04'], source: '国办发明电〔2030〕1号' }
  const reads = (value: unknown) => WorkdayCorrections.safeParse(value).success

  it('reads none, and a whole year', () => {
    expect([{}, { 2031: year }].map(reads)).toEqual([true, true])
  })

  it.each([
    ['a day of another year', { 2030: year }],
    ['a day that does not exist', { 2031: { ...year, off: ['2031-02-29'] } }],
    ['a day both off and worked', { 2031: { ...year, work: ['2031-01-01'] } }],
    ['no source', { 2031: { ...year, source: '' } }],
    ['a year that is none', { '31': year }],
    ['a list', [year]],
  ])('refuses %s', (_why, value) => {
    expect(reads(value)).toBe(false)
  })
})
