import { describe, expect, it } from 'vitest'
import type { Task } from '../../../src/core/model.ts'
import { answerTo, converse, ledger } from './seed-ledger.ts'

const idsWhere = (test: (task: Task) => boolean) => ledger.tasks.filter(test).map(({ id }) => id)
const PLAN = '鲁政办字〔2023〕5号'

describe('a question that leans on the last one', () => {
  it.each<[string, readonly string[], (task: Task) => boolean]>([
    ['takes another role', ['省教育厅牵头哪些任务', '那参与的呢'], task => task.supportingUnits.includes('省教育厅')],
    ['takes another unit', ['省教育厅牵头哪些任务', '科技厅呢'], task => task.leadUnits.includes('省科技厅')],
    [
      'takes another unit, then another role',
      ['省水利厅牵头的任务', '省海洋局呢', '参与的呢'],
      task => task.supportingUnits.includes('省海洋局'),
    ],
    [
      'narrows by a document',
      ['省教育厅牵头哪些任务', '只要鲁政发6号的'],
      task => task.leadUnits.includes('省教育厅') && task.documentId === '鲁政发〔2023〕6号',
    ],
    [
      'narrows by a property',
      ['省能源局牵头哪些任务', '其中有参与单位的'],
      task => task.leadUnits.includes('省能源局') && task.supportingUnits.length > 0,
    ],
    [
      'narrows without a word that says so',
      ['省商务厅牵头哪些任务', '没有指标的'],
      task => task.leadUnits.includes('省商务厅') && task.targets.length === 0,
    ],
    [
      'narrows twice',
      ['省商务厅牵头哪些任务', '只看没有指标的', '其中有参与单位的'],
      task => task.leadUnits.includes('省商务厅') && task.targets.length === 0 && task.supportingUnits.length > 0,
    ],
    [
      'narrows by another unit',
      ['省民政厅牵头哪些', '其中和财政厅一起的'],
      task => task.leadUnits.includes('省民政厅') && [...task.leadUnits, ...task.supportingUnits].includes('省财政厅'),
    ],
    [
      'leaves out another unit',
      ['省发展改革委牵头哪些任务', '去掉省能源局参与的'],
      task => task.leadUnits.includes('省发展改革委') && !task.supportingUnits.includes('省能源局'),
    ],
    [
      'moves to another level',
      ['发改委参与哪些任务', '不是省的，是市里的'],
      task => task.supportingUnits.includes('市发展改革委'),
    ],
    [
      'starts anew',
      ['省教育厅牵头哪些任务', '省能源局参与哪些任务'],
      task => task.supportingUnits.includes('省能源局'),
    ],
  ])('%s: %j', (_, turns, test) => {
    expect(answerTo(turns).taskIds.toSorted()).toEqual(idsWhere(test).toSorted())
  })

  it.each<[string, readonly string[], readonly string[]]>([
    ['the third of the list', ['省能源局牵头哪些任务', '第3个详细说说'], [`${PLAN}#29`]],
    ['the third of the list, and what it says', ['省能源局牵头哪些任务', '第3个', '它的原文'], [`${PLAN}#29`]],
    ['several of the list', ['省能源局牵头哪些任务', '第1、3个'], [`${PLAN}#27`, `${PLAN}#29`]],
    ['the last of the list', ['省能源局牵头哪些任务', '最后一个'], [`${PLAN}#34`]],
    ['one of a page further on', ['省科技厅牵头哪些任务', '下一页', '第11个的原文'], [`${PLAN}#74`]],
    ['a number of the document, not of the list', ['省能源局牵头哪些任务', '第28条'], [`${PLAN}#28`]],
    ['who leads the one that was found', ['崂山实验室', '谁牵头'], [`${PLAN}#1`]],
    ['the other level of a topic', ['高标准农田', '换成县里的'], ['高政办字〔2024〕12号#39']],
    ['another topic of the same kind', ['可再生能源装机目标多少', '核电呢'], [`${PLAN}#28`]],
    ['what corresponds elsewhere', ['鲁政办字5号第62项', '高青县对应的任务'], ['高政办字〔2024〕12号#39']],
  ])('points at %s: %j', (_, turns, ids) => {
    expect(answerTo(turns).taskIds).toEqual(ids)
  })

  it('asks the same of what it takes: who, after a question of who', () => {
    expect(answerTo(['崂山实验室谁牵头', '核电呢'])).toMatchObject({ kind: 'fact', understood: { intent: 'who' } })
  })

  it('counts again after a count', () => {
    expect(answerTo(['省教育厅牵头多少项任务', '科技厅呢'])).toMatchObject({ kind: 'count', total: 11 })
  })

  it('counts the list that was shown', () => {
    expect(answerTo(['省住建厅牵头哪些任务', '一共多少项'])).toMatchObject({ kind: 'count', total: 7 })
  })

  it('is a question of its own without a last one', () => {
    expect(answerTo('它的原文').kind).toBe('help')
    expect(answerTo('第3个').kind).not.toBe('tasks')
  })
})

describe('an answer to a question back', () => {
  it.each([
    ['2', '高政办字〔2024〕12号#27'],
    ['第1个', `${PLAN}#27`],
    ['第二个', '高政办字〔2024〕12号#27'],
    ['高青县的', '高政办字〔2024〕12号#27'],
    ['鲁政办字5号的', `${PLAN}#27`],
  ])('第27条, then %s', (reply, id) => {
    expect(answerTo(['第27条', reply]).taskIds).toEqual([id])
  })

  it('keeps what was asked of the unit that is chosen', () => {
    const { taskIds } = answerTo(['发改委参与哪些任务', '2'])
    expect(taskIds).toEqual(idsWhere(task => task.supportingUnits.includes('市发展改革委')))
  })

  it('is a new question where it is one', () => {
    expect(answerTo(['第27条', '省能源局牵头哪些任务'])).toMatchObject({ kind: 'tasks', total: 8 })
  })
})

describe('what is kept between turns', () => {
  it('is plain data', () => {
    for (const { conversation } of converse(['发改委参与哪些任务', '2', '第3个', '它的原文'])) {
      expect(JSON.parse(JSON.stringify(conversation))).toEqual(conversation)
    }
  })
})
