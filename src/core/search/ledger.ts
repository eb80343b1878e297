import type { PolicyDocument, Task, UnitEntry } from '../model.ts'
import type { LedgerDocument } from '../ports.ts'
import { parseNumber } from '../text/numerals.ts'
import { createUnitDirectory } from '../units/directory.ts'
import type { UnitDirectory } from '../units/unit.ts'
import { lazyTaskIndex } from './build-index.ts'
import { type Duty, dutyLookup, unitNames } from './duties.ts'
import { type Flag, flagLookup } from './flags.ts'
import { groupBy } from './group.ts'
import { keyTermsOf } from './key-terms.ts'
import { type MeasureQuery, measureLookup } from './measured.ts'
import type { TaskIndex } from './task-index.ts'
import { noTasks, type TaskSet, taskRange } from './task-set.ts'

/** Where a document's tasks stand in the ledger, [start, end). */
export interface LedgerEntry {
  readonly document: PolicyDocument
  readonly text: string
  readonly start: number
  readonly end: number
}

/** 任务台账: every task of every document, numbered from 0 in document order, with what questions look things up by. */
export interface Ledger {
  readonly documents: readonly LedgerEntry[]
  readonly tasks: readonly Task[]
  /** Regions of the documents, without repeats. */
  readonly regions: readonly string[]
  /** Titles of the sections that have tasks, half width, without repeats. */
  readonly sectionTitles: readonly string[]
  readonly units: UnitDirectory
  readonly index: TaskIndex
  readonly all: TaskSet
  /** The document a task belongs to. */
  entryOf(task: number): LedgerEntry
  /** The number of the task with an id; null where there is none. */
  numberOf(taskId: string): number | null
  /** Tasks in which a unit has a duty; the key is a UnitRef's. */
  tasksOf(unitKey: string, duty: Duty): TaskSet
  /** Deadlines whose date the text states, earliest first. */
  readonly dated: readonly { readonly date: string; readonly task: number }[]
  /** Limits without a date: 汛期前. */
  readonly undated: readonly { readonly text: string; readonly task: number }[]
  /** Tasks with a number as asked for. */
  tasksFitting(query: MeasureQuery): TaskSet
  /** Tasks with a property. */
  having(flag: Flag): TaskSet
  /** 关键词: those found at import, else those the rules find now. */
  keyTermsOf(task: number): readonly string[]
  /** Tasks whose ordinal ends in this number: 27 finds 27, 三 finds （三） and 二（一）3. */
  numbered(number: number): TaskSet
}

/** A document and what was read from it; the digest is the store's business. */
export type ReadDocument = Omit<LedgerDocument, 'digest'>

/** Builds the ledger from documents already read. Order is the order given. */
export function createLedger(documents: readonly ReadDocument[], entries: readonly UnitEntry[]): Ledger {
  const parsed = documents.map(document => document.parsed)
  const tasks = parsed.flatMap(document => document.tasks)
  const placed = placeDocuments(documents)
  const units = createUnitDirectory(entries, unitNames(parsed))
  const numbers = new Map(tasks.map(({ id }, number) => [id, number]))
  return {
    documents: placed,
    tasks,
    regions: [...new Set(parsed.map(({ document }) => document.region))].filter(region => region !== ''),
    sectionTitles: sectionTitles(tasks),
    units,
    index: lazyTaskIndex(tasks),
    all: taskRange(0, tasks.length),
    entryOf: task => findEntry(placed, task),
    numberOf: taskId => numbers.get(taskId) ?? null,
    tasksOf: dutyLookup(parsed, units),
    ...deadlineLists(tasks),
    tasksFitting: measureLookup(tasks),
    having: flagLookup(tasks),
    keyTermsOf: keyTermLookup(documents),
    numbered: numberLookup(tasks),
  }
}

function sectionTitles(tasks: readonly Task[]): readonly string[] {
  const headings = new Set(tasks.flatMap(({ path }) => path))
  return [...headings].map(heading => heading.replace(/^[^、)）.]{1,8}[、)）.]\s*/u, '').normalize('NFKC'))
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

/** Binary search for the first document that ends behind the task. */
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

/** Stated deadlines by date, and limits that name none. */
function deadlineLists(tasks: readonly Task[]): Pick<Ledger, 'dated' | 'undated'> {
  const stated = tasks.flatMap(({ deadlines }, task) =>
    deadlines.filter(({ certainty }) => certainty === 'stated').map(({ date, text }) => ({ date, text, task })),
  )
  const dated = stated.flatMap(({ date, task }) => (date === null ? [] : [{ date, task }]))
  const undated = stated.flatMap(({ date, text, task }) => (date === null ? [{ text, task }] : []))
  return { dated: dated.sort((a, b) => Number(a.date > b.date) - Number(a.date < b.date) || a.task - b.task), undated }
}

function keyTermLookup(documents: readonly ReadDocument[]): Ledger['keyTermsOf'] {
  const terms = documents.flatMap(({ parsed, keyTerms }) =>
    parsed.tasks.map(task => ({ task, imported: keyTerms[task.id] })),
  )
  return number => {
    const found = terms[number]
    return found ? (found.imported ?? keyTermsOf(found.task, null)) : []
  }
}

const LAST_NUMBER = /(?<number>[0-9]+|[一二三四五六七八九十百]+)[^0-9一二三四五六七八九十百]*$/u

function numberLookup(tasks: readonly Task[]): Ledger['numbered'] {
  const lastNumber = (task: number) =>
    parseNumber(LAST_NUMBER.exec(tasks[task]?.ordinal ?? '')?.groups?.['number'] ?? '')
  const sets = new Map([...groupBy(tasks.keys(), lastNumber)].map(([number, list]) => [number, Uint32Array.from(list)]))
  return number => sets.get(number) ?? noTasks
}
