import { parseNumber } from '../../text/numerals.ts'

/** A small number in digits or Han numerals; regex source. */
export const NUMBER = '(?:[0-9]{1,4}|[零一二两三四五六七八九十]{1,3})'

/** 周 and what else a week is called; regex source. */
export const WEEK = '(?:周|星期|礼拜)'

/** What stands between the members of a list: 1号、15号; regex source. */
export const AND = '[、,，和及与跟/]'

/** numberOf('两') => 2; NaN where nothing can be read, so that every limit refuses it. */
export const numberOf = (text: string | undefined): number => parseNumber(text ?? '') ?? Number.NaN

/** Days in a unit of time by its last character: 两个星期 is 14. A month is 30 days, as the house rule counts. */
export const DAYS_IN: Readonly<Record<string, number>> = { 天: 1, 日: 1, 期: 7, 拜: 7, 周: 7, 月: 30, 年: 365 }

const WEEKDAYS = '一二三四五六日'

/** 1 is Monday; 天 and 7 are Sunday. NaN where there is no such day: 周八. */
export function weekdayNumber(text: string | undefined): number {
  const place = WEEKDAYS.indexOf(text === '天' || text === '七' ? '日' : (text ?? '?')) + 1
  const number = place > 0 ? place : numberOf(text)
  return number >= 1 && number <= 7 ? number : Number.NaN
}
