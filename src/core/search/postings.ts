import type { TaskText } from './task-index.ts'
import { type TokenVisitor, walkTokens } from './tokens.ts'
import { Vocabulary } from './vocabulary.ts'

/** Positions per entry of the table that finds the task of a position. */
const BLOCK_BITS = 7

/** Where every token of every task stands: all tasks laid out one after another on one line of positions. */
export interface Postings {
  readonly size: number
  readonly vocabulary: Vocabulary
  /** Positions of all tokens, grouped by token, ascending within it. */
  readonly positions: Uint32Array
  /** Where a token's positions begin in `positions`; one more entry than tokens. */
  readonly offsets: Uint32Array
  /** Number of tasks each token occurs in. */
  readonly taskCounts: Uint32Array
  /** First position of each task and the position after its title, in turns: read together, they lie together. */
  readonly bounds: Uint32Array
  /** The task at the first position of each block. */
  readonly blocks: Uint32Array
}

export function startOf({ bounds }: Postings, task: number): number {
  return bounds[2 * task] ?? 0
}

export function titleEndOf({ bounds }: Postings, task: number): number {
  return bounds[2 * task + 1] ?? 0
}

export function endOf({ bounds }: Postings, task: number): number {
  return bounds[2 * task + 2] ?? 0
}

/** The task whose text holds a position. */
export function taskAt({ blocks, bounds }: Postings, position: number): number {
  let task = blocks[position >>> BLOCK_BITS] ?? 0
  while ((bounds[2 * task + 2] ?? 0) <= position) task++
  return task
}

interface Count {
  readonly occurrences: number[]
  readonly tasks: number[]
  readonly bounds: Uint32Array
}

/** First pass: how often each token occurs, in how many tasks, and where each task begins. */
function countTokens(tasks: readonly TaskText[], vocabulary: Vocabulary): Count {
  const occurrences: number[] = []
  const inTasks: number[] = []
  const lastTask: number[] = []
  const bounds = new Uint32Array(2 * tasks.length + 1)
  let current = 0
  const count = (token: number): void => {
    occurrences[token] = (occurrences[token] ?? 0) + 1
    if (lastTask[token] === current) return
    lastTask[token] = current
    inTasks[token] = (inTasks[token] ?? 0) + 1
  }
  const visitor: TokenVisitor = {
    pair: (_at, first, second) => count(vocabulary.internPair(first, second)),
    word: (_at, word) => count(vocabulary.internWord(word)),
  }
  let position = 0
  for (const [task, { title, body }] of tasks.entries()) {
    current = task
    const titleEnd = position + walkTokens(title, visitor)
    bounds[2 * task] = position
    bounds[2 * task + 1] = titleEnd
    // One free position after the title and one after the body: no phrase runs across.
    position = titleEnd + 1 + walkTokens(body, visitor) + 1
  }
  bounds[2 * tasks.length] = position
  return { occurrences, tasks: inTasks, bounds }
}

function runningSum(counts: readonly number[]): Uint32Array {
  const sums = new Uint32Array(counts.length + 1)
  let sum = 0
  for (const [index, count] of counts.entries()) {
    sum += count
    sums[index + 1] = sum
  }
  return sums
}

/** Second pass: the position of every token, written to its place. */
function placeTokens(
  tasks: readonly TaskText[],
  vocabulary: Vocabulary,
  { offsets, bounds }: Pick<Postings, 'offsets' | 'bounds'>,
): Uint32Array {
  const positions = new Uint32Array(offsets.at(-1) ?? 0)
  const next = offsets.slice()
  let base = 0
  const place = (token: number, at: number): void => {
    const slot = next[token] ?? 0
    positions[slot] = base + at
    next[token] = slot + 1
  }
  const visitor: TokenVisitor = {
    pair: (at, first, second) => place(vocabulary.findPair(first, second), at),
    word: (at, word) => place(vocabulary.findWord(word), at),
  }
  for (const [task, { title, body }] of tasks.entries()) {
    base = bounds[2 * task] ?? 0
    walkTokens(title, visitor)
    base = (bounds[2 * task + 1] ?? 0) + 1
    walkTokens(body, visitor)
  }
  return positions
}

function blockTable(bounds: Uint32Array): Uint32Array {
  const blocks = new Uint32Array(((bounds.at(-1) ?? 0) >>> BLOCK_BITS) + 1)
  let task = 0
  for (let block = 0; block < blocks.length; block++) {
    while ((bounds[2 * task + 2] ?? Number.POSITIVE_INFINITY) <= block << BLOCK_BITS) task++
    blocks[block] = task
  }
  return blocks
}

/** Reads every task twice, so that nothing is kept meanwhile but the counts. */
export function buildPostings(tasks: readonly TaskText[]): Postings {
  const vocabulary = new Vocabulary()
  const { occurrences, tasks: inTasks, bounds } = countTokens(tasks, vocabulary)
  const offsets = runningSum(occurrences)
  const positions = placeTokens(tasks, vocabulary, { offsets, bounds })
  const taskCounts = Uint32Array.from(inTasks)
  const blocks = blockTable(bounds)
  return { size: tasks.length, vocabulary, positions, offsets, taskCounts, bounds, blocks }
}
