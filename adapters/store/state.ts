import type { Accepted, LedgerDocument, Letter, LetterEnd } from '../../src/core/ports.ts'
import { type Entry, type Proposal, subjectOf } from '../../src/core/progress/entry.ts'
import type { LedgerData } from './ledger-file.ts'
import type { StoreRecord } from './record.ts'

/** A delivery that was begun: `first` of which nobody knows how it ended, and `until` when somebody is at it. */
export interface Attempt {
  readonly first: number
  readonly until: number
}

/** What the records add up to. */
export interface StoreState {
  /** In order of import; replaced as a whole, so that a list that was handed out stays as it was. */
  documents: readonly LedgerDocument[]
  readonly entries: Entry[]
  readonly entryIds: Set<string>
  /** How many entries there were when the last one about a subject had been added. */
  readonly lastAbout: Map<string, number>
  /** Keys with the time until which they are taken. */
  readonly claims: Map<string, number>
  /** What was accepted and not settled, by id, in order. */
  readonly waiting: Map<string, Accepted>
  readonly proposals: Map<string, Proposal>
  /** Letters that wait, by key, in the order they were posted. */
  readonly letters: Map<string, Letter>
  /** Deliveries that were begun of letters that wait, by key. */
  readonly attempts: Map<string, Attempt>
  /** How the letters that wait no more ended, by key: none of them is posted again. */
  readonly ended: Map<string, LetterEnd>
  /** The latest time that a caller named, epoch milliseconds: what ran out before it may be forgotten. */
  latest: number
}

/** Brings the state up to date with a record that was written. */
export function apply(state: StoreState, record: StoreRecord): void {
  switch (record.kind) {
    case 'document':
      state.documents = withDocument(state.documents, record.document)
      return
    case 'claim':
      state.claims.set(record.key, record.until)
      return
    case 'accept':
      state.claims.set(record.received.id, record.until)
      state.waiting.set(record.received.id, record.received)
      return
    case 'settle':
      state.waiting.delete(record.id)
      return
    case 'entry':
      addEntry(state, record.entry)
      return
    case 'proposal':
      state.proposals.set(record.proposal.id, record.proposal)
      return
    case 'proposal-end':
      state.proposals.delete(record.id)
      return
    case 'letter':
      state.letters.set(record.letter.key, record.letter)
      return
    case 'attempt':
      state.attempts.set(record.key, { first: record.first, until: record.until })
      return
    case 'give-back':
      state.attempts.delete(record.key)
      return
    case 'letter-end':
      state.letters.delete(record.key)
      state.attempts.delete(record.key)
      state.ended.set(record.key, record.end)
      return
    default:
      record satisfies never
  }
}

/** The documents with one more, or with the one of the same document id replaced in its place. */
function withDocument(documents: readonly LedgerDocument[], added: LedgerDocument): readonly LedgerDocument[] {
  const at = documents.findIndex(known => known.parsed.document.id === added.parsed.document.id)
  return at === -1 ? [...documents, added] : documents.with(at, added)
}

function addEntry({ entries, entryIds, lastAbout }: StoreState, entry: Entry): void {
  entries.push(entry)
  entryIds.add(entry.id)
  lastAbout.set(subjectOf(entry), entries.length)
}

/** Drops claims and proposals that have run out, which nobody can see any more. Everything else stays. */
function forget({ claims, proposals, latest }: StoreState): void {
  for (const [key, until] of claims) if (until <= latest) claims.delete(key)
  for (const [id, proposal] of proposals) if (proposal.until <= latest) proposals.delete(id)
}

/** The state as the ledger file keeps it. It does not change any more when the state does. */
export function dataOf(state: StoreState, position: number): LedgerData {
  forget(state)
  return {
    position,
    documents: state.documents,
    entries: [...state.entries],
    claims: [...state.claims],
    waiting: [...state.waiting.values()],
    proposals: [...state.proposals.values()],
    letters: [...state.letters.values()],
    attempts: Array.from(state.attempts, ([key, { first, until }]) => [key, first, until]),
    ended: [...state.ended],
  }
}

/** The state that a ledger file has kept. */
export function stateOf({
  documents,
  entries,
  claims,
  waiting,
  proposals,
  letters,
  attempts,
  ended,
}: LedgerData): StoreState {
  const state: StoreState = {
    documents,
    entries: [],
    entryIds: new Set(),
    lastAbout: new Map(),
    claims: new Map(claims),
    waiting: new Map(waiting.map(received => [received.id, received])),
    proposals: new Map(proposals.map(proposal => [proposal.id, proposal])),
    letters: new Map(letters.map(letter => [letter.key, letter])),
    attempts: new Map(attempts.map(([key, first, until]) => [key, { first, until }])),
    ended: new Map(ended),
    latest: Number.NEGATIVE_INFINITY,
  }
  for (const entry of entries) addEntry(state, entry)
  return state
}
