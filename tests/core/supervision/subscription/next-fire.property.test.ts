import { Cron } from 'croner'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firesBetween, nextFire } from '../../../../src/core/supervision/subscription/next-fire.ts'
import {
  compareMoments,
  type Moment,
  type MonthDay,
  type Schedule,
} from '../../../../src/core/supervision/subscription/schedule.ts'
import { addDays } from '../../../../src/core/text/calendar.ts'
import { daysFrom, isLegalWorkingDay, isWeekday } from './calendars.ts'

type Kind<Name extends Schedule['kind']> = Extract<Schedule, { kind: Name }>

const minute = fc.integer({ min: 0, max: 1439 })
const weekday = fc.integer({ min: 1, max: 7 })
const month = fc.integer({ min: 1, max: 12 })
const onDaysOff = fc.constantFrom<Schedule['onDaysOff']>('move', 'fire')
const sorted = (numbers: fc.Arbitrary<number>) =>
  fc.uniqueArray(numbers, { minLength: 1, maxLength: 3 }).map(list => list.toSorted((a, b) => a - b))
const monthDay: fc.Arbitrary<MonthDay> = fc.oneof(
  fc.integer({ min: 1, max: 31 }),
  fc.constantFrom<MonthDay>('last', 'first-working-day', 'last-working-day'),
  fc.record({ nth: fc.constantFrom<1 | -1>(1, -1), weekday }),
)
const days = fc.array(monthDay, { minLength: 1, maxLength: 3 })
const schedules: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record({ kind: fc.constant<'daily'>('daily'), minute, onDaysOff }),
  fc.record({ kind: fc.constant<'workdays'>('workdays'), minute, onDaysOff }),
  fc.record({
    kind: fc.constant<'weekly'>('weekly'),
    weekdays: sorted(weekday),
    every: fc.integer({ min: 1, max: 4 }),
    from: fc.option(fc.integer({ min: 0, max: 60 }).map(away => addDays('2023-01-01', away))),
    minute,
    onDaysOff,
  }),
  fc.record({ kind: fc.constant<'monthly'>('monthly'), days, minute, onDaysOff }),
  fc.record({
    kind: fc.constant<'quarterly'>('quarterly'),
    month: fc.integer({ min: 1, max: 3 }),
    days,
    minute,
    onDaysOff,
  }),
  fc.record({ kind: fc.constant<'yearly'>('yearly'), months: sorted(month), days, minute, onDaysOff }),
)
const moments: fc.Arbitrary<Moment> = fc.record({
  day: fc.integer({ min: 0, max: 700 }).map(away => addDays('2023-01-02', away)),
  minute,
})

/** Every day of the years around, one after the other: which it means, where that moves to, which comes first. */
const ALL_DAYS = daysFrom('2022-11-01', 1200)
const WORKING = ALL_DAYS.filter(isLegalWorkingDay)
const MONTHS = Map.groupBy(ALL_DAYS, day => day.slice(0, 7))
const sameMonth = (day: string): readonly string[] => MONTHS.get(day.slice(0, 7)) ?? []
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7
const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day))

function isNamed(name: MonthDay, day: string): boolean {
  const all = sameMonth(day)
  const last = all.at(-1)
  if (typeof name === 'number') return name === Number(day.slice(8)) || (day === last && name > all.length)
  if (name === 'last') return day === last
  if (typeof name === 'object')
    return day === all.filter(other => weekdayOf(other) === name.weekday).at(name.nth > 0 ? 0 : -1)
  return day === all.filter(other => WORKING.includes(other)).at(name === 'first-working-day' ? 0 : -1)
}

function isMeant(schedule: Schedule, day: string): boolean {
  const month = Number(day.slice(5, 7))
  if (schedule.kind === 'daily') return true
  if (schedule.kind === 'workdays') return WORKING.includes(day)
  if (schedule.kind === 'weekly') {
    const first = mondayOf(schedule.from ?? '1970-01-01')
    const weeks = (Date.parse(mondayOf(day)) - Date.parse(first)) / 604_800_000
    return schedule.weekdays.includes(weekdayOf(day)) && weeks % schedule.every === 0
  }
  if (schedule.kind === 'quarterly' && ![0, 3, 6, 9].some(first => first + schedule.month === month)) return false
  if (schedule.kind === 'yearly' && !schedule.months.includes(month)) return false
  return schedule.days.some(name => isNamed(name, day))
}

function movedTo(schedule: Schedule, day: string): string {
  if (schedule.onDaysOff === 'fire' || WORKING.includes(day)) return day
  const inReach = (other: string) => !('days' in schedule) || other.slice(0, 7) === day.slice(0, 7)
  const after = WORKING.find(other => other > day && inReach(other))
  return after ?? WORKING.findLast(other => other < day && inReach(other)) ?? day
}

/** From two months before to fifteen after. */
function naiveFires(schedule: Schedule, after: Moment): readonly Moment[] {
  const from = addDays(after.day, -61)
  const to = addDays(after.day, 460)
  const meant = ALL_DAYS.filter(day => day >= from && day <= to && isMeant(schedule, day))
  const fires = new Set(meant.map(day => movedTo(schedule, day)))
  return [...fires].toSorted().map(day => ({ day, minute: schedule.minute }))
}

const calendar = { isWorkingDay: isLegalWorkingDay }

describe('against every day gone through one by one', () => {
  test('the next firing is the first after', () => {
    fc.assert(
      fc.property(schedules, moments, (schedule, after) => {
        const expected = naiveFires(schedule, after).find(fire => compareMoments(fire, after) > 0)
        expect(nextFire(schedule, after, calendar)).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })

  test('between two moments fires what the whole list has between them, less the quiet days', () => {
    fc.assert(
      fc.property(schedules, moments, fc.nat(120), fc.nat(20), (schedule, after, length, quietDays) => {
        const until = { day: addDays(after.day, length), minute: after.minute }
        const quiet = { from: addDays(after.day, 5), to: addDays(after.day, 5 + quietDays) }
        const expected = naiveFires(schedule, after).filter(
          fire =>
            compareMoments(fire, after) > 0 &&
            compareMoments(fire, until) <= 0 &&
            !(fire.day >= quiet.from && fire.day <= quiet.to),
        )
        expect(firesBetween(schedule, after, { ...calendar, quiet: [quiet], until })).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })
})

/** A cron line for what cron can say, with Sunday as 7. */
function cronOf(schedule: Schedule): string {
  const time = `${schedule.minute % 60} ${Math.floor(schedule.minute / 60)}`
  switch (schedule.kind) {
    case 'daily':
      return `${time} * * *`
    case 'workdays':
      return `${time} * * 1-5`
    case 'weekly':
      return `${time} * * ${schedule.weekdays.join(',')}`
    case 'monthly':
      return `${time} ${cronDay(schedule)}`
    case 'quarterly':
      return `${time} ${cronDay(
        schedule,
        [0, 3, 6, 9].map(first => first + schedule.month),
      )}`
    case 'yearly':
      return `${time} ${cronDay(schedule, schedule.months)}`
  }
}

function cronDay({ days: [day] }: Kind<'monthly' | 'quarterly' | 'yearly'>, months: readonly number[] = []): string {
  const inMonths = months.length > 0 ? months.join(',') : '*'
  if (typeof day === 'object') return `* ${inMonths} ${day.weekday}#${day.nth === -1 ? 'L' : day.nth}`
  if (day === 'last-working-day') return `LW ${inMonths} *`
  return `${day === 'last' ? 'L' : day} ${inMonths} *`
}

const cronDays: fc.Arbitrary<readonly MonthDay[]> = fc.oneof(
  fc.integer({ min: 1, max: 28 }).map(day => [day]),
  fc.constant<readonly MonthDay[]>(['last']),
  fc.constant<readonly MonthDay[]>(['last-working-day']),
  fc.record({ nth: fc.constantFrom<1 | 2 | 4 | -1>(1, 2, 4, -1), weekday }).map(day => [day]),
)
const cronSchedules: fc.Arbitrary<Schedule> = fc
  .tuple(schedules, cronDays)
  .map(([schedule, day]) => ({ ...schedule, onDaysOff: 'fire', ...('days' in schedule ? { days: day } : {}) }))
  .filter((schedule): schedule is Schedule => !('every' in schedule) || schedule.every === 1)

/** Midnight in Shanghai is eight hours before midnight in Greenwich. */
const instantOf = ({ day, minute: minutes }: Moment): Date =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000)

test('croner agrees on what cron can say, where every weekday is worked and nothing moves', () => {
  fc.assert(
    fc.property(cronSchedules, moments, (schedule, after) => {
      const cron = new Cron(cronOf(schedule), { timezone: 'Asia/Shanghai', paused: true })
      const found = nextFire(schedule, after, { isWorkingDay: isWeekday })
      expect(found && instantOf(found)).toEqual(cron.nextRun(instantOf(after)))
    }),
    { numRuns: 500 },
  )
})
