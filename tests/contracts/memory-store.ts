import type { Accepted, LedgerDocument, Store, Term } from '../../src/core/ports.ts'

/** The simplest store that keeps the contract, for tests of what uses one. */
export function createMemoryStore(): Store {
  const documents = new Map<string, LedgerDocument>()
  const claims = new Map<string, number>()
  const waiting = new Map<string, Accepted>()

  function claim(key: string, { now, forMs }: Term): boolean {
    if (waiting.has(key) || (claims.get(key) ?? 0) > now.getTime()) return false
    claims.set(key, now.getTime() + forMs)
    return true
  }

  return {
    documents: async () => [...documents.values()],
    putDocument: async document => {
      documents.set(document.parsed.document.id, document)
    },
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
  }
}
