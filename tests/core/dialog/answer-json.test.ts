import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { Questions } from '../../golden/judge.ts'
import { answerTo, ledger } from './seed-ledger.ts'

const questions = Questions.parse(
  JSON.parse(readFileSync(new URL('../../golden/questions.json', import.meta.url), 'utf8')),
)

/** What `duban ask --json` promises. */
const AnswerJson = z.strictObject({
  question: z.string(),
  understood: z.looseObject({
    intent: z.string().check(z.minLength(1)),
    units: z.array(
      z.strictObject({
        text: z.string(),
        names: z.array(z.string()),
        certainty: z.enum(['exact', 'short', 'fuzzy']),
        role: z.enum(['lead', 'support', 'charge', 'any']),
        except: z.boolean(),
      }),
    ),
    role: z.nullable(z.enum(['lead', 'support', 'charge', 'any'])),
  }),
  kind: z.enum(['tasks', 'count', 'fact', 'document', 'clarify', 'none', 'help']),
  total: z.int().check(z.nonnegative()),
  taskIds: z.array(z.string()),
  citations: z.array(z.strictObject({ taskId: z.string(), quote: z.string(), span: z.tuple([z.int(), z.int()]) })),
  suggestions: z.array(z.string()).check(z.maxLength(3)),
  text: z.string().check(z.minLength(1)),
})

const asked = questions.map(({ id, q, turns = [q], asOf }) => {
  const answer = answerTo(turns, asOf)
  return { id, question: turns.at(-1), answer, printed: JSON.parse(JSON.stringify(answer)) }
})

describe('an answer as JSON', () => {
  it('has the promised shape, whatever was asked', () => {
    const wrong = asked.filter(({ printed }) => !AnswerJson.safeParse(printed).success)
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  it('repeats the question that was put', () => {
    for (const { question, answer } of asked) expect(answer.question).toBe(question)
  })

  it('is empty where there is nothing, and where help is given', () => {
    for (const { answer } of asked.filter(({ answer }) => ['none', 'help'].includes(answer.kind))) {
      expect([answer.total, answer.taskIds, answer.citations]).toEqual([0, [], []])
    }
  })

  it('has every task of the answer, not one page, each once', () => {
    const lists = asked.filter(({ answer }) => ['tasks', 'fact', 'count'].includes(answer.kind))
    expect(lists.some(({ answer }) => answer.total > 10)).toBe(true)
    for (const { answer } of lists) {
      expect([answer.taskIds.length, new Set(answer.taskIds).size]).toEqual([answer.total, answer.total])
    }
  })

  it('names only tasks that there are', () => {
    const known = new Set(ledger.tasks.map(({ id }) => id))
    for (const { answer } of asked) expect(answer.taskIds.filter(id => !known.has(id))).toEqual([])
  })

  it('names a task or two of the text it shows', () => {
    const { text, taskIds } = answerTo('省教育厅牵头哪些任务')
    const first = ledger.tasks.find(({ id }) => id === taskIds[0])
    expect(text.split('\n')[1]).toBe(`1. ${first?.title}`)
  })
})

describe('what was understood', () => {
  it.each([
    [
      '工信厅牵头哪些任务',
      {
        units: [{ text: '工信厅', names: ['省工业和信息化厅'], certainty: 'short', role: 'lead', except: false }],
        role: 'lead',
      },
    ],
    [
      '济南市科技局牵头哪些任务',
      { units: [{ text: '济南市科技局', names: [], certainty: 'exact', role: 'lead', except: false }] },
    ],
    ['鲁政办字5号27到34条', { intent: 'detail', documents: ['鲁政办字〔2023〕5号'], ordinals: ['27-34'] }],
    ['淄政发2号二（三）3', { ordinals: ['二（三）3'] }],
    ['2025年底到期的任务', { due: { text: '2025年底', from: '2025-12-01', to: '2025-12-31' } }],
    ['指标超过1000家的任务', { quantity: { comparator: '>=', value: 1000, unit: '家' } }],
    [
      '高青县没有指标的任务',
      { places: [{ text: '高青县', level: null, region: '高青县', except: false }], flags: ['no-target'] },
    ],
    ['牵头最多的三个单位', { intent: 'group', grouping: 'unit', top: 3 }],
    ['核电', { intent: 'topic', topic: ['核电'] }],
  ])('%s', (question, understood) => {
    expect(answerTo(question).understood).toMatchObject(understood)
  })

  it('has what a follow-up inherits', () => {
    expect(answerTo(['省教育厅牵头哪些任务', '那参与的呢']).understood).toMatchObject({
      units: [{ text: '省教育厅', role: 'support' }],
      role: 'support',
    })
  })
})
