import { describe, expect, it } from 'vitest'
import { answerBatch } from '../../src/app/answer-batch.ts'
import { progressByDay } from '../../src/app/progress-by-day.ts'
import { DubanError } from '../../src/core/errors.ts'
import { answerTo, assistant, ledger, TODAY } from '../core/dialog/seed-ledger.ts'

const progressOn = await progressByDay(ledger)

const answers = (...lines: readonly (object | string)[]) => [
  ...answerBatch(lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'), {
    ledger,
    assistant,
    progressOn,
    today: TODAY,
  }),
]

describe('a batch of questions', () => {
  it('is answered line by line, each under its id', () => {
    const given = answers({ id: 'b', q: '核电' }, { id: 7, q: '脑机接口' }, { id: 'a', q: '核电' })
    expect(given.map(({ id, kind }) => [id, kind])).toEqual([
      ['b', 'tasks'],
      [7, 'none'],
      ['a', 'tasks'],
    ])
  })

  it('has of each what the question alone has', () => {
    const [answer] = answers({ id: 1, q: '省教育厅牵头哪些任务' })
    expect(answer).toEqual({ id: 1, ...answerTo('省教育厅牵头哪些任务') })
  })

  it('answers the last turn of a conversation', () => {
    const turns = ['省教育厅牵头哪些任务', '那参与的呢']
    expect(answers({ id: 1, turns })).toEqual([{ id: 1, ...answerTo(turns) }])
  })

  it('lets no line lean on the one before', () => {
    const [, alone] = answers({ id: 1, q: '省教育厅牵头哪些任务' }, { id: 2, q: '下一页' })
    expect(alone).toMatchObject({ id: 2, kind: 'help' })
  })

  it('goes by the day of the line, else by today', () => {
    const q = '下个月到期的任务'
    expect(answers({ id: 1, q, asOf: '2023-05-10' }, { id: 2, q }).map(({ total }) => total)).toEqual([1, 0])
  })

  it('passes over empty lines, with either end of line', () => {
    expect(answers('', '{"id":1,"q":"核电"}\r', '', '  ', '{"id":2,"q":"核电"}', '').map(({ id }) => id)).toEqual([
      1, 2,
    ])
    expect(answers('')).toEqual([])
  })

  it.each([
    ['no JSON', 'id: 1'],
    ['no object', '[1]'],
    ['no id', '{"q":"核电"}'],
    ['no question', '{"id":1}'],
    ['no turns', '{"id":1,"turns":[]}'],
    ['a turn that is no text', '{"id":1,"turns":[1]}'],
    ['a day that is none', '{"id":1,"q":"核电","asOf":"昨天"}'],
  ])('stops at a line with %s, and names it', (_, line) => {
    const given = answerBatch(`{"id":0,"q":"核电"}\n\n${line}`, { ledger, assistant, progressOn, today: TODAY })
    expect(given.next().value).toMatchObject({ id: 0, kind: 'tasks' })
    expect(() => given.next()).toThrow(DubanError)
    expect(() => answers('{"id":0,"q":"核电"}', '', line)).toThrow(/第3行/u)
  })
})
