import { describe, expect, test } from 'vitest'
import { countedFrom, firesBetween, nextFire } from '../../../../src/core/supervision/subscription/next-fire.ts'
import { readSubscriptionCommand } from '../../../../src/core/supervision/subscription/read-command.ts'
import type { Schedule } from '../../../../src/core/supervision/subscription/schedule.ts'
import { isLegalWorkingDay } from './calendars.ts'

const calendar = { isWorkingDay: isLegalWorkingDay }

/** scheduleOf('每周一9点') */
function scheduleOf(words: string): Schedule {
  const command = readSubscriptionCommand(`${words}推送逾期清单`)
  if (command?.kind !== 'subscribe') throw new Error(`not a schedule: ${words}`)
  return command.schedule
}

/** '2023-06-05 09:00' as a moment, and back. */
const moment = (text: string) => ({
  day: text.slice(0, 10),
  minute: Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)),
})
const shown = (found: { day: string; minute: number } | null) =>
  found &&
  `${found.day} ${[Math.floor(found.minute / 60), found.minute % 60].map(n => String(n).padStart(2, '0')).join(':')}`

describe('the next firing', () => {
  test.each([
    ['每天9点', '2023-06-01 08:59', '2023-06-01 09:00'],
    ['每天9点', '2023-06-01 09:00', '2023-06-02 09:00'],
    ['每天9点', '2023-12-31 09:00', '2024-01-01 09:00'],
    ['每天9点', '2024-02-28 10:00', '2024-02-29 09:00'],
    // Saturdays that are made up are working days, and the days of the holiday are none.
    ['工作日9点', '2023-09-28 09:00', '2023-10-07 09:00'],
    ['工作日9点', '2023-10-07 09:00', '2023-10-08 09:00'],
    ['工作日9点', '2024-02-09 09:00', '2024-02-18 09:00'],
    ['工作日9点', '2023-12-29 09:00', '2024-01-02 09:00'],
    ['每周一9点', '2023-06-01 00:00', '2023-06-05 09:00'],
    ['每周一9点', '2023-06-05 09:00', '2023-06-12 09:00'],
    ['每周一三五9点', '2023-06-05 09:00', '2023-06-07 09:00'],
    // Monday in the National Day week moves to the make-up Saturday, and the Monday after is its own.
    ['每周一9点', '2023-09-25 09:00', '2023-10-07 09:00'],
    ['每周一9点', '2023-10-07 09:00', '2023-10-09 09:00'],
    // Three days of one holiday that move to one day fire once.
    ['每周一三五9点', '2023-09-27 09:00', '2023-10-07 09:00'],
    ['每周一三五9点', '2023-10-07 09:00', '2023-10-09 09:00'],
    ['每周六9点', '2023-09-28 09:00', '2023-09-30 09:00'],
    ['每月25号9点', '2023-05-25 09:00', '2023-06-25 09:00'],
    ['每月25号9点', '2023-10-25 09:00', '2023-11-27 09:00'],
    // Moved on it would be the next month’s: it is sent before.
    ['每月30号9点', '2023-09-01 00:00', '2023-09-28 09:00'],
    ['每月31号9点', '2023-02-01 00:00', '2023-02-28 09:00'],
    ['每月31号9点', '2023-11-01 00:00', '2023-11-30 09:00'],
    ['每月1号和15号9点', '2023-06-01 09:00', '2023-06-15 09:00'],
    ['每月1号9点', '2023-12-30 00:00', '2024-01-02 09:00'],
    ['每月1号9点', '2023-10-01 00:00', '2023-10-07 09:00'],
    ['每月最后一个工作日9点', '2023-09-01 00:00', '2023-09-28 09:00'],
    ['每月最后一个工作日9点', '2023-12-01 00:00', '2023-12-29 09:00'],
    ['每月第一个工作日9点', '2023-10-01 00:00', '2023-10-07 09:00'],
    ['每月第一个周一9点', '2023-06-01 00:00', '2023-06-05 09:00'],
    ['每月最后一个周五9点', '2023-06-01 00:00', '2023-06-30 09:00'],
    ['每季度末9点', '2023-06-30 09:00', '2023-09-28 09:00'],
    ['每季度末9点', '2023-09-28 09:00', '2023-12-29 09:00'],
    ['每季度第一个月10号9点', '2023-11-01 00:00', '2024-01-10 09:00'],
    ['每半年9点', '2023-07-01 00:00', '2023-12-29 09:00'],
    ['每年12月1日9点', '2023-12-01 09:00', '2024-12-02 09:00'],
    ['每年2月29日9点', '2023-01-01 00:00', '2023-02-28 09:00'],
    ['每年2月29日9点', '2024-01-01 00:00', '2024-02-29 09:00'],
  ])('%s after %s: %s', (words, after, expected) => {
    expect(shown(nextFire(scheduleOf(words), moment(after), calendar))).toBe(expected)
  })

  test('月底 of every month of 2024', () => {
    const fires = firesBetween(scheduleOf('每月底9点'), moment('2024-01-01 00:00'), {
      ...calendar,
      until: moment('2024-12-31 23:59'),
    })
    expect(fires.map(({ day }) => day.slice(5))).toEqual([
      '01-31',
      '02-29',
      '03-29',
      '04-30',
      '05-31',
      '06-28',
      '07-31',
      '08-30',
      '09-30',
      '10-31',
      '11-29',
      '12-31',
    ])
  })

  test('fires on days off where they are asked for', () => {
    const schedule = { ...scheduleOf('每周一9点'), onDaysOff: 'fire' } as const
    expect(shown(nextFire(schedule, moment('2023-09-25 09:00'), calendar))).toBe('2023-10-02 09:00')
  })

  test('every second week is counted from the first', () => {
    const after = moment('2023-06-07 10:00')
    const schedule = countedFrom(scheduleOf('每两周周五16点'), after, calendar)
    const fires = firesBetween(schedule, after, { ...calendar, until: moment('2023-07-31 00:00') })
    expect(fires.map(shown)).toEqual(['2023-06-09 16:00', '2023-06-25 16:00', '2023-07-07 16:00', '2023-07-21 16:00'])
  })

  test('what moved out of the month before is still to come', () => {
    const schedule = { ...scheduleOf('每两周周五9点'), from: '2023-09-29' } as const
    expect(shown(nextFire(schedule, moment('2023-10-02 00:00'), calendar))).toBe('2023-10-07 09:00')
  })

  test('stands still where no day is a working day', () => {
    const never = { isWorkingDay: () => false }
    expect(nextFire(scheduleOf('工作日9点'), moment('2023-06-01 00:00'), never)).toBeNull()
    expect(shown(nextFire(scheduleOf('每周一9点'), moment('2023-06-01 00:00'), never))).toBe('2023-06-05 09:00')
  })
})

describe('quiet days and putting off', () => {
  const monday = scheduleOf('每周一9点')

  test('what falls on quiet days is left out', () => {
    const quiet = [{ from: '2023-06-05', to: '2023-06-18' }]
    expect(shown(nextFire(monday, moment('2023-06-01 00:00'), { ...calendar, quiet }))).toBe('2023-06-19 09:00')
  })

  test('what would move onto a quiet day is left out too', () => {
    const quiet = [{ from: '2023-10-07', to: '2023-10-08' }]
    expect(shown(nextFire(monday, moment('2023-09-25 09:00'), { ...calendar, quiet }))).toBe('2023-10-09 09:00')
  })

  test('quiet days without an end', () => {
    const quiet = [{ from: '2023-06-05', to: null }]
    expect(nextFire(monday, moment('2023-06-05 00:00'), { ...calendar, quiet })).toBeNull()
  })

  test('putting off adds one firing and moves none', () => {
    const fires = firesBetween(monday, moment('2023-06-05 09:00'), {
      ...calendar,
      snoozed: [moment('2023-06-06 09:00'), moment('2023-06-01 09:00')],
      quiet: [{ from: '2023-06-06', to: '2023-06-06' }],
      until: moment('2023-06-19 09:00'),
    })
    expect(fires.map(shown)).toEqual(['2023-06-06 09:00', '2023-06-12 09:00', '2023-06-19 09:00'])
  })

  test('put off to the minute of the schedule fires once', () => {
    const at = moment('2023-06-12 09:00')
    const fires = firesBetween(monday, moment('2023-06-05 09:00'), { ...calendar, snoozed: [at, at], until: at })
    expect(fires).toEqual([at])
  })

  test('two days down: everything that was missed, after the last and up to now', () => {
    const fires = firesBetween(scheduleOf('每天9点'), moment('2023-06-01 09:00'), {
      ...calendar,
      until: moment('2023-06-04 08:59'),
    })
    expect(fires.map(shown)).toEqual(['2023-06-02 09:00', '2023-06-03 09:00'])
  })
})
