import { endOf, type Postings, taskAt } from './postings.ts'
import { walkTokens } from './tokens.ts'

/** A token of a query and where it stands in it. */
export interface QueryToken {
  readonly at: number
  /** The token's own words, which tell it from the others. */
  readonly text: string
  readonly first: number
  /** 0 for a character standing alone. */
  readonly second: number
  readonly isWord: boolean
}

/** The tokens of a query. The last character of a longer run is part of its pair and gets no token of its own. */
export function readQuery(query: string): readonly QueryToken[] {
  const tokens: QueryToken[] = []
  let pairBefore = Number.NEGATIVE_INFINITY
  walkTokens(query, {
    pair: (at, first, second) => {
      if (second === 0 && pairBefore === at - 1) return
      const text = second === 0 ? String.fromCharCode(first) : String.fromCharCode(first, second)
      tokens.push({ at, text, first, second, isWord: false })
      if (second !== 0) pairBefore = at
    },
    word: (at, word) => tokens.push({ at, text: word, first: 0, second: 0, isWord: true }),
  })
  return tokens
}

/** Where a token stands and in how many tasks. */
export interface TermPostings {
  readonly positions: Uint32Array
  readonly taskCount: number
}

function postingsOf(postings: Postings, token: number): TermPostings {
  const { positions, offsets, taskCounts } = postings
  return { positions: positions.subarray(offsets[token], offsets[token + 1]), taskCount: taskCounts[token] ?? 0 }
}

function countTasks(postings: Postings, positions: Uint32Array): number {
  let count = 0
  let end = 0
  for (const position of positions) {
    if (position < end) continue
    count++
    end = endOf(postings, taskAt(postings, position))
  }
  return count
}

/** A character alone stands wherever a pair starts with it or a run ends with it. */
function characterPostings(postings: Postings, character: number): TermPostings | undefined {
  const lists = postings.vocabulary.startingWith(character).map(token => postingsOf(postings, token).positions)
  if (lists.length === 0) return undefined
  const positions = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0))
  let length = 0
  for (const list of lists) {
    positions.set(list, length)
    length += list.length
  }
  positions.sort()
  return { positions, taskCount: countTasks(postings, positions) }
}

/** Nothing when the token occurs in no task. */
export function findTerm(postings: Postings, { first, second, isWord, text }: QueryToken): TermPostings | undefined {
  const { vocabulary } = postings
  if (!isWord && second === 0) return characterPostings(postings, first)
  const token = isWord ? vocabulary.findWord(text) : vocabulary.findPair(first, second)
  return token < 0 ? undefined : postingsOf(postings, token)
}
