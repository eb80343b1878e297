import { addDays, endOfMonth, isoDay, isRealDay, LEAP_YEAR } from '../../text/calendar.ts'
import { type SubscriptionCommand, unclear } from './command.ts'
import { DAYS_IN, NUMBER, numberOf } from './number-words.ts'
import type { Period } from './schedule.ts'
import { weekdayOf } from './weekday.ts'

/** A day as people write it, the year only where they do. */
export interface DayWords {
  readonly year: number | null
  readonly month: number
  readonly day: number
}

/** 勿扰 as it was said, before a calendar has seen it. */
export type QuietWords =
  /** 国庆, by its name in the notices of the State Council. */
  | { readonly kind: 'holiday'; readonly name: string }
  /** Both included; the same day twice for one day. */
  | { readonly kind: 'dates'; readonly from: DayWords; readonly to: DayWords }
  /** 10月8日前: from today to the day before. */
  | { readonly kind: 'before'; readonly day: DayWords }
  /** Days away from today, both included: 今天 is 0 to 0, 三天内 0 to 2. */
  | { readonly kind: 'days'; readonly from: number; readonly to: number }
  /** 这周 is 0, 下周 1. */
  | { readonly kind: 'weeks'; readonly away: number }
  | { readonly kind: 'months'; readonly away: number }
  /** Until 恢复提醒. */
  | { readonly kind: 'open' }

/** When a legal holiday lies: the first of that name that ends on or after `from`; null where no notice is known. */
export type HolidayLookup = (name: string, from: string) => Period | null

const HOLIDAYS: Readonly<Record<string, string>> = {
  中秋国庆: '国庆节',
  国庆中秋: '国庆节',
  元旦: '元旦',
  过年: '春节',
  春节: '春节',
  清明节: '清明节',
  清明: '清明节',
  劳动节: '劳动节',
  五一: '劳动节',
  端午节: '端午节',
  端午: '端午节',
  中秋节: '中秋节',
  中秋: '中秋节',
  国庆节: '国庆节',
  国庆: '国庆节',
  十一: '国庆节',
}

type Groups = Readonly<Record<string, string | undefined>>

const NOT_SEND =
  '(?:也|都|就|请|先)?(?:不要|别|不用|不必|不需要|勿|停止|暂停|停|不)(?:再|给我|给本群|往群里|在群里|向本群)?(?:发送?|推送?|提醒|打扰|通知|催|叫|吵)(?:我们?|大家|本群|消息|提醒|通知|任务)?了?'
const DURING = '(?:假期|放假|长假|小长假|黄金周)?(?:期间|的时候|那几天|这几天|这段时间|当天|时)?[,，]?'
const YEAR = '(?:(?<YEAR>20[0-9]{2})年|今年)?'
const DATE = `${YEAR}(?<MONTH>${NUMBER})[月./-](?<DAY>${NUMBER})[号日]?`
const [FROM, TO] = ['from', 'to'].map(end => DATE.replace(/YEAR|MONTH|DAY/gu, part => end + part))

/** What stands before 不要发, as a whole. */
const WHEN: readonly (readonly [string, (groups: Groups) => QuietWords | string])[] = [
  [
    `(?:今年|明年)?(?<name>${Object.keys(HOLIDAYS).join('|')})${DURING}`,
    ({ name = '' }) => ({ kind: 'holiday', name: HOLIDAYS[name] ?? name }),
  ],
  [`从?${FROM}(?:到|至|-|—|~)(?:${TO}|(?<toDay>${NUMBER})[号日]?)${DURING}`, dates],
  [`${FROM}(?:之|以)?前[,，]?`, groups => withDay(dayOf(groups, 'from'), day => ({ kind: 'before', day }))],
  [`${FROM}${DURING}`, groups => withDay(dayOf(groups, 'from'), day => ({ kind: 'dates', from: day, to: day }))],
  ['(?:今天|今日)', () => ({ kind: 'days', from: 0, to: 0 })],
  ['(?:明天|明日)', () => ({ kind: 'days', from: 1, to: 1 })],
  ['后天', () => ({ kind: 'days', from: 2, to: 2 })],
  ['(?:这两天|今明两天)', () => ({ kind: 'days', from: 0, to: 1 })],
  [
    `(?:未来|接下来|今后|这|最近|近)?(?<count>${NUMBER})(?<unit>天|个?星期|个?礼拜|周|个月)(?:之?内|以内)?`,
    ({ count, unit = '' }) => daysFromToday(numberOf(count) * (DAYS_IN[unit.slice(-1)] ?? 1)),
  ],
  ['(?:这|本)个?(?:周|星期|礼拜)', () => ({ kind: 'weeks', away: 0 })],
  ['下个?(?:周|星期|礼拜)', () => ({ kind: 'weeks', away: 1 })],
  ['(?:这|本)个?月', () => ({ kind: 'months', away: 0 })],
  ['下个?月', () => ({ kind: 'months', away: 1 })],
  ['(?:这段时间|这阵子|最近|近期)', () => ({ kind: 'open' })],
]

const PATTERNS = WHEN.map(([words, read]) => ({
  pattern: new RegExp(`^(?:在|于)?(?:${words})${NOT_SEND}$`, 'u'),
  read,
}))
/** 别发 alone answers a question that was put; only a pause that is called one is ours. */
const OPEN =
  /^(?:先|请)?(?:(?:暂停|停止|关闭|关掉)(?:所有|全部|一切)?(?:的)?(?:提醒|推送|发送|订阅)|(?:别|不要|不用)再(?:发送?|推送?|提醒)(?:我|消息|了)*)$/u
const RESUME =
  /^(?:恢复|重新开始|重新开启|继续|打开|开启|可以)(?:了)?(?:所有|全部|正常)?(?:的)?(?:提醒|推送|发送)(?:吧|了)?$|^(?:取消|解除|关闭|结束)(?:免打扰|勿扰|静默|暂停)$/u
const OTHER_TIME = new RegExp(`^(?<when>.{1,10}?)(?:期间|的时候)${NOT_SEND}$`, 'u')

/** 国庆期间不要发 · 10月1日到7日别发 · 这周别发 · 恢复提醒 */
export function readQuiet(text: string): SubscriptionCommand | null {
  if (RESUME.test(text)) return { kind: 'resume' }
  if (OPEN.test(text)) return { kind: 'quiet', period: { kind: 'open' } }
  for (const { pattern, read } of PATTERNS) {
    const groups = pattern.exec(text)?.groups
    const period = groups || pattern.test(text) ? read(groups ?? {}) : null
    if (period) return typeof period === 'string' ? unclear(period) : { kind: 'quiet', period }
  }
  return OTHER_TIME.test(text)
    ? unclear('请说从哪天到哪天，例如“10月1日到7日不要发”，或者“国庆期间不要发”“这周别发”。')
    : null
}

const daysFromToday = (days: number): QuietWords | string =>
  days >= 1 && days <= 366 ? { kind: 'days', from: 0, to: days - 1 } : NO_SUCH_DAY

const NO_SUCH_DAY = '没有看懂日期。请这样说：“10月1日到7日不要发”。'

function dayOf(groups: Groups, end: 'from' | 'to'): DayWords | null {
  const year = groups[`${end}YEAR`]
  const day = {
    year: year === undefined ? null : Number(year),
    month: numberOf(groups[`${end}MONTH`]),
    day: numberOf(groups[`${end}DAY`]),
  }
  return isRealDay({ ...day, year: day.year ?? LEAP_YEAR }) ? day : null
}

const withDay = (day: DayWords | null, read: (day: DayWords) => QuietWords): QuietWords | string =>
  day ? read(day) : NO_SUCH_DAY

function dates(groups: Groups): QuietWords | string {
  const from = dayOf(groups, 'from')
  const { toDay } = groups
  const to = toDay === undefined ? dayOf(groups, 'to') : from && { ...from, day: numberOf(toDay) }
  if (!from || !to || !isRealDay({ ...to, year: to.year ?? LEAP_YEAR })) return NO_SUCH_DAY
  return { kind: 'dates', from, to }
}

/** The days that were meant on `today`; null for a holiday that no notice has decreed yet and for dates that are over. */
export function quietPeriod(words: QuietWords, today: string, holiday: HolidayLookup): Period | null {
  switch (words.kind) {
    case 'holiday':
      return holiday(words.name, today)
    case 'dates':
      return comingDates(words, today)
    case 'before': {
      const before = addDays(coming(words.day, today), -1)
      return before >= today ? { from: today, to: before } : null
    }
    case 'days':
      return { from: addDays(today, words.from), to: addDays(today, words.to) }
    case 'weeks': {
      const monday = addDays(today, 1 - weekdayOf(today) + 7 * words.away)
      return { from: words.away === 0 ? today : monday, to: addDays(monday, 6) }
    }
    case 'months':
      return monthAway(words.away, today)
    case 'open':
      return { from: today, to: null }
  }
}

const inYear = ({ month, day }: DayWords, year: number): string =>
  isRealDay({ year, month, day }) ? isoDay(year, month, day) : endOfMonth(year, month)

/** Without a year, the first that is not over. */
function coming(day: DayWords, today: string): string {
  const year = Number(today.slice(0, 4))
  if (day.year !== null) return inYear(day, day.year)
  const thisYear = inYear(day, year)
  return thisYear >= today ? thisYear : inYear(day, year + 1)
}

/** 12月30日到1月3日 runs over the end of the year. */
function comingDates({ from, to }: Extract<QuietWords, { kind: 'dates' }>, today: string): Period | null {
  const yearsOver = isBefore(to, from) ? 1 : 0
  const last = coming({ ...to, year: to.year ?? (from.year === null ? null : from.year + yearsOver) }, today)
  const first = inYear(from, from.year ?? Number(last.slice(0, 4)) - yearsOver)
  return first <= last && last >= today ? { from: first, to: last } : null
}

const isBefore = (a: DayWords, b: DayWords): boolean => a.month < b.month || (a.month === b.month && a.day < b.day)

function monthAway(away: number, today: string): Period {
  const count = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + away
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  return { from: away === 0 ? today : isoDay(year, month, 1), to: endOfMonth(year, month) }
}
