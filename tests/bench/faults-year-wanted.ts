import type { Records } from '../../src/core/progress/records.ts'
import { nextFire } from '../../src/core/supervision/subscription/next-fire.ts'
import type { Wishes } from '../../src/core/supervision/wishes.ts'
import type { LegalCalendar } from '../../src/core/supervision/work-calendar.ts'
import { epochMsOf, localTime } from '../../src/core/supervision/working-time.ts'

/** A time at which a subscription was to speak, by somebody who looked all the year without ever being away. */
export interface Occurrence {
  readonly subscriptionId: string
  readonly place: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly key: string
}

/** Watches every subscription minute by minute, as one by one they come due. */
export function createWatch(calendar: LegalCalendar) {
  const occurrences: Occurrence[] = []
  /** When the wishes of a place changed, epoch milliseconds. */
  const changes = new Map<string, number[]>()
  const known = new Map<string, Wishes>()
  const next = new Map<string, number>()
  let seenUntil = 0

  function nextOf({ schedule, id }: Wishes['subscriptions'][number], wishes: Wishes, after: number): number {
    const snoozed = wishes.snoozed.filter(({ subscriptionId }) => subscriptionId === id).map(({ until }) => until)
    const quiet = [...wishes.quiet, ...wishes.wasQuiet]
    const found = nextFire(schedule, localTime(after), { ...calendar, quiet, snoozed })
    return found ? epochMsOf(found) : Number.POSITIVE_INFINITY
  }

  function watch(place: string, wishes: Wishes, now: number): void {
    const isChanged = known.get(place) !== wishes
    if (isChanged) changes.set(place, [...(changes.get(place) ?? []), now])
    known.set(place, wishes)
    for (const subscription of wishes.subscriptions) {
      const { id } = subscription
      const begin = Math.max(seenUntil, Date.parse(subscription.at))
      let at = isChanged ? nextOf(subscription, wishes, begin) : (next.get(id) ?? nextOf(subscription, wishes, begin))
      while (at <= now) {
        const { day, minute } = localTime(at)
        occurrences.push({ subscriptionId: id, place, at, key: JSON.stringify(['subscription', id, day, minute]) })
        at = nextOf(subscription, wishes, at)
      }
      next.set(id, at)
    }
  }

  return {
    occurrences,
    changes,
    /** Looks at what came due since the last look. */
    look(records: Records, now: number): void {
      for (const place of records.wishing()) watch(place, records.wishes(place), now)
      seenUntil = now
    },
  }
}
