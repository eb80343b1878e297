import type { Task } from '../model.ts'
import { coreOf } from './weak-words.ts'

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

/** What of a task its key terms come from. */
export type KeyTermSource = Pick<Task, 'title' | 'body' | 'targets'>

/** “十强”, 《山东省…条例》: what the document itself marks as a name. */
const QUOTED = /[“《](?<name>[^“”《》]{2,24})[”》]/gu

/** A term is a word or a short phrase: Han, perhaps with letters (5G基站), never a number alone. */
const TERM = /^(?=.*\p{Script=Han})[\p{Script=Han}A-Za-z0-9+-]{2,16}$/u

const TITLE_JOINTS = /[、，；：的和与及“”《》]/u

/** Segmented words that are kept of a task. */
const WORDS_KEPT = 8

function quotedNames({ title, body }: KeyTermSource): string[] {
  return [...`${title}。${body}`.matchAll(QUOTED)].map(({ groups }) => groups?.['name'] ?? '')
}

/** What a title is about: 大力发展可再生能源 → 可再生能源. */
function titleParts({ title }: KeyTermSource): string[] {
  return title.split(TITLE_JOINTS).map(coreOf)
}

/** Words of the title, and those that come back in the body, by tf·idf. A word said once in passing tells nothing. */
function tellingWords({ title }: KeyTermSource, { words, statistics }: SegmentedTask): string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const repeated = [...counts].filter(([word, count]) => count > 1 || title.includes(word))
  const weighed = repeated.map(([word, count]) => {
    return { word, weight: count * Math.log(statistics.tasks / Math.max(statistics.tasksWith(word), 1)) }
  })
  const telling = weighed.filter(({ word, weight }) => weight > 0 && TERM.test(word) && coreOf(word) === word)
  const best = telling.toSorted((one, other) => other.weight - one.weight).slice(0, WORDS_KEPT)
  return best.map(({ word }) => word)
}

/**
 * 关键词 of a task, the surest first: names in quotes, what its targets measure, what its title is about and, where a
 * segmenter ran, the words that tell it from the other tasks. Without one (`null`) the rules alone must do.
 */
export function keyTermsOf(task: KeyTermSource, segmented: SegmentedTask | null): readonly string[] {
  const metrics = task.targets.map(({ metric }) => metric)
  const words = segmented === null ? [] : tellingWords(task, segmented)
  const terms = [...quotedNames(task), ...metrics, ...titleParts(task), ...words]
  return [...new Set(terms.filter(term => TERM.test(term)))]
}
