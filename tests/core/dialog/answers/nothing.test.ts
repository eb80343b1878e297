import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openLedger } from '../../../../src/app/open-ledger.ts'
import { createAssistant } from '../../../../src/core/dialog/assistant.ts'
import { answerTo, converse, documents, TODAY, units } from '../seed-ledger.ts'

describe('where the documents have nothing', () => {
  it.each<[string, string | RegExp]>([
    ['脑机接口', '文件里没有提到“脑机接口”。'],
    ['住房公积金提取', '文件里没有提到“住房公积金提取”。'],
    ['省教育厅牵头的量子计算机任务', '省教育厅的任务里没有提到“量子计算机”。'],
    ['济南市科技局牵头哪些任务', '现有5个文件的任务里没有“济南市科技局”。'],
    ['教育部负责哪些任务', '现有5个文件的任务里没有“教育部”。'],
    ['市体育局牵头哪些任务', '文件中没有市体育局牵头的任务。文件没有写明由它牵头的，不作推定。'],
    ['鲁政办字5号第117条', '文件中没有鲁政办字〔2023〕5号第117项的任务。'],
    ['第999条', '文件中没有第999项的任务。'],
    ['国家级的任务', /^文件中没有国家级(?:文件)?的任务。$/u],
    ['高青县三季度要完成的任务', /^文件中没有高青县(?:文件)?中三季度要完成的任务。$/u],
  ])('%s: one sentence says so', (question, sentence) => {
    const { kind, total, taskIds, citations, text } = answerTo(question)
    expect([kind, total, taskIds, citations]).toEqual(['none', 0, [], []])
    const [first = ''] = text.split('\n')
    expect(typeof sentence === 'string' ? first === sentence : sentence.test(first), first).toBe(true)
  })

  it.each([
    ['济南市科技局牵头哪些任务', ['市科技局牵头哪些任务', '县科技局牵头哪些任务']],
    ['市体育局牵头哪些任务', ['市体育局参与哪些任务']],
    ['县科技局牵头哪些任务', ['县科技局负责哪些任务']],
    ['脑机接口', []],
  ])('%s: suggests %j', (question, suggestions) => {
    const answer = answerTo(question)
    expect(answer.suggestions).toEqual(suggestions)
    expect(answer.text.includes('您是不是想问：')).toBe(suggestions.length > 0)
  })

  it.each([
    '市体育局牵头哪些任务',
    '县科技局牵头哪些任务',
    '省能源局和省教育厅都牵头的任务',
    '临淄区教育局负责哪些任务',
  ])('%s: suggests at most three questions, each with an answer', question => {
    const { suggestions } = answerTo(question)
    expect(suggestions.length).toBeLessThanOrEqual(3)
    for (const suggestion of suggestions) {
      const question = suggestion.replace(/（\d+项）$/u, '')
      expect([question, answerTo(question).kind]).toEqual([question, 'tasks'])
    }
  })
})

describe('where the words can mean several', () => {
  it.each([
    ['发改委参与哪些任务', ['省发展改革委（参与23项）', '市发展改革委（参与10项）']],
    ['第27条', ['鲁政办字〔2023〕5号：大力发展可再生能源', '高政办字〔2024〕12号：开展环境污染综合治理行动']],
  ])('%s: asks back', (question, labels) => {
    const [turn] = converse([question])
    expect(turn?.answer.kind).toBe('clarify')
    expect(turn?.reply.choices.map(({ label }) => label)).toEqual(labels)
    expect(answerTo(question).text).toContain(labels.map((label, i) => `${i + 1}. ${label}`).join('\n'))
  })

  it('offers at most five', async () => {
    const folder = new URL('../../../fixtures/documents/', import.meta.url)
    const more = readdirSync(folder).map(fileName => ({
      fileName,
      text: readFileSync(new URL(fileName, folder), 'utf8'),
    }))
    const { ask } = createAssistant(await openLedger({ documents: [...documents, ...more], units }))
    const { answer, reply } = ask('第2条', { today: TODAY })
    expect(answer.summary).toMatch(/^(?:[6-9]|1\d)个文件/u)
    expect(reply.choices).toHaveLength(5)
  })

  it.each(['鲁政办字5号第27条', '第116条', '27到34条', '省发改委参与哪些任务'])('%s: does not', question => {
    expect(answerTo(question).kind).toBe('tasks')
  })

  it.each(['发改委参与哪些任务', '第27条', '卫健委有哪些任务'])(
    '%s: every choice, taken by its number, leads to an answer with as many tasks as it says',
    question => {
      const [turn] = converse([question])
      turn?.reply.choices.forEach(({ label }, i) => {
        const { kind, total } = answerTo([question, String(i + 1)])
        expect(kind).toBe('tasks')
        const said = /(?<count>\d+)项）$/u.exec(label)?.groups?.['count'] ?? '1'
        expect(total).toBe(Number(said))
      })
    },
  )
})

describe('a word for all bodies of a kind', () => {
  it('means all of them, and asks nothing back', () => {
    expect(answerTo('海关参与哪些任务')).toMatchObject({
      kind: 'tasks',
      total: 2,
      text: expect.stringContaining('海关参与的任务'),
    })
  })
})
