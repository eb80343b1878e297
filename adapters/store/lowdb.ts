import { type Adapter, Low } from 'lowdb'
import type { LedgerDocument, Store } from '../../src/core/ports.ts'
import { createInbox } from './inbox.ts'
import { EMPTY_LEDGER, formatLedger, type LedgerData, parseLedger } from './ledger-file.ts'
import { readIfThere } from './read-if-there.ts'
import { replaceFile } from './replace-file.ts'

/**
 * Keeps the ledger in one JSON file, for one Node process. Throws `LedgerFileError` for a file that it cannot read rightly.
 * A file that does not exist is an empty ledger; it is created by the first write. What chats bring in has a file of its own
 * beside it (`duban.json`, `duban.inbox.jsonl`): a message must not rewrite every document.
 */
export async function createLowdbStore(file: string): Promise<Store> {
  const db = new Low<LedgerData>(durableFile(file), EMPTY_LEDGER)
  await db.read()
  const inTurn = createQueue()

  return {
    documents: async () => db.data.documents,
    putDocument: document => inTurn(() => save(db, document)),
    ...createInbox(inboxFileOf(file)),
  }
}

/** data/duban.json => data/duban.inbox.jsonl */
const inboxFileOf = (file: string): string => `${file.replace(/\.json$/u, '')}.inbox.jsonl`

/** A failed write is taken back from memory too: what the store shows is what it would show after a restart. */
async function save(db: Low<LedgerData>, document: LedgerDocument): Promise<void> {
  const before = db.data
  db.data = { ...before, documents: withDocument(before.documents, document) }
  try {
    await db.write()
  } catch (error) {
    db.data = before
    throw error
  }
}

/** The documents with one more, or with the one of the same document id replaced in its place. */
function withDocument(documents: readonly LedgerDocument[], added: LedgerDocument): readonly LedgerDocument[] {
  const at = documents.findIndex(known => known.parsed.document.id === added.parsed.document.id)
  return at === -1 ? [...documents, added] : documents.with(at, added)
}

function durableFile(file: string): Adapter<LedgerData> {
  return {
    read: async () => {
      const text = await readIfThere(file)
      return text === null ? null : parseLedger(file, text)
    },
    write: data => replaceFile(file, formatLedger(data)),
  }
}

type Job = () => Promise<void>

/** Runs jobs one after another; one that fails does not stop the next. */
function createQueue(): (job: Job) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return job => {
    last = last.then(job, job)
    return last
  }
}
