import { endOfMonth, endOfYear, isoDay, isValidDay } from '../text/calendar.ts'
import { parseNumber } from '../text/numerals.ts'

/** The named groups of a match; those that took no part are undefined. */
export type Groups = Readonly<Record<string, string | undefined>>

/** 2025, 二〇二五. */
export const YEAR_NUMBER = String.raw`(?<year>20\d\d|二[〇○零][一二三四五六七八九〇○零]{2})`
/** 2025年, 今年, 次年; empty for the year of the document. */
export const YEAR = `(?:${YEAR_NUMBER}年|(?<relative>今年|本年|当年|明年|次年|同年))?`
/** 年底, 2025年底, 2025年年底, 今年底 up to their last character. */
export const YEAR_OF_END = `(?:${YEAR_NUMBER}年年?|(?<relative>今年|本年|当年|明年|次年|同年)年?|年)`
export const MONTH = `(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?`
export const DAY = String.raw`(?<day>[12]\d|3[01]|0?[1-9])[日号]`
export const BEFORE = '(?:之前|以前|前(?![后沿提期置瞻端台厅列述]))'
const ADVERBS = '(?:要|须|应|力争|确保|全部|全面|基本|正式|初步|率先|顺利|再)*'
const COMPLETING =
  '完成|建成|实现|印发|出台|发布|公布|公开|推出|下达|拨付|兑现|揭牌|开工|投用|投产|竣工|上线|启用|达到|完工|通车|交付|运行|运营|验收|形成|到位|完毕'
const DELIVERING_COUNT = '新增|新建|改造|安装|更新|配备|建设|培育|培训|引进|发放|治理|修复|整治|举办|开展'
/** What a limit without 前 or 底 leads to: 2024年四季度完成, 上半年安装400套. */
export const DONE = `(?=${ADVERBS}(?:(?:${COMPLETING})(?!了|的|会)|(?:${DELIVERING_COUNT})[^，。；、\\d]{0,12}\\d))`
export const QUARTER = '第?(?<quarter>[一二三四1-4])季度'
export const HALF = '(?<half>[上下])半年'
export const NOT_SINCE = '(?![以之]?来|起|开始|较|比|同比|增长|印发的|召开)'

export const month = (groups: Groups): number => parseNumber(groups['month'] ?? '') ?? 0
export const day = (groups: Groups): number => Number(groups['day'] ?? 0)
export const quarter = (groups: Groups): number => parseNumber(groups['quarter'] ?? '') ?? 0
export const half = (groups: Groups): number => (groups['half'] === '上' ? 1 : 2)
export const dateless = (): null => null

export function realDay(year: number, monthOfYear: number, dayOfMonth: number): string | null {
  const iso = isoDay(year, monthOfYear, dayOfMonth)
  return isValidDay(iso) ? iso : null
}

/** 月初 is the first ten days. */
const TEN_DAYS: Readonly<Record<string, number>> = { 初: 10, 上: 10, 中: 20 }
export function endOfTenDays(groups: Groups, year: number): string {
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
export function festivalEve(groups: Groups, year: number): string | null {
  const [monthOfYear, dayOfMonth] = FESTIVAL_EVES[groups['festival'] ?? ''] ?? [0, 0]
  return realDay(year, monthOfYear, dayOfMonth)
}

const PLAN_ENDS: Readonly<Record<string, number>> = { 十三五: 2020, 十四五: 2025, 十五五: 2030, 十六五: 2035 }
export const endOfPlan = (groups: Groups): string | null => {
  const year = PLAN_ENDS[groups['plan'] ?? '']
  return year === undefined ? null : endOfYear(year)
}

export function all(source: string): RegExp {
  return new RegExp(String.raw`(?<!\d)${source}`, 'g')
}

/** 9月前 ends with August. */
export function monthBefore(year: number, monthOfYear: number): string {
  return monthOfYear === 1 ? endOfYear(year - 1) : endOfMonth(year, monthOfYear - 1)
}
