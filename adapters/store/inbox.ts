import { open } from 'node:fs/promises'
import type { Store } from '../../src/core/ports.ts'
import { createGroupCommit } from './group-commit.ts'
import { formatBatch, INBOX_HEAD, parseInbox } from './inbox-file.ts'
import { admitted, apply, condensed, type InboxRecord, type InboxRequest, type InboxState } from './inbox-state.ts'
import { readIfThere } from './read-if-there.ts'
import { replaceFile } from './replace-file.ts'

/** The part of a Store that chats need. */
type InboxVerbs = Pick<Store, 'claimOnce' | 'accept' | 'settle' | 'unsettled'>

/**
 * A journal, for one Node process: each change is a line at the end, on the disk before it counts, and what comes in
 * together shares a write. It is read by the first verb, so that a program that only imports documents leaves it alone.
 */
export function createInbox(file: string): InboxVerbs {
  let opened: Promise<OpenInbox> | undefined
  const inbox = () => {
    opened ??= openInbox(file)
    return opened
  }
  const request = async (record: InboxRecord, at: number) => (await inbox()).request({ record, at })

  return {
    claimOnce: (key, { now, forMs }) => request({ kind: 'claim', key, until: now.getTime() + forMs }, now.getTime()),
    accept: (received, { now, forMs }) =>
      request({ kind: 'accept', received, until: now.getTime() + forMs }, now.getTime()),
    settle: async id => {
      await request({ kind: 'settle', id }, 0)
    },
    unsettled: async () => [...(await inbox()).state.waiting.values()],
  }
}

interface OpenInbox {
  readonly state: InboxState
  /** True where it changed anything; durable then. */
  request(request: InboxRequest): Promise<boolean>
}

async function openInbox(file: string): Promise<OpenInbox> {
  const text = await readIfThere(file)
  const { records, whole } = text === null ? { records: [], whole: false } : parseInbox(file, text)
  const state: InboxState = { claims: new Map(), waiting: new Map() }
  for (const record of records) apply(state, record)
  const write = createJournal(file, { state, whole, records: records.length })
  return { state, request: createGroupCommit(requests => commit(state, requests, write)) }
}

type Write = (records: readonly InboxRecord[], at: number) => Promise<void>

async function commit(state: InboxState, requests: readonly InboxRequest[], write: Write) {
  const fresh = admitted(state, requests)
  if (fresh.size === 0) return fresh
  const records = Array.from(fresh, ({ record }) => record)
  await write(records, Math.max(...Array.from(fresh, ({ at }) => at)))
  for (const record of records) apply(state, record)
  return fresh
}

/** Records beyond twice what is alive, after which the file is written anew. */
const SLACK = 1000

interface Journal {
  readonly state: InboxState
  /** The file ends with a whole line: more may be put behind it. */
  readonly whole: boolean
  readonly records: number
}

/** Puts records at the end; a file that is mostly history, or whose last write failed, is written anew. */
function createJournal(file: string, { state, ...found }: Journal): Write {
  let { whole, records } = found
  let bound = 2 * state.claims.size + SLACK

  async function renew(added: readonly InboxRecord[], at: number): Promise<void> {
    const alive = condensed(state, at)
    await replaceFile(file, INBOX_HEAD + formatBatch(alive) + formatBatch(added))
    records = alive.length + added.length
    bound = 2 * records + SLACK
  }

  return async (added, at) => {
    const append = whole && records < bound
    whole = false
    if (append) await appendDurably(file, formatBatch(added))
    else await renew(added, at)
    whole = true
    records += append ? added.length : 0
  }
}

async function appendDurably(file: string, text: string): Promise<void> {
  await using handle = await open(file, 'a')
  await handle.writeFile(text)
  await handle.datasync()
}
