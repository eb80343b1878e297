import { parseDocument } from '../core/document/parse-document.ts'
import type { Level, UnitEntry } from '../core/model.ts'
import type { LedgerDocument, Store } from '../core/ports.ts'
import { createLedger, type Ledger, type ReadDocument } from '../core/search/ledger.ts'
import { digestOf } from './digest.ts'

/** A document's file: its name and its text as published. */
export interface DocumentFile {
  readonly fileName: string
  readonly text: string
}

export interface LedgerSources {
  readonly documents: readonly DocumentFile[]
  /** Documents that were read when the program was put together. */
  readonly prepared?: readonly ReadDocument[]
  /** Documents imported before, with their key terms; none: only the files are read. */
  readonly store?: Store
  readonly units: readonly UnitEntry[]
  /** Key terms worked out beforehand for known texts: digest of the text, then task id. */
  readonly keyTerms?: KeyTermsByDigest
}

/** What an import with a dictionary found in texts that come with the project, so that every machine answers alike. */
export type KeyTermsByDigest = Readonly<Record<string, LedgerDocument['keyTerms']>>

/** The ledger of the files and of the documents imported before; of one document id, the import stands. */
export async function openLedger({
  documents,
  prepared = [],
  store,
  units,
  keyTerms = {},
}: LedgerSources): Promise<Ledger> {
  const imported = (await store?.documents()) ?? []
  const known = new Set(imported.map(({ parsed }) => parsed.document.id))
  const read = await Promise.all(documents.map(file => readFile(file, keyTerms)))
  const files = [...prepared, ...read].filter(({ parsed }) => !known.has(parsed.document.id))
  return createLedger([...files, ...imported].sort(byRank), units)
}

const RANK: Readonly<Record<Level, number>> = { national: 0, province: 1, city: 2, county: 3 }

/** From the State Council down to the county, the older first; a document without a date comes last in its level. */
function byRank({ parsed: { document: a } }: ReadDocument, { parsed: { document: b } }: ReadDocument): number {
  return RANK[a.level] - RANK[b.level] || inOrder(a.issuedOn ?? '9999', b.issuedOn ?? '9999') || inOrder(a.id, b.id)
}

/** By code unit: a comparison by language would load its tables at every cold start. */
function inOrder(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

async function readFile({ fileName, text }: DocumentFile, known: KeyTermsByDigest): Promise<ReadDocument> {
  return { text, parsed: parseDocument(text, { fileName }), keyTerms: known[await digestOf(text)] ?? {} }
}
