import { mainUnits } from '../../src/core/progress/duties.ts'
import type { Entry } from '../../src/core/progress/entry.ts'
import type { Records } from '../../src/core/progress/records.ts'
import type { Moment } from '../../src/core/progress/situation.ts'
import type { Ledger } from '../../src/core/search/ledger.ts'
import type { Schedule } from '../../src/core/supervision/subscription/schedule.ts'
import { addDays } from '../../src/core/text/calendar.ts'
import { nonEmpty, type Random } from './random.ts'

/** The people of the year, and what they do at random. Everything they do is an entry, as the desk would write it. */
export interface People {
  /** Who is bound to what before the year begins. */
  readonly bindings: (now: Moment) => readonly Entry[]
  /** Something that one of them does now; nothing where it cannot be done. */
  act(records: Records, now: Moment): readonly Entry[]
  /** Recipients of units that may be put out of reach. */
  readonly recipients: readonly string[]
  /** What makes a recipient reachable again: they are bound anew. */
  rebound(recipient: string, now: Moment): readonly Entry[]
}

const UNITS = 40
const BY_CHAT = 14
const OFFICE = ['feishu:ou_督1', 'feishu:ou_督2', 'feishu:ou_督3'] as const
const ADMIN = 'feishu:ou_管'

const SCHEDULES = nonEmpty<Schedule>([
  { kind: 'daily', minute: 9 * 60, onDaysOff: 'move' },
  { kind: 'workdays', minute: 8 * 60 + 30, onDaysOff: 'move' },
  { kind: 'workdays', minute: 20 * 60, onDaysOff: 'move' },
  { kind: 'weekly', weekdays: [1], every: 1, from: null, minute: 9 * 60, onDaysOff: 'move' },
  { kind: 'weekly', weekdays: [3, 5], every: 1, from: null, minute: 14 * 60 + 25, onDaysOff: 'move' },
  { kind: 'weekly', weekdays: [6], every: 2, from: null, minute: 7 * 60, onDaysOff: 'fire' },
  { kind: 'monthly', days: [25], minute: 10 * 60, onDaysOff: 'move' },
  { kind: 'monthly', days: ['last', 1], minute: 17 * 60 + 55, onDaysOff: 'move' },
  { kind: 'quarterly', month: 3, days: ['last-working-day'], minute: 0, onDaysOff: 'move' },
])

const CONTENTS = nonEmpty<Extract<Entry, { kind: 'subscription' }>['content']>([
  { kind: 'tasks', words: '省科技厅任务', query: '省科技厅的任务' },
  { kind: 'overdue', words: '逾期清单', query: null },
  { kind: 'unreported', words: '没报的', query: '省教育厅' },
  { kind: 'progress', words: '报进展', query: null },
  { kind: 'digest', words: '简报', query: null },
])

const QUERIES = nonEmpty([null, null, '省科技厅的任务', '高青县的任务'])

type Deed = (records: Records, now: Moment) => readonly Entry[]

export function createPeople(ledger: Ledger, random: Random): People {
  let serial = 0
  const between = (from: number, to: number): number => from + Math.floor(random.next() * (to - from + 1))
  const made = ({ iso }: Moment, by: string) => ({ id: `act${++serial}`, at: iso, by })
  const bound = boundTo(ledger, between)
  const places = nonEmpty([...new Set(bound.map(({ recipient }) => recipient))])
  const tasks = nonEmpty(ledger.tasks)

  const bindingOf = ({ recipient, unit }: Bound, now: Moment): Entry => {
    const id = recipient.slice(recipient.indexOf(':') + 1)
    const common = { ...made(now, ADMIN), unit, standing: 'approved' } as const
    return recipient.startsWith('chat:')
      ? { kind: 'chat-unit', chat: id, ...common }
      : { kind: 'binding', person: id, name: id, role: 'liaison', ...common }
  }

  /** Where a wish is made: a chat for itself, a person for themselves. */
  const here = (now: Moment, place = random.pick(places)) => {
    const id = place.slice(place.indexOf(':') + 1)
    return place.startsWith('chat:')
      ? { ...made(now, 'feishu:ou_群友'), scope: 'chat' as const, chat: id }
      : { ...made(now, id), scope: 'me' as const, chat: 'feishu:oc_p2p' }
  }

  const report: Deed = (_, now) => {
    const { id: taskId } = random.pick(tasks)
    const [unit] = mainUnits(ledger, taskId)
    const said = { taskId, unit: unit?.key ?? '', role: 'progress', text: '有进展', values: [] } as const
    const percent = between(1, 99)
    return [{ kind: 'report', ...made(now, 'feishu:ou_报'), ...said, percent, declaresDone: random.next() < 0.4 }]
  }

  const move: Deed = ({ task }, now) => {
    const { id: taskId } = random.pick(tasks)
    const { stage } = task(taskId)
    const step =
      stage === 'submitted'
        ? random.pick(['approve', 'return'] as const)
        : random.pick(['suspend', 'resume', 'close', 'return'] as const)
    return [{ kind: 'move', ...made(now, OFFICE[0]), taskId, move: step, reason: '按会议要求' }]
  }

  /** Most deadlines of the year come about so: the documents name few dates. */
  const extend: Deed = (_, now) => {
    const { id: taskId } = random.pick(tasks)
    const asked = made(now, 'feishu:ou_报')
    const until = addDays(now.today, between(1, 60))
    return [
      { kind: 'extension', ...asked, taskId, unit: '', until, reason: '设备未到货' },
      { kind: 'extension-decision', ...made(now, OFFICE[0]), taskId, extensionId: asked.id, isApproved: true },
    ]
  }

  const subscribe: Deed = ({ wishing, wishes }, now) => {
    const standing = wishing().reduce((sum, place) => sum + wishes(place).subscriptions.length, 0)
    if (standing >= 60) return []
    return [{ kind: 'subscription', ...here(now), schedule: random.pick(SCHEDULES), content: random.pick(CONTENTS) }]
  }

  const withSubscription = ({ wishing, wishes }: Records) => {
    const all = wishing().flatMap(place => wishes(place).subscriptions.map(({ id }) => ({ place, id })))
    return all.length === 0 ? null : random.pick(nonEmpty(all))
  }

  const cancel: Deed = (records, now) => {
    const found = withSubscription(records)
    return found ? [{ kind: 'subscription-cancel', ...here(now, found.place), subscriptionId: found.id }] : []
  }

  const snooze: Deed = (records, now) => {
    const found = random.next() < 0.7 ? withSubscription(records) : null
    const until = { day: addDays(now.today, between(1, 3)), minute: between(0, 23) * 60 + 5 }
    return [{ kind: 'snooze', ...here(now, found?.place), subscriptionId: found?.id ?? null, until }]
  }

  const beQuiet: Deed = (_, now) => {
    const from = addDays(now.today, between(0, 3))
    const to = random.next() < 0.2 ? null : addDays(from, between(0, 6))
    return [{ kind: 'quiet', ...here(now), period: { from, to } }]
  }

  const resume: Deed = ({ wishing, wishes }, now) => {
    const quiet = wishing().filter(place => wishes(place).quiet.length > 0)
    return quiet.length === 0 ? [] : [{ kind: 'quiet', ...here(now, random.pick(nonEmpty(quiet))), period: null }]
  }

  const leadDays: Deed = (_, now) => {
    const mode = random.pick(['set', 'add', 'remove', 'default'] as const)
    const daysBefore = mode === 'default' ? [] : [between(1, 15), 0].slice(0, between(1, 2))
    return [{ kind: 'lead-days', ...here(now), mode, daysBefore, query: random.pick(QUERIES) }]
  }

  const implied: Deed = (_, now) => [{ kind: 'implied-switch', ...here(now), isOn: random.next() < 0.7 }]

  const deeds = nonEmpty([
    ...Array<Deed>(12).fill(extend),
    ...Array<Deed>(10).fill(report),
    ...Array<Deed>(6).fill(move),
    ...Array<Deed>(4).fill(subscribe),
    ...[snooze, snooze, cancel, beQuiet, resume, resume, leadDays, implied],
  ])

  return {
    recipients: places,
    bindings: now => [
      ...bound.map(one => bindingOf(one, now)),
      ...OFFICE.map(person => officeBinding(person, made(now, ADMIN))),
    ],
    act: (records, now) => random.pick(deeds)(records, now),
    rebound: (recipient, now) =>
      bound
        .filter(one => one.recipient === recipient)
        .slice(0, 1)
        .map(one => bindingOf(one, now)),
  }
}

interface Bound {
  readonly recipient: string
  readonly unit: string
}

/** The units with most tasks; some by a chat, the others by one to three people, of whom some stand for several units. */
function boundTo(ledger: Ledger, between: (from: number, to: number) => number): readonly Bound[] {
  const counts = new Map<string, number>()
  for (const { id } of ledger.tasks) {
    for (const { key } of mainUnits(ledger, id)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const units = [...counts].sort(([, one], [, other]) => other - one).slice(0, UNITS)
  return units.flatMap(([unit], i) => {
    if (i % 3 === 0 && i < BY_CHAT * 3) return [{ recipient: `chat:feishu:oc_${i}`, unit }]
    const people = Array.from({ length: between(1, 3) }, () => `person:feishu:ou_${between(1, UNITS)}`)
    return [...new Set(people)].map(recipient => ({ recipient, unit }))
  })
}

const officeBinding = (person: string, done: { id: string; at: string; by: string }): Entry => ({
  kind: 'binding',
  ...done,
  person,
  name: person,
  role: 'office',
  unit: null,
  standing: 'approved',
})
