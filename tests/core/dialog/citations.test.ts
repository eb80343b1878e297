import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/core/dialog/answer.ts'
import { citationsOf } from '../../../src/core/dialog/citations.ts'
import { Questions } from '../../golden/judge.ts'
import { converse, ledger, TODAY } from './seed-ledger.ts'

const questions = Questions.parse(
  JSON.parse(readFileSync(new URL('../../golden/questions.json', import.meta.url), 'utf8')),
)
const answerOf = (question: string, today = TODAY): Answer => {
  const [turn] = converse([question], today)
  if (!turn) throw new RangeError('no answer')
  return turn.answer
}
const answers = questions.flatMap(({ q, turns = [q], asOf }) => converse(turns, asOf).map(({ answer }) => answer))
const cited = (question: string) => citationsOf(ledger, answerOf(question))

const packed = (text: string): string => text.replace(/\s+/gu, '')
const numberOf = new Map(ledger.tasks.map(({ id }, number) => [id, number]))

describe('the citations of an answer', () => {
  it('are the words of the task’s own document at their span, within the task', () => {
    const citations = answers.flatMap(answer => citationsOf(ledger, answer))
    expect(citations.length).toBeGreaterThan(1000)
    for (const { taskId, quote, span } of citations) {
      const number = numberOf.get(taskId) ?? -1
      const task = ledger.tasks[number]
      expect(quote).toBe(ledger.entryOf(number).text.slice(...span))
      expect(quote.trim()).not.toBe('')
      expect([span[0] >= (task?.span[0] ?? Number.NaN), span[1] <= (task?.span[1] ?? Number.NaN)]).toEqual([true, true])
    }
  })

  it('are there for every task of it, in its order', () => {
    for (const answer of answers) {
      const ids = citationsOf(ledger, answer).map(({ taskId }) => taskId)
      expect([...new Set(ids)]).toEqual(answer.tasks.map(task => ledger.tasks[task]?.id))
    }
  })

  it.each(['省教育厅牵头哪些任务', '市财政局参与哪些任务', '县水利局负责哪些任务', '省能源局有哪些任务'])(
    '%s: are the annotations',
    question => {
      for (const { taskId, quote } of cited(question)) {
        const task = ledger.tasks[numberOf.get(taskId) ?? -1]
        expect(packed(quote)).toBe(packed(task?.responsibilityText ?? ''))
      }
    },
  )

  it.each([
    ['年底前要完成的任务', /年底|年内|6月底|12月/u],
    ['指标超过1000家的任务', /家/u],
    ['装机规模在500万千瓦以上的任务', /万千瓦/u],
    ['可再生能源装机目标多少', /7500万千瓦/u],
    ['崂山实验室谁负责', /省科技厅/u],
  ])('%s: are the words asked for, and only those', (question, words) => {
    const citations = cited(question)
    expect(citations.length).toBeGreaterThan(0)
    for (const { quote } of citations) {
      expect(packed(quote)).toMatch(words)
      expect(packed(quote).length).toBeLessThan(80)
    }
  })

  it('are the whole task where it was named itself', () => {
    const [citation] = cited('鲁政办字5号第28条')
    expect(packed(citation?.quote ?? '')).toMatch(/^28\..*积极安全有序发展核电.*省能源局.*$/u)
  })

  it.each(['脑机接口', '帮助', '都有哪些文件'])('%s: are none', question => {
    expect(cited(question)).toEqual([])
  })
})
