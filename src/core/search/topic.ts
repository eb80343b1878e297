import { type NearWords, nearestWords } from './nearest-words.ts'
import { synonymsOf } from './synonyms.ts'
import type { TaskIndex } from './task-index.ts'
import { intersect, type TaskSet, taskSet, unite } from './task-set.ts'
import { coreOf, isWeak, withoutMeasure } from './weak-words.ts'

/** What the search needs of the ledger. */
export interface TopicSource {
  readonly index: TaskIndex
  /** Title and body of a task, to compare a mistyped phrase with. */
  readonly tasks: readonly { readonly title: string; readonly body: string }[]
}

/** The tasks that speak of a topic. */
export interface TopicMatch {
  readonly tasks: TaskSet
  /** The same tasks, best first. */
  readonly ranked: readonly number[]
  /** The words that were looked up: they stand in each task. */
  readonly words: readonly string[]
  /** Set when the topic was mistyped: how it was understood. */
  readonly correctedTo: string | null
  /** Words of the topic that no document has; the tasks speak of the rest. */
  readonly missing: string | null
}

interface PhraseMatch {
  readonly tasks: TaskSet
  readonly words: readonly string[]
  readonly correctedTo: string | null
  readonly missing: string | null
}

/** Looks for words of the documents that the phrase is a mistyping of; worked out at the first call. */
type Near = () => NearWords | null
type Way = (source: TopicSource, phrase: string, near: Near) => PhraseMatch | null

/** The ways to find a phrase, the strictest first; the first that finds anything stands. */
const WAYS: readonly Way[] = [asWritten, soundedOut, bySynonym, unmeasured, asWords, misspelt, anyOf, byLongestPart]

/** Finds the tasks of `within` that speak of all the phrases; null where none does. */
export function findTopic(source: TopicSource, phrases: readonly string[], within: TaskSet): TopicMatch | null {
  const found = phrases.map(phrase => findPhrase(source, phrase))
  const known = found.filter(match => match !== null)
  const everywhere = known.length < found.length ? null : known.map(match => match.tasks).reduce(intersect)
  const tasks = everywhere && within.length < source.index.size ? intersect(everywhere, within) : everywhere
  if (!tasks || tasks.length === 0) return nearlyAll(source, phrases, within)
  const said = known.map(({ correctedTo }, i) => correctedTo ?? phrases[i] ?? '').join(' ')
  return {
    tasks,
    ranked: rankAll(source.index, said, tasks),
    words: known.flatMap(({ words }) => words),
    correctedTo: known.some(({ correctedTo }) => correctedTo !== null) ? said : null,
    missing: known.find(({ missing }) => missing !== null)?.missing ?? null,
  }
}

function findPhrase(source: TopicSource, phrase: string): PhraseMatch | null {
  let known: NearWords | null | undefined
  const near = () => {
    if (known === undefined) known = mistypingOf(source, phrase)
    return known
  }
  for (const way of WAYS) {
    const match = way(source, phrase, near)
    if (match) return match
  }
  return null
}

const exactly = (tasks: TaskSet, words: readonly string[]): PhraseMatch | null =>
  tasks.length > 0 ? { tasks, words, correctedTo: null, missing: null } : null

/** The phrase to the letter; 核电建设 also where only 核电 stands, unless that is too common to mean the same. */
function asWritten({ index }: TopicSource, phrase: string): PhraseMatch | null {
  const full = index.containing(phrase)
  const core = coreOf(phrase)
  if (core === phrase) return exactly(full, [phrase])
  const wider = index.containing(core)
  return full.length > 0 && wider.length > Math.max(12, 4 * full.length)
    ? exactly(full, [phrase])
    : exactly(wider, [core])
}

/** Texts that a mistyped phrase is compared with. */
const COMPARED = 10

/** 绿色低炭校园 → 绿色低碳校园: the words of the likeliest tasks that differ by a slip. */
function mistypingOf(source: TopicSource, phrase: string): NearWords | null {
  for (const wanted of new Set([phrase, coreOf(phrase)])) {
    const texts = source.index.rank(wanted, { limit: COMPARED }).map(({ task }) => textOf(source, task))
    const near = nearestWords(wanted, texts)
    if (near) return near
  }
  return null
}

/** Slips of sound come before anything is taken apart. */
function soundedOut(source: TopicSource, _phrase: string, near: Near): PhraseMatch | null {
  const found = near()
  return found?.soundsAlike ? corrected(source, found) : null
}

/** 崂山实验事室 → 崂山实验室; only where the words as typed are no words of the documents. */
function misspelt(source: TopicSource, _phrase: string, near: Near): PhraseMatch | null {
  const found = near()
  return found ? corrected(source, found) : null
}

const corrected = ({ index }: TopicSource, { words }: NearWords): PhraseMatch => ({
  tasks: index.containing(words),
  words: [words],
  correctedTo: words,
  missing: null,
})

const textOf = ({ tasks }: TopicSource, task: number): string =>
  `${tasks[task]?.title ?? ''}。${tasks[task]?.body ?? ''}`

/** 自贸区 → 自贸试验区 */
function bySynonym(source: TopicSource, phrase: string): PhraseMatch | null {
  const matches = synonymsOf(phrase).flatMap(other => asWritten(source, other) ?? [])
  const [first] = matches
  return first ? { ...first, tasks: matches.map(({ tasks }) => tasks).reduce(unite) } : null
}

/** 绿色建筑面积 → 绿色建筑 */
function unmeasured(source: TopicSource, phrase: string): PhraseMatch | null {
  const rest = withoutMeasure(phrase)
  return rest === phrase ? null : (asWritten(source, rest) ?? asWords(source, rest))
}

/** 陇东山东特高压: cut into the longest words the ledger knows; every one of them must stand in the task. */
function asWords({ index }: TopicSource, phrase: string): PhraseMatch | null {
  const words = knownWords(index, coreOf(phrase))
  if (!words) return null
  const strong = words.filter(word => !isWeak(word))
  const needed = strong.length > 0 ? strong : words
  return exactly(needed.map(word => index.containing(word)).reduce(intersect), needed)
}

/** Characters that join words; they may be missing from a text that says the same. */
const JOINT = /^[、的和与及之在了有是为以等其各至到从对于中上下内外个把将由并或]$/u

/** Null where a part of the phrase that means something is unknown to the ledger. */
function knownWords(index: TaskIndex, phrase: string): readonly string[] | null {
  const words: string[] = []
  for (let at = 0; at < phrase.length; ) {
    const word = longestKnown(index, phrase, at)
    if (word) words.push(word)
    else if (!JOINT.test(phrase[at] ?? '')) return null
    at += word?.length ?? 1
  }
  return words.length > 0 ? words : null
}

function longestKnown(index: TaskIndex, phrase: string, start: number): string | null {
  let known: string | null = null
  for (let end = start + 2; end <= phrase.length; end++) {
    const word = phrase.slice(start, end)
    if (index.containing(word, 1).length === 0) break
    known = word
  }
  return known
}

/** 核电、抽水蓄能: where no task speaks of both, those that speak of either. */
function anyOf(source: TopicSource, phrase: string): PhraseMatch | null {
  const parts = phrase.split(/、|以及|[和或与及]/u).filter(part => part.length >= 2)
  const found = parts.length > 1 ? parts.map(part => asWritten(source, part)) : []
  const known = found.filter(match => match !== null)
  return known.length > 1 && known.length === found.length
    ? exactly(
        known.map(({ tasks }) => tasks).reduce(unite),
        known.flatMap(({ words }) => words),
      )
    : null
}

/** A part this long in this few tasks names its matter, whatever else was said. */
const TELLING_LENGTH = 4
const TELLING_TASKS = 5

/** 能繁母猪保有量, where the documents know 能繁母猪 and never say 保有量. */
function byLongestPart({ index }: TopicSource, phrase: string): PhraseMatch | null {
  const parts = Array.from(phrase, (_, at) => longestKnown(index, phrase, at) ?? '')
  const part = parts.reduce((best, next) => (next.length > best.length ? next : best), '')
  if (part.length < TELLING_LENGTH || part.length * 2 < phrase.length) return null
  const tasks = index.containing(part, TELLING_TASKS + 1)
  if (tasks.length > TELLING_TASKS) return null
  return { tasks, words: [part], correctedTo: null, missing: phrase.replace(part, '') }
}

/** Share of a question's bigrams that a task must have to count as speaking of it. */
const NEARLY_ALL = 0.75

/** No task has every phrase to the letter: those that have nearly all of the words. */
function nearlyAll({ index }: TopicSource, phrases: readonly string[], within: TaskSet): TopicMatch | null {
  const query = phrases.join(' ')
  if (query.length < 6) return null
  const hits = index.rank(query, { limit: 10, among: within }).filter(({ coverage }) => coverage >= NEARLY_ALL)
  const ranked = hits.map(({ task }) => task)
  return hits.length > 0 ? { tasks: taskSet(ranked), ranked, words: phrases, correctedTo: null, missing: null } : null
}

/** How many are put in order by relevance; the rest follow as the documents have them. */
const RANKED = 50

function rankAll(index: TaskIndex, query: string, tasks: TaskSet): readonly number[] {
  const best = index.rank(query, { limit: RANKED, among: tasks }).map(({ task }) => task)
  if (best.length === tasks.length) return best
  const placed = new Set(best)
  return [...best, ...tasks.filter(task => !placed.has(task))]
}
