import type { Level, ParsedDocument, PolicyDocument, Task, UnitEntry } from '../model.ts'
import type { LedgerDocument } from '../ports.ts'
import { parseNumber } from '../text/numerals.ts'
import { createUnitDirectory } from '../units/directory.ts'
import type { UnitDirectory } from '../units/unit.ts'
import { buildTaskIndex } from './build-index.ts'
import type { TaskIndex } from './task-index.ts'
import { type Flag, flagLookup } from './flags.ts'
import { keyTermsOf } from './key-terms.ts'
import { type MeasureQuery, measureLookup } from './measured.ts'
import { noTasks, type TaskSet, taskRange } from './task-set.ts'

/** 牵头 · 参与 · 责任（没有写明牵头） */
export type Duty = 'lead' | 'support' | 'responsible'

/** Where a document's tasks stand in the ledger, [start, end). */
export interface LedgerEntry {
  readonly document: PolicyDocument
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A deadline with a date, and the task it binds. */
export interface DatedTask {
  readonly date: string
  readonly task: number
}

/** 任务台账: every task of every document, numbered from 0 in document order, with what questions look things up by. */
export interface Ledger {
  readonly documents: readonly LedgerEntry[]
  readonly tasks: readonly Task[]
  /** Regions of the documents, without repeats. */
  readonly regions: readonly string[]
  readonly units: UnitDirectory
  readonly index: TaskIndex
  readonly all: TaskSet
  /** The document a task belongs to. */
  entryOf(task: number): LedgerEntry
  /** Tasks in which a unit has a duty; the key is a UnitRef's. */
  tasksOf(unitKey: string, duty: Duty): TaskSet
  /** Keys of the units with a duty in a task, in the order the document names them. */
  unitsOf(task: number, duty: Duty): readonly string[]
  /** Deadlines whose date the text states, earliest first. */
  readonly dated: readonly DatedTask[]
  /** Limits without a date: 汛期前. */
  readonly undated: readonly { readonly text: string; readonly task: number }[]
  /** Tasks with a number as asked for. */
  tasksFitting(query: MeasureQuery): TaskSet
  /** Tasks with a property. */
  having(flag: Flag): TaskSet
  keyTermsOf(task: number): readonly string[]
  /** Tasks whose ordinal ends in this number: 27 finds 27, 三 finds （三） and 二（一）3. */
  numbered(number: number): TaskSet
}

const UNIT_LISTS = {
  lead: 'leadUnits',
  support: 'supportingUnits',
  responsible: 'responsibleUnits',
} as const satisfies Record<Duty, keyof Task>

/** A document and what was read from it; the digest is the store's business. */
export type ReadDocument = Omit<LedgerDocument, 'digest'>

/** Builds the ledger from documents already read. Order is the order given. */
export function createLedger(documents: readonly ReadDocument[], entries: readonly UnitEntry[]): Ledger {
  const tasks = documents.flatMap(({ parsed }) => parsed.tasks)
  const ledgerEntries = placeDocuments(documents)
  const units = createUnitDirectory(entries, unitNames(documents.map(({ parsed }) => parsed)))
  const entryOf = (task: number) => findEntry(ledgerEntries, task)
  const keyTerms = keyTermLookup(documents)
  const numbers = lastNumbers(tasks)
  return {
    documents: ledgerEntries,
    tasks,
    regions: [...new Set(documents.map(({ parsed }) => parsed.document.region))].filter(region => region !== ''),
    units,
    index: buildTaskIndex(tasks),
    all: taskRange(0, tasks.length),
    entryOf,
    dated: datedTasks(tasks),
    undated: tasks.flatMap(({ deadlines }, task) => deadlines.flatMap(({ date, text }) => (date === null ? [{ text, task }] : []))),
    having: flagLookup(tasks),
    ...measureLookup(tasks),
    keyTermsOf: task => keyTerms(task),
    numbered: number => numbers.get(number) ?? noTasks,
    ...dutyLookups(tasks, entryOf, units),
  }
}

function placeDocuments(documents: readonly ReadDocument[]): readonly LedgerEntry[] {
  let start = 0
  return documents.map(({ parsed, text }) => {
    const end = start + parsed.tasks.length
    const entry = { document: parsed.document, text, start, end }
    start = end
    return entry
  })
}

function findEntry(entries: readonly LedgerEntry[], task: number): LedgerEntry {
  let low = 0
  let high = entries.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle]?.end ?? 0) <= task) low = middle + 1
    else high = middle
  }
  const entry = entries[low]
  if (!entry) throw new RangeError(`no task ${task} in the ledger`)
  return entry
}

function* unitNames(
  documents: readonly ParsedDocument[],
): Generator<{ readonly name: string; readonly region: string; readonly level: Level }> {
  for (const { document, tasks } of documents) {
    const { region, level } = document
    const names = new Set(tasks.flatMap(task => Object.values(UNIT_LISTS).flatMap(list => task[list])))
    for (const name of names) yield { name, region, level }
  }
}

/** Two tables of the same facts: unit to tasks, and task to units, per duty. */
function dutyLookups(tasks: readonly Task[], entryOf: (task: number) => LedgerEntry, units: UnitDirectory) {
  const byUnit = new Map<string, Record<Duty, number[]>>()
  const refs = unitKeys(units)
  tasks.forEach((task, number) => {
    const { document } = entryOf(number)
    for (const duty of DUTIES) {
      for (const key of refs(task[UNIT_LISTS[duty]], document)) {
        let lists = byUnit.get(key)
        if (!lists) byUnit.set(key, (lists = { lead: [], support: [], responsible: [] }))
        lists[duty].push(number)
      }
    }
  })
  const sets = new Map([...byUnit].map(([key, lists]) => [key, toSets(lists)] as const))
  return {
    tasksOf: (unitKey: string, duty: Duty): TaskSet => sets.get(unitKey)?.[duty] ?? noTasks,
    unitsOf: (number: number, duty: Duty): readonly string[] => {
      const task = tasks[number]
      return task ? refs(task[UNIT_LISTS[duty]], entryOf(number).document) : []
    },
  }
}

const DUTIES: readonly Duty[] = ['lead', 'support', 'responsible']

const toSets = (lists: Record<Duty, number[]>): Record<Duty, TaskSet> => ({
  lead: Uint32Array.from(lists.lead),
  support: Uint32Array.from(lists.support),
  responsible: Uint32Array.from(lists.responsible),
})

/** Names of one document to unit keys, without repeats; a name is looked up once per region. */
function unitKeys(units: UnitDirectory) {
  const known = new Map<string, string>()
  const keyOf = (name: string, document: PolicyDocument): string => {
    const memo = `${document.region}/${document.level}/${name}`
    let key = known.get(memo)
    if (key === undefined) known.set(memo, (key = units.refOf(name, document).key))
    return key
  }
  return (names: readonly string[], document: PolicyDocument): readonly string[] =>
    names.length < 2 ? names.map(name => keyOf(name, document)) : [...new Set(names.map(name => keyOf(name, document)))]
}

function datedTasks(tasks: readonly Task[]): readonly DatedTask[] {
  const dated = tasks.flatMap((task, number) =>
    task.deadlines.flatMap(({ date, certainty }) => (date && certainty === 'stated' ? [{ date, task: number }] : [])),
  )
  return dated.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.task - b.task))
}

/** Those found at import, else those the rules find now. */
function keyTermLookup(documents: readonly ReadDocument[]) {
  const tasks = documents.flatMap(({ parsed, keyTerms }) => parsed.tasks.map(task => ({ task, known: keyTerms[task.id] })))
  return (number: number): readonly string[] => {
    const entry = tasks[number]
    return entry ? (entry.known ?? keyTermsOf(entry.task, null)) : []
  }
}

const LAST_NUMBER = /(?<number>[0-9]+|[一二三四五六七八九十百]+)[^0-9一二三四五六七八九十百]*$/u

function lastNumbers(tasks: readonly Task[]): ReadonlyMap<number, TaskSet> {
  const lists = new Map<number, number[]>()
  tasks.forEach(({ ordinal }, task) => {
    const number = parseNumber(LAST_NUMBER.exec(ordinal)?.groups?.['number'] ?? '')
    if (number === null) return
    const list = lists.get(number)
    if (list) list.push(task)
    else lists.set(number, [task])
  })
  return new Map([...lists].map(([number, list]) => [number, Uint32Array.from(list)] as const))
}
