import { readdirSync, readFileSync } from 'node:fs'
import { openLedger } from '../../../src/app/open-ledger.ts'
import { answerJson } from '../../../src/core/dialog/answer-json.ts'
import { createAssistant, type Turn } from '../../../src/core/dialog/assistant.ts'
import { replyText } from '../../../src/core/dialog/reply.ts'
import type { UnitEntry } from '../../../src/core/model.ts'

/** The five seed documents as a ledger, read once for a test file, and short ways to put questions to it. */

const seeds = new URL('../../../seeds/', import.meta.url)

export const units: readonly UnitEntry[] = JSON.parse(readFileSync(new URL('units.json', seeds), 'utf8'))

export const documents = readdirSync(new URL('documents/', seeds)).map(fileName => ({
  fileName,
  text: readFileSync(new URL(`documents/${fileName}`, seeds), 'utf8'),
}))

export const ledger = await openLedger({ documents, units })
export const assistant = createAssistant(ledger)

/** The day on which questions are put, unless a test says another: after the first documents, before the last. */
export const TODAY = '2023-06-01'

/** Puts the turns of one conversation in order; gives every turn. */
export function converse(questions: readonly string[], today = TODAY): readonly Turn[] {
  const turns: Turn[] = []
  for (const question of questions) {
    turns.push(assistant.ask(question, { today, conversation: turns.at(-1)?.conversation ?? null }))
  }
  return turns
}

/** The last turn of a conversation, as `duban ask --json` prints it. */
export function answerTo(questions: string | readonly string[], today = TODAY) {
  const turns = typeof questions === 'string' ? [questions] : questions
  const turn = converse(turns, today).at(-1)
  if (!turn) throw new RangeError('no question was put')
  return answerJson(ledger, turns.at(-1) ?? '', turn)
}

/** The lines a person reads after the last turn. */
export function linesTo(questions: string | readonly string[], today = TODAY): readonly string[] {
  const turn = converse(typeof questions === 'string' ? [questions] : questions, today).at(-1)
  return turn ? replyText(turn.reply).split('\n') : []
}
