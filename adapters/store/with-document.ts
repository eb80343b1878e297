import type { LedgerDocument } from '../../src/core/ports.ts'

/** The documents with one more, or with the one of the same document id replaced in its place. */
export function withDocument(documents: readonly LedgerDocument[], added: LedgerDocument): readonly LedgerDocument[] {
  const at = documents.findIndex(known => known.parsed.document.id === added.parsed.document.id)
  return at === -1 ? [...documents, added] : documents.with(at, added)
}
