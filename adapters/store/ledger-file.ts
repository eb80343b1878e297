import * as z from 'zod/mini'
import { DubanError } from '../../src/core/errors.ts'
import { ParsedDocument } from '../../src/core/model.ts'
import type { LedgerDocument } from '../../src/core/ports.ts'

/** Raised by a change that older programs would misread; files of a higher version are refused. */
const VERSION = 1

// Strict: rewriting a file with members this program does not know would lose them.
const Document = z.strictObject({
  digest: z.string(),
  text: z.string(),
  parsed: ParsedDocument,
  keyTerms: z.record(z.string(), z.array(z.string())),
})

const LedgerFile = z.strictObject({ version: z.literal(VERSION), documents: z.array(Document) })

const Versioned = z.object({ version: z.number() })

/** What the ledger file holds. */
export interface LedgerData {
  readonly version: typeof VERSION
  readonly documents: readonly LedgerDocument[]
}

export const EMPTY_LEDGER: LedgerData = { version: VERSION, documents: [] }

/** The ledger file cannot be trusted or understood. It is left as it is: somebody has to look at it first. */
export class LedgerFileError extends DubanError {
  readonly file: string

  constructor(file: string, problem: string, options?: ErrorOptions) {
    super('ledger_file', `台账文件 ${file} ${problem}`, options)
    this.file = file
  }
}

/** Reads what `formatLedger` wrote, or says why not. */
export function parseLedger(file: string, text: string): LedgerData {
  const value = parseJson(file, text)
  const versioned = Versioned.safeParse(value)
  if (versioned.success && versioned.data.version > VERSION) {
    throw new LedgerFileError(
      file,
      `由更新版本的督办写成（格式 ${versioned.data.version}，本程序只认到 ${VERSION}），未作任何改动。请升级程序。`,
    )
  }
  const ledger = LedgerFile.safeParse(value)
  if (ledger.success) return ledger.data
  const where = ledger.error.issues[0]?.path.join('.') ?? ''
  throw damaged(file, `内容不完整或被改动（${where}）`, ledger.error)
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw damaged(file, '已损坏，不是有效的 JSON', cause)
  }
}

function damaged(file: string, problem: string, cause: unknown): LedgerFileError {
  return new LedgerFileError(file, `${problem}，未作任何改动。请从备份恢复，或把它移走后重新启动。`, { cause })
}

/** One line: a snapshot is for the program, and half as slow to write without indentation. */
export function formatLedger(data: LedgerData): string {
  return JSON.stringify(data)
}
