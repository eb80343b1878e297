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

/** Reads a journal, or says why not. `lastGoodCopy` is the file to go back to. */
export function parseJournal(file: string, bytes: Buffer, lastGoodCopy: string): JournalReading {
  const damaged = (line: number): LedgerFileError => damagedLine(file, line, lastGoodCopy)
  let end = bytes.indexOf(NEWLINE) + 1
  const { after } = readHead(file, bytes.subarray(0, end)) ?? fail(damaged(1))
  const batches: JournalBatch[] = []
  for (let start = end; start < bytes.length; start = end) {
    end = bytes.indexOf(NEWLINE, start) + 1 || bytes.length
    const batch = readBatch(bytes.subarray(start, end), after + batches.length + 1)
    if (batch) batches.push(batch)
    else if (end === bytes.length) return { after, batches, bytes: start, isTorn: true }
    else throw damaged(batches.length + 2)
  }
  return { after, batches, bytes: bytes.length, isTorn: false }
}

function fail(error: Error): never {
  throw error
}

const damagedLine = (file: string, line: number, lastGoodCopy: string): LedgerFileError =>
  new LedgerFileError(
    file,
    `第${line}行已损坏，未作任何改动。请从备份恢复它；没有备份的，最近一份完好的台账是 ${lastGoodCopy}，` +
      '把损坏的文件移走后重新启动，会少去那以后的记录。',
  )

function readHead(file: string, line: Buffer): z.infer<typeof Head> | undefined {
  const { data } = Head.safeParse(unseal(line))
  if (data && data.version > VERSION) throw newerVersion(file, data.version, VERSION)
  return data
}

function readBatch(line: Buffer, number: number): JournalBatch | undefined {
  const { data } = Batch.safeParse(unseal(line))
  return data?.number === number ? data : undefined
}

const NEWLINE = 0x0a
/** Bytes of `["01234567",` and of `]` with the end of the line. */
const BEFORE = 12
const BEHIND = 2

/** The payload of a line that is as it was written; else `undefined`, which fits no schema. */
function unseal(line: Buffer): unknown {
  const payload = line.subarray(BEFORE, -BEHIND)
  const before = line.subarray(0, BEFORE).toString('latin1')
  const behind = line.subarray(-BEHIND).toString('latin1')
  const isWhole = before === `["${checksum(payload)}",` && behind === ']\n'
  return isWhole ? JSON.parse(payload.toString()) : undefined
}
