import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { Period } from '../../src/core/supervision/subscription/schedule.ts'
import {
  correctedCalendar,
  type LegalCalendar,
  type WorkdayCorrections,
} from '../../src/core/supervision/work-calendar.ts'
import { addDays } from '../../src/core/text/calendar.ts'

/**
 * The calendar of the package `chinese-days` (notices of 2004 to 2026) with corrections before it.
 * It takes the package's table, not its functions: those count in the time zone of the machine.
 */
export function createWorkCalendar(corrections: WorkdayCorrections): LegalCalendar {
  return { ...correctedCalendar({ isWorkingDay, knows }, corrections), holiday }
}

/** Days of a holiday have names: National Day,国庆节,3. */
const DAYS_OFF = Object.entries(published.holidays)
  .map(([day, names]) => ({ day, names: names.split(',') }))
  .sort((a, b) => (a.day < b.day ? -1 : 1))

/** When the next holiday of a name lies, with the days off around it: 中秋 runs into 国庆. */
function holiday(name: string, from: string): Period | null {
  const off = new Set(DAYS_OFF.map(({ day }) => day))
  const days = DAYS_OFF.filter(({ names }) => names.includes(name)).map(({ day }) => day)
  const last = days.find(day => day >= from && !days.includes(addDays(day, 1)))
  if (last === undefined) return null
  let [start, end] = [last, last]
  while (off.has(addDays(start, -1))) start = addDays(start, -1)
  while (off.has(addDays(end, 1))) end = addDays(end, 1)
  return { from: start, to: end }
}

function isWorkingDay(day: string): boolean {
  return Object.hasOwn(published.workdays, day) || (!Object.hasOwn(published.holidays, day) && isWeekday(day))
}

/** Every notice gives 1 October off. */
const knows = (year: number): boolean => Object.hasOwn(published.holidays, `${year}-10-01`)

function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}
