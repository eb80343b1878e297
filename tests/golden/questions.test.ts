import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answerTo } from '../core/dialog/seed-ledger.ts'
import { faultOf, type Question, Questions } from './judge.ts'

/** Without `asOf`, a question is put after the last seed document. */
const TODAY = '2024-07-01'

const questions = Questions.parse(JSON.parse(readFileSync(new URL('questions.json', import.meta.url), 'utf8')))

/** Questions that are not answered as they should be, each with the reason. One that is answered leaves the list. */
const NOT_MET: Readonly<Record<string, string>> = {}

const said = ({ id, q, turns = [q] }: Question): string => `${id} ${turns.join(' → ')}`
const judged = (question: Question): string | null =>
  faultOf(question, answerTo(question.turns ?? question.q, question.asOf ?? TODAY))

describe('the seed documents answer', () => {
  const met = questions.filter(({ id }) => !(id in NOT_MET)).map(question => [said(question), question] as const)

  it.each(met)('%s', (_, question) => {
    expect(judged(question)).toBeNull()
  })
})

describe('the list of what is not met', () => {
  it('names only questions there are, and none that is met by now', () => {
    const unmet = questions.filter(question => judged(question) !== null).map(({ id }) => id)
    expect(Object.keys(NOT_MET).filter(id => !unmet.includes(id))).toEqual([])
  })

  it.each(['q', 'id'] as const)('has every question once, by its %s', key => {
    const known = questions.map(question => (key === 'q' ? said(question).replace(/^\S+/u, '') : question.id))
    expect(new Set(known).size).toBe(known.length)
  })
})

describe('the judge', () => {
  const expected = (expect: Question['expect'], kind = 'unit-role'): Question => ({ id: '', q: '', kind, expect })
  const answered = (taskIds: readonly string[], rest = {}) => ({
    kind: 'tasks',
    total: taskIds.length,
    taskIds,
    text: '',
    ...rest,
  })

  it.each([
    ['a task that is missing', expected({ tasks: ['甲#1', '甲#2'] }), answered(['甲#1'])],
    ['a task too many', expected({ tasks: ['甲#1'] }), answered(['甲#1', '甲#2'])],
    ['another one first', expected({ tasks: ['甲#1'], first: '甲#1' }), answered(['甲#2', '甲#1'])],
    ['a task far down the list', expected({ tasks: ['甲#11'], first: '甲#0' }), answered(numbered(12))],
    ['a task where there is none', expected({ none: true }), answered(['甲#1'])],
    ['a wrong count', expected({ tasks: ['甲#1'], count: 2 }, 'count'), answered(['甲#1'])],
    ['a count that the text lacks', expected({ counts: { 甲: 7 } }, 'compare'), answered([], { text: '甲：6项' })],
    ['words that the text lacks', expected({ contains: ['7500万'] }, 'doc'), answered([], { text: '7400万' })],
    ['none of the words', expected({ containsAny: ['没有', '未'] }, 'doc'), answered([])],
    ['a kind that it must not be', expected({ none: true, kinds: ['help'] }), answered([], { kind: 'none' })],
  ])('sees %s', (_, question, answer) => {
    expect(faultOf(question, answer)).not.toBeNull()
  })

  it.each([
    ['tasks that may be there', expected({ tasks: ['甲#1'], acceptable: ['甲#2'] }), answered(['甲#2', '甲#1'])],
    ['a question back', expected({ tasks: ['甲#1'], clarifyOk: true }), answered([], { kind: 'clarify' })],
    ['words in another width', expected({ contains: ['７５００ 万'] }, 'doc'), answered([], { text: '7500万' })],
    ['either one first', expected({ tasks: [], firstAny: ['甲#1', '甲#2'] }), answered(['甲#2'])],
  ])('lets pass %s', (_, question, answer) => {
    expect(faultOf(question, answer)).toBeNull()
  })
})

function numbered(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `甲#${i}`)
}
