import type { Entry } from '../progress/entry.ts'
import { addDays } from '../text/calendar.ts'
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
  /** 勿扰 until 恢复提醒 ended it. */
  readonly wasQuiet: readonly Period[]
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
  wasQuiet: [],
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
    ...quietOf(of('quiet')),
    leadDays: of('lead-days'),
    wantsImplied: of('implied-switch').at(-1)?.isOn ?? true,
    onDaysOff: daysOff,
  }
}

const NO_QUIET: Pick<Wishes, 'quiet' | 'wasQuiet'> = { quiet: [], wasQuiet: [] }

/** 恢复提醒 ends all that was said before; what was left out until then stays so. */
function quietOf(said: readonly EntryOf<'quiet'>[]): Pick<Wishes, 'quiet' | 'wasQuiet'> {
  return said.reduce(({ quiet, wasQuiet }, { period, at }) => {
    if (period !== null) return { quiet: [...quiet, period], wasQuiet }
    const last = addDays(at.slice(0, 10), -1)
    const over = quiet.map(({ from, to }) => ({ from, to: to === null || to > last ? last : to }))
    return { quiet: [], wasQuiet: [...wasQuiet, ...over.filter(({ from, to }) => from <= to)] }
  }, NO_QUIET)
}

/** 周末也发 holds for every subscription of the place. */
function subscriptionOf(entry: EntryOf<'subscription'>, daysOff: boolean | null): Wishes['subscriptions'][number] {
  const { id, by, at, scope, chat, schedule, content } = entry
  const switched =
    daysOff === null ? schedule : { ...schedule, onDaysOff: daysOff ? ('fire' as const) : ('move' as const) }
  return { id, owner: by, at, scope, chat, schedule: switched, content }
}
