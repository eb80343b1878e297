import type { Deadline, Target, Task } from '../model.ts'
import type { Duty, Ledger, LedgerEntry } from '../search/ledger.ts'
import { intersect, noTasks, subtract, type TaskSet, taskSet, unite } from '../search/task-set.ts'
import { fitsMeasure } from '../search/measured.ts'
import { findTopic, type TopicMatch } from '../search/topic.ts'
import type { UnitRef } from '../units/unit.ts'
import type { DueTerm, OrdinalTerm, Place, QuantityTerm, Role, Slots, UnitTerm } from './slots.ts'

/** The tasks that fit every slot. */
export interface Selection {
  readonly tasks: TaskSet
  /** Best first where a topic ranks them, else as the documents have them. */
  readonly ranked: readonly number[]
  /** The unit each term was taken to mean, in the order of the terms; null: none of the ledger's. */
  readonly units: readonly (UnitRef | null)[]
  /** Several units fit a term equally well: the person has to say which. */
  readonly unclear: { readonly term: UnitTerm; readonly choices: readonly UnitRef[] } | null
  readonly topic: TopicMatch | null
  /** The first slot after which nothing was left, for an honest answer. */
  readonly emptiedBy: 'unit' | 'topic' | 'document' | 'ordinal' | 'due' | 'quantity' | 'flag' | 'section' | 'place' | null
  /** The due slot named no year and its own year has nothing: other years were taken. */
  readonly otherYears: boolean
}

const ROLE_DUTIES: Readonly<Record<Role, readonly Duty[]>> = {
  lead: ['lead'],
  support: ['support'],
  charge: ['lead', 'responsible'],
  any: ['lead', 'support', 'responsible'],
}

/** Tasks in which a unit plays a role. */
export function tasksInRole(ledger: Ledger, unit: UnitRef, role: Role): TaskSet {
  return ROLE_DUTIES[role].map(duty => ledger.tasksOf(unit.key, duty)).reduce(unite, noTasks)
}

/** Narrows the ledger by each slot in turn. */
export function select(ledger: Ledger, slots: Slots): Selection {
  return ofYear(ledger, slots.year, selectAll(ledger, slots))
}

/** A bare year (今年、2023年的) keeps the tasks of that year's documents, where there are any. */
function ofYear(ledger: Ledger, year: number | null, selection: Selection): Selection {
  if (year === null) return selection
  const fits = ({ document }: LedgerEntry) => document.title.includes(String(year)) || document.issuedOn?.startsWith(String(year)) === true
  const entries = new Set(ledger.documents.filter(fits))
  const isOfYear = (task: number) => entries.has(ledger.entryOf(task))
  const tasks = selection.tasks.filter(isOfYear)
  return tasks.length > 0 ? { ...selection, tasks, ranked: selection.ranked.filter(isOfYear) } : selection
}

function selectAll(ledger: Ledger, slots: Slots): Selection {
  const plain = narrow(ledger, slots)
  const byUnit = selectUnits(ledger, slots, plain.tasks)
  if (byUnit.unclear) return { ...plain, ...byUnit, ranked: [...byUnit.tasks], topic: null }
  const emptiedBy = plain.emptiedBy ?? (byUnit.tasks.length === 0 ? 'unit' : null)
  if (slots.topic.length === 0 || emptiedBy) {
    return { ...plain, ...byUnit, ranked: [...byUnit.tasks], topic: null, emptiedBy }
  }
  const topic = slots.quantity ? measured(ledger, slots, slots.quantity, byUnit.tasks) : spoken(ledger, slots.topic, byUnit.tasks)
  const { tasks = noTasks, ranked = [] } = topic ?? {}
  return { ...plain, ...byUnit, tasks, ranked, topic, emptiedBy: topic ? null : 'topic' }
}

/** 装机规模在500万千瓦以上: the number's own clause must speak of the topic. */
function measured(ledger: Ledger, { topic }: Slots, quantity: QuantityTerm, tasks: TaskSet): TopicMatch | null {
  const speaks = (task: number) =>
    targetsFitting(ledger, task, quantity).some(({ text }) => topic.every(phrase => sharesBigram(text, phrase)))
  const measuring = tasks.filter(speaks)
  return measuring.length > 0 ? { tasks: measuring, ranked: [...measuring], words: topic, correctedTo: null, missing: null } : null
}

const sharesBigram = (text: string, phrase: string): boolean =>
  Array.from({ length: phrase.length - 1 }, (_, i) => phrase.slice(i, i + 2)).some(pair => text.includes(pair))

/** Where no task has all the words, some may be of the document's title: 先行区任务里省大数据局牵头的. */
function spoken(ledger: Ledger, phrases: readonly string[], tasks: TaskSet): TopicMatch | null {
  const found = findTopic(ledger, phrases, tasks)
  if (found) return found
  const entitled = (phrase: string) => ledger.documents.filter(({ document }) => document.title.includes(phrase))
  const titles = phrases.filter(phrase => entitled(phrase).length > 0)
  if (titles.length === 0) return null
  const named = titles.map(phrase => ofEntries(entitled(phrase))).reduce(intersect, tasks)
  const rest = phrases.filter(phrase => !titles.includes(phrase))
  if (rest.length > 0) return findTopic(ledger, rest, named)
  return named.length > 0 ? { tasks: named, ranked: [...named], words: [], correctedTo: null, missing: null } : null
}

interface Narrowed {
  readonly tasks: TaskSet
  readonly emptiedBy: Selection['emptiedBy']
  readonly otherYears: boolean
}

type Filter = readonly [NonNullable<Selection['emptiedBy']>, (tasks: TaskSet) => TaskSet]

function narrow(ledger: Ledger, slots: Slots): Narrowed {
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
  const all: readonly (Filter | false)[] = [
    documents.length > 0 && ['document', tasks => within(ledger, tasks, ofDocuments(ledger, documents))],
    places.length > 0 && ['place', tasks => within(ledger, tasks, ofPlaces(ledger, places))],
    section !== null && ['section', tasks => tasks.filter(task => inSection(ledger, task, section))],
    ordinals.length > 0 && ['ordinal', tasks => ofOrdinals(ledger, ordinals, tasks)],
    quantity !== null && ['quantity', tasks => within(ledger, tasks, ledger.tasksFitting(quantity))],
    flags.length > 0 && ['flag', tasks => within(ledger, tasks, flags.map(flag => ledger.having(flag)).reduce(intersect))],
  ]
  return all.filter(filter => filter !== false)
}

/** Nothing is left out before the first filter, and walking through everything would take longer than the rest. */
const within = (ledger: Ledger, tasks: TaskSet, set: TaskSet): TaskSet => (tasks === ledger.all ? set : intersect(tasks, set))

function pinned(ledger: Ledger, ids: readonly string[]): TaskSet {
  const wanted = new Set(ids)
  return taskSet(ledger.tasks.flatMap(({ id }, task) => (wanted.has(id) ? [task] : [])))
}

/** Entries stand in ledger order, so their ranges ascend. */
function ofEntries(entries: readonly LedgerEntry[]): TaskSet {
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
  ledger.tasks[task]?.path.some(heading => (section.endsWith('、') ? heading.startsWith(section) : heading.includes(section))) === true

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
  ordinal === path || ordinal.endsWith(path) || (ordinal.startsWith(path) && /^[0-9（]/u.test(ordinal.slice(path.length)))

/** The targets of a task that a question's number asks for. */
export function targetsFitting(ledger: Ledger, task: number, quantity: QuantityTerm): readonly Target[] {
  return (ledger.tasks[task]?.targets ?? []).filter(target => fitsMeasure(target, quantity))
}

function narrowDue(ledger: Ledger, due: DueTerm | null, tasks: TaskSet): Narrowed {
  if (!due) return { tasks, emptiedBy: null, otherYears: false }
  const found = within(ledger, tasks, dueTasks(ledger, due))
  if (found.length > 0) return { tasks: found, emptiedBy: null, otherYears: false }
  const others = due.anyYear ? intersect(tasks, inOtherYears(ledger, due)) : noTasks
  return { tasks: others, emptiedBy: others.length === 0 ? 'due' : null, otherYears: others.length > 0 }
}

function dueTasks(ledger: Ledger, due: DueTerm): TaskSet {
  const { words } = due
  const matches = words === null ? ledger.dated.filter(({ date }) => isWithin(date, due)) : ledger.undated.filter(({ text }) => text.includes(words))
  return taskSet(matches.map(({ task }) => task))
}

/** The deadlines of a task that a question about time asks for; those of other years where its own year has none. */
export function deadlinesDue({ deadlines }: Pick<Task, 'deadlines'>, due: DueTerm): readonly Deadline[] {
  const stated = deadlines.filter(({ certainty }) => certainty === 'stated')
  const asked = stated.filter(deadline => isDue(deadline, due))
  return asked.length > 0 ? asked : stated
}

function isDue({ date, text }: Deadline, due: DueTerm): boolean {
  return due.words !== null ? text.includes(due.words) : date !== null && isWithin(date, due)
}

const isWithin = (date: string, { from, to }: DueTerm): boolean => (from === null || date >= from) && (to === null || date <= to)

/** The same days of any year: for 6月底前 the last day it names. */
function inOtherYears(ledger: Ledger, { from, to }: DueTerm): TaskSet {
  const first = from !== null && to !== null && from.slice(5) <= to.slice(5) && from.slice(8) === '01' ? from.slice(5) : to?.slice(5, 8)
  const last = to?.slice(5)
  if (first === undefined || last === undefined) return noTasks
  return taskSet(ledger.dated.flatMap(({ date, task }) => (date.slice(5) >= first && date.slice(5) <= last ? [task] : [])))
}

interface ByUnit {
  readonly tasks: TaskSet
  readonly units: readonly (UnitRef | null)[]
  readonly unclear: Selection['unclear']
}

function selectUnits(ledger: Ledger, slots: Slots, tasks: TaskSet): ByUnit {
  if (slots.units.length === 0) return { tasks, units: [], unclear: null }
  const settled = slots.units.map(term => settle(ledger, slots, term, tasks))
  const unclear = settled.find(({ choices, term }) => choices.length > 1 && !term.except)
  const units = settled.map(({ unit }) => unit)
  if (unclear) return { tasks: unclear.tasks, units, unclear: { term: unclear.term, choices: unclear.choices } }
  const sets = settled.map(({ tasks: own }) => own)
  const wanted = sets.filter((_, i) => slots.units[i]?.except === false)
  const joined = slots.unitLogic === 'all' ? wanted.reduce(intersect, tasks) : wanted.reduce(unite, noTasks)
  const base = wanted.length === 0 ? tasks : joined
  const left = sets.filter((_, i) => slots.units[i]?.except === true).reduce(subtract, base)
  return { tasks: left, units, unclear: null }
}

/** Takes the one candidate that has such tasks; several that have are a question back. */
function settle(ledger: Ledger, slots: Slots, term: UnitTerm, tasks: TaskSet) {
  const role = term.role ?? slots.role ?? 'any'
  const sets = term.candidates.map(unit => ({ unit, tasks: intersect(tasksInRole(ledger, unit, role), tasks) }))
  const withTasks = sets.filter(set => set.tasks.length > 0)
  const best = withTasks[0] ?? sets[0]
  const choices = withTasks.length > 1 ? withTasks.map(({ unit }) => unit) : []
  const all = withTasks.map(set => set.tasks).reduce(unite, noTasks)
  return { term, unit: best?.unit ?? null, tasks: choices.length > 0 ? all : (best?.tasks ?? noTasks), choices }
}
