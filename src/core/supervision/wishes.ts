import type { Entry } from '../progress/entry.ts'
import type { Moment, Period } from './subscription/schedule.ts'
import type { Subscription } from './subscription/subscription.ts'

type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>

/** What one chat or person wants of reminders, as it stands. */
export interface Wishes {
  /** Oldest first, those cancelled left out; with the instant it was made. */
  readonly subscriptions: readonly (Subscription & { readonly at: string })[]
  readonly snoozed: readonly { readonly subscriptionId: string | null; readonly until: Moment; readonly at: string }[]
  /** 勿扰 */
  readonly quiet: readonly Period[]
  /** 提前几天, oldest first. */
  readonly leadDays: readonly EntryOf<'lead-days'>[]
  /** 推定的时限也提醒 */
  readonly wantsImplied: boolean
  /** 周末也发; null where nobody has said. */
  readonly onDaysOff: boolean | null
}

export const NO_WISHES: Wishes = {
  subscriptions: [],
  snoozed: [],
  quiet: [],
  leadDays: [],
  wantsImplied: true,
  onDaysOff: null,
}

/** What the entries of one place add up to. */
export function wishesOf(entries: readonly Entry[]): Wishes {
  const of = <Kind extends Entry['kind']>(kind: Kind) =>
    entries.filter((entry): entry is EntryOf<Kind> => entry.kind === kind)
  const cancelled = new Set(of('subscription-cancel').map(({ subscriptionId }) => subscriptionId))
  const daysOff = of('days-off-switch').at(-1)?.isOn ?? null
  return {
    subscriptions: of('subscription')
      .filter(({ id }) => !cancelled.has(id))
      .map(entry => subscriptionOf(entry, daysOff)),
    snoozed: of('snooze').map(({ subscriptionId, until, at }) => ({ subscriptionId, until, at })),
    quiet: quietOf(of('quiet')),
    leadDays: of('lead-days'),
    wantsImplied: of('implied-switch').at(-1)?.isOn ?? true,
    onDaysOff: daysOff,
  }
}

/** 恢复提醒 ends all that was said before. */
function quietOf(said: readonly EntryOf<'quiet'>[]): readonly Period[] {
  const resumed = said.findLastIndex(({ period }) => period === null)
  return said.slice(resumed + 1).flatMap(({ period }) => period ?? [])
}

/** 周末也发 holds for every subscription of the place. */
function subscriptionOf(entry: EntryOf<'subscription'>, daysOff: boolean | null): Wishes['subscriptions'][number] {
  const { id, by, at, scope, chat, schedule, content } = entry
  const switched =
    daysOff === null ? schedule : { ...schedule, onDaysOff: daysOff ? ('fire' as const) : ('move' as const) }
  return { id, owner: by, at, scope, chat, schedule: switched, content }
}
