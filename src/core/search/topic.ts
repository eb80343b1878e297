import type { TaskIndex } from './task-index.ts'
import { nearestWords } from './nearest-words.ts'
import { intersect, type TaskSet } from './task-set.ts'

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
}

/** Words that say that something is done, not what: 核电建设 is about 核电. */
const WEAK_HEAD =
  /^(?:推进|加强|开展|实施|提升|完善|推动|加快|组建|培育|打造|做好|落实|强化|促进|深化|健全|优化|支持|鼓励|抓好|积极|全面|持续|大力|深入|扎实|稳步|进一步|全省|全市|全县|我省|我市|我县|新增|新建|建成|建设|发展)/u
const WEAK_TAIL = /(?:建设|工作|发展|改革|行动|工程|项目|管理|推进|提升|情况|问题|领域|面积|数量|规模|总量|保有量|总数|计划|政策|措施|事项|任务|目标|指标|开工|印发|体系)$/u

/** Characters that join words; they may be missing from a text that says the same. */
const JOINT = /^[的和与及之在了有是为以等其各至到从对于中上下内外个把将由并或]$/u

/** Finds the tasks that speak of all the phrases; null where no task does. */
export function findTopic(source: TopicSource, phrases: readonly string[]): TopicMatch | null {
  const found = phrases.map(phrase => findPhrase(source, phrase))
  const known = found.filter(match => match !== null)
  if (known.length < found.length) return mostOf(source, phrases)
  const tasks = known.map(match => match.tasks).reduce(intersect)
  if (tasks.length === 0) return mostOf(source, phrases)
  const corrections = known.flatMap(({ correctedTo }) => correctedTo ?? [])
  const correctedTo = corrections.length > 0 ? known.map(({ correctedTo }, i) => correctedTo ?? phrases[i]).join(' ') : null
  return { tasks, words: known.flatMap(({ words }) => words), correctedTo, ranked: rankAll(source, correctedTo ?? phrases.join(' '), tasks) }
}

interface PhraseMatch {
  readonly tasks: TaskSet
  readonly words: readonly string[]
  readonly correctedTo: string | null
}

/** As written, else with a typing error undone, else as words that all stand in the task. */
function findPhrase(source: TopicSource, phrase: string): PhraseMatch | null {
  return asWritten(source.index, phrase) ?? corrected(source, phrase) ?? asWords(source.index, phrase)
}

function asWritten(index: TaskIndex, phrase: string): PhraseMatch | null {
  const full = index.containing(phrase)
  const core = coreOf(phrase)
  if (core === phrase) return full.length > 0 ? { tasks: full, words: [phrase], correctedTo: null } : null
  const wider = index.containing(core)
  if (full.length > 0 && wider.length > Math.max(12, 4 * full.length)) return { tasks: full, words: [phrase], correctedTo: null }
  return wider.length > 0 ? { tasks: wider, words: [core], correctedTo: null } : null
}

/** The phrase without weak words around it; at least two characters stay. */
export function coreOf(phrase: string): string {
  for (const pattern of [WEAK_TAIL, WEAK_HEAD]) {
    const rest = phrase.replace(pattern, '')
    if (rest !== phrase && rest.length >= 2) return coreOf(rest)
  }
  return phrase
}

function corrected(source: TopicSource, phrase: string): PhraseMatch | null {
  const core = coreOf(phrase)
  for (const wanted of core === phrase ? [phrase] : [phrase, core]) {
    const texts = source.index.rank(wanted, { limit: 12 }).map(({ task }) => textOf(source, task))
    const near = nearestWords(wanted, texts)
    if (near) return { tasks: source.index.containing(near), words: [near], correctedTo: near }
  }
  return null
}

const textOf = ({ tasks }: TopicSource, task: number): string => `${tasks[task]?.title ?? ''}。${tasks[task]?.body ?? ''}`

/** 陇东山东特高压: cut into the longest words the ledger knows; every one of them must stand in the task. */
function asWords(index: TaskIndex, phrase: string): PhraseMatch | null {
  const words = knownWords(index, coreOf(phrase))
  if (!words) return null
  const strong = words.filter(word => coreOf(word) === word && !WEAK_HEAD.test(word))
  const needed = strong.length > 0 ? strong : words
  const tasks = needed.map(word => index.containing(word)).reduce(intersect, index.containing(needed[0] ?? ''))
  return tasks.length > 0 ? { tasks, words: needed, correctedTo: null } : null
}

/** Null where a part of the phrase that means something is unknown to the ledger. */
function knownWords(index: TaskIndex, phrase: string): readonly string[] | null {
  const words: string[] = []
  let at = 0
  while (at < phrase.length) {
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
    if (index.containing(word).length === 0) break
    known = word
  }
  return known
}

/** Share of a question's bigrams that a task must have to count as speaking of it. */
const MOST = 0.75

/** No task has every phrase to the letter: those that have most of all the words. */
function mostOf(source: TopicSource, phrases: readonly string[]): TopicMatch | null {
  const query = phrases.join(' ')
  if (query.length < 6) return null
  const hits = source.index.rank(query, { limit: 10 }).filter(({ coverage }) => coverage >= MOST)
  if (hits.length === 0) return null
  const ranked = hits.map(({ task }) => task)
  return { tasks: Uint32Array.from(ranked).sort(), ranked, words: phrases, correctedTo: null }
}

/** How many are put in order by relevance; the rest follow as the documents have them. */
const RANKED = 50

function rankAll({ index }: TopicSource, query: string, tasks: TaskSet): readonly number[] {
  const best = index.rank(query, { limit: RANKED, among: tasks }).map(({ task }) => task)
  if (best.length === tasks.length) return best
  const placed = new Set(best)
  return [...best, ...[...tasks].filter(task => !placed.has(task))]
}

