import type { ParsedDocument } from './model.ts'

/** Cuts a text into words. Used at import only: a question never waits for a dictionary. */
export type Segmenter = (text: string) => readonly string[]

/** The wall clock. Core never sees it; the app passes `today` down as a date. */
export interface Clock {
  now(): Date
}

/** A document in the ledger with what was worked out when it was imported. */
export interface LedgerDocument {
  /** SHA-256 of the original text, hex: the same text is never imported twice. */
  readonly digest: string
  /** The original text, which every span points into. */
  readonly text: string
  readonly parsed: ParsedDocument
  /** 关键词 of each task, by task id: programme names, units, key words. */
  readonly keyTerms: Readonly<Record<string, readonly string[]>>
}

/** What the organisation keeps. Later features add verbs of the domain, never a generic get and set. */
export interface Store {
  /** Documents imported into this ledger, in order of import. */
  documents(): Promise<readonly LedgerDocument[]>
  /** Adds a document, or replaces the one with its document id. Resolves once it is durable. */
  putDocument(document: LedgerDocument): Promise<void>
}
