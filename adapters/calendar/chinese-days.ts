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

/** When the next holiday of a name lies, as the package's table names its days: National Day,国庆节,3. */
function holiday(name: string, from: string): Period | null {
  const days = Object.entries(published.holidays)
    .filter(([day, names]) => day >= from.slice(0, 4) && names.split(',').includes(name))
    .map(([day]) => day)
    .sort()
  const end = days.find(day => day >= from && !days.includes(addDays(day, 1)))
  if (end === undefined) return null
  const start = days.findLast(day => day <= end && !days.includes(addDays(day, -1)))
  return { from: start ?? end, to: end }
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
