import { dayParts } from '../../text/calendar.ts'
import type { Moment, MonthDay, Period, Schedule } from './schedule.ts'
import type { Content, Scope } from './subscription.ts'
import { WORKING_FROM, WORKING_TO } from './time-of-day.ts'
import { weekdayOf } from './weekday.ts'

const WEEKDAYS = '一二三四五六日'

/** A subscription as far as it is shown. */
export interface Shown {
  readonly schedule: Schedule
  readonly content: Content
  readonly scope: Scope
}

/** describeSchedule => 每周一 09:00 · 每两周周五 16:00 · 每月25号 09:00 · 每季度末 09:00 */
export const describeSchedule = (schedule: Schedule): string => `${recurrence(schedule)} ${clock(schedule.minute)}`

/** describeMoment({ day: '2023-06-05', minute: 540 }) => '2023年6月5日（周一）09:00' */
export const describeMoment = ({ day, minute }: Moment): string => `${describeDay(day)}${clock(minute)}`

function recurrence(schedule: Schedule): string {
  switch (schedule.kind) {
    case 'daily':
      return '每天'
    case 'workdays':
      return '每个工作日'
    case 'weekly': {
      const days = weekdays(schedule.weekdays)
      return schedule.every === 1 ? `每周${days}` : `每${weeks(schedule.every)}周周${days}`
    }
    case 'monthly':
      return `每月${schedule.days.map(monthDay).join('、')}`
    case 'quarterly':
      return quarterly(schedule)
    case 'yearly':
      return `每年${schedule.months.join('、')}月${schedule.days.map(dayOfYear).join('、')}`
  }
}

/** 一、三、五, and 一到五 for days in a row. */
function weekdays(days: readonly number[]): string {
  const names = days.map(day => WEEKDAYS.charAt(day - 1))
  const [first = 0] = days
  const isRun = days.length > 2 && days.every((day, i) => day === first + i)
  return isRun ? `${names[0]}到周${names.at(-1)}` : names.join('、')
}

const weeks = (every: number): string => (every === 2 ? '两' : String(every))

function quarterly({ month, days }: Extract<Schedule, { kind: 'quarterly' }>): string {
  const [day, another] = days
  if (month === 3 && day === 'last') return '每季度末'
  const isEdge = (month === 3 && day === 'last-working-day') || (month === 1 && day === 'first-working-day')
  if (isEdge && another === undefined) return `每季度${monthDay(day)}`
  const which = ['第一个月', '第二个月', '最后一个月'][month - 1] ?? ''
  return `每季度${which}${days.map(monthDay).join('、')}`
}

const dayOfYear = (day: MonthDay): string => (typeof day === 'number' ? `${day}日` : monthDay(day))

const NAMED_DAYS = {
  last: '底',
  'first-working-day': '第一个工作日',
  'last-working-day': '最后一个工作日',
} as const

function monthDay(day: MonthDay): string {
  if (typeof day === 'number') return `${day}号`
  if (typeof day === 'string') return NAMED_DAYS[day]
  const which = day.nth === -1 ? '最后一个' : `第${WEEKDAYS.charAt(day.nth - 1)}个`
  return `${which}周${WEEKDAYS.charAt(day.weekday - 1)}`
}

const clock = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map(part => String(part).padStart(2, '0')).join(':')

function describeDay(day: string): string {
  const { year, month, day: number } = dayParts(day) ?? { year: 0, month: 0, day: 0 }
  return `${year}年${month}月${number}日（周${WEEKDAYS.charAt(weekdayOf(day) - 1)}）`
}

const WHOM: Readonly<Record<Scope, string>> = { chat: '本群', me: '您' }

/** 好的：每周一 09:00 向本群推送“省科技厅任务”，下次是2023年6月5日（周一）09:00。 With what might surprise after it. */
export function echoSubscription(shown: Shown, next: Moment | null): string {
  const then = next ? `下次是${describeMoment(next)}` : '勿扰期间不发，说“恢复提醒”就继续'
  return [`好的：${describeSchedule(shown.schedule)} ${sending(shown)}，${then}。`, ...surprises(shown.schedule)].join(
    '',
  )
}

/** One line of 我订阅了啥. */
export function describeSubscription(shown: Shown, next: Moment | null): string {
  return `${describeSchedule(shown.schedule)} ${sending(shown)}，${next ? `下次${describeMoment(next)}` : '暂停中'}`
}

function sending({ content, scope }: Shown): string {
  if (content.kind !== 'progress') return `向${WHOM[scope]}推送“${content.words}”`
  return `提醒${WHOM[scope]}报进展${content.query === null ? '' : `（${content.query}）`}`
}

/** What the words did not say and the schedule does all the same. */
function surprises(schedule: Schedule): readonly string[] {
  const { minute, onDaysOff } = schedule
  const isEarlyOrLate = minute < WORKING_FROM || minute > WORKING_TO
  const [shortest = null] = 'days' in schedule ? schedule.days.filter(isMissingSomewhere) : []
  return [
    isEarlyOrLate ? '这个时间在工作时间（08:30–18:00）以外，照您说的发。' : '',
    shortest !== null && !isYearlyElsewhere(schedule) ? `没有${shortest}号的月份在最后一天发。` : '',
    onDaysOff === 'fire' && schedule.kind !== 'workdays' ? '周末和节假日也发。' : '',
  ]
}

const isMissingSomewhere = (day: MonthDay): day is number => typeof day === 'number' && day > 28

/** 每年12月31日 is missing in no year; 每年2月29日 is. */
const isYearlyElsewhere = (schedule: Schedule): boolean => schedule.kind === 'yearly' && !schedule.months.includes(2)

/** 好的：到期前7天、3天和当天提醒。 */
export function echoLeadDays(daysBefore: readonly number[]): string {
  const before = daysBefore.filter(days => days > 0)
  const ahead = before.length > 0 ? `到期前${before.map(days => `${days}天`).join('、')}` : ''
  const said = [ahead, daysBefore.includes(0) ? '到期当天' : ''].filter(part => part !== '').join('和')
  return said === '' ? '好的：到期前不再提醒。想恢复请说“提前7天提醒”。' : `好的：${said}提醒。`
}

/** The schedule goes on as it was. */
export const echoSnooze = (until: Moment): string => `好的：${describeMoment(until)}再提醒一次，原来的安排不变。`

/** 好的：2023年10月1日（周日）到2023年10月7日（周六）不发。 */
export function echoQuiet({ from, to }: Period): string {
  const days =
    from === to ? describeDay(from) : `${describeDay(from)}到${to === null ? '您说“恢复提醒”' : describeDay(to)}`
  return `好的：${days}${to === null ? '之前' : ''}不发。`
}

export const echoImplied = (isOn: boolean): string =>
  isOn ? '好的：推定的时限也提醒，会标明“推定”。' : '好的：推定的时限不再提醒，文件写明的照常。'

export const echoDaysOff = (isOn: boolean): string =>
  isOn ? '好的：周末和节假日也发。' : '好的：只在工作日发，遇周末和节假日顺延。'
