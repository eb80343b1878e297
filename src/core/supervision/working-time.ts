import { nextWorkingDay, type WorkCalendar, workingDayFrom } from './work-calendar.ts'

/** A wall-clock time in Asia/Shanghai. */
export interface LocalTime {
  /** YYYY-MM-DD */
  readonly day: string
  /** Minutes since midnight, 0 to 1439. */
  readonly minute: number
}

/** 08:30 to 18:00; at 18:00 it is over. */
export const WORKING_HOURS = { from: 8 * 60 + 30, until: 18 * 60 } as const

/** The time itself where it is within working time, else 08:30 of the next working morning. */
export function workingTimeAtOrAfter(calendar: WorkCalendar, { day, minute }: LocalTime): LocalTime {
  const isOver = minute >= WORKING_HOURS.until
  const working = isOver ? nextWorkingDay(calendar, day) : workingDayFrom(calendar, day)
  return working === day
    ? { day, minute: Math.max(minute, WORKING_HOURS.from) }
    : { day: working, minute: WORKING_HOURS.from }
}

/** Whether it is between 08:30 and 18:00 of a working day. */
export const isWorkingTime = (calendar: WorkCalendar, { day, minute }: LocalTime): boolean =>
  calendar.isWorkingDay(day) && minute >= WORKING_HOURS.from && minute < WORKING_HOURS.until

/** Shanghai has had no summer time since 1991. */
const AHEAD_MS = 8 * 60 * 60 * 1000
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** localTime(Date.UTC(2023, 0, 3, 0, 30)) => { day: '2023-01-03', minute: 510 }. Seconds are cut off. */
export function localTime(epochMs: number): LocalTime {
  const local = epochMs + AHEAD_MS
  const dayStart = Math.floor(local / DAY_MS) * DAY_MS
  return { day: new Date(local).toISOString().slice(0, 10), minute: Math.floor((local - dayStart) / MINUTE_MS) }
}

/** Epoch milliseconds of a Shanghai time. */
export const epochMsOf = ({ day, minute }: LocalTime): number => Date.parse(day) - AHEAD_MS + minute * MINUTE_MS
