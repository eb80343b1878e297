import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import {
  correctedCalendar,
  type WorkCalendar,
  type WorkdayCorrections,
} from '../../src/core/supervision/work-calendar.ts'

/**
 * The calendar of the package `chinese-days` (notices of 2004 to 2026) with corrections before it.
 * It takes the package's table, not its functions: those count in the time zone of the machine.
 */
export function createWorkCalendar(corrections: WorkdayCorrections): WorkCalendar {
  return correctedCalendar({ isWorkingDay, knows }, corrections)
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
