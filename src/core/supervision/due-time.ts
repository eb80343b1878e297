import { addDays } from '../text/calendar.ts'
import { firesBetween, nextFire } from './subscription/next-fire.ts'
import type { Moment } from './subscription/schedule.ts'
import type { Wishes } from './wishes.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { epochMsOf, localTime } from './working-time.ts'

/** Epoch milliseconds: of the last run, or of the subscription where that is later, and of now. */
interface Span {
  readonly after: number
  readonly until: number
  readonly calendar: WorkCalendar
}

/** Of each subscription the time behind which, and the one before which, it does not fire. */
type Silences = Map<string, { readonly calendar: WorkCalendar; readonly after: number; readonly before: number }>

/** A place that makes another wish has other wishes. */
const kept = new WeakMap<Wishes, Silences>()

/**
 * The last of the times at which a subscription fires after one instant and up to another; null where there is none. The
 * clock asks every few minutes, so what was found out about when nothing is due is kept.
 */
export function dueTime(
  { id, schedule }: Pick<Wishes['subscriptions'][number], 'id' | 'schedule'>,
  wishes: Wishes,
  { after, until, calendar }: Span,
): Moment | null {
  const silences: Silences = kept.get(wishes) ?? new Map()
  kept.set(wishes, silences)
  const known = silences.get(id)
  if (known?.calendar === calendar && known.after <= after && until < known.before) return null
  const snoozed = wishes.snoozed.filter(({ subscriptionId }) => subscriptionId === id).map(snooze => snooze.until)
  const firing = { ...calendar, quiet: [...wishes.quiet, ...wishes.wasQuiet], snoozed }
  const now = localTime(until)
  const last = firesBetween(schedule, localTime(after), { ...firing, until: now }).at(-1) ?? null
  const next = nextFire(schedule, now, firing) ?? { day: addDays(now.day, 1), minute: 0 }
  silences.set(id, { calendar, after: last === null ? after : until, before: epochMsOf(next) })
  return last
}
