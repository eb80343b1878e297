import type { Progress } from '../progress/progress.ts'
import type { Ledger, LedgerEntry } from '../search/ledger.ts'
import { hasTask, intersect, noTasks, subtract, type TaskSet } from '../search/task-set.ts'
import { findTopic, type TopicMatch } from '../search/topic.ts'
import { type Narrowed, type Narrowing, narrow, ofEntries, targetsFitting } from './filters.ts'
import type { QuantityTerm, Slots } from './slots.ts'
import { standingTasks } from './standing-tasks.ts'
import { selectUnits, type UnitSelection } from './unit-tasks.ts'

/** The tasks that fit every slot. */
export interface Selection extends Omit<Narrowed, 'emptiedBy'>, UnitSelection {
  /** Best first where a topic ranks them, else as the documents have them. */
  readonly ranked: readonly number[]
  readonly topic: TopicMatch | null
  readonly emptiedBy: Narrowing | 'unit' | 'standing' | 'topic' | null
}

/** Narrows the ledger by each slot in turn. Without records nothing is asked of standing. */
export function select(ledger: Ledger, slots: Slots, progress: Progress | null = null): Selection {
  const selection = ofYear(ledger, slots.year, selectAll(ledger, slots, progress))
  return slots.without.reduce((left, said) => leaveOut(left, select(ledger, said, progress).tasks), selection)
}

/** 不要6号文的: what those words alone would select. */
function leaveOut(selection: Selection, out: TaskSet): Selection {
  return {
    ...selection,
    tasks: subtract(selection.tasks, out),
    ranked: selection.ranked.filter(task => !hasTask(out, task)),
  }
}

/** A bare year (今年、2023年的) keeps the tasks of that year's documents, where there are any. */
function ofYear(ledger: Ledger, year: number | null, selection: Selection): Selection {
  if (year === null) return selection
  const fits = ({ document }: LedgerEntry) =>
    document.title.includes(String(year)) || document.issuedOn?.startsWith(String(year)) === true
  const entries = new Set(ledger.documents.filter(fits))
  const isOfYear = (task: number) => entries.has(ledger.entryOf(task))
  const tasks = selection.tasks.filter(isOfYear)
  return tasks.length > 0 ? { ...selection, tasks, ranked: selection.ranked.filter(isOfYear) } : selection
}

function selectAll(ledger: Ledger, slots: Slots, progress: Progress | null): Selection {
  const plain = narrow(ledger, slots)
  const ofUnits = selectUnits(ledger, slots, plain.tasks)
  if (ofUnits.unclear) return { ...plain, ...ofUnits, ranked: [...ofUnits.tasks], topic: null }
  // Standing is worked out task by task, so it looks only at what the units have left.
  const byUnit = progress ? { ...ofUnits, tasks: standingTasks(progress, slots.standing, ofUnits.tasks) } : ofUnits
  const emptied = ofUnits.tasks.length === 0 ? 'unit' : 'standing'
  const emptiedBy = plain.emptiedBy ?? (byUnit.tasks.length === 0 ? emptied : null)
  if (slots.topic.length === 0 || emptiedBy) {
    return { ...plain, ...byUnit, ranked: [...byUnit.tasks], topic: null, emptiedBy }
  }
  const topic = slots.quantity
    ? measured(ledger, slots, slots.quantity, byUnit.tasks)
    : spoken(ledger, slots.topic, byUnit.tasks)
  const { tasks = noTasks, ranked = [] } = topic ?? {}
  return { ...plain, ...byUnit, tasks, ranked, topic, emptiedBy: topic ? null : 'topic' }
}

/** 装机规模在500万千瓦以上: the number's own clause must speak of the topic. */
function measured(ledger: Ledger, { topic }: Slots, quantity: QuantityTerm, tasks: TaskSet): TopicMatch | null {
  const speaks = (task: number) =>
    targetsFitting(ledger, task, quantity).some(({ text }) => topic.every(phrase => sharesBigram(text, phrase)))
  const measuring = tasks.filter(speaks)
  return measuring.length > 0
    ? { tasks: measuring, ranked: [...measuring], words: topic, correctedTo: null, missing: null }
    : null
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
