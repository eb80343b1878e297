import type { Ledger } from '../search/ledger.ts'
import { understand } from './understand.ts'

/** Ids of the documents that some words name: by number, by a part of it (5号文), else by words of the title. */
export function documentsCalled(
  words: string,
  { ledger, today }: { ledger: Ledger; today: string },
): readonly string[] {
  const { documents } = understand(words, { ledger, today, hasProgress: false, speaker: null })
  if (documents.length > 0) return documents
  return ledger.documents.flatMap(({ document: { id, title } }) => (title.includes(words) ? [id] : []))
}
