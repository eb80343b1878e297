import { addDays } from '../../../../src/core/text/calendar.ts'

/** Days off on weekdays and working weekends, as decreed for 2023 and 2024 (国办发明电〔2022〕16号, 〔2023〕7号). */
const OFF: readonly (readonly [string, string])[] = [
  ['2022-12-31', '2023-01-02'],
  ['2023-01-21', '2023-01-27'],
  ['2023-04-05', '2023-04-05'],
  ['2023-04-29', '2023-05-03'],
  ['2023-06-22', '2023-06-24'],
  ['2023-09-29', '2023-10-06'],
  ['2023-12-30', '2024-01-01'],
  ['2024-02-10', '2024-02-17'],
  ['2024-04-04', '2024-04-06'],
  ['2024-05-01', '2024-05-05'],
  ['2024-06-08', '2024-06-10'],
  ['2024-09-15', '2024-09-17'],
  ['2024-10-01', '2024-10-07'],
]
const MADE_UP = new Set([
  '2023-01-28',
  '2023-01-29',
  '2023-04-23',
  '2023-05-06',
  '2023-06-25',
  '2023-10-07',
  '2023-10-08',
  '2024-02-04',
  '2024-02-18',
  '2024-04-07',
  '2024-04-28',
  '2024-05-11',
  '2024-09-14',
  '2024-09-29',
  '2024-10-12',
])

/** Monday to Friday, no holidays. */
export const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** The legal working days of 2023 and 2024. */
export const isLegalWorkingDay = (day: string): boolean =>
  MADE_UP.has(day) || (isWeekday(day) && !OFF.some(([from, to]) => day >= from && day <= to))

/** Every day from `from`, that many. */
export const daysFrom = (from: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => addDays(from, i))
