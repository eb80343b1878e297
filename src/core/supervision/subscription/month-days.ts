import { AND, NUMBER, numberOf, WEEK, weekdayNumber } from './number-words.ts'
import type { MonthDay } from './schedule.ts'

/** Days of a month in words: 25号 · 1号和15号 · 月底 · 最后一个工作日 · 第一个周一; regex source with named groups. */
export const MONTH_DAYS = [
  '(?<lastWorking>(?:月?[底末]的?)?(?:最后一?个|最末个|末个)工作日)',
  '(?<firstWorking>(?:第一个|首个|头一个)工作日)',
  `(?:第(?<nth>${NUMBER})|(?<lastOf>最后一?))个?${WEEK}(?<weekday>[一二三四五六日天])`,
  '(?<last>最后一天|月?[底末](?!月))',
  '(?<first>第一天|月?初)',
  '(?<middle>月?中旬?)',
  `(?<dates>${dates()})(?<range>(?:到|至|-|~)${NUMBER}[号日]?)?(?<before>之前|以前|前)?`,
].join('|')

/** 25号 · 1、15号 · 1号和15号; a bare 25 only where something is to be done or a time follows. */
function dates(): string {
  const number = `${NUMBER}(?![点时:%项个条次周月年])`
  const next = '(?=[,，]|推|发|提醒|叫|通知|上午|下午|中午|早|晚|报|$)'
  return `(?:${number}[号日]?${AND})*(?:${NUMBER}[号日]|${number}${next})`
}

type Groups = Readonly<Record<string, string | undefined>>

/** Where nobody says a day of the month. */
const FIRST_DAY: readonly MonthDay[] = [1]

const NAMED: readonly (readonly [string, MonthDay])[] = [
  ['lastWorking', 'last-working-day'],
  ['firstWorking', 'first-working-day'],
  ['last', 'last'],
  ['first', 1],
  ['middle', 15],
]

/** The days that the groups of MONTH_DAYS name, in their order, or a sentence; `longest` is the length of the month, 31 where any is meant. */
export function monthDays(groups: Groups, longest: number): readonly MonthDay[] | string {
  const named = NAMED.find(([group]) => groups[group] !== undefined)
  if (named) return [named[1]]
  if (groups['weekday'] !== undefined) return nthWeekday(groups)
  const { dates: said } = groups
  if (said === undefined) return FIRST_DAY
  if (groups['before'] || groups['range'])
    return '请说在哪一天提醒，例如“每月23号提醒报进展”；几天都要就说“每月1号和15号”。'
  const numbers = (said.match(new RegExp(NUMBER, 'gu')) ?? []).map(numberOf)
  const wrong = numbers.find(number => !(number >= 1 && number <= longest))
  if (wrong !== undefined) return `没有“${said}”这一天。请说1到${longest}号中的一天，或者说“月底”“最后一个工作日”。`
  return [...new Set(numbers)].toSorted((a, b) => a - b)
}

function nthWeekday({ nth, weekday }: Groups): readonly MonthDay[] | string {
  const number = nth === undefined ? -1 : numberOf(nth)
  if (number === -1 || (number >= 1 && number <= 4)) return [{ nth: number, weekday: weekdayNumber(weekday) }]
  return '一个月里只有第一到第四个和最后一个可以说，例如“每月第一个周一”“每月最后一个周五”。'
}
