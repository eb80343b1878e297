import { parseDocument } from '../core/document/parse-document.ts'
import type { UnitEntry } from '../core/model.ts'
import type { LedgerDocument, Store } from '../core/ports.ts'
import { createLedger, type Ledger } from '../core/search/ledger.ts'

/** A document's file: its name and its text as published. */
export interface DocumentFile {
  readonly fileName: string
  readonly text: string
}

export interface LedgerSources {
  readonly documents: readonly DocumentFile[]
  /** Documents imported before, with their key terms; none: only the files are read. */
  readonly store?: Store
  readonly units: readonly UnitEntry[]
}

/** The ledger of the files and of the documents imported before; of one document id, the import stands. */
export async function openLedger({ documents, store, units }: LedgerSources): Promise<Ledger> {
  const imported = (await store?.documents()) ?? []
  const known = new Set(imported.map(({ parsed }) => parsed.document.id))
  const files = documents.map(read).filter(({ parsed }) => !known.has(parsed.document.id))
  return createLedger([...files, ...imported], units)
}

function read({ fileName, text }: DocumentFile): Omit<LedgerDocument, 'digest'> {
  return { text, parsed: parseDocument(text, { fileName }), keyTerms: {} }
}
