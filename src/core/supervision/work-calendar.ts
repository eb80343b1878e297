import * as z from 'zod/mini'
import { addDays, dayParts, isValidDay } from '../text/calendar.ts'
import type { HolidayLookup } from './subscription/quiet.ts'

/** 法定工作日, as the State Council's yearly notices set them. Days are YYYY-MM-DD in Asia/Shanghai. */
export interface WorkCalendar {
  /** In a year that is not known: Monday to Friday. */
  isWorkingDay(day: string): boolean
  /** Whether the notice of that year is at hand. */
  knows(year: number): boolean
}

/** The working days, and when the legal holidays lie. */
export interface LegalCalendar extends WorkCalendar {
  readonly holiday: HolidayLookup
}

const Days = z.readonly(z.array(z.string().check(z.refine(isValidDay, '不是有效日期，应写作 2027-01-01'))))

const YearCorrection = z.readonly(
  z.object({
    /** 放假: no working days, whatever weekday they are. */
    off: Days,
    /** 调休上班: working days, whatever weekday they are. */
    work: Days,
    /** The notice it was taken from: 国办发明电〔…〕…号. */
    source: z.string().check(z.minLength(1)),
  }),
)

/**
 * `seeds/workdays.json`: by year, what a notice of the State Council says and the calendar in use does not yet.
 * A year that is listed counts as known, so it has to hold the whole notice.
 */
export const WorkdayCorrections = z.readonly(
  z
    .record(z.string().check(z.regex(/^\d{4}$/)), YearCorrection)
    .check(z.refine(years => Object.entries(years).every(isOfItsYear), '日期应属于所列年份，且不能既放假又上班')),
)
export type WorkdayCorrections = z.infer<typeof WorkdayCorrections>

function isOfItsYear([year, { off, work }]: [string, z.infer<typeof YearCorrection>]): boolean {
  return [...off, ...work].every(day => day.startsWith(year)) && !work.some(day => off.includes(day))
}

/** The same calendar with corrections, which go before it. */
export function correctedCalendar(calendar: WorkCalendar, corrections: WorkdayCorrections): WorkCalendar {
  const years = Object.values(corrections)
  const off = new Set(years.flatMap(year => year.off))
  const work = new Set(years.flatMap(year => year.work))
  return {
    isWorkingDay: day => work.has(day) || (!off.has(day) && calendar.isWorkingDay(day)),
    knows: year => Object.hasOwn(corrections, String(year)) || calendar.knows(year),
  }
}

/** More days without work than any year has in a row; beyond it the calendar is wrong. */
const LONGEST_BREAK = 60

/** The day itself where it is a working day, else the next one. */
export const workingDayFrom = (calendar: WorkCalendar, day: string): string => seek(calendar, day, 1)

/** The day itself where it is a working day, else the one before. */
export const workingDayUntil = (calendar: WorkCalendar, day: string): string => seek(calendar, day, -1)

/** nextWorkingDay(calendar, '2023-09-28') => '2023-10-07': a Saturday that is worked for National Day. */
export const nextWorkingDay = (calendar: WorkCalendar, day: string): string => seek(calendar, addDays(day, 1), 1)

/** previousWorkingDay(calendar, '2023-10-07') => '2023-09-28' */
export const previousWorkingDay = (calendar: WorkCalendar, day: string): string => seek(calendar, addDays(day, -1), -1)

function seek(calendar: WorkCalendar, from: string, step: 1 | -1): string {
  let day = from
  for (let tried = 0; tried < LONGEST_BREAK; tried++) {
    if (calendar.isWorkingDay(day)) return day
    day = addDays(day, step)
  }
  throw new RangeError(`no working day within ${LONGEST_BREAK} days of ${from}`)
}

/** Says for which of the days' years the calendar only guesses; null where it knows them all. */
export function unknownYearsNote(calendar: WorkCalendar, days: readonly string[]): string | null {
  const years = [...new Set(days.map(day => dayParts(day)?.year ?? 0))].filter(year => !calendar.knows(year)).sort()
  return years.length === 0 ? null : `${years.join('、')}年的放假安排尚未收录，工作日暂按周一至周五计。`
}
