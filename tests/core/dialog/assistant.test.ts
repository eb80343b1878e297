import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createAssistant } from '../../../src/core/dialog/assistant.ts'
import { Questions } from '../../golden/judge.ts'
import { answerTo, assistant, converse, ledger, linesTo, TODAY } from './seed-ledger.ts'

const questions = Questions.parse(
  JSON.parse(readFileSync(new URL('../../golden/questions.json', import.meta.url), 'utf8')),
)

describe('the kind of an answer', () => {
  it.each([
    ['省教育厅牵头哪些任务', 'tasks', 'list'],
    ['崂山实验室', 'tasks', 'topic'],
    ['鲁政办字5号第27条', 'tasks', 'detail'],
    ['鲁政办字5号第27条的原文', 'tasks', 'original'],
    ['高青县哪些任务对应省里第62项', 'tasks', 'related'],
    ['省教育厅牵头多少项任务', 'count', 'count'],
    ['各单位牵头多少项', 'count', 'group'],
    ['牵头任务最多的三个单位', 'count', 'group'],
    ['省教育厅和省科技厅谁牵头的任务多', 'count', 'compare'],
    ['崂山实验室谁负责', 'fact', 'who'],
    ['可再生能源装机目标多少', 'fact', 'target'],
    ['入海排污口整治什么时候完成', 'fact', 'when'],
    ['鲁政办字5号是谁发的', 'document', 'facts'],
    ['都有哪些文件', 'document', 'documents'],
    ['第27条', 'clarify', 'detail'],
    ['发改委参与哪些任务', 'clarify', 'list'],
    ['脑机接口', 'none', 'topic'],
    ['今天天气怎么样', 'none', 'decline'],
    ['济南市科技局牵头哪些任务', 'none', 'list'],
    ['鲁政发〔2020〕9号', 'none', 'list'],
    ['帮助', 'help', 'help'],
    ['我单位牵头哪些任务', 'help', 'mine'],
    ['', 'help', 'list'],
  ])('to %s is %s, as it asks for %s', (question, kind, intent) => {
    expect(answerTo(question)).toMatchObject({ kind, understood: { intent } })
  })
})

describe('the pages of an answer', () => {
  const list = '省科技厅牵头哪些任务'
  const shown = (...turns: readonly string[]) => {
    const page = converse([list, ...turns]).at(-1)?.reply.page
    return page && `${page.from}–${page.to} of ${page.total}, ${page.number}/${page.pages}`
  }

  it.each([
    [[], '1–10 of 11, 1/2'],
    [['下一页'], '11–11 of 11, 2/2'],
    [['下一页', '上一页'], '1–10 of 11, 1/2'],
    [['第2页'], '11–11 of 11, 2/2'],
    [['最后一页'], '11–11 of 11, 2/2'],
    [['最后一页', '首页'], '1–10 of 11, 1/2'],
    [['全部'], '1–11 of 11, 1/1'],
    [['上一页'], '1–10 of 11, 1/2'],
    [['第0页'], '1–10 of 11, 1/2'],
    [['第99页'], '11–11 of 11, 2/2'],
    [['下一页', '下一页', '下一页', '上一页'], '1–10 of 11, 1/2'],
  ])('after %j: %s', (turns, page) => {
    expect(shown(...turns)).toBe(page)
  })

  it('have every task once, under its number', () => {
    const turns = converse([list, '下一页'])
    const items = turns.flatMap(({ reply }) => reply.items)
    expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 11 }, (_, i) => i + 1))
    expect(items.map(({ taskId }) => taskId)).toEqual(answerTo(list).taskIds)
  })

  it('say which they are, and how to go on', () => {
    expect(linesTo(list)[0]).toBe('省科技厅牵头的任务共11项，本页1–10')
    expect(linesTo(list).at(-1)).toContain('下一页')
    expect(linesTo([list, '下一页']).at(-1)).toContain('最后一页')
    expect(linesTo([list, '全部'])[0]).toBe('省科技厅牵头的任务共11项')
  })

  it('are shorter where each task is shown in full', () => {
    expect(converse(['鲁政办字5号27到34条的原文']).at(-1)?.reply.page).toMatchObject({ to: 3, total: 8, pages: 3 })
  })

  it('are not there before a question', () => {
    expect(answerTo('下一页')).toMatchObject({ kind: 'help', total: 0, taskIds: [] })
  })

  it('leave the answer as it is: complete on each', () => {
    for (const turn of [list, '下一页', '全部'].map((_, i, turns) => turns.slice(0, i + 1))) {
      expect(answerTo(turn)).toMatchObject({ total: 11, taskIds: answerTo(list).taskIds })
    }
  })

  it('keep what is shown for the next question', () => {
    expect(answerTo([list, '下一页', '参与的呢']).taskIds).toEqual(answerTo('省科技厅参与哪些任务').taskIds)
  })
})

describe('the same question', () => {
  const sample = questions.filter((_, i) => i % 3 === 0)
  const put = (asker: typeof assistant, { q, turns = [q] }: (typeof sample)[number]) => {
    let last = asker.ask('', { today: TODAY })
    turns.forEach((question, i) => {
      last = asker.ask(question, { today: TODAY, conversation: i === 0 ? null : last.conversation })
    })
    return JSON.stringify(last)
  }

  it('has the same answer again, in another order, and from another assistant', () => {
    const first = sample.map(question => put(assistant, question))
    const other = createAssistant(ledger)
    const backwards = sample.toReversed().map(question => put(other, question))
    expect(backwards.toReversed()).toEqual(first)
  })

  it('has the same answer between the turns of other conversations', () => {
    const alone = converse(['省教育厅牵头哪些任务', '那参与的呢']).at(-1)
    const first = assistant.ask('省教育厅牵头哪些任务', { today: TODAY })
    assistant.ask('县里的呢', { today: TODAY, conversation: converse(['核电']).at(-1)?.conversation ?? null })
    const second = assistant.ask('那参与的呢', { today: TODAY, conversation: first.conversation })
    expect(second).toEqual(alone)
  })

  it.each([
    [['省科技厅牵头哪些任务']],
    [['省科技厅牵头哪些任务', '下一页']],
    [['省科技厅牵头哪些任务', '那参与的呢']],
    [['发改委参与哪些任务', '2', '第3个', '它的原文']],
    [['第27条', '高青县的']],
    [['省能源局牵头哪些任务', '谢谢', '第3个']],
    [['6月底前要完成的任务']],
  ])('is led to again by what its reply says: %j', turns => {
    const said = converse(turns).at(-1)
    const again = converse(said?.reply.again.turns ?? [], said?.reply.again.today).at(-1)
    expect(again?.answer).toEqual(said?.answer)
    expect(again?.reply.again).toEqual(said?.reply.again)
    expect(again?.answer.tasks.length).toBeGreaterThan(0)
  })

  it('has an answer of its day', () => {
    expect(answerTo('下个月到期的任务', '2023-05-10').total).toBe(1)
    expect(answerTo('下个月到期的任务', '2023-06-10').kind).toBe('none')
  })
})
