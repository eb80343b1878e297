import { daysInMonth, LEAP_YEAR } from '../../text/calendar.ts'
import { MONTH_DAYS, monthDays } from './month-days.ts'
import { AND, NUMBER, numberOf, WEEK, weekdayNumber } from './number-words.ts'
import type { Schedule } from './schedule.ts'

/** A schedule without its time. */
export type Recurrence = Schedule extends infer Kind ? (Kind extends Schedule ? Omit<Kind, 'minute'> : never) : never

/** Where the words of recurring stand, and what they say: a recurrence, or a sentence where there is no such one. */
export interface RecurrenceRead {
  readonly start: number
  readonly end: number
  readonly says: Recurrence | string
}

type Groups = Readonly<Record<string, string | undefined>>

/** 周 followed by these is a day; a digit or numeral before 点 is the time: 每周一三点. */
const DAY = '(?:[一二三四五六七日天八九](?![点时])|[0-9](?![0-9]*[点时:.]))'
const DAYS = `${DAY}(?:(?:${AND}|到|至|-|~)?(?:每?${WEEK})?${DAY})*`
const EVERY_WEEK = `(?:每(?<every>${NUMBER})?个?|每?(?<skips>隔)(?<gap>${NUMBER})?个?|(?<double>双)|每?逢每?|每到)(?:的)?${WEEK}`
const EVERY_MONTH = '(?:每逢|每到|每|逢)个?月的?'
const EVERY_QUARTER = '(?:每逢|每到|每|逢)个?季度?的?'
const EVERY_YEAR = '(?:每逢|每到|每|逢)个?年的?'
const MONTH = `${NUMBER}月份?`

const NOT_KEPT =
  '可以按天、工作日、周、月、季度或年来定，例如“每天9点”“工作日早上8点半”“每两周周五”“每月25号”“每季度末”。'

/** Earlier lines win where two begin at one place. */
const WORDS: readonly (readonly [string, (groups: Groups) => Recurrence | string])[] = [
  [
    `每(?:隔|${NUMBER})?(?:个|半)?(?:小时|钟头|分钟?)|每(?:隔)?(?:${NUMBER}分钟)|隔天|每隔?[2-9两二三四五六七八九十]+[天日]|每隔一?[天日]`,
    () => NOT_KEPT,
  ],
  [
    '(?<![个0-9])(?:每个?|每周的?)?工作日的?(?:每[天日])?(?![内前后])|每个?上班日',
    () => ({ kind: 'workdays', onDaysOff: 'move' }),
  ],
  ['每半个?月', () => ({ kind: 'monthly', days: [15, 'last'], onDaysOff: 'move' })],
  [
    '(?:每半年|每?半年度)(?:的?最后一天|[底末])?',
    () => ({ kind: 'yearly', months: [6, 12], days: ['last'], onDaysOff: 'move' }),
  ],
  [`每[两二三四五六七八九十2-9隔]+个?(?:月|季度|年)|每隔一?个?(?:月|季度|年)|[单双]月`, () => NOT_KEPT],
  [`${EVERY_WEEK}[末](?!尾?[一二三四五])`, () => '周末指哪一天？请说“每周五下午4点…”或“每周六9点…”。'],
  [`${EVERY_WEEK}的?(?:(?:${WEEK})?(?<days>${DAYS})|初)?`, weekly],
  [`${WEEK}(?<days>[一1](?:到|至|-|~)${WEEK}?[五5六6日天])的?(?:每[天日])?`, weekly],
  [
    `${EVERY_MONTH}(?:${MONTH_DAYS})?`,
    groups => dated(monthDays(groups, 31), days => ({ kind: 'monthly', days, onDaysOff: 'move' })),
  ],
  [`${EVERY_QUARTER}(?:${monthOfQuarter()})?(?:${MONTH_DAYS})?`, quarterly],
  [
    `${EVERY_YEAR}(?:年?(?<end>[底末])|年?(?<start>初))(?!月)`,
    ({ end }) => ({ kind: 'yearly', months: [end ? 12 : 1], days: [end ? 'last' : 1], onDaysOff: 'move' }),
  ],
  [`${EVERY_YEAR}(?<months>(?:${NUMBER}月?份?${AND})*${MONTH})的?(?:${MONTH_DAYS})?`, yearly],
  [`${EVERY_YEAR}(?:${MONTH_DAYS})?`, wholeYear],
  ['(?:每一?|天)[天日](?!常)|每个?(?=早|晚|上午|下午|中午)', () => ({ kind: 'daily', onDaysOff: 'fire' })],
]

const PATTERNS = WORDS.map(([words, read]) => ({ pattern: new RegExp(words, 'u'), read }))

/** The first words of recurring in a text, or null: 每周一三五 => weekly on 1, 3, 5. */
export function findRecurrence(text: string): RecurrenceRead | null {
  const found = PATTERNS.map(({ pattern, read }) => ({ match: pattern.exec(text), read }))
    .flatMap(({ match, read }) => (match ? [{ match, read }] : []))
    .toSorted((a, b) => a.match.index - b.match.index)
  const [first] = found
  if (!first) return null
  const { match, read } = first
  return { start: match.index, end: match.index + match[0].length, says: read(match.groups ?? {}) }
}

/** A weekend that was named is asked for. */
function weekly(groups: Groups): Recurrence | string {
  const weekdays = weekdaysIn(groups['days'] ?? '一')
  if (weekdays.some(Number.isNaN)) return '一周只有周一到周日。请说“每周一”“每周三、周五”或“每周日”。'
  const weeks = weeksOf(groups)
  if (!(weeks >= 1 && weeks <= 12)) return NOT_KEPT
  return {
    kind: 'weekly',
    weekdays,
    every: weeks,
    from: null,
    onDaysOff: weekdays.some(day => day > 5) ? 'fire' : 'move',
  }
}

/** 隔周 and 双周 are every second week, 每隔两周 is every third. */
function weeksOf({ every, skips, gap, double }: Groups): number {
  if (double) return 2
  if (skips) return numberOf(gap ?? '一') + 1
  return every ? numberOf(every) : 1
}

/** 一三五 => 1, 3, 5; 一到五 => 1 to 5; NaN for a day that no week has. */
function weekdaysIn(text: string): readonly number[] {
  const days = new Set<number>()
  let last = 0
  for (const { groups } of text.matchAll(/(?<to>[到至~-])?(?:周|星期|礼拜)?(?<day>[一二三四五六七日天八九0-9])/gu)) {
    const day = weekdayNumber(groups?.['day'])
    const from = groups?.['to'] && last < day ? last : day
    for (let between = from; between < day; between++) days.add(between)
    days.add(day)
    last = day
  }
  return [...days].toSorted((a, b) => a - b)
}

function dated(
  days: ReturnType<typeof monthDays>,
  recurrence: (days: Exclude<ReturnType<typeof monthDays>, string>) => Recurrence,
): Recurrence | string {
  return typeof days === 'string' ? days : recurrence(days)
}

function monthOfQuarter(): string {
  return '(?:(?<firstMonth>第[一1]个月|首月|头一个月)|(?<secondMonth>第[二2]个月|中间一?个月)|(?<thirdMonth>第[三3]个月|最后一?个月|末月))的?'
}

function quarterly(groups: Groups): Recurrence | string {
  const atEnd = groups['thirdMonth'] ?? groups['last'] ?? groups['lastWorking'] ?? groups['lastOf']
  const month = groups['secondMonth'] ? 2 : 1
  if (groups['dates'] && !atEnd && !groups['firstMonth'] && !groups['secondMonth'])
    return '请说季度里的哪个月，例如“每季度末”“每季度第一个月10号”“每季度最后一个工作日”。'
  return dated(monthDays(groups, 31), days => ({
    kind: 'quarterly',
    month: groups['firstMonth'] === undefined && groups['secondMonth'] === undefined && atEnd ? 3 : month,
    days,
    onDaysOff: 'move',
  }))
}

function yearly(groups: Groups): Recurrence | string {
  const months = (groups['months']?.match(new RegExp(NUMBER, 'gu')) ?? []).map(numberOf)
  if (months.some(month => !(month >= 1 && month <= 12))) return '一年只有1月到12月。请说“每年12月1日”。'
  const longest = Math.min(...months.map(month => daysInMonth(LEAP_YEAR, month)))
  return dated(monthDays(groups, longest), days => ({ kind: 'yearly', months, days, onDaysOff: 'move' }))
}

/** 每年最后一个工作日 */
function wholeYear(groups: Groups): Recurrence | string {
  const atEnd = groups['last'] ?? groups['lastWorking']
  const atStart = groups['first'] ?? groups['firstWorking']
  if (!atEnd && !atStart) return '请说在几月几日，例如“每年12月1日9点”“每年年底”。'
  return dated(monthDays(groups, 31), days => ({ kind: 'yearly', months: [atEnd ? 12 : 1], days, onDaysOff: 'move' }))
}
