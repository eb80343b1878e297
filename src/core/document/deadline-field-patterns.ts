import { endOfHalf, endOfMonth, endOfQuarter, endOfYear } from '../text/calendar.ts'
import { type DeadlinePattern, PROSE_PATTERNS } from './deadline-patterns.ts'
import {
  all,
  DAY,
  dateless,
  day,
  endOfTenDays,
  HALF,
  half,
  MONTH,
  month,
  QUARTER,
  quarter,
  realDay,
  YEAR,
} from './deadline-words.ts'

/** Limits a 完成时限 cell may state beside those of running text: here a bare date is one. */
export const FIELD_PATTERNS: readonly DeadlinePattern[] = [
  ...PROSE_PATTERNS.filter(({ certainty }) => certainty === undefined),
  {
    rule: 'field-day',
    sign: '月',
    pattern: all(`${YEAR}${MONTH}${DAY}`),
    date: (g, y) => realDay(y, month(g), day(g)),
  },
  {
    rule: 'field-dotted-day',
    sign: '20',
    pattern: all(String.raw`(?<![\d.])(?<year>20\d\d)[.\-/](?<month>\d{1,2})[.\-/](?<day>\d{1,2})(?!\d)`),
    date: (g, y) => realDay(y, month(g), day(g)),
  },
  {
    rule: 'field-dotted-month',
    sign: '20',
    pattern: all(String.raw`(?<![\d.])(?<year>20\d\d)[.\-/](?<month>1[0-2]|0?[1-9])(?![\d.])`),
    date: (g, y) => endOfMonth(y, month(g)),
  },
  { rule: 'field-month', sign: '月', pattern: all(`${YEAR}${MONTH}`), date: (g, y) => endOfMonth(y, month(g)) },
  {
    rule: 'field-month-start',
    sign: '月',
    certainty: 'implied',
    pattern: all(`${YEAR}${MONTH}(?<third>初)`),
    date: endOfTenDays,
  },
  { rule: 'field-ten-days', sign: '月', pattern: all(`${YEAR}${MONTH}(?<third>[上中下])旬`), date: endOfTenDays },
  {
    rule: 'field-quarter',
    sign: '季度',
    pattern: all(`${YEAR}${QUARTER}`),
    date: (g, y) => endOfQuarter(y, quarter(g)),
  },
  { rule: 'field-half', sign: '半年', pattern: all(`${YEAR}${HALF}`), date: (g, y) => endOfHalf(y, half(g)) },
  {
    rule: 'field-year',
    sign: '20',
    pattern: all(String.raw`(?<![\d])(?<year>20\d\d)年?(?![\d.\-/年全每])`),
    date: (_, y) => endOfYear(y),
  },
  {
    rule: 'field-within',
    sign: '内',
    dateless: true,
    pattern: all('(?:半年|(?:[一二两三四五六]|[1-6])(?:年|个月))[之以]?内'),
    date: dateless,
  },
]
