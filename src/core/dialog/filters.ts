import type { Target } from '../model.ts'
import type { Ledger, LedgerEntry } from '../search/ledger.ts'
import { fitsMeasure } from '../search/measured.ts'
import { intersect, noTasks, type TaskSet, taskSet, unite } from '../search/task-set.ts'
import { dueInOtherYears, dueTasks } from './due-tasks.ts'
import type { DueTerm, OrdinalTerm, Place, QuantityTerm, Slots } from './slots.ts'

/** The slots that can leave nothing over. */
export type Narrowing = 'document' | 'place' | 'section' | 'ordinal' | 'quantity' | 'flag' | 'due'

/** What is left of the ledger. */
export interface Narrowed {
  readonly tasks: TaskSet
  /** The first slot after which nothing was left, for an honest answer. */
  readonly emptiedBy: Narrowing | null
  /** The due slot named no year and its own year has nothing: other years were taken. */
  readonly otherYears: boolean
}

type Filter = readonly [Narrowing, (tasks: TaskSet) => TaskSet]

/** Everything but units and topic. */
export function narrow(ledger: Ledger, slots: Slots): Narrowed {
  const start = slots.taskIds.length > 0 ? pinned(ledger, slots.taskIds) : ledger.all
  let tasks = start
  for (const [slot, filter] of filters(ledger, slots)) {
    tasks = filter(tasks)
    if (tasks.length === 0) return { tasks, emptiedBy: slot, otherYears: false }
  }
  return narrowDue(ledger, slots.due, tasks)
}

function filters(ledger: Ledger, slots: Slots): readonly Filter[] {
  const { documents, places, ordinals, section, quantity, flags } = slots
  const printed = ordinals.filter(({ of }) => of === 'document')
  const all: readonly (Filter | false)[] = [
    documents.length > 0 && ['document', tasks => within(ledger, tasks, ofDocuments(ledger, documents))],
    places.length > 0 && ['place', tasks => within(ledger, tasks, ofPlaces(ledger, places))],
    section !== null && ['section', tasks => tasks.filter(task => inSection(ledger, task, section))],
    printed.length > 0 && ['ordinal', tasks => ofOrdinals(ledger, printed, tasks)],
    quantity !== null && ['quantity', tasks => within(ledger, tasks, ledger.tasksFitting(quantity))],
    flags.length > 0 && [
      'flag',
      tasks => within(ledger, tasks, flags.map(flag => ledger.having(flag)).reduce(intersect)),
    ],
  ]
  return all.filter(filter => filter !== false)
}

/** Nothing is left out before the first filter, and walking through everything would take longer than the rest. */
const within = (ledger: Ledger, tasks: TaskSet, set: TaskSet): TaskSet =>
  tasks === ledger.all ? set : intersect(tasks, set)

function pinned(ledger: Ledger, ids: readonly string[]): TaskSet {
  const wanted = new Set(ids)
  return taskSet(ledger.tasks.flatMap(({ id }, task) => (wanted.has(id) ? [task] : [])))
}

/** Entries stand in ledger order, so their ranges ascend. */
export function ofEntries(entries: readonly LedgerEntry[]): TaskSet {
  const tasks = new Uint32Array(entries.reduce((sum, { start, end }) => sum + end - start, 0))
  let at = 0
  for (const { start, end } of entries) for (let task = start; task < end; task++) tasks[at++] = task
  return tasks
}

const ofDocuments = (ledger: Ledger, ids: readonly string[]): TaskSet =>
  ofEntries(ledger.documents.filter(({ document }) => ids.includes(document.id)))

/** 不是省的，是市里的: every place that is excluded goes, and one of the others must fit. */
function ofPlaces(ledger: Ledger, places: readonly Place[]): TaskSet {
  return ofEntries(placedEntries(ledger, places))
}

export function placedEntries(ledger: Ledger, places: readonly Place[]): readonly LedgerEntry[] {
  const wanted = places.filter(({ except }) => !except)
  return ledger.documents.filter(
    entry =>
      (wanted.length === 0 || wanted.some(place => fitsPlace(entry, place))) &&
      !places.some(place => place.except && fitsPlace(entry, place)),
  )
}

const fitsPlace = ({ document }: LedgerEntry, { level, region }: Place): boolean =>
  region === null ? document.level === level : document.region === region

const inSection = (ledger: Ledger, task: number, section: string): boolean =>
  ledger.tasks[task]?.path.some(heading =>
    section.endsWith('、') ? heading.startsWith(section) : heading.normalize('NFKC').includes(section),
  ) === true

function ofOrdinals(ledger: Ledger, ordinals: readonly OrdinalTerm[], tasks: TaskSet): TaskSet {
  return ordinals.map(ordinal => ofOrdinal(ledger, ordinal, tasks)).reduce(unite, noTasks)
}

function ofOrdinal(ledger: Ledger, { from, to, path }: OrdinalTerm, tasks: TaskSet): TaskSet {
  if (path !== null) return tasks.filter(task => fitsPath(ledger.tasks[task]?.ordinal ?? '', path))
  if (from < 0) return tasks.slice(from).subarray(0, 1)
  const numbers = Array.from({ length: Math.min(to - from, 999) + 1 }, (_, i) => from + i)
  return intersect(tasks, numbers.map(number => ledger.numbered(number)).reduce(unite, noTasks))
}

/** 二（一）1 itself, 二（一） with everything under it, or （一）1 of any part. */
const fitsPath = (ordinal: string, path: string): boolean =>
  ordinal === path ||
  ordinal.endsWith(path) ||
  (ordinal.startsWith(path) && /^[0-9（]/u.test(ordinal.slice(path.length)))

/** The targets of a task that a question's number asks for. */
export function targetsFitting(ledger: Ledger, task: number, quantity: QuantityTerm): readonly Target[] {
  return (ledger.tasks[task]?.targets ?? []).filter(target => fitsMeasure(target, quantity))
}

function narrowDue(ledger: Ledger, due: DueTerm | null, tasks: TaskSet): Narrowed {
  if (!due) return { tasks, emptiedBy: null, otherYears: false }
  const found = within(ledger, tasks, dueTasks(ledger, due))
  if (found.length > 0) return { tasks: found, emptiedBy: null, otherYears: false }
  const others = due.anyYear ? intersect(tasks, dueInOtherYears(ledger, due)) : noTasks
  return { tasks: others, emptiedBy: others.length === 0 ? 'due' : null, otherYears: others.length > 0 }
}
