import { endOfHalf, endOfMonth, endOfQuarter, endOfYear } from '../text/calendar.ts'
import {
  all,
  BEFORE,
  DAY,
  DONE,
  dateless,
  day,
  endOfPlan,
  endOfTenDays,
  festivalEve,
  type Groups,
  HALF,
  half,
  MONTH,
  month,
  monthBefore,
  NOT_SINCE,
  QUARTER,
  quarter,
  realDay,
  YEAR,
  YEAR_OF_END,
} from './deadline-words.ts'

/** One way of stating a limit. */
export interface DeadlinePattern {
  readonly rule: string
  /** Without these characters in a text the pattern need not be tried. */
  readonly sign: string
  /** Global; matches exactly the words that state the limit. */
  readonly pattern: RegExp
  /** The last day that keeps it; `year` is that of the words or else of the document. */
  readonly date: (groups: Groups, year: number) => string | null
  /** The words name no date at all: 汛期前. */
  readonly dateless?: true
  /** `implied`: the words give a year and no limit (2023年，…占比达到…), or no day (6月初). */
  readonly certainty?: 'implied'
}

/** Limits in running text. Where two overlap the longer wins, then the earlier in this list. */
export const PROSE_PATTERNS: readonly DeadlinePattern[] = [
  {
    rule: 'day-before',
    sign: '月',
    pattern: all(`${YEAR}${MONTH}${DAY}${BEFORE}`),
    date: (g, y) => realDay(y, month(g), day(g)),
  },
  {
    rule: 'day-done',
    sign: '月',
    pattern: all(`${YEAR}${MONTH}${DAY}(?!印发)${DONE}`),
    date: (g, y) => realDay(y, month(g), day(g)),
  },
  {
    rule: 'dotted-day-before',
    sign: '前',
    pattern: all(String.raw`(?<![\d.])(?<year>20\d\d)[.\-/](?<month>\d{1,2})[.\-/](?<day>\d{1,2})日?${BEFORE}`),
    date: (g, y) => realDay(y, month(g), day(g)),
  },
  {
    rule: 'month-end',
    sign: '月',
    pattern: all(`${YEAR}${MONTH}[底末](?:${BEFORE}|${NOT_SINCE})`),
    date: (g, y) => endOfMonth(y, month(g)),
  },
  {
    rule: 'ten-days',
    sign: '月',
    pattern: all(`${YEAR}${MONTH}(?<third>[上中下])旬(?:${BEFORE}|${DONE})`),
    date: endOfTenDays,
  },
  {
    rule: 'month-start',
    sign: '月',
    certainty: 'implied',
    pattern: all(`${YEAR}${MONTH}(?<third>初)(?:${BEFORE}|${DONE})`),
    date: endOfTenDays,
  },
  {
    rule: 'month-before',
    sign: '月',
    pattern: all(`${YEAR}${MONTH}${BEFORE}`),
    date: (g, y) => monthBefore(y, month(g)),
  },
  { rule: 'month-done', sign: '月', pattern: all(`${YEAR}${MONTH}${DONE}`), date: (g, y) => endOfMonth(y, month(g)) },
  {
    rule: 'quarter-end',
    sign: '季度',
    pattern: all(`${YEAR}${QUARTER}(?:[底末]?${BEFORE}|[底末内]${NOT_SINCE})`),
    date: (g, y) => endOfQuarter(y, quarter(g)),
  },
  {
    rule: 'quarter-done',
    sign: '季度',
    pattern: all(`${YEAR}${QUARTER}${DONE}`),
    date: (g, y) => endOfQuarter(y, quarter(g)),
  },
  {
    rule: 'half-end',
    sign: '半年',
    pattern: all(`${YEAR}${HALF}(?:[底末]?${BEFORE}|[底末内]${NOT_SINCE})`),
    date: (g, y) => endOfHalf(y, half(g)),
  },
  { rule: 'half-done', sign: '半年', pattern: all(`${YEAR}${HALF}${DONE}`), date: (g, y) => endOfHalf(y, half(g)) },
  {
    rule: 'year-end',
    sign: '年',
    pattern: all(`${YEAR_OF_END}[底末](?:${BEFORE}|${NOT_SINCE})`),
    date: (_, y) => endOfYear(y),
  },
  { rule: 'within-year', sign: '年', pattern: all(`${YEAR_OF_END}度?内(?!部|容)`), date: (_, y) => endOfYear(y) },
  {
    rule: 'year-before',
    sign: '年',
    pattern: all(String.raw`(?<![\d—~～-])(?<year>20\d\d)年${BEFORE}`),
    date: (_, y) => endOfYear(y - 1),
  },
  {
    rule: 'by-year',
    sign: '年',
    pattern: all(
      String.raw`(?<![年\d])[到至](?<year>20\d\d)年(?![年底末内前初中]|\d|[一二三四]?季度|[上下]半年|[—~～-])`,
    ),
    date: (_, y) => endOfYear(y),
  },
  { rule: 'plan-end', sign: '末', pattern: all('[“"]?(?<plan>十[三四五六]五)[”"]?(?:期?末)'), date: endOfPlan },
  {
    rule: 'festival',
    sign: '前',
    pattern: all(`${YEAR}[“"]?(?<festival>五一|劳动节|七一|八一|国庆节?|十一)[”"]?(?:假期|期间)?${BEFORE}`),
    date: festivalEve,
  },
  {
    rule: 'season',
    sign: '前',
    dateless: true,
    pattern: all(
      `${YEAR}(?:主?汛期?|供暖[季期]|采暖[季期]|取暖[季期]|供热期|春[耕播节]|秋[收冬种播]*|三夏|三秋|雨季|台风季|入冬|入汛|入夏|封冻期?|上冻|冬季|开学|秋季学期|春季学期|中秋节?|元旦|清明节?|端午节?|两会|高考|暑期|寒假)(?:到?来临?|开始|开学|来临|到来)?${BEFORE}`,
    ),
    date: dateless,
  },
  {
    rule: 'within-years',
    sign: '内',
    dateless: true,
    pattern: all(
      '(?<=[，。；]|^|在|用|力争|争取|确保|计划|利用)(?:未来|今后)?(?:半年|(?:[一二两三四五六]|[1-6])(?:年|个月))(?:左右)?(?:时间)?[之以]?内',
    ),
    date: dateless,
  },
  {
    rule: 'after-issue',
    sign: '之日起',
    dateless: true,
    pattern: all(
      String.raw`自?(?:印发|发布|公布|下发|实施)之日起[一二两三四五六十\d]{1,3}(?:年|个月|日|天|个工作日)[之以]?内`,
    ),
    date: dateless,
  },
  {
    rule: 'bare-year',
    sign: '年',
    certainty: 'implied',
    pattern: all(
      String.raw`(?<=[，。；]|^|力争|确保|争取)(?<year>20\d\d)年(?=，|[^，。；底末内前初度来起以—~～\d-][^，。；]{0,40}(?:达到?|实现|完成|建成|突破|超过|不低于))`,
    ),
    date: (_, y) => endOfYear(y),
  },
]
