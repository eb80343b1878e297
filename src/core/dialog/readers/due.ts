import { addDays, endOfMonth } from '../../text/calendar.ts'
import { parseNumber } from '../../text/numerals.ts'
import type { Found, Reader } from '../reading.ts'
import type { DueTerm } from '../slots.ts'

/** First and last month of a named part of a year. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  一季度: [1, 3],
  二季度: [4, 6],
  三季度: [7, 9],
  四季度: [10, 12],
  上半年: [1, 6],
  下半年: [7, 12],
  前三季度: [1, 9],
  年中: [6, 6],
  年底: [12, 12],
  年末: [12, 12],
}
const YEARS_AWAY: Readonly<Record<string, number>> = {
  去年: -1,
  上年: -1,
  今年: 0,
  本年: 0,
  本年度: 0,
  当年: 0,
  年内: 0,
  明年: 1,
  来年: 1,
  后年: 2,
}

const YEAR =
  '(?:(?<year>(?:19|20)?[0-9]{2}|二[零〇][零〇一二三四五六七八九]{2})年(?:的|度)?|(?<away>去年|上年|(?<![几数多0-9一二三四五六七八九十两])年内|今年|本年度|本年|当年|明年|来年|后年)(?:的)?)'
const MONTH =
  '(?<![0-9])(?<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?<day>(?:3[01]|[12][0-9]|0?[1-9])(?:日|号))?(?:份)?(?:底|末)?'
const PART =
  '(?:第?(?<quarter>[一二三四1-4])季(?:度|末|底)(?:末|底)?|[Qq](?<q>[1-4])|(?<part>上半年|下半年|年中|年底|年末|前三季度))'
const LIMIT = '(?<limit>(?:之|以)?前|为止|(?:之|以)?内)?(?<after>(?:之|以)后)?'

const SPAN = new RegExp(
  `(?:到|截至|截止到?|在|于)?(?:${YEAR}(?:底|末)?(?:${MONTH}|${PART})?|${MONTH}|${PART})${LIMIT}`,
  'gu',
)
const NEAR =
  /(?<near>本月|(?<![0-9一二三四五六七八九十])月(?=底|末)|这个月|当月|下个?月|本周|这周|这个星期|下周|今天|明天|本季度|这个季度|下季度)(?:底|末)?(?:内|之前|以前|前)?/gu
const WITHIN =
  /(?:最近|未来|近|接下来|今后)?(?<![月0-9])(?<count>[0-9]{1,3}|[一两二三四五六七八九十]{1,3}|半)个?(?<unit>天|日|周|星期|月|年)(?:之内|以内|内|之前)(?:要?完成|到期)?|(?:未来|接下来|今后|最近)(?<count2>[0-9]{1,3}|[一两二三四五六七八九十]{1,3})个?(?<unit2>天|日|周|星期|月|年)/gu
const EVENT =
  /(?<event>汛期|供暖季?|采暖季?|秋收|春耕|雨季|春节|国庆|两会|开学|三伏|入冬|冬季)(?:来临|到来)?(?:之|以)?前/gu
const PAST = /逾期|过期|超期|到期未|已到期|已经到期|过了期限/gu
const SOON = /(?:最近|近期|近来)(?=要?(?:快)?到期)|临期|快到期|即将到期|马上到期|快要到期/gu

/** Words that make a bare year or month a limit. */
const LIMIT_WORDS = /完成|到期|截止|期限|时限|办结|交付|做完|落实|结束|期满|实现|建成|到位|印发/u

/** Reads when tasks must be done by; a bare year (2023年的任务) is the plan's year instead. */
export const readDue: Reader = (text, { today }) => {
  const dotted = dottedTerms(text, today)
  if (dotted.length > 0) return dotted
  const special = [
    ...eventTerms(text),
    ...nearTerms(text, today),
    ...withinTerms(text, today),
    ...statusTerms(text, today),
  ]
  return special.length > 0 ? special : spanTerms(text, today)
}

function spanTerms(text: string, today: string): readonly Found[] {
  const [match] = text.matchAll(SPAN)
  if (match && /[较比]$/u.test(text.slice(0, match.index))) return []
  if (!match || match[0] === '') return []
  const place = { start: match.index, end: match.index + match[0].length }
  const year = yearOf(match.groups ?? {}, today)
  const bare =
    year !== null && !match.groups?.['limit'] && !/[底末月季]|半年|年中/u.test(match[0].replace(/月的$/u, '月'))
  if (bare && !LIMIT_WORDS.test(text)) return [{ ...place, says: { year } }]
  return [{ ...place, says: { due: dueTerm(match, year, today) } }]
}

function yearOf({ year, away }: Readonly<Record<string, string | undefined>>, today: string): number | null {
  if (away && away !== '年内') return Number(today.slice(0, 4)) + (YEARS_AWAY[away] ?? 0)
  const number = year ? parseNumber(year) : null
  if (number === null) return null
  return number < 100 ? 2000 + number : number
}

function dueTerm(match: RegExpMatchArray, named: number | null, today: string): DueTerm {
  const groups = match.groups ?? {}
  const year = named ?? Number(today.slice(0, 4))
  const [from, to] = window(year, groups, match[0])
  if (groups['after'] !== undefined) return { text: match[0], from, to: null, anyYear: false, words: null }
  const open = groups['limit'] !== undefined
  const start = open ? earliest(today, to) : from
  return { text: match[0], from: start, to, anyYear: named === null, words: null }
}

/** 6月底前 asks for what is still to come; a limit already past, for all of its year. */
const earliest = (today: string, to: string): string => (to >= today ? today : `${to.slice(0, 4)}-01-01`)

function window(
  year: number,
  groups: Readonly<Record<string, string | undefined>>,
  text: string,
): readonly [string, string] {
  const { day, month } = groups
  if (month) {
    const number = parseNumber(month) ?? 12
    const date = day ? isoDate(year, number, Number.parseInt(day, 10)) : null
    return date ? [date, date] : months(year, number, number)
  }
  const [first, last] = PARTS[partName(groups, text)] ?? [1, 12]
  return months(year, first, last)
}

function partName({ quarter, q, part }: Readonly<Record<string, string | undefined>>, text: string): string {
  if (q) return `${'一二三四'[Number(q) - 1] ?? '一'}季度`
  if (quarter) return `${'一二三四'[(parseNumber(quarter) ?? 1) - 1] ?? '一'}季度`
  return part ?? (/年(?:的|度)?[底末]/u.test(text) ? '年底' : '')
}

const isoDate = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const months = (year: number, first: number, last: number): readonly [string, string] => [
  isoDate(year, first, 1),
  endOfMonth(year, last),
]

/** 10.31前 · 2023.6.30前 · 6-30之前 */
const DOTTED =
  /(?<![0-9.])(?:(?<year>20[0-9]{2})[./-])?(?<month>1[0-2]|0?[1-9])[./-](?<day>3[01]|[12][0-9]|0?[1-9])(?:日|号)?(?<limit>(?:之|以)?前|为止)/gu

function dottedTerms(text: string, today: string): readonly Found[] {
  return [...text.matchAll(DOTTED)].map(match => {
    const { year } = match.groups ?? {}
    return { ...placeOf(match), says: { due: dueTerm(match, year ? Number(year) : null, today) } }
  })
}

function eventTerms(text: string): readonly Found[] {
  return [...text.matchAll(EVENT)].map(match => ({
    ...placeOf(match),
    says: { due: { text: match[0], from: null, to: null, anyYear: false, words: match.groups?.['event'] ?? match[0] } },
  }))
}

function nearTerms(text: string, today: string): readonly Found[] {
  return [...text.matchAll(NEAR)].map(match => {
    const [from, to] = nearWindow(match.groups?.['near'] ?? '', today)
    return { ...placeOf(match), says: { due: { text: match[0], from, to, anyYear: false, words: null } } }
  })
}

function nearWindow(near: string, today: string): readonly [string, string] {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  const next = near.startsWith('下') ? 1 : 0
  if (near.endsWith('月')) return monthsFrom(year, month + next, 1)
  if (near.includes('季度')) return monthsFrom(year, month - ((month - 1) % 3) + 3 * next, 3)
  if (near === '今天') return [today, today]
  if (near === '明天') return [addDays(today, 1), addDays(today, 1)]
  const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7) + 7 * next)
  return [monday, addDays(monday, 6)]
}

/** Month 13 is January of the next year. */
function monthsFrom(year: number, month: number, count: number): readonly [string, string] {
  const carried = month > 12 ? [year + 1, month - 12] : [year, month]
  const [y = year, m = month] = carried
  return months(y, m, m + count - 1)
}

const DAYS_IN: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 月: 30, 年: 365 }

function withinTerms(text: string, today: string): readonly Found[] {
  return [...text.matchAll(WITHIN)].map(match => {
    const { count2 = '', unit2 = '', count = count2, unit = unit2 } = match.groups ?? {}
    const number = count === '半' ? 0.5 : (parseNumber(count) ?? 1)
    const to = addDays(today, Math.round(number * (DAYS_IN[unit] ?? 1)))
    const text = match[0].replace(/(?:要?完成|到期)$/u, '')
    return { ...placeOf(match), says: { due: { text, from: today, to, anyYear: false, words: null } } }
  })
}

function statusTerms(text: string, today: string): readonly Found[] {
  const past = [...text.matchAll(PAST)].map(match => ({ match, from: null, to: addDays(today, -1) }))
  const soon = [...text.matchAll(SOON)].map(match => ({ match, from: today, to: addDays(today, 30) }))
  return [...past, ...soon].map(({ match, from, to }) => ({
    ...placeOf(match),
    says: { due: { text: match[0], from, to, anyYear: false, words: null } },
  }))
}

const placeOf = (match: RegExpMatchArray) => ({ start: match.index ?? 0, end: (match.index ?? 0) + match[0].length })
