import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answerJson } from '../../src/core/dialog/answer-json.ts'
import type { AskOptions, Turn } from '../../src/core/dialog/assistant.ts'
import { createProgress } from '../../src/core/progress/progress.ts'
import { createRecords } from '../../src/core/progress/records.ts'
import { assistant, ledger } from '../core/dialog/seed-ledger.ts'
import { entries, OFFICE } from '../core/dialog/seed-progress.ts'
import { type Question, Questions } from './judge.ts'

const questions = Questions.parse(JSON.parse(readFileSync(new URL('questions.json', import.meta.url), 'utf8')))
const records = createRecords()
records.add(entries)

function answer({ q, turns = [q], asOf = '2024-07-01' }: Question, rest: Partial<AskOptions>) {
  let last: Turn | null = null
  for (const said of turns)
    last = assistant.ask(said, { today: asOf, conversation: last?.conversation ?? null, ...rest })
  return last && answerJson(ledger, q, last)
}

describe('records beside the documents', () => {
  it('change no answer to what is asked of the documents', () => {
    const changed = questions.filter(question => {
      const progress = createProgress(ledger, records, question.asOf ?? '2024-07-01')
      const plain = answer(question, {})
      const known = answer(question, { progress, speaker: OFFICE })
      return JSON.stringify([plain?.kind, plain?.taskIds]) !== JSON.stringify([known?.kind, known?.taskIds])
    })
    expect(changed.map(({ id, q }) => `${id} ${q}`)).toEqual([])
  })

  it('are not looked at where they are not given', () => {
    const given = questions.filter(question => {
      const none = { progress: null, speaker: null }
      return JSON.stringify(answer(question, {})) !== JSON.stringify(answer(question, none))
    })
    expect(given).toEqual([])
  })
})
