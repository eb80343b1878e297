import { groupBy } from '../search/group.ts'
import { type DueIndex, type DueItem, type DueTask, indexDue } from './due-index.ts'
import type { Notice } from './notice.ts'
import { DEFAULT_RULES, kindOf, noticeDay, type Rule } from './rules.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** Who is told: a chat, or a person. */
export interface DueRecipient {
  /** What it is known by: `to` of its notices. Listed twice, it is told of both lists in one message. */
  readonly key: string
  /** Keys of the units whose tasks it is told of. */
  readonly units: readonly string[]
  /** DEFAULT_RULES where none are given; an empty list: nothing. */
  readonly rules?: readonly Rule[]
  /** Leaves out the deadlines that the text only implies. */
  readonly skipsImplied?: boolean
}

/** What `dueNotices` decides from. Days are YYYY-MM-DD and must exist. */
export interface DueRequest {
  readonly tasks: readonly DueTask[]
  readonly recipients: readonly DueRecipient[]
  readonly calendar: WorkCalendar
  /** The last day that was decided; null: nothing is caught up. */
  readonly since: string | null
  readonly today: string
}

interface Decision {
  /** By recipient in the order given; of each the earliest deadline first, then in the order of the tasks. */
  readonly notices: readonly Notice[]
  /** How many were missed and are of no use any more: the deadline has passed, or a later notice of it goes out today. */
  readonly dropped: number
}

export interface DueNotices extends Decision {
  /** `since` of the next call. On a day off nothing is decided and it stays. */
  readonly decided: string | null
}

/**
 * What is to be told today, with what was missed since the last day that was decided. Nothing on a day off. The same
 * request always gives the same notices; a notice belongs to one day, so days decided one after the other repeat nothing.
 */
export function dueNotices(request: DueRequest): DueNotices {
  const { tasks, recipients, calendar, since, today } = request
  if (!calendar.isWorkingDay(today)) return { notices: [], dropped: 0, decided: since }
  if (since !== null && since >= today) return { notices: [], dropped: 0, decided: since }
  const firings = firingsOf(request)
  const index = indexDue(tasks, new Set([...firings.values()].flat().map(({ dueOn }) => dueOn)))
  const told = [...groupBy(recipients, ({ key }) => key)].map(([to, lists]) =>
    decide(
      to,
      lists.flatMap(list => dueFor(list, index, firings)),
      today,
    ),
  )
  return {
    notices: told.flatMap(({ notices }) => notices),
    dropped: told.reduce((sum, { dropped }) => sum + dropped, 0),
    decided: today,
  }
}

/** A deadline and the working day on which a rule speaks of it. */
interface Firing {
  readonly dueOn: string
  readonly day: string
}

/** By the days of a rule: the deadlines of which it speaks from the day after `since` until today. */
type Firings = ReadonlyMap<number, readonly Firing[]>

function firingsOf({ tasks, recipients, calendar, since, today }: DueRequest): Firings {
  const dates = new Set<string>()
  for (const { deadlines } of tasks) for (const { date } of deadlines) dates.add(date)
  const rules = new Set(recipients.flatMap(({ rules = DEFAULT_RULES }) => rules.map(({ daysBefore }) => daysBefore)))
  const isNow = ({ day }: Firing) => day <= today && (since === null ? day === today : day > since)
  const firingsFor = (daysBefore: number) =>
    [...dates].map(dueOn => ({ dueOn, day: noticeDay(calendar, dueOn, daysBefore) })).filter(isNow)
  return new Map([...rules].map(daysBefore => [daysBefore, firingsFor(daysBefore)]))
}

/** A rule that speaks of an item. */
interface Due {
  readonly item: DueItem
  readonly daysBefore: number
  readonly day: string
}

function dueFor(recipient: DueRecipient, index: DueIndex, firings: Firings): readonly Due[] {
  const { units, rules = DEFAULT_RULES, skipsImplied = false } = recipient
  return rules.flatMap(({ daysBefore, minDaysGiven }) =>
    (firings.get(daysBefore) ?? []).flatMap(({ dueOn, day }) =>
      units
        .flatMap(unit => index.get(dueOn)?.get(unit) ?? [])
        .filter(
          ({ isImplied, daysGiven }) =>
            (minDaysGiven === undefined || daysGiven >= minDaysGiven) && !(skipsImplied && isImplied),
        )
        .map(item => ({ item, daysBefore, day })),
    ),
  )
}

/** Sorts out what one recipient is told today and how much is left out. */
function decide(to: string, due: readonly Due[], today: string): Decision {
  const byItem = [...groupBy(due, ({ item }) => item).values()].map(distinct)
  const current = byItem.flatMap(planned => currentOf(planned, today)).sort(byDeadline)
  const total = byItem.reduce((sum, planned) => sum + planned.length, 0)
  return { notices: current.map(one => noticeOf(to, one)), dropped: total - current.length }
}

/** Each once, whatever number of units or lists of rules lead to it. */
const distinct = (due: readonly Due[]): readonly Due[] =>
  due.filter(({ daysBefore }, i) => due.findIndex(other => other.daysBefore === daysBefore) === i)

/** Of one item what was planned last goes out; what was planned before that, or looks ahead to a day that has passed, does not. */
function currentOf(planned: readonly Due[], today: string): readonly Due[] {
  const latest = planned.reduce((last, { day }) => (day > last ? day : last), '')
  return planned.filter(({ item, daysBefore, day }) => day === latest && (daysBefore < 0 || item.dueOn >= today))
}

function byDeadline({ item: a, daysBefore: first }: Due, { item: b, daysBefore: second }: Due): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
  return a.place - b.place || second - first
}

function noticeOf(to: string, { item: { taskId, dueOn }, daysBefore }: Due): Notice {
  const kind = kindOf(daysBefore)
  const key = JSON.stringify([kind, Math.abs(daysBefore), taskId, to, dueOn])
  return { key, kind, taskIds: [taskId], to, dueOn }
}
