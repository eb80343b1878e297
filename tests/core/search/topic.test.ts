import { describe, expect, it } from 'vitest'
import { buildTaskIndex } from '../../../src/core/search/build-index.ts'
import { taskRange, taskSet } from '../../../src/core/search/task-set.ts'
import { findTopic } from '../../../src/core/search/topic.ts'
import { ledger } from '../dialog/seed-ledger.ts'

const MATTERS = [
  ['积极安全有序发展核电', '推进海阳、荣成核电项目。'],
  ['组建产教融合共同体', '建设产业学院。'],
  ['全面推进绿色低碳校园建设', '开展校园低耗减排行动。'],
  ['大力发展绿色建筑', '新建民用建筑全面执行标准。'],
  ['推进特高压建设', '加快陇东至山东工程，扩大外电规模。'],
  ['稳定生猪产能', '能繁母猪稳定在285万头。'],
  ['支持核电配套', '开展装备协作。'],
] as const
const tasks = MATTERS.map(([title, body]) => ({ title, body }))
const source = { index: buildTaskIndex(tasks), tasks }
const all = taskRange(0, tasks.length)
const found = (...phrases: readonly string[]) => findTopic(source, phrases, all)

describe('the tasks that speak of a topic', () => {
  it.each([
    ['as it is written', '外电规模', [4]],
    ['without the words that say only that something is done', '推进核电建设', [0, 6]],
    ['without its measure', '绿色建筑面积', [3]],
    ['as words that stand apart', '陇东山东特高压', [4]],
    ['by a part that names the matter', '能繁母猪存栏头数', [5]],
    ['with particles between', '绿色的建筑', [3]],
    ['in full width, with spaces', '核 电', [0, 6]],
  ])('are found %s: %s', (_, phrase, numbers) => {
    const match = found(phrase)
    expect(match?.ranked.toSorted()).toEqual(numbers)
    expect(match?.correctedTo).toBeNull()
  })

  it.each([
    ['产教融和共同体', '产教融合共同体', 1],
    ['低炭校园', '低碳校园', 2],
    ['绿色低炭校园建设', '绿色低碳校园建设', 2],
  ])('are found by %s, understood as %s', (phrase, correctedTo, number) => {
    expect(found(phrase)).toMatchObject({ ranked: [number], correctedTo, missing: null })
  })

  it('say which words they lack', () => {
    expect(found('能繁母猪存栏头数')).toMatchObject({ words: ['能繁母猪'], missing: '存栏头数' })
    expect(found('核电')).toMatchObject({ words: ['核电'], missing: null })
  })

  it('speak of every phrase', () => {
    expect(found('核电', '装备')?.ranked).toEqual([6])
    expect(found('核电', '校园')).toBeNull()
  })

  it('are among those asked for', () => {
    expect(findTopic(source, ['核电'], taskSet([0, 3]))?.ranked).toEqual([0])
    expect(findTopic(source, ['核电'], taskSet([1, 2]))).toBeNull()
  })

  it('have the words in the title first', () => {
    const two = [
      { title: '加强安全', body: '做好核电安全监管工作，落实责任。' },
      { title: '发展核电', body: '推进项目。' },
    ]
    expect(findTopic({ index: buildTaskIndex(two), tasks: two }, ['核电'], taskRange(0, 2))?.ranked).toEqual([1, 0])
  })

  it.each(['脑机接口', '核聚变', '校园贷', '建筑工人工资', '火星移民'])('are none for %s', phrase => {
    expect(found(phrase)).toBeNull()
  })
})

describe('in the seed documents', () => {
  const inSeeds = (phrase: string) => findTopic(ledger, [phrase], ledger.all)

  it.each([
    '脑机接口',
    '住房公积金提取',
    '量子计算机',
    '白酒产业',
    '低空经济',
    '医保卡丢了',
    '退休金',
    '嫦娥探月工程',
    '沪深300指数',
    '核聚变',
    '房地产税',
    '电动自行车上牌',
    '共享单车',
    '出租车运价',
    'asdfghjkl',
  ])('nothing speaks of %s', phrase => {
    expect(inSeeds(phrase)).toBeNull()
  })

  it.each([
    ['崂山实验室', '鲁政办字〔2023〕5号#1'],
    ['抽水畜能', '鲁政办字〔2023〕5号#31'],
    ['高标准农天建设', '鲁政办字〔2023〕5号#62'],
    ['能繁母猪保有量', '鲁政办字〔2023〕5号#66'],
    ['新增绿色建筑面积', '鲁政办字〔2023〕5号#49'],
    ['科技副总选聘', '高政办字〔2024〕12号#5'],
    ['空天信息大学筹建', '鲁教工委发〔2023〕1号#三（三）'],
  ])('%s is first of all %s', (phrase, id) => {
    expect(ledger.tasks[inSeeds(phrase)?.ranked[0] ?? -1]?.id).toBe(id)
  })

  it('every title finds its task', () => {
    const lost = ledger.tasks.filter(({ title }) => {
      const numbers = findTopic(ledger, [title], ledger.all)?.ranked ?? []
      return !numbers.some(number => ledger.tasks[number]?.title === title)
    })
    expect(lost.map(({ id }) => id)).toEqual([])
  })
})
