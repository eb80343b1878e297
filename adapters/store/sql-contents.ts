import { LetterEndSchema } from './chat-schemas.ts'
import { EMPTY_LEDGER, type LedgerData } from './ledger-file.ts'
import { sqlDocuments, writeDocument } from './sql-documents.ts'
import { type SqlDriver, type SqlRow, texts } from './sql-driver.ts'
import { insertWaiting } from './sql-inbox.ts'
import { AcceptedJson, EntryJson, LetterJson, ProposalJson } from './sql-json.ts'
import { insertEntry, insertLetter, insertProposal } from './sql-records.ts'

/** Everything that a database holds, at one moment. */
export async function contentsOf(driver: SqlDriver): Promise<LedgerData> {
  const rows = (sql: string): readonly SqlRow[] => driver.exec(sql)
  const kept = driver.transaction(() => ({
    documents: sqlDocuments(driver).documents(),
    entries: texts(rows('SELECT json FROM entries ORDER BY place'), 'json').map(EntryJson.parse),
    claims: rows('SELECT key, until FROM claims').map(timed('until')),
    waiting: texts(rows('SELECT json FROM waiting ORDER BY place'), 'json').map(AcceptedJson.parse),
    proposals: texts(rows('SELECT json FROM proposals ORDER BY place'), 'json').map(ProposalJson.parse),
    letters: texts(rows('SELECT json FROM letters WHERE ending IS NULL ORDER BY place'), 'json').map(LetterJson.parse),
    attempts: rows(
      'SELECT key, first_attempt, attempted_until FROM letters WHERE ending IS NULL AND first_attempt IS NOT NULL ORDER BY place',
    ).map(row => [String(row['key']), Number(row['first_attempt']), Number(row['attempted_until'])] as const),
    ended: rows('SELECT key, ending FROM letters WHERE ending IS NOT NULL ORDER BY place').map(
      row => [String(row['key']), LetterEndSchema.parse(row['ending'])] as const,
    ),
  }))
  return { ...EMPTY_LEDGER, ...kept, documents: await kept.documents }
}

const timed = (column: string) => (row: SqlRow) => [String(row['key']), Number(row[column])] as const

/** Writes what another store held into an empty database: all of it or nothing. */
export function fill(
  driver: SqlDriver,
  { documents, entries, proposals, waiting, claims, ...ledger }: LedgerData,
): void {
  driver.transaction(() => {
    for (const document of documents) writeDocument(driver, document)
    for (const entry of entries) insertEntry(driver, entry)
    for (const proposal of proposals) insertProposal(driver, proposal)
    for (const received of waiting) insertWaiting(driver, received)
    for (const [key, until] of claims) driver.exec('INSERT INTO claims (key, until) VALUES (?, ?)', key, until)
    fillLetters(driver, ledger)
  })
}

function fillLetters(
  driver: SqlDriver,
  { letters, attempts, ended }: Pick<LedgerData, 'letters' | 'attempts' | 'ended'>,
): void {
  for (const letter of letters) insertLetter(driver, letter)
  for (const [key, first, until] of attempts) {
    driver.exec('UPDATE letters SET first_attempt = ?, attempted_until = ? WHERE key = ?', first, until, key)
  }
  for (const [key, end] of ended) driver.exec('INSERT INTO letters (key, ending) VALUES (?, ?)', key, end)
}
