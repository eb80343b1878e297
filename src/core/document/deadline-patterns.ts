import { endOfHalf, endOfMonth, endOfQuarter, endOfYear, isoDay, isValidDay } from '../text/calendar.ts'
import { parseNumber } from '../text/numerals.ts'

/** The named groups of a match; those that took no part are undefined. */
export type Groups = Readonly<Record<string, string | undefined>>

/** One way of stating a limit. */
export interface DeadlinePattern {
  readonly rule: string
  /** Global; matches exactly the words that state the limit. */
  readonly pattern: RegExp
  /** The last day that keeps it; `year` is that of the words or else of the document. */
  readonly date: (groups: Groups, year: number) => string | null
  /** The words name no date at all: 汛期前. */
  readonly dateless?: true
  /** `implied`: the words give a year and no limit (2023年，…占比达到…). */
  readonly certainty?: 'implied'
}

/** 2025年, 今年, 次年; empty for the year of the document. */
const YEAR = String.raw`(?:(?<year>20\d\d)年|(?<relative>今年|本年|当年|明年|次年|同年))?`
/** 年底, 2025年底, 2025年年底, 今年底 up to their last character. */
const YEAR_OF_END = String.raw`(?:(?<year>20\d\d)年年?|(?<relative>今年|本年|当年|明年|次年|同年)年?|年)`
const MONTH = String.raw`(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?`
const DAY = String.raw`(?<day>[12]\d|3[01]|0?[1-9])[日号]`
const BEFORE = '(?:之前|以前|前(?![后沿提期置瞻端台厅列述]))'
/** What a limit without 前 or 底 leads to: 2024年四季度完成. */
const DONE =
  '(?=(?:要|须|应|力争|确保|全部|全面|基本|正式|初步|率先|顺利)*(?:完成|建成|实现|印发|出台|开工|投用|投产|竣工|上线|启用|达到|完工|通车|交付|运行|运营|验收|形成|到位|完毕)(?!了|的))'
const QUARTER = '第?(?<quarter>[一二三四1-4])季度'
const HALF = '(?<half>[上下])半年'
const NOT_SINCE = '(?![以之]?来|起|开始|较|比|同比|增长|印发的|召开)'

const month = (groups: Groups): number => parseNumber(groups['month'] ?? '') ?? 0
const day = (groups: Groups): number => Number(groups['day'] ?? 0)
const quarter = (groups: Groups): number => parseNumber(groups['quarter'] ?? '') ?? 0
const half = (groups: Groups): number => (groups['half'] === '上' ? 1 : 2)
const dateless = (): null => null

function realDay(year: number, monthOfYear: number, dayOfMonth: number): string | null {
  const iso = isoDay(year, monthOfYear, dayOfMonth)
  return isValidDay(iso) ? iso : null
}

const TEN_DAYS: Readonly<Record<string, number>> = { 上: 10, 中: 20 }
function endOfTenDays(groups: Groups, year: number): string {
  const last = TEN_DAYS[groups['third'] ?? '']
  return last === undefined ? endOfMonth(year, month(groups)) : isoDay(year, month(groups), last)
}

/** Public holidays with a fixed date; a limit before one ends the day before. */
const FESTIVAL_EVES: Readonly<Record<string, readonly [number, number]>> = {
  五一: [4, 30],
  劳动节: [4, 30],
  七一: [6, 30],
  八一: [7, 31],
  国庆: [9, 30],
  国庆节: [9, 30],
  十一: [9, 30],
}
function festivalEve(groups: Groups, year: number): string | null {
  const [monthOfYear, dayOfMonth] = FESTIVAL_EVES[groups['festival'] ?? ''] ?? [0, 0]
  return realDay(year, monthOfYear, dayOfMonth)
}

const PLAN_ENDS: Readonly<Record<string, number>> = { 十三五: 2020, 十四五: 2025, 十五五: 2030, 十六五: 2035 }
const endOfPlan = (groups: Groups): string | null => {
  const year = PLAN_ENDS[groups['plan'] ?? '']
  return year === undefined ? null : endOfYear(year)
}

function all(source: string): RegExp {
  return new RegExp(String.raw`(?<!\d)${source}`, 'g')
}

/** Limits in running text. Where two overlap the longer wins, then the earlier in this list. */
export const PROSE_PATTERNS: readonly DeadlinePattern[] = [
  { rule: 'day-before', pattern: all(`${YEAR}${MONTH}${DAY}${BEFORE}`), date: (g, y) => realDay(y, month(g), day(g)) },
  { rule: 'day-done', pattern: all(`${YEAR}${MONTH}${DAY}${DONE}`), date: (g, y) => realDay(y, month(g), day(g)) },
  { rule: 'dotted-day-before', pattern: all(String.raw`(?<![\d.])(?<year>20\d\d)[.\-/](?<month>\d{1,2})[.\-/](?<day>\d{1,2})日?${BEFORE}`), date: (g, y) => realDay(y, month(g), day(g)) },
  { rule: 'month-end', pattern: all(`${YEAR}${MONTH}[底末](?:${BEFORE}|${NOT_SINCE})`), date: (g, y) => endOfMonth(y, month(g)) },
  { rule: 'ten-days', pattern: all(`${YEAR}${MONTH}(?<third>[上中下])旬(?:${BEFORE}|${DONE})`), date: endOfTenDays },
  { rule: 'month-before', pattern: all(`${YEAR}${MONTH}${BEFORE}`), date: (g, y) => monthBefore(y, month(g)) },
  { rule: 'month-done', pattern: all(`${YEAR}${MONTH}${DONE}`), date: (g, y) => endOfMonth(y, month(g)) },
  { rule: 'quarter-end', pattern: all(`${YEAR}${QUARTER}(?:[底末]?${BEFORE}|[底末内]${NOT_SINCE})`), date: (g, y) => endOfQuarter(y, quarter(g)) },
  { rule: 'quarter-done', pattern: all(`${YEAR}${QUARTER}${DONE}`), date: (g, y) => endOfQuarter(y, quarter(g)) },
  { rule: 'half-end', pattern: all(`${YEAR}${HALF}(?:[底末]?${BEFORE}|[底末内]${NOT_SINCE})`), date: (g, y) => endOfHalf(y, half(g)) },
  { rule: 'half-done', pattern: all(`${YEAR}${HALF}${DONE}`), date: (g, y) => endOfHalf(y, half(g)) },
  { rule: 'year-end', pattern: all(`${YEAR_OF_END}[底末终](?:${BEFORE}|${NOT_SINCE})`), date: (_, y) => endOfYear(y) },
  { rule: 'within-year', pattern: all(`${YEAR_OF_END}度?内(?!部|容)`), date: (_, y) => endOfYear(y) },
  { rule: 'year-before', pattern: all(String.raw`(?<![\d—~～-])(?<year>20\d\d)年${BEFORE}`), date: (_, y) => endOfYear(y - 1) },
  { rule: 'by-year', pattern: all(String.raw`(?<![年\d])[到至](?<year>20\d\d)年(?![年底末内前初中]|\d|[一二三四]?季度|[上下]半年|[—~～-])`), date: (_, y) => endOfYear(y) },
  { rule: 'plan-end', pattern: all('[“"]?(?<plan>十[三四五六]五)[”"]?(?:期?末)'), date: endOfPlan },
  { rule: 'festival', pattern: all(`${YEAR}[“"]?(?<festival>五一|劳动节|七一|八一|国庆节?|十一)[”"]?(?:假期|期间)?${BEFORE}`), date: festivalEve },
  { rule: 'season', dateless: true, pattern: all(`${YEAR}(?:主?汛期?|供暖[季期]|采暖[季期]|取暖[季期]|供热期|春[耕播节]|秋[收冬种播]*|三夏|三秋|雨季|台风季|入冬|入汛|入夏|封冻期?|上冻|冬季|开学|秋季学期|春季学期|中秋节?|元旦|清明节?|端午节?|两会|高考|暑期|寒假)(?:到?来临?|开始|开学|来临|到来)?${BEFORE}`), date: dateless },
  { rule: 'within-years', dateless: true, pattern: all('(?<=[，。；]|^|在|用|力争|争取|确保|计划|利用)(?:未来|今后)?(?:半年|(?:[一二两三四五六]|[1-6])(?:年|个月))(?:左右)?(?:时间)?[之以]?内'), date: dateless },
  { rule: 'after-issue', dateless: true, pattern: all('(?:印发|发布|公布|下发|实施)之日起[一二两三四五六十\\d]{1,3}(?:年|个月|日|天|个工作日)[之以]?内'), date: dateless },
  { rule: 'bare-year', certainty: 'implied', pattern: all(String.raw`(?<=[，。；]|^|力争|确保|争取)(?<year>20\d\d)年(?=，|[^，。；底末内前初度来起以—~～\d-][^，。；]{0,40}(?:达到?|实现|完成|建成|突破|超过|不低于))`), date: (_, y) => endOfYear(y) },
]

/** Limits a 完成时限 cell may state beside those of running text: here a bare date is one. */
export const FIELD_PATTERNS: readonly DeadlinePattern[] = [
  ...PROSE_PATTERNS.filter(({ certainty }) => certainty === undefined),
  { rule: 'field-day', pattern: all(`${YEAR}${MONTH}${DAY}`), date: (g, y) => realDay(y, month(g), day(g)) },
  { rule: 'field-dotted-day', pattern: all(String.raw`(?<![\d.])(?<year>20\d\d)[.\-/](?<month>\d{1,2})[.\-/](?<day>\d{1,2})(?!\d)`), date: (g, y) => realDay(y, month(g), day(g)) },
  { rule: 'field-dotted-month', pattern: all(String.raw`(?<![\d.])(?<year>20\d\d)[.\-/](?<month>1[0-2]|0?[1-9])(?![\d.])`), date: (g, y) => endOfMonth(y, month(g)) },
  { rule: 'field-month', pattern: all(`${YEAR}${MONTH}`), date: (g, y) => endOfMonth(y, month(g)) },
  { rule: 'field-ten-days', pattern: all(`${YEAR}${MONTH}(?<third>[上中下])旬`), date: endOfTenDays },
  { rule: 'field-quarter', pattern: all(`${YEAR}${QUARTER}`), date: (g, y) => endOfQuarter(y, quarter(g)) },
  { rule: 'field-half', pattern: all(`${YEAR}${HALF}`), date: (g, y) => endOfHalf(y, half(g)) },
  { rule: 'field-year', pattern: all(String.raw`(?<![\d])(?<year>20\d\d)年?(?![\d.\-/年全每])`), date: (_, y) => endOfYear(y) },
  { rule: 'field-within', dateless: true, pattern: all('(?:半年|(?:[一二两三四五六]|[1-6])(?:年|个月))[之以]?内'), date: dateless },
]

/** 9月前 ends with August. */
function monthBefore(year: number, monthOfYear: number): string {
  return monthOfYear === 1 ? endOfYear(year - 1) : endOfMonth(year, monthOfYear - 1)
}
