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
export function tasksContaining(postings: Postings, phrase: string, most = Number.POSITIVE_INFINITY): Uint32Array {
  const [rarest, ...others] = phraseParts(postings, phrase)
  if (rarest === undefined) return new Uint32Array()
  const tasks = new Uint32Array(Math.min(rarest.positions.length, postings.size, most))
  const cursors = new Uint32Array(others.length)
  let found = 0
  let end = 0
  for (let index = 0; index < rarest.positions.length && found < tasks.length; index++) {
    const position = rarest.positions[index] ?? 0
    if (position < end || !followsAll(others, cursors, position - rarest.at)) continue
    const task = taskAt(postings, position)
    tasks[found++] = task
    end = endOf(postings, task)
  }
  return tasks.slice(0, found)
}

function followsAll(parts: readonly Part[], cursors: Uint32Array, start: number): boolean {
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]
    if (part === undefined) continue
    const cursor = seek(part.positions, cursors[index] ?? 0, start + part.at)
    cursors[index] = cursor
    if (part.positions[cursor] !== start + part.at) return false
  }
  return true
}
