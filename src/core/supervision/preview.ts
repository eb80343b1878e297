import type { Reply } from '../dialog/reply.ts'
import { mainUnits, unitName } from '../progress/duties.ts'
import type { Records } from '../progress/records.ts'
import type { Moment } from '../progress/situation.ts'
import { groupBy } from '../search/group.ts'
import type { DueTask } from './due-index.ts'
import { dueNotices } from './due-notices.ts'
import type { Notice } from './notice.ts'
import { dueTasks, recipientsOf } from './recipients.ts'
import { decideRun, type RunRequest } from './run.ts'
import { describeSchedule } from './subscription/echo.ts'
import type { Moment as LocalMoment } from './subscription/schedule.ts'
import { epochMsOf, WORKING_HOURS } from './working-time.ts'

/** A notice with why it goes out: so many days before a deadline, after it where negative, and whether the text states that day. */
export interface ExplainedNotice {
  readonly kind: Notice['kind']
  readonly taskId: string
  readonly dueOn: string
  readonly daysBefore: number
  readonly certainty: 'stated' | 'implied'
  /** The words that state it. */
  readonly deadline: string
}

/** One message that would go out, and why: for its notices, or because somebody subscribed to it. */
export interface PreviewLetter {
  /** chat:feishu:oc_…, person:feishu:ou_…. */
  readonly to: string
  /** The person's name where it is known. */
  readonly name: string
  /** Names of the units it stands for. */
  readonly units: readonly string[]
  readonly notices: readonly ExplainedNotice[]
  /** 每周一 09:00 */
  readonly subscription: string | null
  readonly reply: Reply
}

/** Notices of a unit that nobody gets: it has no chat and no liaison people. */
export interface Unreached {
  readonly unit: string
  readonly notices: readonly ExplainedNotice[]
}

/** What a day would bring. */
export interface DayPreview {
  readonly letters: readonly PreviewLetter[]
  readonly unreached: readonly Unreached[]
}

export type PreviewRequest = Omit<RunRequest, 'now' | 'unsent' | 'waiting'> & { readonly day: string }

/**
 * What would go out on a day, by people, subscriptions and progress as they stand: its notices and every subscription that
 * fires on it. Of other days nothing is caught up.
 */
export function previewDay(request: PreviewRequest): DayPreview {
  const tasks = dueTasks(request, request.findTasks)
  const explain = explainer(tasks)
  const morning = decideRun(runAt(request, WORKING_HOURS.from, { isFired: true }))
  const told = morning.notices.map(({ to, notices }, i) => {
    const reply = morning.letters[i]?.reply
    return reply ? [{ ...addressee(to, request), notices: notices.map(explain), subscription: null, reply }] : []
  })
  return { letters: [...told.flat(), ...fired(request)], unreached: unreached(request, tasks, explain) }
}

const LAST_MINUTE = 24 * 60 - 1

/** The clock's question at a minute of the day, as if all before that day were done. */
function runAt(
  { day, ...sources }: PreviewRequest,
  minute: number,
  { isFired }: { readonly isFired: boolean },
): RunRequest {
  const now = momentAt({ day, minute })
  const firedUntil = isFired ? now.ms : epochMsOf({ day, minute: 0 }) - 1
  const last = {
    kind: 'run',
    id: 'preview',
    at: now.iso,
    by: 'duban',
    noticesUntil: null,
    firedUntil,
    superseded: [],
  } as const
  const { records } = sources
  const began = momentAt({ day, minute: 0 }).iso
  // Subscriptions made since then count as if they had been there.
  const wishes: Records['wishes'] = place => {
    const own = records.wishes(place)
    return { ...own, subscriptions: own.subscriptions.map(one => ({ ...one, at: one.at < began ? one.at : began })) }
  }
  return { ...sources, records: { ...records, runs: () => [last], wishes }, now, unsent: [], waiting: [] }
}

function momentAt(moment: LocalMoment): Moment {
  const clock = [Math.floor(moment.minute / 60), moment.minute % 60]
    .map(part => String(part).padStart(2, '0'))
    .join(':')
  return { ms: epochMsOf(moment), iso: `${moment.day}T${clock}:00+08:00`, today: moment.day }
}

function fired(request: PreviewRequest): readonly PreviewLetter[] {
  const { records } = request
  const schedules = new Map(
    records
      .wishing()
      .flatMap(place => records.wishes(place).subscriptions)
      .map(({ id, schedule }) => [id, describeSchedule(schedule)]),
  )
  return decideRun(runAt(request, LAST_MINUTE, { isFired: false })).letters.map(({ key, channel, to, reply }) => {
    const recipient = to.chat === null ? `person:${channel}:${to.person}` : `chat:${channel}:${to.chat}`
    const subscription = [...schedules].find(([id]) => key.includes(JSON.stringify(id)))?.[1] ?? '稍后提醒'
    return { ...addressee(recipient, request), notices: [], subscription, reply }
  })
}

function addressee(to: string, { ledger, records }: PreviewRequest): Pick<PreviewLetter, 'to' | 'name' | 'units'> {
  const id = to.slice(to.indexOf(':') + 1)
  const { name, units } = records.person(id)
  const { unit } = records.chat(id)
  const keys = to.startsWith('chat:') ? [...(unit === null ? [] : [unit])] : units
  return { to, name, units: keys.map(key => unitName(ledger, key)) }
}

type Explain = (notice: Notice) => ExplainedNotice

function explainer(tasks: readonly DueTask[]): Explain {
  const byId = new Map(tasks.map(task => [task.taskId, task]))
  return ({ key, kind, taskIds: [taskId = ''], dueOn }) => {
    const own = (byId.get(taskId)?.deadlines ?? []).filter(({ date }) => date === dueOn)
    const stated = own.filter(({ certainty }) => certainty === 'stated')
    const [deadline] = stated.length > 0 ? stated : own
    return {
      kind,
      taskId,
      dueOn,
      daysBefore: daysIn(key) * (kind === 'urge' ? -1 : 1),
      certainty: deadline?.certainty ?? 'stated',
      deadline: deadline?.text ?? '',
    }
  }
}

/** The second part of a notice's key. */
function daysIn(key: string): number {
  const parts: unknown = JSON.parse(key)
  return Array.isArray(parts) && typeof parts[1] === 'number' ? parts[1] : Number.NaN
}

/** What the units without anybody to tell would be told. */
function unreached(
  { ledger, records, calendar, day }: PreviewRequest,
  tasks: readonly DueTask[],
  explain: Explain,
): readonly Unreached[] {
  const units = new Set(tasks.flatMap(({ taskId }) => mainUnits(ledger, taskId).map(({ key }) => key)))
  const silent = [...units].filter(unit => recipientsOf(unit, records).length === 0)
  const recipients = silent.map(key => ({ key, units: [key] }))
  const { notices } = dueNotices({ tasks, recipients, calendar, since: null, today: day })
  return [...groupBy(notices, ({ to }) => to)].map(([unit, own]) => ({
    unit: unitName(ledger, unit),
    notices: own.map(explain),
  }))
}
