import * as z from 'zod/mini'

/** 1 is Monday, 7 is Sunday. */
const Weekday = z.int().check(z.gte(1), z.lte(7))

const Month = z.int().check(z.gte(1), z.lte(12))

/**
 * A day of a month: its number, a named day, or the nth of a weekday (`nth: -1` is the last).
 * A month without that number fires on its last day.
 */
export const MonthDay = z.union([
  z.int().check(z.gte(1), z.lte(31)),
  z.enum(['last', 'first-working-day', 'last-working-day']),
  z.readonly(z.object({ nth: z.union([z.literal(-1), z.int().check(z.gte(1), z.lte(4))]), weekday: Weekday })),
])
export type MonthDay = z.infer<typeof MonthDay>

const MonthDays = z.readonly(z.array(MonthDay).check(z.minLength(1)))

/**
 * What happens on a day that is no legal working day. `move`: it fires on the next working day; a day of a month stays in
 * its month, so that 月底 never becomes the next month's. `fire`: it fires all the same, because somebody asked for it.
 */
export const OnDaysOff = z.enum(['move', 'fire'])
export type OnDaysOff = z.infer<typeof OnDaysOff>

/** When something recurs; `minute` counts from midnight in Asia/Shanghai. */
const common = { minute: z.int().check(z.gte(0), z.lte(1439)), onDaysOff: OnDaysOff }

/** 定期: when a subscription fires. Plain data: what is due is asked of it, no timer is kept. */
export const Schedule = z.readonly(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('daily'), ...common }),
    /** 工作日, make-up Saturdays included. */
    z.object({ kind: z.literal('workdays'), ...common }),
    z.object({
      kind: z.literal('weekly'),
      weekdays: z.readonly(z.array(Weekday).check(z.minLength(1))),
      /** 2: every other week. */
      every: z.int().check(z.gte(1), z.lte(12)),
      /** A day of a week in which it fires; null counts from the first week of 1970. Says nothing where `every` is 1. */
      from: z.nullable(z.string()),
      ...common,
    }),
    z.object({ kind: z.literal('monthly'), days: MonthDays, ...common }),
    /** `month` of the quarter, 1 to 3. */
    z.object({ kind: z.literal('quarterly'), month: z.int().check(z.gte(1), z.lte(3)), days: MonthDays, ...common }),
    z.object({ kind: z.literal('yearly'), months: z.readonly(z.array(Month)), days: MonthDays, ...common }),
  ]),
)
export type Schedule = z.infer<typeof Schedule>

/** A minute of local time in Asia/Shanghai: the day as YYYY-MM-DD and the minutes since its midnight. */
export const Moment = z.readonly(z.object({ day: z.string(), minute: z.number() }))
export type Moment = z.infer<typeof Moment>

/** Days from `from` to `to`, both included; null has no end. */
export const Period = z.readonly(z.object({ from: z.string(), to: z.nullable(z.string()) }))
export type Period = z.infer<typeof Period>

/** Negative when `a` is earlier, 0 when they are the same minute. */
export function compareMoments(a: Moment, b: Moment): number {
  if (a.day === b.day) return a.minute - b.minute
  return a.day < b.day ? -1 : 1
}
