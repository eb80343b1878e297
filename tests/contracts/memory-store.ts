import type { Accepted, LedgerDocument, Letter, Store, Term } from '../../src/core/ports.ts'
import { type Entry, type Proposal, subjectOf } from '../../src/core/progress/entry.ts'

/** The simplest store that keeps the contract, for tests of what uses one. */
export function createMemoryStore(): Store {
  return { ...documentVerbs(), ...inboxVerbs(), ...proposalVerbs(), ...recordVerbs() }
}

function documentVerbs() {
  const documents = new Map<string, LedgerDocument>()
  return {
    documents: async () => [...documents.values()],
    putDocument: async document => {
      documents.set(document.parsed.document.id, document)
    },
  } satisfies Partial<Store>
}

function inboxVerbs() {
  const claims = new Map<string, number>()
  const waiting = new Map<string, Accepted>()

  function claim(key: string, { now, forMs }: Term): boolean {
    if (waiting.has(key) || (claims.get(key) ?? 0) > now.getTime()) return false
    claims.set(key, now.getTime() + forMs)
    return true
  }

  return {
    claimOnce: async (key, term) => claim(key, term),
    accept: async (received, term) => {
      const fresh = claim(received.id, term)
      if (fresh) waiting.set(received.id, received)
      return fresh
    },
    settle: async id => {
      waiting.delete(id)
    },
    unsettled: async () => [...waiting.values()],
  } satisfies Partial<Store>
}

function proposalVerbs() {
  const proposals = new Map<string, Proposal>()
  return {
    propose: async proposal => {
      proposals.set(proposal.id, proposal)
    },
    proposals: async ({ chat, person }, now) =>
      [...proposals.values()].filter(
        ({ speaker, until }) => speaker.chat === chat && speaker.person === person && until > now.getTime(),
      ),
    dropProposal: async id => {
      proposals.delete(id)
    },
  } satisfies Partial<Store>
}

function recordVerbs() {
  const entries: Entry[] = []
  const posted = new Set<string>()
  const letters = new Map<string, Letter>()
  const attempts = new Map<string, { readonly first: number; readonly until: number }>()

  function post(added: readonly Letter[]): readonly string[] {
    const fresh = added.filter(({ key }) => !posted.has(key) && posted.add(key))
    for (const letter of fresh) letters.set(letter.key, letter)
    return fresh.map(({ key }) => key)
  }

  return {
    append: async (added, { seen, letters: posting = [] }) => {
      if (added.some(({ id }) => entries.some(known => known.id === id))) return 'known'
      const subjects = new Set(added.map(subjectOf))
      if (entries.slice(seen).some(entry => subjects.has(subjectOf(entry)))) return 'outdated'
      entries.push(...added)
      post(posting)
      return 'appended'
    },
    entries: async seen => entries.slice(seen),
    post: async added => post(added),
    letters: async () => [...letters.values()].sort((one, other) => one.notBefore - other.notBefore),
    attempt: async (key, { now, forMs }) => {
      const begun = attempts.get(key)
      if (!letters.has(key) || (begun && begun.until > now.getTime())) return null
      const first = begun?.first ?? now.getTime()
      attempts.set(key, { first, until: now.getTime() + forMs })
      return first
    },
    giveBack: async key => {
      attempts.delete(key)
    },
    settleLetter: async key => letters.delete(key),
  } satisfies Partial<Store>
}
