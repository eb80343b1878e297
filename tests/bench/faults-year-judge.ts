import { createAssistant } from '../../src/core/dialog/assistant.ts'
import type { Entry } from '../../src/core/progress/entry.ts'
import { createProgress } from '../../src/core/progress/progress.ts'
import { createRecords, type Records } from '../../src/core/progress/records.ts'
import type { Ledger } from '../../src/core/search/ledger.ts'
import { groupBy } from '../../src/core/search/group.ts'
import { dueNotices } from '../../src/core/supervision/due-notices.ts'
import type { Notice } from '../../src/core/supervision/notice.ts'
import { dueRecipients, dueTasks } from '../../src/core/supervision/recipients.ts'
import { readNoticeKey } from '../../src/core/supervision/run.ts'
import type { LegalCalendar } from '../../src/core/supervision/work-calendar.ts'
import { isWorkingTime, localTime } from '../../src/core/supervision/working-time.ts'
import type { Stretch } from './faults-year.ts'
import type { Arrival, FaultyPlatform } from './faults-year-platform.ts'
import type { Chronicle } from './faults-year-process.ts'
import type { createWatch } from './faults-year-wanted.ts'

/** What was seen of a stretch of time. */
export interface Evidence {
  readonly stretch: Stretch
  readonly ledger: Ledger
  readonly calendar: LegalCalendar
  readonly platform: FaultyPlatform
  readonly chronicle: Chronicle
  readonly watch: ReturnType<typeof createWatch>
  /** When a process had looked for what is due and lived on, epoch milliseconds. */
  readonly looked: readonly number[]
  readonly counts: { readonly ticks: number; readonly restarts: number; readonly acts: number }
  readonly entries: readonly Entry[]
  /** Keys of letters that still wait. */
  readonly waiting: ReadonlySet<string>
}

/** How many came to each end, by its name. */
export type Tally = ReadonlyMap<string, number>

export interface Verdict {
  readonly evidence: Evidence
  readonly notices: Tally
  readonly occurrences: Tally
  readonly gone: Tally
  /** What must not be, one line each. */
  readonly faults: readonly string[]
}

export function judgeYear(evidence: Evidence): Verdict {
  const faults: string[] = [...evidence.chronicle.unexpected]
  const arrived = groupBy(evidence.platform.arrivals, ({ key }) => key)
  const notices = judgeNotices(evidence, arrived, faults)
  const occurrences = judgeOccurrences(evidence, arrived, faults)
  const gone = judgeGone(evidence, arrived, faults)
  judgeArrivals(evidence, arrived, faults)
  return { evidence, notices, occurrences, gone, faults }
}

type Arrived = ReadonlyMap<string, readonly Arrival[]>

type Run = Extract<Entry, { kind: 'run' }>

function counter() {
  const tally = new Map<string, number>()
  return { tally, count: (name: string, by = 1) => tally.set(name, (tally.get(name) ?? 0) + by) }
}

/** Decides every day again from what was known then, by its own account of what had reached whom. */
function judgeNotices(evidence: Evidence, arrived: Arrived, faults: string[]): Tally {
  const { entries, chronicle, ledger, calendar } = evidence
  const { tally, count } = counter()
  const assistant = createAssistant(ledger)
  const records = createRecords()
  /** By letter: the day behind which it begins, and what it tells. */
  const letters = new Map<string, { readonly since: string | null; readonly notices: readonly Notice[] }>()
  let until: string | null = null

  function decideAgain(run: Run, today: string): void {
    const decided = chronicle.runs.get(run.id)
    if (!decided) return
    records.add(entries.slice(records.seen, decided.seen))
    const progress = createProgress(ledger, records, today)
    const findTasks = (query: string) =>
      assistant.ask(query, { today, progress }).answer.tasks.flatMap(task => ledger.tasks[task]?.id ?? [])
    const tasks = dueTasks({ ledger, records }, findTasks)
    const recipients = dueRecipients({ ledger, records })
    const overtaken = groupBy(run.superseded.flatMap(key => readNoticeKey(key) ?? []), ({ to }) => to)
    const fresh = new Map<string, readonly Notice[]>()
    for (const [to, lists] of groupBy(recipients, ({ key }) => key)) {
      const begins = (overtaken.get(to) ?? []).map(({ key }) => letters.get(key)?.since ?? '')
      const since = begins.length > 0 ? (begins.toSorted()[0] ?? null) : until
      const { notices, dropped } = dueNotices({ tasks, recipients: lists, calendar, since, today })
      const isQuiet = quietFor(records, to, today)
      count('dropped: overtaken by a later notice or the deadline', dropped)
      if (isQuiet) count('left out: asked for quiet', notices.length)
      else if (notices.length > 0) {
        fresh.set(to, notices)
        letters.set(JSON.stringify(['letter', to, today]), { since, notices })
      }
    }
    compare(decided.letters, fresh, today)
    for (const { key, to } of [...overtaken.values()].flat()) {
      if (arrived.has(key)) faults.push(`overtaken though it arrived: ${key}`)
      const told = new Set(fresh.get(to)?.map(notice => notice.key))
      const carried = (letters.get(key)?.notices ?? []).filter(notice => told.has(notice.key)).length
      count('carried over to a later day', carried)
      const rest = (letters.get(key)?.notices ?? []).filter(notice => !told.has(notice.key))
      for (const notice of rest) count(whyNot(notice, { to, today, tasks, recipients: new Set(recipients.map(({ key: known }) => known)), records, faults }))
    }
  }

  function compare(posted: Parameters<typeof Array.from<{ key: string }>>[0] extends never ? never : readonly { readonly key: string; readonly reply: { readonly summary: string } }[], fresh: ReadonlyMap<string, readonly Notice[]>, today: string): void {
    const real = new Map(posted.filter(({ key }) => readNoticeKey(key)).map(({ key, reply }) => [key, reply.summary]))
    for (const [to, notices] of fresh) {
      const key = JSON.stringify(['letter', to, today])
      const matters = new Set(notices.map(({ taskIds, dueOn }) => `${taskIds}${dueOn}`)).size
      if (!real.get(key)?.startsWith(`今天有${matters}项`)) faults.push(`missed or other words: ${key} ${matters} ${real.get(key)}`)
      real.delete(key)
      if (records.isGone(to)) faults.push(`written to though gone: ${key}`)
    }
    for (const key of real.keys()) faults.push(`nobody expected ${key}`)
  }

  for (const entry of entries) {
    if (entry.kind !== 'run' || entry.noticesUntil === null || entry.noticesUntil === until) continue
    decideAgain(entry, entry.noticesUntil)
    until = entry.noticesUntil
  }
  const overtaken = new Set(entries.flatMap(entry => (entry.kind === 'run' ? entry.superseded : [])))
  const told = new Map<string, number>()
  for (const [key, { notices }] of letters) {
    const times = arrived.get(key)?.length ?? 0
    for (const notice of notices) told.set(notice.key, (told.get(notice.key) ?? 0) + times)
    if (overtaken.has(key)) continue
    const end = times > 0 ? 'arrived once' : endOf(key, evidence)
    if (times < 2) count(end, notices.length)
    if (end === 'MISSED') faults.push(`said to be delivered, but never arrived: ${key}`)
  }
  for (const [key, times] of told) {
    if (times < 2) continue
    count('ARRIVED TWICE')
    faults.push(`twice: ${key}`)
  }
  return tally
}

interface Then {
  readonly to: string
  readonly today: string
  readonly tasks: ReturnType<typeof dueTasks>
  readonly recipients: ReadonlySet<string>
  readonly records: Records
  readonly faults: string[]
}

/** Why a notice of a letter that did not go out is not in the one that took its place. */
function whyNot(notice: Notice, { to, today, tasks, recipients, records, faults }: Then): string {
  const task = tasks.find(({ taskId }) => taskId === notice.taskIds[0])
  const isOpen = task && (task.stage === 'not-started' || task.stage === 'in-progress')
  if (!isOpen || !task.deadlines.some(({ date }) => date === notice.dueOn)) return 'carried over, but settled by then'
  if (!recipients.has(to)) return 'carried over, but nobody to tell any more'
  if (quietFor(records, to, today)) return 'carried over, but asked for quiet by then'
  if (notice.dueOn < today || notice.kind !== 'urge') return 'carried over, but overtaken by then'
  faults.push(`not carried over: ${notice.key} on ${today}`)
  return 'MISSED'
}

const quietFor = (records: Records, to: string, today: string): boolean =>
  records.wishes(to).quiet.some(({ from, to: last }) => today >= from && (last === null || today <= last))

/** What became of a letter that the platform never delivered. */
function endOf(key: string, { chronicle, waiting }: Evidence): string {
  const end = chronicle.ends.get(key)
  if (waiting.has(key)) return 'still waiting at the end'
  if (end === 'gone') return 'dropped: recipient gone'
  if (end === 'dropped') return 'dropped: nobody knows for 50 min whether it arrived (it had not)'
  return 'MISSED'
}

/** Every time a subscription was to speak: it did once, or a later message of it stands for that one too. */
function judgeOccurrences(evidence: Evidence, arrived: Arrived, faults: string[]): Tally {
  const { watch, chronicle, entries, looked, platform } = evidence
  const { tally, count } = counter()
  const runs = [...chronicle.runs.values()]
  const posted = new Set(runs.flatMap(({ letters }) => letters.map(({ key }) => key)))
  const overtaken = new Set(entries.flatMap(entry => (entry.kind === 'run' ? entry.superseded : [])))
  const bySubscription = groupBy(watch.occurrences, ({ subscriptionId }) => subscriptionId)
  for (const { key, at, subscriptionId, place } of watch.occurrences) {
    const times = arrived.get(key)?.length ?? 0
    const next = looked.find(tick => tick >= at) ?? Number.POSITIVE_INFINITY
    const isMerged = bySubscription.get(subscriptionId)?.some(other => other.at > at && other.at <= next) ?? false
    const isChanged = watch.changes.get(place)?.some(change => change > at && change <= next) ?? false
    if (times > 1) faults.push(`twice: ${key}`)
    if (times > 0) count(times === 1 ? 'arrived once' : 'ARRIVED TWICE')
    else if (overtaken.has(key) || isMerged) count('merged into a later one')
    else if (posted.has(key)) count(endOf(key, evidence))
    else if (isChanged) count('not wanted any more when we came back')
    else if (wasGone(place, at, evidence)) count('left out: recipient gone')
    else if (next === Number.POSITIVE_INFINITY) count('still waiting at the end')
    else {
      count('MISSED')
      faults.push(`no message for ${key} of ${place}`)
    }
  }
  const wanted = new Set(watch.occurrences.map(({ key }) => key))
  const isPlanned = (key: string) => !key.startsWith('["subscription"') || key.includes('"again/') || wanted.has(key)
  for (const { key } of platform.arrivals) if (!isPlanned(key)) faults.push(`nobody expected ${key}`)
  return tally
}

/** By the entries: a recipient was out of reach, and nothing had lifted it. */
function wasGone(place: string, at: number, { entries }: Evidence): boolean {
  const records = createRecords()
  records.add(entries.filter(entry => Date.parse(entry.at) <= at + 15 * 60_000))
  return records.isGone(place)
}

/** The office is told once of each recipient that is gone. */
function judgeGone({ chronicle, ...evidence }: Evidence, arrived: Arrived, faults: string[]): Tally {
  const { tally, count } = counter()
  const records = createRecords()
  for (const entry of evidence.entries) {
    if (entry.kind === 'gone') {
      if (records.isGone(entry.recipient)) faults.push(`told twice that it is gone: ${entry.recipient}`)
      const office = records.people().filter(({ roles }) => roles.has('office'))
      const keys = office.map(({ id }) => `gone/${entry.recipient}/${entry.at}/${id}`)
      count('recipients gone')
      for (const key of keys) count(arrived.has(key) ? 'told to the office' : endOf(key, { chronicle, ...evidence }))
    }
    records.add([entry])
  }
  return tally
}

/** What holds of every message, whatever it is. */
function judgeArrivals({ platform, calendar }: Evidence, arrived: Arrived, faults: string[]): void {
  for (const [key, messages] of arrived) if (messages.length > 1) faults.push(`the platform delivered twice: ${key}`)
  const unasked = platform.arrivals.filter(({ key }) => key.startsWith('["letter"'))
  const perDay = groupBy(unasked, ({ recipient, at }) => `${recipient} ${localTime(at).day}`)
  for (const [day, messages] of perDay) if (messages.length > 1) faults.push(`two unasked on one day: ${day}`)
  for (const { key, at } of platform.arrivals) {
    const asked = key.startsWith('["subscription"') ? askedTime(key) : Number.NaN
    const isOnTime = at - asked < 2 * 60 * 60_000
    if (!isOnTime && !isWorkingTime(calendar, localTime(at))) faults.push(`outside working time: ${key} ${new Date(at).toISOString()}`)
  }
  const fired = groupBy(platform.arrivals.filter(({ key }) => key.startsWith('["subscription"')), ({ key }) => JSON.parse(key)[1] as string)
  for (const [id, messages] of fired) {
    const close = messages.some((message, i) => i > 0 && message.at - (messages[i - 1]?.at ?? 0) < 60_000)
    if (close) faults.push(`two within a minute: ${id}`)
  }
}

function askedTime(key: string): number {
  const [, , day, minute] = JSON.parse(key) as [string, string, string, number]
  return Date.parse(`${day}T00:00:00+08:00`) + minute * 60_000
}
