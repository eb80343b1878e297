import { createAssistant } from '../../src/core/dialog/assistant.ts'
import type { Letter } from '../../src/core/ports.ts'
import type { Entry } from '../../src/core/progress/entry.ts'
import { createProgress } from '../../src/core/progress/progress.ts'
import { createRecords, type Records } from '../../src/core/progress/records.ts'
import { OPEN_STAGES } from '../../src/core/progress/workflow.ts'
import { groupBy } from '../../src/core/search/group.ts'
import type { DueTask } from '../../src/core/supervision/due-index.ts'
import { type DueRecipient, dueNotices } from '../../src/core/supervision/due-notices.ts'
import type { Notice } from '../../src/core/supervision/notice.ts'
import { dueRecipients, dueTasks } from '../../src/core/supervision/recipients.ts'
import { DEFAULT_RULES } from '../../src/core/supervision/rules.ts'
import { readNoticeKey } from '../../src/core/supervision/run.ts'
import { type Court, counter, endOf, type Tally } from './faults-year-judge.ts'

type Run = Extract<Entry, { kind: 'run' }>
type Count = (name: string, by?: number) => void

/** A letter as it should be: the day behind which it begins, and what it tells. */
interface Expected {
  readonly since: string | null
  readonly notices: readonly Notice[]
}

/** Decides every day again from what was known then, by an account of its own of what had reached whom. */
export function judgeNotices(court: Court): Tally {
  const { tally, count } = counter()
  const letters = new Map<string, Expected>()
  const decideAgain = createDecider(court, letters, count)
  let until: string | null = null
  for (const run of court.entries) {
    if (run.kind !== 'run' || run.noticesUntil === null || run.noticesUntil === until) continue
    decideAgain(run, run.noticesUntil, until)
    until = run.noticesUntil
  }
  const told = new Map<string, number>()
  for (const [letter, { notices }] of letters) {
    if (!court.overtaken.has(letter)) count(endOf(letter, court), notices.length)
    const times = court.arrived.get(letter)?.length ?? 0
    for (const { key } of notices) told.set(key, (told.get(key) ?? 0) + times)
  }
  for (const [key, times] of told) if (times > 1) court.faults.push(`told twice: ${key}`)
  return tally
}

/** What was known when a day was decided. */
interface Then {
  readonly today: string
  readonly records: Records
  readonly tasks: ReadonlyMap<string, DueTask>
  /** What each recipient is to be told. */
  readonly fresh: ReadonlyMap<string, Expected>
  /** Of each recipient the days ahead that it is told. */
  readonly recipients: ReadonlyMap<string, ReadonlySet<number>>
}

function createDecider(court: Court, letters: Map<string, Expected>, count: Count) {
  const { ledger, calendar, entries, chronicle } = court
  const assistant = createAssistant(ledger)
  const records = createRecords()

  function expectedOn(today: string, sinceOf: (to: string) => string | null): Then {
    const progress = createProgress(ledger, records, today)
    const findTasks = (query: string) =>
      assistant.ask(query, { today, progress }).answer.tasks.flatMap(task => ledger.tasks[task]?.id ?? [])
    const tasks = dueTasks({ ledger, records }, findTasks)
    const all = dueRecipients({ ledger, records })
    const fresh = new Map<string, Expected>()
    for (const [since, recipients] of groupBy(all, ({ key }) => sinceOf(key))) {
      const { notices, dropped } = dueNotices({ tasks, recipients, calendar, since, today })
      count('left out: of no use any more when we came back', dropped)
      for (const [to, own] of groupBy(notices, notice => notice.to)) {
        if (isQuiet(records, to, today)) count('left out: asked for quiet', own.length)
        else fresh.set(to, { since, notices: own })
      }
    }
    const byId = new Map(tasks.map(task => [task.taskId, task]))
    return { today, records, tasks: byId, fresh, recipients: daysOf(all) }
  }

  return (run: Run, today: string, until: string | null): void => {
    const decided = chronicle.runs.get(run.id)
    if (!decided) return
    records.add(entries.slice(records.seen, decided.seen))
    const overtaken = groupBy(
      run.superseded.flatMap(key => readNoticeKey(key) ?? []),
      ({ to }) => to,
    )
    const begins = (to: string) => (overtaken.get(to) ?? []).map(({ key }) => letters.get(key)?.since ?? '').sort()
    const then = expectedOn(today, to => (overtaken.has(to) ? (begins(to)[0] ?? null) : until))
    compare(decided.letters, then, court)
    for (const { key, to } of [...overtaken.values()].flat()) {
      if (court.arrived.has(key)) court.faults.push(`overtaken though it arrived: ${key}`)
      for (const notice of letters.get(key)?.notices ?? []) count(carriedOver(notice, to, then, court))
    }
    for (const [to, expected] of then.fresh) letters.set(keyOf(to, today), expected)
  }
}

function daysOf(recipients: readonly DueRecipient[]): Then['recipients'] {
  const days = ({ rules = DEFAULT_RULES }: DueRecipient) => rules.map(({ daysBefore }) => daysBefore)
  const lists = [...groupBy(recipients, ({ key }) => key)]
  return new Map(lists.map(([key, same]) => [key, new Set(same.flatMap(days))]))
}

const keyOf = (to: string, day: string): string => JSON.stringify(['letter', to, day])

/** Every letter that should be there is, with so many matters in it, and no other. */
function compare(posted: readonly Letter[], { fresh, today, records }: Then, { faults }: Court): void {
  const real = new Map(posted.filter(({ key }) => readNoticeKey(key)).map(({ key, reply }) => [key, reply.summary]))
  for (const [to, { notices }] of fresh) {
    const key = keyOf(to, today)
    const matters = new Set(notices.map(({ taskIds, dueOn }) => `${taskIds.join()} ${dueOn}`)).size
    if (!real.get(key)?.startsWith(`今天有${matters}项`)) faults.push(`not ${matters}: ${key} ${real.get(key)}`)
    if (records.isGone(to)) faults.push(`written to though gone: ${key}`)
    real.delete(key)
  }
  for (const key of real.keys()) faults.push(`nobody expected ${key}`)
}

/** What became of a notice whose letter could not go out on its day. */
function carriedOver(
  notice: Notice,
  to: string,
  { today, records, tasks, fresh, recipients }: Then,
  court: Court,
): string {
  if (fresh.get(to)?.notices.some(({ key }) => key === notice.key)) return 'carried over: told on a later day'
  const task = tasks.get(notice.taskIds[0] ?? '')
  const isDue = task?.deadlines.some(({ date }) => date === notice.dueOn) ?? false
  if (!isDue || !OPEN_STAGES.includes(task?.stage ?? 'closed')) return 'carried over: settled by then'
  const days = recipients.get(to)
  if (!days) return 'carried over: nobody to tell any more'
  if (!days.has(daysBefore(notice))) return 'carried over: other days chosen by then'
  if (isQuiet(records, to, today)) return 'carried over: asked for quiet by then'
  const isOvertaken = fresh
    .get(to)
    ?.notices.some(({ taskIds, dueOn }) => taskIds[0] === notice.taskIds[0] && dueOn === notice.dueOn)
  if (isOvertaken || (notice.kind !== 'urge' && notice.dueOn < today)) return 'carried over: overtaken by then'
  court.faults.push(`not carried over: ${notice.key} on ${today}`)
  return 'MISSED'
}

/** ["reminder", 7, …] => 7 */
function daysBefore({ key, kind }: Notice): number {
  const [, days]: unknown[] = JSON.parse(key)
  return kind === 'urge' ? -Number(days) : Number(days)
}

const isQuiet = (records: Records, to: string, today: string): boolean =>
  records.wishes(to).quiet.some(({ from, to: last }) => today >= from && (last === null || today <= last))
