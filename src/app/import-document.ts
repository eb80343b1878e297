import { parseDocument } from '../core/document/parse-document.ts'
import type { Task } from '../core/model.ts'
import type { LedgerDocument, Segmenter, Store } from '../core/ports.ts'
import { keyTermsOf, wordStatistics } from '../core/search/key-terms.ts'
import { digestOf } from './digest.ts'
import type { DocumentFile } from './open-ledger.ts'

export interface ImportOptions {
  readonly store: Store
  /** Opens a segmenter that keeps the given words whole; null where none can run, and the rules alone must do. */
  readonly openSegmenter: (userWords: readonly string[]) => Promise<Segmenter | null>
  readonly allowClassified?: boolean
}

/** Reads a document, works out its key terms and adds it to the ledger. Throws `ClassifiedDocumentError`. */
export async function importDocument(
  { fileName, text }: DocumentFile,
  options: ImportOptions,
): Promise<LedgerDocument> {
  const parsed = parseDocument(text, { fileName, allowClassified: options.allowClassified === true })
  const segmenter = await options.openSegmenter(userWords(parsed.tasks))
  const document = { digest: await digestOf(text), text, parsed, keyTerms: keyTermsOfTasks(parsed.tasks, segmenter) }
  await options.store.putDocument(document)
  return document
}

/** Names of units and what the document itself marks as names: a dictionary does not know them. */
function userWords(tasks: readonly Task[]): readonly string[] {
  const units = tasks.flatMap(task => [...task.leadUnits, ...task.supportingUnits, ...task.responsibleUnits])
  return [...new Set([...units, ...tasks.flatMap(task => keyTermsOf(task, null))])]
}

/** Key terms of a document's tasks by task id; without a segmenter those the rules find. */
function keyTermsOfTasks(
  tasks: readonly Task[],
  segmenter: Segmenter | null,
): Readonly<Record<string, readonly string[]>> {
  if (!segmenter) return Object.fromEntries(tasks.map(task => [task.id, keyTermsOf(task, null)]))
  const words = tasks.map(({ title, body }) => segmenter(`${title}。${body}`))
  const statistics = wordStatistics(words)
  return Object.fromEntries(tasks.map((task, i) => [task.id, keyTermsOf(task, { words: words[i] ?? [], statistics })]))
}
