import type { Task } from '../model.ts'
import { coreOf } from './topic.ts'

/** How many tasks the words of a document occur in. */
export interface WordStatistics {
  readonly tasks: number
  tasksWith(word: string): number
}

/** The words of one task as the segmenter cut them, beside those of all tasks they are weighed against. */
export interface SegmentedTask {
  readonly words: readonly string[]
  readonly statistics: WordStatistics
}

/** Counts each word once a task. */
export function wordStatistics(tasks: readonly (readonly string[])[]): WordStatistics {
  const counts = new Map<string, number>()
  for (const words of tasks) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { tasks: tasks.length, tasksWith: word => counts.get(word) ?? 0 }
}

/** “十强”, 《山东省…条例》: what the document itself marks as a name. */
const QUOTED = /[“《](?<name>[^“”《》]{2,24})[”》]/gu

/** A term is a word or a short phrase: Han, perhaps with letters (5G基站), never a number alone. */
const TERM = /^(?=.*\p{Script=Han})[\p{Script=Han}A-Za-z0-9+-]{2,16}$/u

const TITLE_JOINTS = /[、，；：和与及“”《》]/u

/** Segmented words that are kept of a task. */
const WORDS_KEPT = 8

function quotedNames({ title, body }: KeyTermSource): string[] {
  return [...`${title}。${body}`.matchAll(QUOTED)].map(({ groups }) => groups?.['name'] ?? '')
}

/** What a title is about: 大力发展可再生能源 → 可再生能源. */
function titleParts({ title }: KeyTermSource): string[] {
  return title.split(TITLE_JOINTS).map(coreOf)
}

/** Words that occur often in the task and in few others: tf·idf. */
function tellingWords({ words, statistics }: SegmentedTask): string[] {
  const counts = new Map<string, number>()
  for (const word of words) if (TERM.test(word) && coreOf(word) === word) counts.set(word, (counts.get(word) ?? 0) + 1)
  const weigh = (word: string, count: number): number => count * Math.log(statistics.tasks / statistics.tasksWith(word))
  const weighed = [...counts].map(([word, count]) => ({ word, weight: weigh(word, count) }))
  weighed.sort((one, other) => other.weight - one.weight)
  return weighed.filter(({ weight }) => weight > 0).slice(0, WORDS_KEPT).map(({ word }) => word)
}

type KeyTermSource = Pick<Task, 'title' | 'body' | 'targets'>

/** A term within a longer one adds nothing: 能源 beside 可再生能源. */
function withoutParts(terms: readonly string[]): readonly string[] {
  return [...new Set(terms)].filter(term => !terms.some(other => other !== term && other.includes(term)))
}

/**
 * 关键词 of a task, the surest first: names in quotes, what its targets measure, what its title is about and, where a
 * segmenter ran, the words that tell it from the other tasks. Without one (`null`) the rules alone must do.
 */
export function keyTermsOf(task: KeyTermSource, segmented: SegmentedTask | null): readonly string[] {
  const metrics = task.targets.map(({ metric }) => metric)
  const words = segmented === null ? [] : tellingWords(segmented)
  const terms = [...quotedNames(task), ...metrics, ...titleParts(task), ...words]
  return withoutParts(terms.filter(term => TERM.test(term)))
}
