import * as z from 'zod/mini'
import type { Reply } from '../dialog/reply.ts'
import type { Letter } from '../ports.ts'
import type { Entry } from '../progress/entry.ts'
import type { Records } from '../progress/records.ts'
import { type Moment, say } from '../progress/situation.ts'
import { groupBy } from '../search/group.ts'
import { addDays } from '../text/calendar.ts'
import { dueNotices } from './due-notices.ts'
import { dueTime } from './due-time.ts'
import { type Notice, type NoticeLetter, noticeLetters } from './notice.ts'
import { noticeReply } from './notice-reply.ts'
import { noticedTask } from './noticed-task.ts'
import { destinationOf, dueRecipients, dueTasks, type FindTasks } from './recipients.ts'
import { compareMoments, type Moment as LocalMoment } from './subscription/schedule.ts'
import { type ReplySources, subscriptionReply } from './subscription-reply.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { epochMsOf, isWorkingTime, localTime } from './working-time.ts'

/** What the clock's work is decided from. */
export interface RunRequest extends ReplySources {
  readonly records: Records
  readonly calendar: WorkCalendar
  readonly now: Moment
  readonly findTasks: FindTasks
  /** Letters of notices of earlier days that are certain not to have gone out. This run takes their place. */
  readonly unsent: readonly UnsentLetter[]
  /** Keys of all letters that wait: a subscription that fires takes the place of its own that are still there. */
  readonly waiting: readonly string[]
}

/** A letter of notices that waits since an earlier day. */
export interface UnsentLetter {
  readonly key: string
  readonly to: string
  readonly day: string
}

/** The letter of notices that a key names; null for letters of other kinds. */
export function readNoticeKey(key: string): UnsentLetter | null {
  const { data } = NoticeKey.safeParse(key.startsWith('["letter"') ? JSON.parse(key) : null)
  return data ? { key, to: data[1], day: data[2] } : null
}

const NoticeKey = z.tuple([z.literal('letter'), z.string(), z.string()])

/** The subscription whose message a key names; null for letters of other kinds. */
function subscriptionOf(key: string): string | null {
  const { data } = FiringKey.safeParse(key.startsWith('["subscription"') ? JSON.parse(key) : null)
  return data ? data[1] : null
}

const FiringKey = z.tuple([z.literal('subscription'), z.string(), z.string(), z.number()])

/** What one run of the clock leads to: all of it is written in one step, or none. */
export interface RunDecision {
  /** Null where nothing has to be written. */
  readonly entry: Extract<Entry, { kind: 'run' }> | null
  readonly letters: readonly Letter[]
  /** Why each letter goes out, for a person to read. */
  readonly notices: readonly NoticeLetter[]
  /** Notices that came too late to be of use. */
  readonly dropped: number
}

/** What is due now: the day's notices in working time, and every subscription whose time has come. */
export function decideRun(request: RunRequest): RunDecision {
  const { records, now } = request
  const last = records.runs().at(-1)
  const told = dayNotices(request, last?.noticesUntil ?? null)
  const fired = firings(request, last?.firedUntil ?? null)
  const letters = [...told.letters.map(letter => noticeLetter(letter, request)), ...fired]
  const isNewDay = told.decided !== (last?.noticesUntil ?? null)
  if (letters.length === 0 && !isNewDay) return { entry: null, letters, notices: [], dropped: 0 }
  const entry = {
    kind: 'run' as const,
    id: `run/${now.iso}/${records.seen}`,
    at: now.iso,
    by: 'duban',
    noticesUntil: told.decided,
    firedUntil: now.ms,
    superseded: [...told.superseded, ...overtaken(fired, request.waiting)],
  }
  return { entry, letters, notices: told.letters, dropped: told.dropped }
}

/** Letters of subscriptions that fire again before they could be delivered: one message says how things stand now. */
function overtaken(fired: readonly Letter[], waiting: readonly string[]): readonly string[] {
  const firing = new Set(fired.map(({ key }) => subscriptionOf(key)))
  const fresh = new Set(fired.map(({ key }) => key))
  return waiting.filter(key => {
    const id = subscriptionOf(key)
    return id !== null && firing.has(id) && !fresh.has(key)
  })
}

/** Whether the day's notices are to be decided now: once a working day, in working time. */
export function isNoticeTime({ records, calendar, now }: Pick<RunRequest, 'records' | 'calendar' | 'now'>): boolean {
  const since = records.runs().at(-1)?.noticesUntil ?? null
  return isWorkingTime(calendar, localTime(now.ms)) && (since === null || since < now.today)
}

interface DayNotices {
  readonly letters: readonly NoticeLetter[]
  readonly superseded: readonly string[]
  readonly decided: string | null
  readonly dropped: number
}

/** What an earlier day could not deliver goes into the same message. */
function dayNotices(request: RunRequest, since: string | null): DayNotices {
  const { ledger, records, calendar, now, findTasks, unsent } = request
  if (!isNoticeTime(request)) return { ...NOTHING, decided: since }
  const tasks = dueTasks({ ledger, records }, findTasks)
  const bySince = groupBy(dueRecipients({ ledger, records }), ({ key }) => sinceOf(key, request, since))
  const decisions = [...bySince].map(([from, recipients]) =>
    dueNotices({ tasks, recipients, calendar, since: from, today: now.today }),
  )
  const notices = decisions.flatMap(decided => decided.notices).filter(({ to }) => !isQuiet(to, request))
  return {
    letters: noticeLetters(notices, now.today),
    superseded: unsent.map(({ key }) => key),
    decided: now.today,
    dropped: decisions.reduce((sum, { dropped }) => sum + dropped, 0),
  }
}

const NOTHING = { letters: [], superseded: [], dropped: 0 }

/**
 * From when a recipient is to be told: for one whose last message did not go out, from where that one began. What is older
 * than the last run was there when that one decided, and is in no message of its own any more.
 */
function sinceOf(recipient: string, { unsent, records }: RunRequest, since: string | null): string | null {
  const isUnsent = since !== null && unsent.some(({ to, day }) => to === recipient && day === since)
  return isUnsent ? beginOf(recipient, since, records.runs()) : since
}

/** The day behind which a day's message to a recipient began; it may itself have taken the place of an earlier one. */
function beginOf(recipient: string, day: string, runs: readonly Run[]): string | null {
  const at = runs.findIndex(({ noticesUntil }) => noticesUntil === day)
  const own = runs[at]?.superseded.flatMap(key => readNoticeKey(key) ?? []).find(({ to }) => to === recipient)
  if (own && own.day < day) return beginOf(recipient, own.day, runs)
  return runs[at - 1]?.noticesUntil ?? addDays(day, -1)
}

type Run = Extract<Entry, { kind: 'run' }>

const isQuiet = (to: string, { records, now }: RunRequest): boolean =>
  records.wishes(to).quiet.some(({ from, to: end }) => now.today >= from && (end === null || now.today <= end))

function noticeLetter(letter: NoticeLetter, request: RunRequest): Letter {
  const reply = noticeReply(letter, taskId => noticedTask(taskId, request))
  return { key: letter.key, ...destinationOf(letter.to), reply, notBefore: request.now.ms, atAnyTime: false }
}

/** One message for each subscription whose time has come, however often it came while nobody was there to see. */
function firings(request: RunRequest, firedUntil: number | null): readonly Letter[] {
  const { records } = request
  return records.wishing().flatMap(place => (records.isGone(place) ? [] : firingsOf(place, firedUntil, request)))
}

function firingsOf(place: string, firedUntil: number | null, request: RunRequest): readonly Letter[] {
  const { records, calendar, now } = request
  const wishes = records.wishes(place)
  const { subscriptions, snoozed } = wishes
  const due = subscriptions.flatMap(subscription => {
    const after = Math.max(firedUntil ?? 0, Date.parse(subscription.at))
    const at = dueTime(subscription, wishes, { after, until: now.ms, calendar })
    return at ? [{ subscription, at }] : []
  })
  const again = snoozed
    .filter(({ subscriptionId, until: at }) => subscriptionId === null && isBetween(at, firedUntil ?? 0, now.ms))
    .map(({ until: at }) => at)
    .toSorted(compareMoments)
    .slice(-1)
    .map(at => remindedAgain(place, at, request))
  const replies = due.map(({ subscription, at }) => ({
    id: subscription.id,
    at,
    reply: subscriptionReply(subscription, request),
  }))
  return [...replies, ...again].map(({ id, at, reply }) => ({
    key: JSON.stringify(['subscription', id, at.day, at.minute]),
    ...destinationOf(place),
    reply,
    notBefore: epochMsOf(at),
    // Asked for at that time; what was missed waits for working time instead.
    atAnyTime: now.ms - epochMsOf(at) < LATE_MS,
  }))
}

/** A message that is later than this has missed its time, milliseconds. */
export const LATE_MS = 60 * 60 * 1000

const isBetween = (at: LocalMoment, after: number, until: number): boolean =>
  epochMsOf(at) > after && epochMsOf(at) <= until

interface Again {
  readonly id: string
  readonly at: LocalMoment
  readonly reply: Reply
}

/** 明天再提醒 about what came by no subscription: what is due for that place, as it stands then. */
function remindedAgain(place: string, at: LocalMoment, request: RunRequest): Again {
  const { ledger, records, findTasks } = request
  const recipients = dueRecipients({ ledger, records }).filter(({ key }) => key === place)
  const horizon = recipients.map(recipient => ({ ...recipient, rules: SOON }))
  const tasks = dueTasks({ ledger, records }, findTasks)
  const { notices } = dueNotices({ tasks, recipients: horizon, calendar: EVERY_DAY, since: null, today: at.day })
  const [letter] = noticeLetters(oncePerTask(notices), at.day)
  const reply = letter
    ? noticeReply(letter, taskId => noticedTask(taskId, request))
    : say(request, '到了您要再提醒的时间：现在没有一周内到期或逾期一周内的任务。')
  return { id: `again/${place}`, at, reply }
}

/** Everything within a week and a week over. */
const SOON = Array.from({ length: 15 }, (_, i) => ({ daysBefore: 7 - i }))

const EVERY_DAY: WorkCalendar = { isWorkingDay: () => true, knows: () => true }

const oncePerTask = (notices: readonly Notice[]): readonly Notice[] =>
  [...groupBy(notices, ({ taskIds, dueOn }) => JSON.stringify([taskIds, dueOn])).values()].flatMap(
    ([first]) => first ?? [],
  )
