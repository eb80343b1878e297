import type { Accepted, Appended, LedgerDocument, Letter, LetterEnd, Term } from '../../src/core/ports.ts'
import { type Entry, type Proposal, subjectOf } from '../../src/core/progress/entry.ts'
import type { StoreRecord } from './record.ts'
import type { StoreState } from './state.ts'

/** What a verb asks for: a decision about the state as it is when its turn comes. */
export interface Change<Result> {
  /** What it looks at and changes. Of two changes that touch the same the later is decided when the earlier is durable. */
  readonly touches: readonly string[]
  readonly decide: (state: StoreState) => Decision<Result>
}

/** What to write, all of it or nothing, and what to answer then. */
export interface Decision<Result> {
  readonly records: readonly StoreRecord[]
  readonly result: Result
}

export const put = (document: LedgerDocument): Change<void> => ({
  touches: [`document ${document.parsed.document.id}`],
  decide: () => ({ records: [{ kind: 'document', document }], result: undefined }),
})

export const claim = (key: string, { now, forMs }: Term): Change<boolean> =>
  take(key, now, { kind: 'claim', key, until: now.getTime() + forMs })

export const accept = (received: Accepted, { now, forMs }: Term): Change<boolean> =>
  take(received.id, now, { kind: 'accept', received, until: now.getTime() + forMs })

const take = (key: string, now: Date, record: StoreRecord): Change<boolean> => ({
  touches: [`claim ${key}`],
  decide({ claims, waiting }) {
    const isTaken = waiting.has(key) || (claims.get(key) ?? Number.NEGATIVE_INFINITY) > now.getTime()
    return { records: isTaken ? [] : [record], result: !isTaken }
  },
})

export const settle = (id: string): Change<void> => ({
  touches: [`claim ${id}`],
  decide: ({ waiting }) => ({ records: waiting.has(id) ? [{ kind: 'settle', id }] : [], result: undefined }),
})

export function append(
  entries: readonly Entry[],
  { seen, letters = [] }: { readonly seen: number; readonly letters?: readonly Letter[] },
): Change<Appended> {
  const subjects = entries.map(subjectOf)
  return {
    touches: [...entries.map(({ id }) => `entry ${id}`), ...subjects, ...letters.map(touchedBy)],
    decide(state) {
      if (entries.some(({ id }) => state.entryIds.has(id))) return { records: [], result: 'known' }
      const isOutdated = subjects.some(subject => (state.lastAbout.get(subject) ?? 0) > seen)
      if (isOutdated) return { records: [], result: 'outdated' }
      const added = entries.map(entry => ({ kind: 'entry' as const, entry }))
      return { records: [...added, ...posted(state, letters)], result: 'appended' }
    },
  }
}

export const propose = (proposal: Proposal): Change<void> => ({
  touches: [`proposal ${proposal.id}`],
  decide: () => ({ records: [{ kind: 'proposal', proposal }], result: undefined }),
})

export const dropProposal = (id: string): Change<void> => ({
  touches: [`proposal ${id}`],
  decide: ({ proposals }) => ({ records: proposals.has(id) ? [{ kind: 'proposal-end', id }] : [], result: undefined }),
})

export const post = (letters: readonly Letter[]): Change<readonly string[]> => ({
  touches: letters.map(touchedBy),
  decide(state) {
    const records = posted(state, letters)
    return { records, result: records.map(({ letter }) => letter.key) }
  },
})

export const attempt = (key: string, { now, forMs }: Term): Change<number | null> => ({
  touches: [touchedBy({ key })],
  decide({ letters, attempts }) {
    const at = now.getTime()
    const begun = attempts.get(key)
    if (!letters.has(key) || (begun !== undefined && begun.until > at)) return { records: [], result: null }
    const first = begun?.first ?? at
    return { records: [{ kind: 'attempt', key, first, until: at + forMs }], result: first }
  },
})

export const giveBack = (key: string): Change<void> => ({
  touches: [touchedBy({ key })],
  decide: ({ attempts }) => ({ records: attempts.has(key) ? [{ kind: 'give-back', key }] : [], result: undefined }),
})

export const settleLetter = (key: string, end: LetterEnd): Change<boolean> => ({
  touches: [touchedBy({ key })],
  decide({ letters }) {
    const waits = letters.has(key)
    return { records: waits ? [{ kind: 'letter-end', key, end }] : [], result: waits }
  },
})

const touchedBy = ({ key }: Pick<Letter, 'key'>): string => `letter ${key}`

/** Those whose keys were never posted; of several with one key, the first. */
function posted({ letters: waiting, ended }: StoreState, letters: readonly Letter[]) {
  const fresh = new Map<string, Letter>()
  for (const letter of letters) {
    const isKnown = waiting.has(letter.key) || ended.has(letter.key) || fresh.has(letter.key)
    if (!isKnown) fresh.set(letter.key, letter)
  }
  return Array.from(fresh.values(), letter => ({ kind: 'letter' as const, letter }))
}
