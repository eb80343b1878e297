import Fuse from 'fuse.js'
import { buildTaskIndex } from './build-index.ts'

/** Fuse's score from which titles have no more than common words in common: 数字济南 and 数字赋能 are 0.5 apart. */
const FURTHEST = 0.4

/**
 * Fuse reads every string it is given, some 10 µs each, so it gets this many at most: those that share the most pairs
 * of characters with the words typed.
 */
const COMPARED = 24

/** One of the strings compared with the words typed. */
export interface Likeness {
  /** Its number in the list given. */
  readonly number: number
  /** 1 where it holds the words as typed, less with every character that differs. */
  readonly likeness: number
}

/** Which of a few short strings hold the words typed, wrong characters forgiven; most alike first. */
export function mostAlike(typed: string, strings: readonly string[]): readonly Likeness[] {
  const options = { includeScore: true, ignoreLocation: true, ignoreFieldNorm: true, threshold: FURTHEST }
  const found = new Fuse(strings, options).search(typed.replace(/\s/g, ''))
  return found.map(({ refIndex, score = FURTHEST }) => ({ number: refIndex, likeness: 1 - score }))
}

export interface TitleMatch {
  readonly title: string
  readonly likeness: number
}

/** Finds titles in spite of wrong characters: for what one might have meant when nothing is found as typed. */
export interface TitleMatcher {
  /** Different titles like the words typed, most alike first; at most `limit`, which is 3 unless told. */
  alike(typed: string, limit?: number): readonly TitleMatch[]
}

/** Readies the titles of tasks or of documents. A bigram index over them picks the few that Fuse compares. */
export function createTitleMatcher(titles: Iterable<string>): TitleMatcher {
  const distinct = [...new Set(titles)]
  const index = buildTaskIndex(distinct.map(title => ({ title, body: '' })))
  const alike = (typed: string, limit = 3): readonly TitleMatch[] => {
    const candidates = index.rank(typed, { limit: COMPARED }).map(({ task }) => distinct[task] ?? '')
    const best = mostAlike(typed, candidates).slice(0, limit)
    return best.map(({ number, likeness }) => ({ title: candidates[number] ?? '', likeness }))
  }
  return { alike }
}
