import { passed, seek } from './ascending.ts'
import { BestTasks } from './best-tasks.ts'
import { impact, inverseFrequency, lengthSlope, weigh } from './bm25.ts'
import { endOf, type Postings, startOf, taskAt, titleEndOf } from './postings.ts'
import { findTerm, readQuery, type TermPostings } from './query.ts'
import type { Hit, RankOptions } from './task-index.ts'

/** Positions read before the commoner terms of a query are left to the best candidates alone: some 0.3 ms of work. */
const POSITIONS_READ = 12_000
/** Candidates scored in full, per hit asked for. */
const CANDIDATES_PER_HIT = 2
/** Up to here it is cheaper to look each candidate up than to read whole lists. */
const FEW_CANDIDATES = 1_000

interface Term extends TermPostings {
  readonly idf: number
}

interface Query {
  /** Distinct tokens asked for, known or not. */
  readonly asked: number
  /** Rarest first. */
  readonly terms: readonly Term[]
}

function readTerms(postings: Postings, text: string): Query {
  const tokens = new Map(readQuery(text).map(token => [token.text, token]))
  const terms: Term[] = []
  for (const token of tokens.values()) {
    const found = findTerm(postings, token)
    if (found !== undefined) terms.push({ ...found, idf: inverseFrequency(postings.size, found.taskCount) })
  }
  return { asked: tokens.size, terms: terms.sort((one, other) => one.taskCount - other.taskCount) }
}

function weighedLength(postings: Postings, task: number): number {
  const start = startOf(postings, task)
  return weigh({ title: titleEndOf(postings, task) - start, whole: endOf(postings, task) - start })
}

function averageLength(postings: Postings): number {
  let sum = 0
  for (let task = 0; task < postings.size; task++) sum += weighedLength(postings, task)
  return sum / Math.max(postings.size, 1)
}

function bestFirst(hits: readonly Hit[], limit: number): readonly Hit[] {
  return hits
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.task - other.task)
    .slice(0, limit)
}

/** Ranks the tasks of one index. Keeps its working arrays between questions. */
export class Ranker {
  readonly #postings: Postings
  readonly #slope: number
  /** Zero between questions. */
  readonly #scores: Float32Array
  readonly #touched: Uint32Array
  #touchedCount = 0
  /** 1 for tasks the question leaves out; zero between questions. */
  readonly #barred: Uint8Array

  constructor(postings: Postings) {
    this.#postings = postings
    this.#slope = lengthSlope(averageLength(postings))
    this.#scores = new Float32Array(postings.size)
    this.#touched = new Uint32Array(postings.size)
    this.#barred = new Uint8Array(postings.size)
  }

  rank(text: string, { limit = 50, among }: RankOptions = {}): readonly Hit[] {
    const query = readTerms(this.#postings, text)
    if (query.terms.length === 0 || limit <= 0) return []
    const few = among !== undefined && among.length <= FEW_CANDIDATES
    const tasks = few ? among : this.#candidates(query, limit, among)
    return bestFirst(this.#scoreEach(query, tasks), limit)
  }

  #candidates(query: Query, limit: number, among: Uint32Array | undefined): Uint32Array {
    if (among === undefined) return this.#readLists(query, limit)
    this.#barred.fill(1)
    for (const task of among) this.#barred[task] = 0
    const candidates = this.#readLists(query, limit)
    this.#barred.fill(0)
    return candidates
  }

  /** Reads the lists rarest first until enough is read, then takes the best tasks seen. */
  #readLists({ terms }: Query, limit: number): Uint32Array {
    let read = 0
    for (const term of terms) {
      const enough = read + term.positions.length > POSITIONS_READ && this.#touchedCount >= limit
      if (enough) break
      this.#accumulate(term)
      read += term.positions.length
    }
    return this.#takeBest(limit * CANDIDATES_PER_HIT)
  }

  #accumulate({ positions, idf }: Term): void {
    const postings = this.#postings
    let next = 0
    for (let from = 0; from < positions.length; from = next) {
      const task = taskAt(postings, positions[from] ?? 0)
      next = passed(positions, from, endOf(postings, task))
      if (this.#barred[task] === 1) continue
      const score = this.#scores[task] ?? 0
      if (score === 0) this.#touched[this.#touchedCount++] = task
      this.#scores[task] = score + idf * this.#impact(task, positions, from, next)
    }
  }

  /** What a term counts in a task, which holds the term's positions `from` to `next`. */
  #impact(task: number, positions: Uint32Array, from: number, next: number): number {
    const title = passed(positions, from, titleEndOf(this.#postings, task)) - from
    const frequency = weigh({ title, whole: next - from })
    return impact(frequency, weighedLength(this.#postings, task), this.#slope)
  }

  /** The best of the touched tasks, ascending. Leaves the working arrays clean. */
  #takeBest(count: number): Uint32Array {
    const best = new BestTasks(count)
    for (const task of this.#touched.subarray(0, this.#touchedCount)) {
      best.offer(task, this.#scores[task] ?? 0)
      this.#scores[task] = 0
    }
    this.#touchedCount = 0
    return Uint32Array.from(best.tasks).sort()
  }

  /** Full scores of a few tasks (ascending), each term looked up in each. */
  #scoreEach({ terms, asked }: Query, tasks: Uint32Array): readonly Hit[] {
    const scores = new Float64Array(tasks.length)
    const found = new Uint16Array(tasks.length)
    for (const { positions, idf } of terms) {
      let from = 0
      for (const [index, task] of tasks.entries()) {
        from = seek(positions, from, startOf(this.#postings, task))
        const next = passed(positions, from, endOf(this.#postings, task))
        if (next === from) continue
        scores[index] = (scores[index] ?? 0) + idf * this.#impact(task, positions, from, next)
        found[index] = (found[index] ?? 0) + 1
      }
    }
    return Array.from(tasks, (task, index) => ({
      task,
      score: scores[index] ?? 0,
      coverage: (found[index] ?? 0) / asked,
    }))
  }
}
