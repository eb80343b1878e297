import { addDays } from '../text/calendar.ts'
import type { NoticeKind } from './notice.ts'
import { type WorkCalendar, workingDayFrom, workingDayUntil } from './work-calendar.ts'

/** When somebody is told of a deadline. */
export interface Rule {
  /** Calendar days before the deadline: 7 is T-7, 0 its day, -1 the day after. */
  readonly daysBefore: number
  /** Only for deadlines at least so many days after the document was issued; never where that day is unknown. */
  readonly minDaysGiven?: number
}

/** T-30 where there was a quarter of a year or more, T-7, T-3, T-0, and 催办 at T+1. */
export const DEFAULT_RULES: readonly Rule[] = [
  { daysBefore: 30, minDaysGiven: 90 },
  { daysBefore: 7 },
  { daysBefore: 3 },
  { daysBefore: 0 },
  { daysBefore: -1 },
]

/**
 * The working day on which a rule speaks of a deadline. What falls on a day off moves to the working day before, so that
 * nobody is told late; what comes after the deadline moves to the working day after, so that nobody is urged early.
 */
export function noticeDay(calendar: WorkCalendar, dueOn: string, daysBefore: number): string {
  const day = addDays(dueOn, -daysBefore)
  return daysBefore < 0 ? workingDayFrom(calendar, day) : workingDayUntil(calendar, day)
}

/** What a notice so many days before a deadline is. */
export function kindOf(daysBefore: number): NoticeKind {
  if (daysBefore === 0) return 'due'
  return daysBefore > 0 ? 'reminder' : 'urge'
}
