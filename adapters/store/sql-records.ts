import type { Appended, Letter, Store } from '../../src/core/ports.ts'
import { type Entry, type Proposal, subjectOf } from '../../src/core/progress/entry.ts'
import { type SqlDriver, texts } from './sql-driver.ts'
import { EntryJson, LetterJson, ProposalJson } from './sql-json.ts'

type RecordVerbs = Pick<
  Store,
  | 'append'
  | 'entries'
  | 'propose'
  | 'proposals'
  | 'dropProposal'
  | 'post'
  | 'letters'
  | 'attempt'
  | 'giveBack'
  | 'settleLetter'
>

/** What people did, what they are asked to confirm, and the letters that wait for delivery. */
export function sqlRecords(driver: SqlDriver): RecordVerbs {
  return {
    append: async (entries, { seen, letters = [] }) =>
      driver.transaction(() => append(driver, entries, { seen, letters })),
    // Entries are never deleted: their places are 1, 2, 3, …
    entries: async seen =>
      texts(driver.exec('SELECT json FROM entries WHERE place > ? ORDER BY place', seen), 'json').map(EntryJson.parse),
    propose: async proposal => insertProposal(driver, proposal),
    proposals: async ({ chat, person }, now) => {
      driver.exec('DELETE FROM proposals WHERE until <= ?', now.getTime())
      const rows = driver.exec('SELECT json FROM proposals WHERE chat = ? AND person = ? ORDER BY place', chat, person)
      return texts(rows, 'json').map(ProposalJson.parse)
    },
    dropProposal: async id => {
      driver.exec('DELETE FROM proposals WHERE id = ?', id)
    },
    post: async letters => driver.transaction(() => post(driver, letters)),
    letters: async () => {
      const rows = driver.exec('SELECT json FROM letters WHERE ending IS NULL ORDER BY not_before, place')
      return texts(rows, 'json').map(LetterJson.parse)
    },
    attempt: async (key, { now, forMs }) => {
      const at = now.getTime()
      const [row] = driver.exec(
        `UPDATE letters SET first_attempt = coalesce(first_attempt, ?), attempted_until = ?
         WHERE key = ? AND ending IS NULL AND coalesce(attempted_until, 0) <= ? RETURNING first_attempt`,
        at,
        at + forMs,
        key,
        at,
      )
      return row === undefined ? null : Number(row['first_attempt'])
    },
    giveBack: async key => {
      driver.exec('UPDATE letters SET first_attempt = NULL, attempted_until = NULL WHERE key = ?', key)
    },
    settleLetter: async (key, end) =>
      driver.exec('UPDATE letters SET ending = ?, json = NULL WHERE key = ? AND ending IS NULL RETURNING key', end, key)
        .length > 0,
  }
}

interface Appending {
  readonly seen: number
  readonly letters: readonly Letter[]
}

function append(driver: SqlDriver, entries: readonly Entry[], { seen, letters }: Appending): Appended {
  if (entries.some(({ id }) => isKnown(driver, id))) return 'known'
  if (entries.some(entry => isAnyAfter(driver, subjectOf(entry), seen))) return 'outdated'
  for (const entry of entries) insertEntry(driver, entry)
  post(driver, letters)
  return 'appended'
}

const isKnown = (driver: SqlDriver, id: string): boolean =>
  driver.exec('SELECT 1 FROM entries WHERE id = ?', id).length > 0

const isAnyAfter = (driver: SqlDriver, subject: string, seen: number): boolean =>
  driver.exec('SELECT 1 FROM entries WHERE subject = ? AND place > ? LIMIT 1', subject, seen).length > 0

const post = (driver: SqlDriver, letters: readonly Letter[]): readonly string[] =>
  letters.flatMap(letter => insertLetter(driver, letter))

/** The key, where it was never posted. */
export function insertLetter(driver: SqlDriver, letter: Letter): readonly string[] {
  const taken = driver.exec(
    'INSERT INTO letters (key, not_before, json) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING key',
    letter.key,
    letter.notBefore,
    LetterJson.format(letter),
  )
  return texts(taken, 'key')
}

export function insertEntry(driver: SqlDriver, entry: Entry): void {
  driver.exec(
    'INSERT INTO entries (id, subject, json) VALUES (?, ?, ?)',
    entry.id,
    subjectOf(entry),
    EntryJson.format(entry),
  )
}

export function insertProposal(driver: SqlDriver, proposal: Proposal): void {
  const { chat, person } = proposal.speaker
  driver.exec(
    'INSERT OR REPLACE INTO proposals (id, chat, person, until, json) VALUES (?, ?, ?, ?, ?)',
    proposal.id,
    chat,
    person,
    proposal.until,
    ProposalJson.format(proposal),
  )
}
