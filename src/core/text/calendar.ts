/** Date arithmetic on ISO days (YYYY-MM-DD). No clock and no time zone: `Date.UTC` only counts days. */

const ISO_DAY = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/
const MS_PER_DAY = 86_400_000

/** A calendar date in parts; months and days count from 1. */
export interface DayParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** isoDay(2024, 2, 9) => '2024-02-09' */
export function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The parts of a valid ISO day, or null: 2023-02-29 is none. */
export function dayParts(iso: string): DayParts | null {
  const groups = ISO_DAY.exec(iso)?.groups
  if (!groups) return null
  const parts = { year: Number(groups['year']), month: Number(groups['month']), day: Number(groups['day']) }
  return isRealDay(parts) ? parts : null
}

/** Whether such a day exists in the Gregorian calendar. */
export function isRealDay({ year, month, day }: DayParts): boolean {
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export function isValidDay(iso: string): boolean {
  return dayParts(iso) !== null
}

/** Stands for the year where none was said: 2月29日 is a day. */
export const LEAP_YEAR = 2024

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** endOfMonth(2024, 2) => '2024-02-29' */
export function endOfMonth(year: number, month: number): string {
  return isoDay(year, month, daysInMonth(year, month))
}

/** endOfQuarter(2025, 3) => '2025-09-30' */
export function endOfQuarter(year: number, quarter: number): string {
  return endOfMonth(year, quarter * 3)
}

/** endOfHalf(2025, 1) => '2025-06-30' */
export function endOfHalf(year: number, half: number): string {
  return endOfMonth(year, half * 6)
}

export function endOfYear(year: number): string {
  return isoDay(year, 12, 31)
}

/** addDays('2023-12-31', 1) => '2024-01-01'. The day given must be valid. */
export function addDays(iso: string, days: number): string {
  return new Date(dayNumber(iso) * MS_PER_DAY + days * MS_PER_DAY).toISOString().slice(0, 10)
}

/** Negative when `a` is earlier, 0 when they are the same day. ISO days sort as text. */
export function compareDays(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function dayNumber(iso: string): number {
  const { year, month, day } = requireParts(iso)
  return Date.UTC(year, month - 1, day) / MS_PER_DAY
}

function requireParts(iso: string): DayParts {
  const parts = dayParts(iso)
  if (!parts) throw new RangeError(`not a calendar day: ${iso}`)
  return parts
}
