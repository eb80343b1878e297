import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createWorkCalendar } from '../../../adapters/calendar/chinese-days.ts'
import {
  epochMsOf,
  localTime,
  WORKING_HOURS,
  workingTimeAtOrAfter,
} from '../../../src/core/supervision/working-time.ts'

const calendar = createWorkCalendar({})
const clock = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

test.each([
  ['2023-01-03', '08:30', '2023-01-03', '08:30'],
  ['2023-01-03', '17:59', '2023-01-03', '17:59'],
  ['2023-01-03', '08:29', '2023-01-03', '08:30'],
  ['2023-01-03', '00:00', '2023-01-03', '08:30'],
  ['2023-01-03', '18:00', '2023-01-04', '08:30'],
  ['2023-01-03', '23:59', '2023-01-04', '08:30'],
  // New Year's Day 2023 ran to Monday.
  ['2023-01-02', '10:00', '2023-01-03', '08:30'],
  // Spring Festival ends with a Saturday that is worked.
  ['2023-01-20', '18:00', '2023-01-28', '08:30'],
  ['2023-01-28', '09:15', '2023-01-28', '09:15'],
  ['2023-09-28', '18:30', '2023-10-07', '08:30'],
  ['2024-02-09', '17:00', '2024-02-09', '17:00'],
  ['2024-02-09', '18:00', '2024-02-18', '08:30'],
  ['2025-09-30', '20:00', '2025-10-09', '08:30'],
  ['2024-12-31', '19:00', '2025-01-02', '08:30'],
  // Fridays without a holiday.
  ['2024-03-01', '18:00', '2024-03-04', '08:30'],
])('%s %s => %s %s', (day, time, onDay, at) => {
  expect(workingTimeAtOrAfter(calendar, { day, minute: clock(time) })).toEqual({ day: onDay, minute: clock(at) })
})

const minutes = fc.integer({ min: Date.UTC(2004, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 })

test('what comes out is the first minute of working time from then on', () => {
  const isWorking = (minute: number) => {
    const local = localTime(minute * 60_000)
    const within = local.minute >= WORKING_HOURS.from && local.minute < WORKING_HOURS.until
    return within && calendar.isWorkingDay(local.day)
  }
  fc.assert(
    fc.property(minutes, start => {
      let first = start
      while (!isWorking(first)) first++
      expect(epochMsOf(workingTimeAtOrAfter(calendar, localTime(start * 60_000)))).toBe(first * 60_000)
    }),
  )
})

test.each([
  ['2023-01-03T00:30:00Z', '2023-01-03', '08:30'],
  ['2023-01-02T16:00:00Z', '2023-01-03', '00:00'],
  ['2023-01-02T15:59:59.999Z', '2023-01-02', '23:59'],
  ['2024-02-29T15:59:00Z', '2024-02-29', '23:59'],
  ['1969-12-31T15:59:00Z', '1969-12-31', '23:59'],
])('%s is %s %s in Shanghai', (instant, day, time) => {
  expect(localTime(Date.parse(instant))).toEqual({ day, minute: clock(time) })
})

test('an instant comes back less its seconds', () => {
  fc.assert(
    fc.property(minutes, fc.integer({ min: 0, max: 59_999 }), (minute, ms) => {
      expect(epochMsOf(localTime(minute * 60_000 + ms))).toBe(minute * 60_000)
    }),
  )
})
