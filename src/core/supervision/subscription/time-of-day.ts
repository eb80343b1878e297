import { NUMBER, numberOf } from './number-words.ts'

/** A time of day and how many characters said it; a sentence where they say none that there is. */
export interface TimeRead {
  readonly minute: number | string
  readonly length: number
}

/** 08:30–18:00: what is sent outside was asked for. */
export const WORKING_FROM = 8 * 60 + 30
export const WORKING_TO = 18 * 60

/** Where nobody says a time. */
export const DEFAULT_MINUTE = 9 * 60

/** The minute that a part of the day means by itself, and the hours it can hold; `to` is 24 where the clock goes on to midnight. */
interface PartOfDay {
  readonly minute: number
  readonly from: number
  readonly to: number
}

/** 早上 is when the office opens, 上午 the usual nine o'clock. What lies outside working time was asked for by name. */
const PARTS: Readonly<Record<string, PartOfDay>> = {
  凌晨: { minute: 5 * 60, from: 0, to: 6 },
  清晨: { minute: 7 * 60, from: 4, to: 9 },
  早晨: { minute: 8 * 60 + 30, from: 4, to: 11 },
  早上: { minute: 8 * 60 + 30, from: 4, to: 11 },
  一早: { minute: 8 * 60 + 30, from: 4, to: 11 },
  早: { minute: 8 * 60 + 30, from: 4, to: 11 },
  上班: { minute: 8 * 60 + 30, from: 7, to: 10 },
  上午: { minute: 9 * 60, from: 6, to: 12 },
  中午: { minute: 12 * 60, from: 11, to: 14 },
  午间: { minute: 12 * 60, from: 11, to: 14 },
  下午: { minute: 14 * 60 + 30, from: 12, to: 19 },
  午后: { minute: 14 * 60 + 30, from: 12, to: 19 },
  下班: { minute: 17 * 60 + 30, from: 16, to: 20 },
  傍晚: { minute: 17 * 60 + 30, from: 16, to: 20 },
  晚上: { minute: 19 * 60, from: 17, to: 23 },
  晚间: { minute: 19 * 60, from: 17, to: 23 },
  夜里: { minute: 21 * 60, from: 18, to: 23 },
  晚: { minute: 19 * 60, from: 17, to: 23 },
}

const PART = `(?<part>${Object.keys(PARTS).join('|')})(?:之?前|之?后|时)?的?`
const HAN_HOUR = '二十[一二三四五]?|十[一二三四五六七八九]?|[零两一二三四五六七八九]'
const HAN_MINUTE = '[二三四五六]?十[一二三四五六七八九]?分?|零[一二三四五六七八九0-9]分?|[一二三四五六七八九]分'
const HOUR = `(?<hour>[0-9]{1,2}|${HAN_HOUR})`
const MINUTE = `(?<half>半)|(?<quarter>[一三])刻|整|(?<minute>[0-9]{1,2}(?:分|(?![0-9项个条号日月年]))|${HAN_MINUTE})`
/** 9点整 · 八点半 · 9点30分 · 09:00 · 9时 · 9点钟左右 */
const CLOCK = `${HOUR}(?:(?:点钟?|时(?!限|间|效|候))(?:${MINUTE})?|:(?<colon>[0-9]{2})(?::00)?)`
const ABOUT = '(?:左右|前后|准时|之前|以前|前|整)?'

const TIME = new RegExp(`(?:${PART}(?:${CLOCK})?|${CLOCK.replaceAll('?<', '?<bare')})${ABOUT}`, 'uy')
const ANYWHERE = new RegExp(CLOCK, 'u')

/** The time that begins there: 早上八点半 => 510, 15:30 => 930, 下午3点 => 900; null where none does. */
export function timeAt(text: string, start: number): TimeRead | null {
  TIME.lastIndex = start
  const match = TIME.exec(text)
  if (!match) return null
  const groups = match.groups ?? {}
  const of = (name: string): string | undefined => groups[name] ?? groups[`bare${name}`]
  return { minute: minuteOf(of), length: match[0].length }
}

/** Whether a clock time stands anywhere in it. */
export const namesTime = (text: string): boolean => ANYWHERE.test(text)

type Groups = (name: string) => string | undefined

function minuteOf(of: Groups): number | string {
  const part = PARTS[of('part') ?? '']
  const said = of('hour')
  if (said === undefined) return part?.minute ?? DEFAULT_MINUTE
  const minute = minutesPast(of)
  const hour = part ? hourIn(part, numberOf(said)) : plainHour(said)
  if (hour < 24 && minute < 60) return hour * 60 + minute
  return `没有看懂时间“${spokenTime(of)}”。请这样说：“上午9点”“下午3点半”或“15:30”。`
}

const spokenTime = (of: Groups): string =>
  `${of('part') ?? ''}${of('hour')}${of('colon') ? `:${of('colon')}` : `点${of('minute') ?? ''}`}`

function minutesPast(of: Groups): number {
  if (of('half')) return 30
  if (of('quarter')) return of('quarter') === '一' ? 15 : 45
  const minute = of('colon') ?? of('minute')
  return minute === undefined ? 0 : numberOf(minute.replace(/^零|分$/gu, ''))
}

/** The reading that fits the part of the day: 下午3点 is 15, 中午1点 13; none where they contradict: 早上15点. */
function hourIn({ from, to }: PartOfDay, hour: number): number {
  const midnight = from === 0 && hour === 12 ? 0 : hour
  return [midnight, hour + 12].find(option => option >= from && option <= to) ?? Number.NaN
}

/** Nobody means three at night by 3点; 03:00 says so. */
function plainHour(said: string): number {
  const hour = numberOf(said)
  return hour >= 1 && hour <= 6 && !said.startsWith('0') ? hour + 12 : hour
}

/** 两小时 · 半个小时 · 一个半小时 · 30分钟 · 一刻钟, with its named groups; regex source. */
export const DURATION = `(?:(?<hours>${NUMBER})个?(?<andHalf>半)?(?:小时|钟头)|(?<halfHour>半)个?(?:小时|钟头)|(?<minutes>${NUMBER})分钟?|(?<quarterHour>一刻)钟)`

/** The minutes of a DURATION. */
export function minutesIn(groups: Readonly<Record<string, string | undefined>>): number {
  if (groups['halfHour']) return 30
  if (groups['quarterHour']) return 15
  if (groups['minutes']) return numberOf(groups['minutes'])
  return numberOf(groups['hours']) * 60 + (groups['andHalf'] ? 30 : 0)
}
