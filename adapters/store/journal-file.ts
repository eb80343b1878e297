import * as z from 'zod/mini'
import { checksum } from './checksum.ts'
import { LedgerFileError, newerVersion } from './ledger-file-error.ts'
import { RecordSchema, type StoreRecord } from './record.ts'

/** Raised by a change that older programs would misread; files of a higher version are refused. */
const VERSION = 1

/**
 * A line is `["<checksum>",<payload>]`, which is JSON. The first line names the format and says after which batch the
 * journal begins; each other one is what was written at once, numbered without a gap. So a crash can leave nothing but a
 * last line that is not whole, and nobody was told that it was written.
 */
const Head = z.object({ version: z.number(), after: z.number() })
const Batch = z.object({ number: z.number(), records: z.array(RecordSchema) })

/** What was written at once. */
export interface JournalBatch {
  /** Counts from 1 through the whole life of a ledger. */
  readonly number: number
  readonly records: readonly StoreRecord[]
}

export interface JournalReading {
  /** The number of the batch that it begins after. */
  readonly after: number
  readonly batches: readonly JournalBatch[]
  /** Bytes that can be trusted: all but a last line torn by a crash. */
  readonly bytes: number
  readonly isTorn: boolean
}

export const formatHead = (after: number): string => seal(JSON.stringify({ version: VERSION, after }))
export const formatBatch = (batch: JournalBatch): string => seal(JSON.stringify(batch))

const seal = (payload: string): string => `["${checksum(payload)}",${payload}]\n`

/** Length of `["01234567",`. */
const PREFIX = 12

/** Reads a journal, or says why not. `lastGoodCopy` is the file to go back to. */
export function parseJournal(file: string, text: string, lastGoodCopy: string): JournalReading {
  const lines = text.split('\n')
  const rest = lines.pop()
  const damaged = (line: number): LedgerFileError =>
    new LedgerFileError(
      file,
      `第${line}行已损坏，未作任何改动。请从备份恢复它；没有备份的，最近一份完好的台账是 ${lastGoodCopy}，` +
        '把损坏的文件移走后重新启动，会少去那以后的记录。',
    )
  const { after } = readHead(file, lines[0]) ?? fail(damaged(1))
  const batches: JournalBatch[] = []
  for (let at = 1; at < lines.length; at++) {
    const batch = readBatch(lines[at], after + at)
    if (batch) batches.push(batch)
    else if (at < lines.length - 1 || rest !== '') throw damaged(at + 1)
  }
  const isTorn = rest !== '' || batches.length < lines.length - 1
  const trusted = isTorn ? `${lines.slice(0, batches.length + 1).join('\n')}\n` : text
  return { after, batches, bytes: Buffer.byteLength(trusted), isTorn }
}

function fail(error: Error): never {
  throw error
}

function readHead(file: string, line: string | undefined): z.infer<typeof Head> | undefined {
  const { data } = Head.safeParse(unseal(line))
  if (data && data.version > VERSION) throw newerVersion(file, data.version, VERSION)
  return data
}

function readBatch(line: string | undefined, number: number): JournalBatch | undefined {
  const { data } = Batch.safeParse(unseal(line))
  return data?.number === number ? data : undefined
}

/** The payload of a line that is as it was written; else `undefined`, which fits no schema. */
function unseal(line = ''): unknown {
  const payload = line.slice(PREFIX, -1)
  return line === `["${checksum(payload)}",${payload}]` ? JSON.parse(payload) : undefined
}
