import { addDays, daysInMonth, isoDay, LEAP_YEAR } from '../../text/calendar.ts'
import { type SubscriptionCommand, unclear } from './command.ts'
import { DAYS_IN, NUMBER, numberOf, WEEK, weekdayNumber } from './number-words.ts'
import { compareMoments, type Moment } from './schedule.ts'
import { DEFAULT_MINUTE, DURATION, minutesIn, timeAt, WORKING_FROM, WORKING_TO } from './time-of-day.ts'
import { weekdayOf } from './weekday.ts'

/** Until when a reminder is put off, as it was said. A null minute: nobody said a time. */
export type SnoozeWords =
  /** 两小时后, to the minute. */
  | { readonly kind: 'minutes'; readonly minutes: number }
  /** 稍后: in an hour, or on the next working morning. */
  | { readonly kind: 'later' }
  | { readonly kind: 'days'; readonly days: number; readonly minute: number | null }
  /** 下周一 is 1 week away; null: the next such day, 周五再提醒. */
  | {
      readonly kind: 'weekday'
      readonly weeks: number | null
      readonly weekday: number
      readonly minute: number | null
    }
  /** The next such date. */
  | { readonly kind: 'date'; readonly month: number | null; readonly day: number; readonly minute: number | null }

type Groups = Readonly<Record<string, string | undefined>>
type WithMinute<Words = SnoozeWords> = Words extends { minute: number | null } ? Omit<Words, 'minute'> : never

/** Days, on which a time may follow. */
const DAYS: readonly (readonly [string, (groups: Groups) => WithMinute])[] = [
  ['(?:今天|今日|今(?=晚))', () => ({ kind: 'days', days: 0 })],
  ['(?:明天|明日|明(?=早|晚))', () => ({ kind: 'days', days: 1 })],
  ['(?:后天|后日)', () => ({ kind: 'days', days: 2 })],
  ['大后天', () => ({ kind: 'days', days: 3 })],
  [
    `过?(?<count>${NUMBER})(?<unit>天|日|个?星期|个?礼拜|周|个月)(?:以后|之后|后)?`,
    ({ count, unit = '' }) => ({ kind: 'days', days: numberOf(count) * (DAYS_IN[unit.slice(-1)] ?? 1) }),
  ],
  [
    `(?<next>下+)个?${WEEK}(?<weekday>[一二三四五六日天1-7])?`,
    ({ next = '', weekday = '一' }) => ({ kind: 'weekday', weeks: next.length, weekday: weekdayNumber(weekday) }),
  ],
  [
    `(?<this>这个?|本)?${WEEK}(?<weekday>[一二三四五六日天1-7])`,
    groups => ({ kind: 'weekday', weeks: groups['this'] ? 0 : null, weekday: weekdayNumber(groups['weekday']) }),
  ],
  ['下个?月初?', () => ({ kind: 'date', month: null, day: 1 })],
  [
    `(?:(?<month>${NUMBER})月)?(?<day>${NUMBER})[号日]`,
    ({ month, day }) => ({ kind: 'date', month: month ? numberOf(month) : null, day: numberOf(day) }),
  ],
]

const LATER = '稍后|待会儿?|等会儿?|等一会儿?|等一下|过会儿?|过一会儿?|一会儿?|晚点儿?|晚些时候?|迟点|回头'
/** 再 makes it clear that something came before; 明天提醒我 is as clear. */
const AGAIN =
  '[,，]?(?:(?:再|重新|继续)(?:提醒|叫|发|推送?|通知|告诉|说|催)(?:我们?|大家|一下|一次|一遍|报进展|吧)*|(?:提醒|叫|通知)(?:我们?|大家|一下|一次|一遍|吧)*)'
/** 第2个, or what a person says on the way. */
const OPENING =
  '(?:(?:先放一?[放下]|先不急|不急|知道了|收到|现在没空|在开会|忙着)(?:了|呢)?[,，、])?(?:第?(?<number>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})[个项]|这[个条项]|此[条项]|它)??(?:等|到|先)?'

const LATER_SAID = new RegExp(`^${OPENING}(?:${LATER})${AGAIN}$`, 'u')
const DURATION_SAID = new RegExp(`^${OPENING}过?${DURATION}(?:以后|之后|后)?${AGAIN}$`, 'u')
const DAY_SAID = DAYS.map(([words, read]) => ({ pattern: new RegExp(`^${OPENING}${words}的?`, 'u'), read }))
const TIME_SAID = new RegExp(`^${OPENING}`, 'u')
const ENDING = new RegExp(`^${AGAIN}$`, 'u')

const MOST_DAYS = 366
const TOO_FAR = '请说一年以内的时间，例如“两小时后再提醒”“明天再提醒”“下周一再提醒”。'
const NO_SUCH_DAY = '没有看懂推迟到哪一天。请说“明天再提醒”“下周一再提醒”或“12月25日再提醒”。'

/** 明天再提醒 · 下周一上午10点再提醒 · 两小时后再提醒 · 稍后提醒 */
export function readSnooze(text: string): SubscriptionCommand | null {
  const later = LATER_SAID.exec(text)
  if (later) return snooze({ kind: 'later' }, later.groups)
  const duration = DURATION_SAID.exec(text)
  if (duration) return snooze({ kind: 'minutes', minutes: minutesIn(duration.groups ?? {}) }, duration.groups)
  return readDay(text) ?? readTimeToday(text)
}

function readDay(text: string): SubscriptionCommand | null {
  for (const { pattern, read } of DAY_SAID) {
    const match = pattern.exec(text)
    const time = match && timeAt(text, match[0].length)
    if (!match || !ENDING.test(text.slice(match[0].length + (time?.length ?? 0)))) continue
    if (typeof time?.minute === 'string') return unclear(time.minute)
    return snooze({ ...read(match.groups ?? {}), minute: time?.minute ?? null }, match.groups)
  }
  return null
}

/** 下午再提醒 · 下班前再提醒 */
function readTimeToday(text: string): SubscriptionCommand | null {
  const opening = TIME_SAID.exec(text)
  const time = timeAt(text, opening?.[0].length ?? 0)
  if (!time || !ENDING.test(text.slice((opening?.[0].length ?? 0) + time.length))) return null
  if (typeof time.minute === 'string') return unclear(time.minute)
  return snooze({ kind: 'days', days: 0, minute: time.minute }, opening?.groups)
}

function snooze(until: SnoozeWords, groups: Groups | undefined): SubscriptionCommand {
  if (until.kind === 'minutes' && !(until.minutes >= 1 && until.minutes <= MOST_DAYS * 1440)) return unclear(TOO_FAR)
  if (until.kind === 'days' && !(until.days >= 0 && until.days <= MOST_DAYS)) return unclear(TOO_FAR)
  if (until.kind === 'date' && !isSomeDay(until)) return unclear(NO_SUCH_DAY)
  const number = groups?.['number']
  return { kind: 'snooze', until, number: number === undefined ? null : numberOf(number) }
}

const isSomeDay = ({ month, day }: { month: number | null; day: number }): boolean =>
  (month === null || (month >= 1 && month <= 12)) && day >= 1 && day <= daysInMonth(LEAP_YEAR, month ?? 1)

/** 稍后 */
const LATER_MINUTES = 60

/** The moment that was meant, on a working day unless minutes were counted; null where it is over: 今天上午 said at noon. */
export function snoozedTo(words: SnoozeWords, now: Moment, isWorkingDay: (day: string) => boolean): Moment | null {
  if (words.kind === 'minutes') return minutesAfter(now, words.minutes)
  if (words.kind === 'later') return inWorkingTime(minutesAfter(now, LATER_MINUTES), isWorkingDay)
  const day = dayMeant(words, now)
  const moment = { day: workingDayFrom(day, isWorkingDay), minute: words.minute ?? DEFAULT_MINUTE }
  return compareMoments(moment, now) > 0 ? moment : null
}

function dayMeant(words: Exclude<SnoozeWords, { kind: 'minutes' | 'later' }>, { day: today }: Moment): string {
  if (words.kind === 'days') return addDays(today, words.days)
  if (words.kind === 'date') return comingDate(words, today)
  const monday = addDays(today, 1 - weekdayOf(today))
  const day = addDays(monday, (words.weeks ?? 0) * 7 + words.weekday - 1)
  return words.weeks === null && day <= today ? addDays(day, 7) : day
}

/** The first such day after today; in a shorter month its last. */
function comingDate({ month, day }: { month: number | null; day: number }, today: string): string {
  const first = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  const days = Array.from({ length: 14 }, (_, i) => {
    const [year, at] = [Math.floor((first + i) / 12), ((first + i) % 12) + 1]
    return month === null || month === at ? isoDay(year, at, Math.min(day, daysInMonth(year, at))) : ''
  })
  return days.find(found => found > today) ?? today
}

function minutesAfter({ day, minute }: Moment, minutes: number): Moment {
  const total = minute + minutes
  return { day: addDays(day, Math.floor(total / 1440)), minute: total % 1440 }
}

function inWorkingTime({ day, minute }: Moment, isWorkingDay: (day: string) => boolean): Moment {
  const isLate = minute > WORKING_TO
  const morning = workingDayFrom(isLate ? addDays(day, 1) : day, isWorkingDay)
  if (isLate || morning !== day || minute < WORKING_FROM) return { day: morning, minute: WORKING_FROM }
  return { day, minute }
}

/** Where no working day is in sight, the day itself. */
function workingDayFrom(day: string, isWorkingDay: (day: string) => boolean): string {
  const days = Array.from({ length: 32 }, (_, away) => addDays(day, away))
  return days.find(isWorkingDay) ?? day
}
