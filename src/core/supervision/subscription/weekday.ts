const MS_PER_DAY = 86_400_000
/** 1970-01-01 was a Thursday. */
const FIRST_DAY = 3

/** Days since 1970-01-01. The day given must be valid. */
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY

/** 1 is Monday, 7 is Sunday: weekdayOf('2023-06-05') => 1 */
export const weekdayOf = (day: string): number => ((dayNumber(day) + FIRST_DAY) % 7) + 1

/** The weeks begin on Monday; two days of one week have the same number. */
export const weekNumber = (day: string): number => Math.floor((dayNumber(day) + FIRST_DAY) / 7)
