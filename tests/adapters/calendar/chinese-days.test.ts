import { readFile } from 'node:fs/promises'
import { describe, expect, it, test } from 'vitest'
import { createWorkCalendar } from '../../../adapters/calendar/chinese-days.ts'
import { WorkdayCorrections } from '../../../src/core/supervision/work-calendar.ts'
import { addDays } from '../../../src/core/text/calendar.ts'

const calendar = createWorkCalendar({})

function daysOf(year: number): readonly string[] {
  const days: string[] = []
  for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = addDays(day, 1)) days.push(day)
  return days
}

const isOff = (day: string) => !calendar.isWorkingDay(day)

test.each([
  [2023, 249],
  [2024, 251],
  [2025, 248],
  [2026, 248],
])('%d has %d working days', (year, working) => {
  expect(daysOf(year).filter(calendar.isWorkingDay)).toHaveLength(working)
})

describe('weeks of Spring Festival and National Day', () => {
  it.each([
    ['2023-01-21', '2023-01-27', ['2023-01-28', '2023-01-29']],
    ['2023-09-29', '2023-10-06', ['2023-10-07', '2023-10-08']],
    ['2024-02-10', '2024-02-17', ['2024-02-04', '2024-02-18']],
    ['2024-10-01', '2024-10-07', ['2024-09-29', '2024-10-12']],
    ['2025-01-28', '2025-02-04', ['2025-01-26', '2025-02-08']],
    ['2025-10-01', '2025-10-08', ['2025-09-28', '2025-10-11']],
  ])('%s to %s is off, %j are worked', (from, to, worked) => {
    const off = daysOf(Number(from.slice(0, 4))).filter(day => day >= from && day <= to)
    expect(off.filter(day => !isOff(day))).toEqual([])
    expect([addDays(from, -1), addDays(to, 1)].filter(isOff)).toEqual([])
    expect(worked.filter(isOff)).toEqual([])
  })

  it('counts as worked no other weekends of 2023 than the seven of the notice', () => {
    const weekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay())
    expect(daysOf(2023).filter(day => weekend(day) && calendar.isWorkingDay(day))).toEqual([
      '2023-01-28',
      '2023-01-29',
      '2023-04-23',
      '2023-05-06',
      '2023-06-25',
      '2023-10-07',
      '2023-10-08',
    ])
  })
})

test('it covers 2004 to 2026', () => {
  const years = Array.from({ length: 60 }, (_, i) => 1990 + i)
  expect(years.filter(calendar.knows)).toEqual(years.filter(year => year >= 2004 && year <= 2026))
})

test('a year without a notice has Monday to Friday', () => {
  expect(daysOf(2029).filter(calendar.isWorkingDay)).toHaveLength(261)
  expect(['2029-10-01', '2029-10-05', '2029-10-06', '2029-10-07'].map(calendar.isWorkingDay)).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('corrections go before the package, day by day', () => {
  const corrected = createWorkCalendar({
    2026: { off: ['2026-03-04'], work: ['2026-10-01'], source: '示例' },
    2031: { off: ['2031-01-01'], work: ['2031-01-04'], source: '示例' },
  })
  const days = ['2026-03-04', '2026-03-05', '2026-10-01', '2026-10-02', '2031-01-01', '2031-01-04', '2031-01-05']
  expect(days.map(corrected.isWorkingDay)).toEqual([false, true, true, false, false, true, false])
  expect([2026, 2030, 2031].map(corrected.knows)).toEqual([true, false, true])
})

test('the corrections that come with the project can be read', async () => {
  const seeds: unknown = JSON.parse(await readFile('seeds/workdays.json', 'utf8'))
  expect(WorkdayCorrections.safeParse(seeds).success).toBe(true)
})
