import type { LedgerDocument, Store } from '../../src/core/ports.ts'
import { withDocument } from './with-document.ts'

/** Keeps the ledger as long as the process lives: for one question on the command line, and for tests. */
export function createMemoryStore(): Store {
  let documents: readonly LedgerDocument[] = []
  return {
    documents: async () => documents,
    putDocument: async document => {
      documents = withDocument(documents, document)
    },
  }
}
