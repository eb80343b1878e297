import type { Period } from '../../progress/progress.ts'
import { addDays, endOfMonth, isoDay } from '../../text/calendar.ts'
import { parseNumber } from '../../text/numerals.ts'
import type { Found, Reader } from '../reading.ts'

const COUNT = '[0-9]{1,3}|[一两二三四五六七八九十半]{1,3}'
const NAMED =
  '今天|今日|昨天|昨日|前天|[本这]一?个?(?:周|星期|礼拜|月)|当月|上一?个?(?:周|星期|礼拜|月)|今年|本年度?|最近|近期|近来|近日|这几天|这两天'
const OF_YEAR =
  '(?<![0-9])(?<month>1[0-2]|[1-9])月(?:份|(?<day>3[01]|[12][0-9]|0?[1-9])[日号])?(?<since>以来|之后|以后|后|起)?'
const SO_MANY = `(?<![0-9])(?<count>${COUNT})(?:个?多?(?<unit>天|日|周|星期|礼拜|年)|个多?(?<months>月))`
const DAYS = `(?:(?:最近|近|过去|这|前|超过|有)?(?:${SO_MANY}|(?<named>${NAMED}))|${OF_YEAR})(?:之?内|以?来|多|里|中|的)?(?!.{0,3}(?:到期|完成|截止|办结|办完|要))`

const ASKED = '(?:哪些|哪几项|几项|什么|啥|谁)'
const REPORT = '上报|填报|报送|汇报|反馈|新?报'
const CHANGE = '更新|动态|变化|变动|动静'
const WHAT = '(?:进展|进度|情况)'
const END = '(?=$|[、,，和或的有吗呢?？。!！\\u{E000}]|任务|工作|事项|几|多少|哪|是|项|条|什么|啥|谁)'

/** 更新了什么 · 有哪些更新 · 没更新的: the verb, wherever the days stand. */
const VERBS: readonly RegExp[] = [
  new RegExp(
    `(?<not>(?:都|还|也|一直)*(?:(?<!有)没有|没(?!有)|未|无)(?:人|任何|再|新)*)(?<verb>${REPORT}|${CHANGE}|动|${WHAT})(?:过|了)?${WHAT}?的?${END}`,
    'u',
  ),
  new RegExp(
    `(?:都|又|新|${ASKED})*(?<verb>${REPORT}|${CHANGE})(?:了|过)${WHAT}?的?(?:新的?)?${ASKED}?${WHAT}?的?${END}`,
    'u',
  ),
  new RegExp(
    `(?:都|又|有|新|的|${ASKED})*(?:有|新|${ASKED})(?:新的?|的)?(?<verb>${REPORT}|${CHANGE}|${WHAT})${WHAT}?的?${END}`,
    'u',
  ),
  new RegExp(
    `(?<=(?:${NAMED}|天|日|周|星期|礼拜|月|年)(?:之?内|以?来|里|的)?)(?<verb>${REPORT}|${CHANGE}|${WHAT})${WHAT}?的?${END}`,
    'u',
  ),
]

/** Days that mean no more than 现在, as in 最近进展. */
const VAGUE = /^(?:最近|近期|近来|近日|这几天|这两天)$/u
const DEFAULT_DAYS = 7

/** Reads in what time something was done about tasks, or was not. */
export const readUpdated: Reader = (text, { today }) => {
  const verb = VERBS.map(pattern => pattern.exec(text)).find(match => match !== null)
  if (!verb) return []
  const days = new RegExp(DAYS, 'u').exec(text)
  const { verb: said = '', not } = verb.groups ?? {}
  const isVague = days === null || VAGUE.test(days.groups?.['named'] ?? '')
  // 有什么进展 asks how things are, 没报进展 who has never said anything: neither names days.
  if (isVague && (not !== undefined || !new RegExp(`^(?:${CHANGE})$`, 'u').test(said))) return []
  const period = isVague ? { from: addDays(today, -DEFAULT_DAYS), to: today } : periodOf(days, today)
  const reports = new RegExp(`^(?:${REPORT}|${WHAT})$`, 'u').test(said)
  const words = `${spanOf(period)}${not === undefined ? '' : '没有'}${reports ? '报进展' : '更新'}`
  const term = { kind: 'updated', text: words, except: not !== undefined, period, reports } as const
  return [placeOf(verb, { standing: [term] }), ...(days ? [placeOf(days, {})] : [])]
}

const placeOf = ({ index, 0: words }: RegExpExecArray, says: Found['says']): Found => ({
  start: index,
  end: index + words.length,
  says,
})

const DAYS_IN: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 30, 年: 365 }

function periodOf({ groups = {} }: RegExpExecArray, today: string): Period {
  const { count, unit = '月', named = '', month } = groups
  if (month !== undefined) return monthPeriod(Number(month), groups, today)
  if (count === undefined) return namedPeriod(named, today)
  const number = count === '半' ? 0.5 : (parseNumber(count.replace('两', '二')) ?? 1)
  return { from: addDays(today, -Math.round(number * (DAYS_IN[unit] ?? 1))), to: today }
}

/** 11月, 6月1日以来: of this year, or of the last one where this year's is still to come. */
function monthPeriod(month: number, { day, since }: Record<string, string | undefined>, today: string): Period {
  const thisYear = Number(today.slice(0, 4))
  const first = (year: number) => isoDay(year, month, Number(day ?? 1))
  const year = first(thisYear) <= today ? thisYear : thisYear - 1
  const from = first(year)
  if (since !== undefined) return { from, to: today }
  return { from, to: day === undefined ? endOfMonth(year, month) : from }
}

const YESTERDAYS: Readonly<Record<string, number>> = { 今: 0, 昨: 1, 前: 2 }

function namedPeriod(named: string, today: string): Period {
  const back = YESTERDAYS[named.slice(0, 1)]
  const month = today.slice(0, 7)
  if (named.endsWith('年') || named.endsWith('年度')) return { from: `${today.slice(0, 4)}-01-01`, to: today }
  if (back !== undefined) return { from: addDays(today, -back), to: addDays(today, -back) }
  if (named.endsWith('月')) return named.startsWith('上') ? lastMonth(today) : { from: `${month}-01`, to: today }
  const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7))
  return named.startsWith('上') ? { from: addDays(monday, -7), to: addDays(monday, -1) } : { from: monday, to: today }
}

function lastMonth(today: string): Period {
  const last = addDays(`${today.slice(0, 7)}-01`, -1)
  return { from: `${last.slice(0, 7)}-01`, to: endOfMonth(Number(last.slice(0, 4)), Number(last.slice(5, 7))) }
}

/** 6月1日至6月8日 */
function spanOf({ from, to }: Period): string {
  return from === to ? monthDay(from) : `${monthDay(from)}至${monthDay(to)}`
}

const monthDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
