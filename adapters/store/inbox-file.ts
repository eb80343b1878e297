import * as z from 'zod/mini'
import type { Accepted } from '../../src/core/ports.ts'
import type { InboxRecord } from './inbox-state.ts'
import { LedgerFileError } from './ledger-file.ts'

/** Raised by a change that older programs would misread; files of a higher version are refused. */
const VERSION = 1

const received = {
  id: z.string(),
  speaker: z.object({ chat: z.string(), person: z.string() }),
  to: z.object({
    chat: z.nullable(z.string()),
    person: z.string(),
    messageId: z.nullable(z.string()),
    inThread: z.boolean(),
    chatType: z.enum(['private', 'group']),
  }),
}

const Received = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), ...received, text: z.string() }),
  z.object({ kind: z.literal('unreadable'), ...received }),
  z.object({ kind: z.literal('greeting'), ...received }),
]) satisfies z.ZodMiniType<Accepted>

const Record = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claim'), key: z.string(), until: z.number() }),
  z.object({ kind: z.literal('accept'), received: Received, until: z.number() }),
  z.object({ kind: z.literal('settle'), id: z.string() }),
]) satisfies z.ZodMiniType<InboxRecord>

const Batch = z.array(Record)

const Head = z.object({ version: z.number() })

/** The first line names the format. */
export const INBOX_HEAD = `${JSON.stringify({ version: VERSION })}\n`

/** What is written at once is one line, so that a crash can leave nothing but a last line that is not whole. */
export const formatBatch = (records: readonly InboxRecord[]): string => `${JSON.stringify(records)}\n`

/** What an inbox file says. `whole` is false where its last line was torn by a crash; nobody was told that it was written. */
export interface InboxReading {
  readonly records: readonly InboxRecord[]
  readonly whole: boolean
}

/** Reads what was written. Throws `LedgerFileError` for a file of a newer program and for damage that no crash explains. */
export function parseInbox(file: string, text: string): InboxReading {
  const lines = text.split('\n')
  const torn = lines.pop() !== ''
  const [head, ...batches] = lines
  if (head === undefined) return { records: [], whole: false }
  checkVersion(file, head)
  const read = batches.map(line => Batch.safeParse(parseJson(line)))
  const damagedAt = read.findIndex(({ success }) => !success)
  const isLast = damagedAt === read.length - 1 && !torn
  if (damagedAt !== -1 && !isLast) throw damaged(file, damagedAt + 2)
  return { records: read.flatMap(({ data }) => data ?? []), whole: damagedAt === -1 && !torn }
}

function checkVersion(file: string, head: string): void {
  const { success, data } = Head.safeParse(parseJson(head))
  if (!success) throw damaged(file, 1)
  if (data.version > VERSION) {
    throw new LedgerFileError(
      file,
      `由更新版本的督办写成（格式 ${data.version}，本程序只认到 ${VERSION}），未作任何改动。请升级程序。`,
    )
  }
}

const damaged = (file: string, line: number): LedgerFileError =>
  new LedgerFileError(
    file,
    `第${line}行已损坏，未作任何改动。把它移走后可以重新启动：其中还没有回复的消息不再回复，近8小时的消息可能重复回复。`,
  )

/** `undefined`, which fits no schema, for what is no JSON. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
