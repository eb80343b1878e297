import { seek } from './ascending.ts'
import { endOf, type Postings, taskAt } from './postings.ts'
import { findTerm, type QueryToken, readQuery } from './query.ts'

interface Part {
  readonly at: number
  readonly positions: Uint32Array
}

/** Tokens that together cover the phrase: 产教, 融合, 共同, 同体 for 产教融合共同体, not the pairs between. */
function covering(tokens: readonly QueryToken[]): readonly QueryToken[] {
  let covered = 0
  return tokens.filter(({ at, second }, index) => {
    const nextCovers = tokens[index + 1]?.at === at + 1
    if (at < covered && nextCovers) return false
    covered = at + (second === 0 ? 1 : 2)
    return true
  })
}

/** Nothing when one token occurs in no task. Rarest first. */
function phraseParts(postings: Postings, phrase: string): readonly Part[] {
  const parts: Part[] = []
  for (const token of covering(readQuery(phrase))) {
    const term = findTerm(postings, token)
    if (term === undefined) return []
    parts.push({ at: token.at, positions: term.positions })
  }
  return parts.sort((one, other) => one.positions.length - other.positions.length)
}

/** Adjacent positions prove the phrase, so no text is read again. */
export function tasksContaining(postings: Postings, phrase: string): Uint32Array {
  const [rarest, ...others] = phraseParts(postings, phrase)
  if (rarest === undefined) return new Uint32Array()
  const found: number[] = []
  const cursors = others.map(() => 0)
  let end = 0
  for (const position of rarest.positions) {
    if (position < end || !followsAll(others, cursors, position - rarest.at)) continue
    const task = taskAt(postings, position)
    found.push(task)
    end = endOf(postings, task)
  }
  return Uint32Array.from(found)
}

function followsAll(parts: readonly Part[], cursors: number[], start: number): boolean {
  return parts.every(({ at, positions }, index) => {
    const cursor = seek(positions, cursors[index] ?? 0, start + at)
    cursors[index] = cursor
    return positions[cursor] === start + at
  })
}
