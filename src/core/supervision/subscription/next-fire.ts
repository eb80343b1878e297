import { addDays, daysInMonth, endOfMonth, isoDay } from '../../text/calendar.ts'
import { compareMoments, type Moment, type MonthDay, type Period, type Schedule } from './schedule.ts'
import { weekdayOf, weekNumber } from './weekday.ts'

/** What a schedule is read against. */
export interface FiringCalendar {
  /** Legal working days, make-up Saturdays included. */
  readonly isWorkingDay: (day: string) => boolean
  /** 勿扰: what falls on these days is left out, not moved. */
  readonly quiet?: readonly Period[]
  /** 稍后提醒: one extra firing each, beside the schedule. Asked for, so that no quiet period holds it back. */
  readonly snoozed?: readonly Moment[]
}

/** The longest run of days off that is looked over; the longest that was ever decreed has nine. */
const LONGEST_HOLIDAY = 31
/** A yearly schedule whose next day falls in a quiet period still finds the one after. */
const MONTHS_AHEAD = 26

interface Month {
  readonly year: number
  readonly month: number
}

/** The first firing after that minute; null where none is within two years, as in a quiet period without an end. */
export function nextFire(schedule: Schedule, after: Moment, calendar: FiringCalendar): Moment | null {
  const extra = (calendar.snoozed ?? []).filter(moment => compareMoments(moment, after) > 0)
  const [next] = firings(schedule, after, calendar)
  const [first = null] = [...extra, ...(next ? [next] : [])].toSorted(compareMoments)
  return first
}

/** All firings after `after` up to and including `until`, in order, each minute once: what downtime has missed. */
export function firesBetween(
  schedule: Schedule,
  after: Moment,
  { until, ...calendar }: FiringCalendar & { readonly until: Moment },
): readonly Moment[] {
  const fires: Moment[] = []
  let last: Moment | null = nextFire(schedule, after, calendar)
  while (last !== null && compareMoments(last, until) <= 0) {
    fires.push(last)
    last = nextFire(schedule, last, calendar)
  }
  return fires
}

/** Where every second week is meant, the weeks are counted from the first that it can fire in after that minute. */
export function countedFrom(schedule: Schedule, after: Moment, calendar: FiringCalendar): Schedule {
  if (schedule.kind !== 'weekly') return schedule
  const first = nextFire({ ...schedule, every: 1, onDaysOff: 'fire' }, after, { isWorkingDay: calendar.isWorkingDay })
  return { ...schedule, from: first?.day ?? after.day }
}

/** By the schedule alone, in order: days move without passing each other, so the months can be gone through one by one. */
function* firings(schedule: Schedule, after: Moment, calendar: FiringCalendar): Generator<Moment> {
  for (const month of monthsAround(after.day)) {
    for (const meant of meantDays(schedule, month, calendar)) {
      const day = firingDay(schedule, meant, calendar)
      const moment = { day, minute: schedule.minute }
      if (compareMoments(moment, after) > 0 && !isQuiet(day, calendar)) yield moment
    }
  }
}

const isQuiet = (day: string, { quiet = [] }: FiringCalendar): boolean =>
  quiet.some(({ from, to }) => day >= from && (to === null || day <= to))

/** From the month before: what fell on a holiday at its end may have been moved. */
function monthsAround(day: string): readonly Month[] {
  const first = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 2
  return Array.from({ length: MONTHS_AHEAD }, (_, i) => ({
    year: Math.floor((first + i) / 12),
    month: ((first + i) % 12) + 1,
  }))
}

/** The days of a month that the schedule means, in order, before any is moved. */
function meantDays(schedule: Schedule, month: Month, calendar: FiringCalendar): readonly string[] {
  switch (schedule.kind) {
    case 'daily':
      return daysOf(month)
    case 'workdays':
      return daysOf(month).filter(calendar.isWorkingDay)
    case 'weekly':
      return daysOf(month).filter(day => isInWeeks(schedule, day) && schedule.weekdays.includes(weekdayOf(day)))
    default:
      return isInMonths(schedule, month) ? namedDays(schedule.days, month, calendar) : []
  }
}

function isInWeeks({ every, from }: Extract<Schedule, { kind: 'weekly' }>, day: string): boolean {
  return (weekNumber(day) - (from === null ? 0 : weekNumber(from))) % every === 0
}

type ByMonth = Extract<Schedule, { kind: 'monthly' | 'quarterly' | 'yearly' }>

function isInMonths(schedule: ByMonth, { month }: Month): boolean {
  if (schedule.kind === 'quarterly') return ((month - 1) % 3) + 1 === schedule.month
  return schedule.kind === 'monthly' || schedule.months.includes(month)
}

function namedDays(days: readonly MonthDay[], month: Month, calendar: FiringCalendar): readonly string[] {
  return days.map(day => namedDay(day, month, calendar)).toSorted()
}

function namedDay(name: MonthDay, { year, month }: Month, { isWorkingDay }: FiringCalendar): string {
  if (typeof name === 'number') return isoDay(year, month, Math.min(name, daysInMonth(year, month)))
  const last = endOfMonth(year, month)
  if (name === 'last') return last
  const days = daysOf({ year, month })
  if (typeof name === 'object') {
    const weekdays = days.filter(day => weekdayOf(day) === name.weekday)
    return weekdays.at(name.nth > 0 ? name.nth - 1 : name.nth) ?? last
  }
  const working = days.filter(isWorkingDay)
  return working.at(name === 'last-working-day' ? -1 : 0) ?? last
}

const daysOf = ({ year, month }: Month): readonly string[] =>
  Array.from({ length: daysInMonth(year, month) }, (_, i) => isoDay(year, month, i + 1))

/** Where no working day is in sight, the day that was meant. */
function firingDay({ kind, onDaysOff }: Schedule, meant: string, { isWorkingDay }: FiringCalendar): string {
  if (onDaysOff === 'fire' || isWorkingDay(meant)) return meant
  const next = workingDayFrom(meant, 1, isWorkingDay)
  const isFree = kind === 'daily' || kind === 'workdays' || kind === 'weekly'
  if (isFree || next?.slice(0, 7) === meant.slice(0, 7)) return next ?? meant
  const before = workingDayFrom(meant, -1, isWorkingDay)
  return before?.slice(0, 7) === meant.slice(0, 7) ? before : meant
}

function workingDayFrom(day: string, step: 1 | -1, isWorkingDay: (day: string) => boolean): string | null {
  for (let away = 1; away <= LONGEST_HOLIDAY; away++) {
    const other = addDays(day, away * step)
    if (isWorkingDay(other)) return other
  }
  return null
}
