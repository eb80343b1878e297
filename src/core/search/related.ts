import type { TaskIndex } from './task-index.ts'
import type { TaskSet } from './task-set.ts'
import { tile } from './tile.ts'
import { coreOf } from './weak-words.ts'

/** What relating needs of the ledger. */
export interface RelatedSource {
  readonly index: TaskIndex
  readonly tasks: readonly { readonly documentId: string; readonly title: string }[]
  keyTermsOf(task: number): readonly string[]
}

/** A task of another document on the same matter. */
export interface RelatedTask {
  readonly task: number
  /** The reason: words that both tasks hold, the longest first. */
  readonly shared: readonly string[]
}

/** Part of a key term of the task asked about. */
interface Term {
  readonly text: string
  readonly isName: boolean
  /** Tasks of other documents that hold it. */
  readonly tasks: TaskSet
  /** How telling it is: 1 for a term of one task alone, less for commoner ones, 0 from where it tells nothing. */
  readonly weight: number
}

interface Likeness {
  readonly score: number
  readonly shared: readonly string[]
  /** Whether they share a name or a word of both titles; a word in passing is no reason. */
  readonly hasReason: boolean
}

const UNLIKE: Likeness = { score: 0, shared: [], hasReason: false }

/** From three characters on a term names something: 共同体, 绿色建筑. */
const NAME_LENGTH = 3
/**
 * A term in more tasks than the ledger's size to this power belongs to the language, not to the matter: a name in more
 * than 22 of 276 or 562 of 100,000, a word in more than 9 or 100.
 */
const NAME_REACH = 0.55
const WORD_REACH = 0.4
const NAME_FACTOR = 1.5
/** A term in the title of the other task says what that task is about. */
const TITLE_FACTOR = 2
/** Tasks far less alike than the best one are left out. */
const LEAST_OF_BEST = 0.4

/** Tasks of other documents on the same matter, most alike first, equal ones in ledger order. */
export function relatedTasks(source: RelatedSource, task: number, limit = 6): readonly RelatedTask[] {
  const asked = source.tasks[task]
  if (asked === undefined) return []
  const likenesses = new Map<number, Likeness>()
  for (const term of sharedTerms(source, asked.documentId, source.keyTermsOf(task))) {
    for (const other of term.tasks) {
      const titles = [asked.title, source.tasks[other]?.title ?? '']
      likenesses.set(other, addTerm(likenesses.get(other) ?? UNLIKE, term, titles))
    }
  }
  return mostAlike(likenesses, limit)
}

function addTerm(likeness: Likeness, { text, isName, weight }: Term, titles: readonly string[]): Likeness {
  if (likeness.shared.some(known => known.includes(text))) return likeness
  const score = weight * (isName ? NAME_FACTOR : 1) * (titles.at(-1)?.includes(text) ? TITLE_FACTOR : 1)
  return {
    score: likeness.score + score,
    shared: [...likeness.shared, text],
    hasReason: likeness.hasReason || isName || titles.every(title => title.includes(text)),
  }
}

function mostAlike(likenesses: ReadonlyMap<number, Likeness>, limit: number): readonly RelatedTask[] {
  const related = [...likenesses].filter(([, { hasReason }]) => hasReason)
  related.sort(([one, { score }], [other, { score: otherScore }]) => otherScore - score || one - other)
  const least = LEAST_OF_BEST * (related[0]?.[1].score ?? 0)
  const alike = related.slice(0, limit).filter(([, { score }]) => score >= least)
  return alike.map(([task, { shared }]) => ({ task, shared }))
}

/**
 * The parts of the key terms that other documents hold: 核电 of 安全有序发展核电. Longest first, so that 可再生能源 is
 * counted and 能源 within it is not.
 */
function sharedTerms(source: RelatedSource, documentId: string, keyTerms: readonly string[]): readonly Term[] {
  const terms = new Map<string, Term>()
  const look = (text: string): Term => {
    const term = terms.get(text) ?? lookUp(source, documentId, text)
    terms.set(text, term)
    return term
  }
  const isShared = (text: string): boolean => look(text).tasks.length > 0
  const parts = new Set(keyTerms.flatMap(keyTerm => (isShared(keyTerm) ? [keyTerm] : tile(keyTerm, isShared))))
  const telling = [...parts].map(look).filter(({ text, weight }) => weight > 0 && coreOf(text) === text)
  return telling.sort((one, other) => other.text.length - one.text.length || other.weight - one.weight)
}

function lookUp({ index, tasks }: RelatedSource, documentId: string, text: string): Term {
  const isName = text.length >= NAME_LENGTH
  // No more than would still be telling: the commonest words stand in most tasks of a large ledger.
  const most = Math.ceil(index.size ** (isName ? NAME_REACH : WORD_REACH)) + 1
  const holding = index.containing(text, most)
  const weight = holding.length < most ? 1 - Math.log(holding.length) / Math.log(index.size) : 0
  return { text, isName, weight, tasks: holding.filter(task => tasks[task]?.documentId !== documentId) }
}
