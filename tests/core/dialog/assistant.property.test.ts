import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerJson } from '../../../src/core/dialog/answer-json.ts'
import type { Conversation } from '../../../src/core/dialog/follow-up.ts'
import { Questions } from '../../golden/judge.ts'
import { assistant, ledger, TODAY } from './seed-ledger.ts'

const KINDS = new Set(['tasks', 'count', 'fact', 'document', 'clarify', 'none', 'help'])
const questions = Questions.parse(
  JSON.parse(readFileSync(new URL('../../golden/questions.json', import.meta.url), 'utf8')),
).flatMap(({ q, turns = [q] }) => turns)

/** Puts the turns in order; each answer must be of a kind that there is, and complete. */
function putAll(turns: readonly string[]): void {
  let conversation: Conversation | null = null
  for (const question of turns) {
    const turn = assistant.ask(question, { today: TODAY, conversation })
    const { kind, taskIds, total, text } = answerJson(ledger, question, turn)
    expect(KINDS).toContain(kind)
    expect(new Set(taskIds).size).toBe(taskIds.length)
    if (kind === 'tasks' || kind === 'fact') expect(total).toBe(taskIds.length)
    if (kind === 'none' || kind === 'help') expect([total, taskIds]).toEqual([0, []])
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\u{E000}/u)
    conversation = turn.conversation
  }
}

const real = fc.constantFrom(...questions)
const piece = fc
  .tuple(real, fc.nat(40), fc.nat(40))
  .map(([question, from, length]) => question.slice(from, from + length))
const odd = fc.constantFrom(
  '\u0000',
  '\u200B',
  '\n',
  '\t',
  '😀',
  '\uD83D',
  '\uDE00',
  '\u{E000}',
  '（',
  '〔',
  '第',
  '到',
  '0',
  '九',
  '《',
  '不',
  '.*',
  '\\',
)
const mutated = fc.array(fc.oneof(piece, odd), { minLength: 1, maxLength: 6 }).map(pieces => pieces.join(''))

describe('any words are answered, never thrown at', () => {
  it.each([
    ['random characters', fc.string({ unit: 'binary', maxLength: 80 })],
    [
      'code units, lone surrogates among them',
      fc.array(fc.nat(0xffff), { maxLength: 40 }).map(units => String.fromCharCode(...units)),
    ],
    ['cuts and mixtures of real questions', mutated],
  ])('%s', (_, words) => {
    fc.assert(
      fc.property(words, question => putAll([question])),
      { numRuns: 250 },
    )
  })

  it('conversations of real questions in any order', () => {
    fc.assert(fc.property(fc.array(fc.oneof(real, mutated), { minLength: 2, maxLength: 5 }), putAll), { numRuns: 120 })
  })

  it.each([
    ['one character', '第'.repeat(20_000)],
    ['numbers', '1'.repeat(20_000)],
    ['brackets', '（一'.repeat(10_000)],
    ['a question', '省教育厅牵头哪些任务'.repeat(2_000)],
    ['separators', '、'.repeat(20_000)],
    ['spaces', `${' '.repeat(20_000)}核电`],
  ])('very long: %s', (_, question) => {
    const started = performance.now()
    putAll([question])
    expect(performance.now() - started).toBeLessThan(500)
  })
})
