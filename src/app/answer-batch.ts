import * as z from 'zod/mini'
import { answerJson } from '../core/dialog/answer-json.ts'
import type { Assistant, Turn } from '../core/dialog/assistant.ts'
import { DubanError } from '../core/errors.ts'
import type { Ledger } from '../core/search/ledger.ts'
import { ifAny, type ProgressOn } from './progress-by-day.ts'

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u))
const BatchLine = z.object({
  id: z.union([z.string(), z.number()]),
  q: z.optional(z.string()),
  turns: z.optional(z.array(z.string()).check(z.minLength(1))),
  asOf: z.optional(day),
})

export interface BatchOptions {
  readonly ledger: Ledger
  readonly assistant: Assistant
  readonly progressOn: ProgressOn
  /** For lines without `asOf`. */
  readonly today: string
}

/** Answers each line of a JSON Lines file, in order; of a conversation, its last turn. Lines do not leak into each other. */
export function* answerBatch(lines: string, options: BatchOptions) {
  for (const [i, line] of lines.split('\n').entries()) {
    if (line.trim() !== '') yield answerLine(line, i + 1, options)
  }
}

function answerLine(line: string, lineNumber: number, { ledger, assistant, progressOn, today }: BatchOptions) {
  const { id, q, turns = q === undefined ? [] : [q], asOf = today } = parseLine(line, lineNumber)
  const progress = ifAny(progressOn(asOf))
  let turn: Turn | undefined
  for (const question of turns) {
    turn = assistant.ask(question, { today: asOf, progress, conversation: turn?.conversation ?? null })
  }
  if (!turn) throw new DubanError('batch_line', `第${lineNumber}行既没有 q 也没有 turns。`)
  return { id, ...answerJson(ledger, turns.at(-1) ?? '', turn) }
}

function parseLine(line: string, lineNumber: number): z.infer<typeof BatchLine> {
  try {
    return BatchLine.parse(JSON.parse(line))
  } catch (cause) {
    throw new DubanError('batch_line', `第${lineNumber}行不是 {"id","q"} 或 {"id","turns"} 形式的 JSON。`, { cause })
  }
}
