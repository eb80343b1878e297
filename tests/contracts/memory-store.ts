import type { LedgerDocument, Store } from '../../src/core/ports.ts'

/** The simplest store that keeps the contract, for tests of what uses one. */
export function createMemoryStore(): Store {
  const documents = new Map<string, LedgerDocument>()
  return {
    documents: async () => [...documents.values()],
    putDocument: async document => {
      documents.set(document.parsed.document.id, document)
    },
  }
}
