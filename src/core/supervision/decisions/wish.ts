import type { Entry } from '../../progress/entry.ts'
import { type Decision, decision, type Situation, say, tell } from '../../progress/situation.ts'
import { rulesWith } from '../recipients.ts'
import type { SubscriptionCommand } from '../subscription/command.ts'
import {
  describeSubscription,
  echoDaysOff,
  echoImplied,
  echoLeadDays,
  echoQuiet,
  echoSnooze,
  echoSubscription,
} from '../subscription/echo.ts'
import { countedFrom, nextFire } from '../subscription/next-fire.ts'
import { quietPeriod } from '../subscription/quiet.ts'
import { snoozedTo } from '../subscription/snooze.ts'
import type { Scope, Subscription } from '../subscription/subscription.ts'
import type { Wishes } from '../wishes.ts'
import { unknownYearsNote } from '../work-calendar.ts'
import { localTime } from '../working-time.ts'

type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>
type WishOf<Kind extends SubscriptionCommand['kind']> = Extract<SubscriptionCommand, { kind: Kind }>
type Deciders = {
  readonly [Kind in SubscriptionCommand['kind']]: (wish: WishOf<Kind>, situation: Situation) => Decision
}

const DECIDERS: Deciders = {
  subscribe,
  'lead-days': chooseDays,
  list: (_wish, situation) => listed(situation),
  cancel,
  snooze,
  quiet: beQuiet,
  resume: (_wish, situation) =>
    kept('好的：恢复提醒。', { kind: 'quiet', period: null, ...madeHere(situation) }, situation),
  'days-off': ({ isOn }, situation) =>
    kept(echoDaysOff(isOn), { kind: 'days-off-switch', isOn, ...madeHere(situation) }, situation),
  implied: ({ isOn }, situation) =>
    kept(echoImplied(isOn), { kind: 'implied-switch', isOn, ...madeHere(situation) }, situation),
  unclear: (wish, situation) => tell(situation, wish.say),
}

/** What becomes of a wish about reminders: it is kept, and echoed with what it leads to. */
export function decideWish<Kind extends SubscriptionCommand['kind']>(
  wish: WishOf<Kind>,
  situation: Situation,
): Decision {
  const decider: (wish: WishOf<Kind>, situation: Situation) => Decision = DECIDERS[wish.kind]
  return decider(wish, situation)
}

type WishEntry = Extract<Entry, { readonly scope: Scope }>

/** In a group people hear for whom it holds. */
function kept(echo: string, entry: WishEntry, situation: Situation): Decision {
  const notes = situation.isPrivate ? [] : [HOLDS_FOR[entry.scope]]
  return decision(say(situation, echo, { notes }), { entries: [entry] })
}

const HOLDS_FOR: Readonly<Record<Scope, string>> = { chat: '对本群有效。', me: '只对您个人有效。' }

/** A group speaks for itself, a private chat for its person. */
const scopeOr = (scope: Scope | null, { isPrivate }: Situation): Scope => (isPrivate ? 'me' : (scope ?? 'chat'))

const wishesIn = (scope: Scope, { records, speaker }: Situation): Wishes =>
  records.wishes(scope === 'chat' ? `chat:${speaker.chat}` : `person:${speaker.person}`)

interface Making {
  readonly scope?: Scope | null
  /** Tells several entries of one message apart. */
  readonly serial?: number
}

/** The parts of an entry that say who wishes something, when and for whom. */
function madeHere(situation: Situation, { scope = null, serial = 0 }: Making = {}) {
  const { cause, now, speaker } = situation
  return {
    scope: scopeOr(scope, situation),
    chat: speaker.chat,
    id: `${cause}/wish${serial}`,
    at: now.iso,
    by: speaker.person,
  }
}

function subscribe({ schedule, content, scope }: WishOf<'subscribe'>, situation: Situation): Decision {
  const { calendar, now } = situation
  const after = localTime(now.ms)
  const counted = countedFrom(schedule, after, calendar)
  const entry: EntryOf<'subscription'> = {
    kind: 'subscription',
    schedule: counted,
    content,
    ...madeHere(situation, { scope }),
  }
  const next = nextOf(entry, situation)
  const note = unknownYearsNote(calendar, next ? [next.day] : [])
  const reply = say(situation, echoSubscription(entry, next), {
    notes: note === null ? [] : [note],
    hint: '看全部说“我订阅了啥”，不要了说“取消第1个”。',
  })
  return decision(reply, { entries: [entry] })
}

function nextOf({ schedule, scope }: Pick<Subscription, 'schedule' | 'scope'>, situation: Situation) {
  const { quiet } = wishesIn(scope, situation)
  return nextFire(schedule, localTime(situation.now.ms), { ...situation.calendar, quiet })
}

function chooseDays({ mode, daysBefore, query, scope }: WishOf<'lead-days'>, situation: Situation): Decision {
  const place = scopeOr(scope, situation)
  const tasks = query ?? ownTasks(place, situation)
  if (tasks === '') return tell(situation, NOBODYS[place])
  const entry: EntryOf<'lead-days'> = {
    kind: 'lead-days',
    mode,
    daysBefore,
    query: tasks,
    ...madeHere(situation, { scope }),
  }
  const echo = echoLeadDays(daysAhead([...wishesIn(place, situation).leadDays, entry], tasks))
  return kept(`${echo}${about(query)}`, entry, situation)
}

/** What all that was said of the same tasks comes to: days ahead, the most first. */
function daysAhead(said: Wishes['leadDays'], query: string | null): readonly number[] {
  const days = rulesWith(said.filter(wish => wish.query === query)).map(rule => rule.daysBefore)
  return [...new Set(days)].filter(day => day >= 0).sort((a, b) => b - a)
}

const NOBODYS: Readonly<Record<Scope, string>> = {
  chat: '还不知道本群是哪个单位的。请先说“本群是省能源局的”，或说明任务，例如“省能源局的任务提前7天提醒”。',
  me: '还不知道您是哪个单位的。请先说“绑定 省能源局”，或说明任务，例如“省能源局的任务提前7天提醒”。',
}

/** Null: the unit's own tasks, which are reminded of anyway. The office looks after all of them. */
function ownTasks(scope: Scope, { records, speaker }: Situation): string | null {
  const { units, roles } = records.person(speaker.person)
  const isUnits = scope === 'chat' ? records.chat(speaker.chat).unit !== null : units.length > 0
  if (isUnits) return null
  return roles.has('office') ? '全部任务' : ''
}

/** What 第2个 counts: in a group its own, then those of who asks; in a private chat theirs. */
function subscriptionsHere(situation: Situation): Wishes['subscriptions'] {
  const own = wishesIn('me', situation).subscriptions
  return situation.isPrivate ? own : [...wishesIn('chat', situation).subscriptions, ...own]
}

function listed(situation: Situation): Decision {
  const subscriptions = subscriptionsHere(situation)
  const items = subscriptions.map((subscription, i) => ({
    number: i + 1,
    title: describeSubscription(subscription, nextOf(subscription, situation)),
    lines: [],
    taskId: null,
  }))
  const notes = otherWishesHere(situation)
  return items.length === 0
    ? decision(say(situation, '还没有订阅。', { notes, hint: '例如说“每周一9点推送省科技厅任务”。' }))
    : decision(say(situation, `共有${items.length}个订阅`, { items, notes, hint: '不要哪个，说“取消第1个”。' }))
}

/** In a group those of the group and of who asks, each with whose they are. */
function otherWishesHere(situation: Situation): readonly string[] {
  const { today } = situation.now
  if (situation.isPrivate) return otherWishes(wishesIn('me', situation), today)
  return (['chat', 'me'] as const).flatMap(place =>
    otherWishes(wishesIn(place, situation), today).map(wish => `${WHOSE[place]}${wish}`),
  )
}

const WHOSE: Readonly<Record<Scope, string>> = { chat: '本群', me: '您个人' }

/** 提前几天, 勿扰 and the switches beside the subscriptions. */
function otherWishes({ leadDays, quiet, wantsImplied, onDaysOff }: Wishes, today: string): readonly string[] {
  const queries = [...new Set(leadDays.map(({ query }) => query))]
  return [
    ...queries.map(query => `到期提醒：${echoed(echoLeadDays(daysAhead(leadDays, query)))}${about(query)}`),
    ...quiet.filter(({ to }) => to === null || to >= today).map(period => `勿扰：${echoed(echoQuiet(period))}`),
    ...(wantsImplied ? [] : ['推定的时限：不提醒']),
    ...(onDaysOff === null ? [] : [`周末和节假日：${onDaysOff ? '也发' : '不发'}`]),
  ]
}

/** The same words as when it was settled: 好的：到期前7天提醒。 => 到期前7天提醒 */
const echoed = (echo: string): string => echo.replace(/^好的：|。.*$/gu, '')

const about = (query: string | null): string => (query === null ? '' : `（${query}）`)

function cancel({ which }: WishOf<'cancel'>, situation: Situation): Decision {
  const subscriptions = subscriptionsHere(situation)
  const numbers = which === 'all' ? subscriptions.map((_, i) => i + 1) : which
  const missing = numbers.find(number => !subscriptions[number - 1])
  if (subscriptions.length === 0) return tell(situation, '还没有订阅，没有可以取消的。')
  if (missing !== undefined) {
    return tell(situation, `一共${subscriptions.length}个订阅，没有第${missing}个。说“我订阅了啥”可以看到编号。`)
  }
  const gone = numbers.flatMap(number => subscriptions[number - 1] ?? [])
  const entries = gone.map(({ id, scope }, serial): Entry => {
    const made = madeHere(situation, { scope, serial })
    return { kind: 'subscription-cancel', subscriptionId: id, ...made }
  })
  const notes = gone.map(subscription => describeSubscription(subscription, null).replace(/，暂停中$/u, ''))
  return decision(say(situation, `已取消${gone.length}个订阅`, { notes }), { entries })
}

function snooze({ until, number }: WishOf<'snooze'>, situation: Situation): Decision {
  const moment = snoozedTo(until, localTime(situation.now.ms), situation.calendar.isWorkingDay)
  if (moment === null) return tell(situation, '那个时间已经过了，请说“明天再提醒”或“两小时后再提醒”。')
  const subscriptions = subscriptionsHere(situation)
  const subscription = number === null ? subscriptions.length === 1 && subscriptions[0] : subscriptions[number - 1]
  if (number !== null && !subscription) return tell(situation, `没有第${number}个订阅。说“我订阅了啥”可以看到编号。`)
  const entry: WishEntry = {
    kind: 'snooze',
    subscriptionId: subscription ? subscription.id : null,
    until: moment,
    ...madeHere(situation, { scope: subscription ? subscription.scope : null }),
  }
  return kept(echoSnooze(moment), entry, situation)
}

const UNKNOWN_HOLIDAY = '这个假期的放假安排还没有收录，请说日期，例如“10月1日到7日不要发”。'

function beQuiet({ period: words }: WishOf<'quiet'>, situation: Situation): Decision {
  const period = quietPeriod(words, situation.now.today, situation.calendar.holiday)
  if (period === null) {
    return tell(situation, words.kind === 'holiday' ? UNKNOWN_HOLIDAY : '那几天已经过了，没有设置。')
  }
  return kept(echoQuiet(period), { kind: 'quiet', period, ...madeHere(situation) }, situation)
}
