import { crc32 } from 'node:zlib'
import * as z from 'zod/mini'
import type { Accepted, LedgerDocument, Letter, LetterEnd } from '../../src/core/ports.ts'
import { Entry, Proposal } from '../../src/core/progress/entry.ts'
import { AcceptedSchema, LetterEndSchema, LetterSchema } from './chat-schemas.ts'
import { checksum, hexadecimal } from './checksum.ts'
import { LedgerFileError, newerVersion } from './ledger-file-error.ts'
import { DocumentSchema } from './record.ts'

/** Raised by a change that older programs would misread; files of a higher version are refused. */
const VERSION = 2

/** Everything that is kept, as it was after the batch `position` of the journal. */
export interface LedgerData {
  readonly position: number
  readonly documents: readonly LedgerDocument[]
  readonly entries: readonly Entry[]
  readonly claims: readonly (readonly [key: string, until: number])[]
  readonly waiting: readonly Accepted[]
  readonly proposals: readonly Proposal[]
  readonly letters: readonly Letter[]
  readonly attempts: readonly (readonly [key: string, first: number, until: number])[]
  readonly ended: readonly (readonly [key: string, end: LetterEnd])[]
}

export const EMPTY_LEDGER: LedgerData = {
  position: 0,
  documents: [],
  entries: [],
  claims: [],
  waiting: [],
  proposals: [],
  letters: [],
  attempts: [],
  ended: [],
}

const Versioned = z.object({ version: z.number() })

/** Before there was a journal: documents alone, without a checksum. */
const FirstFile = z.strictObject({ version: z.literal(1), documents: z.array(DocumentSchema) })

const LedgerFile = z.strictObject({
  version: z.literal(VERSION),
  position: z.number(),
  documents: z.array(DocumentSchema),
  entries: z.array(Entry),
  claims: z.array(z.tuple([z.string(), z.number()])),
  waiting: z.array(AcceptedSchema),
  proposals: z.array(Proposal),
  letters: z.array(LetterSchema),
  attempts: z.array(z.tuple([z.string(), z.number(), z.number()])),
  ended: z.array(z.tuple([z.string(), LetterEndSchema])),
  checksum: z.string(),
}) satisfies z.ZodMiniType<LedgerData>

/** Reads what `formatLedger` wrote, or says why not. `lastGoodCopy` is the file to go back to; null where there is none. */
export function parseLedger(file: string, bytes: Buffer, lastGoodCopy: string | null): LedgerData {
  const damaged = (problem: string, cause?: unknown): LedgerFileError =>
    new LedgerFileError(file, `${problem}，未作任何改动。${remedy(file, lastGoodCopy)}`, { cause })
  const value = parseJson(bytes.toString(), damaged)
  const version = Versioned.safeParse(value).data?.version ?? VERSION
  if (version > VERSION) throw newerVersion(file, version, VERSION)
  if (version === VERSION && !isSealed(bytes)) throw damaged('内容不完整或被改动（校验和不符）')
  const ledger = version === 1 ? FirstFile.safeParse(value) : LedgerFile.safeParse(value)
  if (ledger.success) return { ...EMPTY_LEDGER, ...ledger.data }
  const where = ledger.error.issues[0]?.path.join('.') ?? ''
  throw damaged(`内容不完整或被改动（${where}）`, ledger.error)
}

function parseJson(text: string, damaged: (problem: string, cause: unknown) => LedgerFileError): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw damaged('已损坏，不是有效的 JSON', cause)
  }
}

function remedy(file: string, lastGoodCopy: string | null): string {
  if (lastGoodCopy === null) return '请从备份恢复，或把它移走后重新启动。'
  return `最近一份完好的副本是 ${lastGoodCopy}：把它复制为 ${file} 后重新启动，此后的记录会从流水文件补齐。`
}

/** The last member: `,"checksum":"01234567"}`. */
const SEAL_LENGTH = 23

const seal = (sum: string): string => `,"checksum":"${sum}"}`

const isSealed = (bytes: Buffer): boolean =>
  bytes.subarray(-SEAL_LENGTH).toString() === seal(checksum(bytes.subarray(0, -SEAL_LENGTH)))

const LISTS = ['documents', 'entries', 'claims', 'waiting', 'proposals', 'letters', 'attempts', 'ended'] as const

/** One line of JSON, in pieces: nobody has to wait while a large ledger is turned into text. */
export function* formatLedger(data: LedgerData): Generator<string> {
  let sum = 0
  const summed = (text: string): string => {
    sum = crc32(text, sum)
    return text
  }
  yield summed(`{"version":${VERSION},"position":${data.position}`)
  for (const name of LISTS) {
    yield summed(`,"${name}":[`)
    for (const piece of formatItems(data[name])) yield summed(piece)
    yield summed(']')
  }
  yield seal(hexadecimal(sum))
}

/** Characters of a piece, at least. */
const PIECE = 64 * 1024

function* formatItems(items: readonly unknown[]): Generator<string> {
  let piece = ''
  let comma = ''
  for (const item of items) {
    piece += comma + JSON.stringify(item)
    comma = ','
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield piece
}
