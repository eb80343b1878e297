import { describe, expect, it } from 'vitest'
import { answerTo, linesTo } from '../seed-ledger.ts'

const ALL = [
  '鲁政办字〔2023〕5号',
  '鲁政发〔2023〕6号',
  '鲁教工委发〔2023〕1号',
  '淄政发〔2022〕2号',
  '高政办字〔2024〕12号',
]

describe('the list of documents', () => {
  it.each([
    ['都有哪些文件', ALL],
    ['台账里一共有几个文件', ALL],
    ['省里的文件有哪些', ALL.slice(0, 3)],
    ['淄博市的文件有几个', ALL.slice(3, 4)],
    ['哪个文件是教育部发的', ALL.slice(1, 2)],
  ])('%s', (question, numbers) => {
    const { kind, total, taskIds, text } = answerTo(question)
    expect([kind, total, taskIds]).toEqual(['document', numbers.length, []])
    expect(ALL.filter(number => text.includes(number))).toEqual(numbers)
  })

  it('has number, date, level and number of tasks of each', () => {
    expect(linesTo('都有哪些文件')[2]).toBe('   鲁政办字〔2023〕5号·2023-01-19·省级·116项任务')
    expect(linesTo('都有哪些文件')[6]).toBe('   鲁教工委发〔2023〕1号·日期未写明·省级·31项任务')
  })

  it('is empty where there is no such document', () => {
    expect(answerTo('国家级的文件有哪些')).toMatchObject({ kind: 'none', total: 0 })
  })
})

describe('a fact of a document', () => {
  it.each([
    ['鲁政办字5号是谁发的', '发文机关：山东省人民政府办公厅'],
    ['鲁政发6号是谁发的', '发文机关：教育部、山东省人民政府'],
    ['鲁政办字5号什么时候印发的', '成文日期：2023年1月19日'],
    ['鲁教工委发1号什么时候印发的', '成文日期：文件没有写明'],
    ['高政办字12号公开吗', '公开属性：此件公开发布'],
    ['6号文的文号是什么', '发文字号：鲁政发〔2023〕6号'],
    ['鲁政办字5号有哪几个部分', '共116项任务，分为：'],
    ['12号文', '发文机关：高青县人民政府办公室'],
  ])('%s', (question, line) => {
    const { kind, total, taskIds } = answerTo(question)
    expect([kind, total, taskIds]).toEqual(['document', 1, []])
    expect(linesTo(question)).toContain(line)
  })

  it('is given for each document that the words fit', () => {
    const { text, total } = answerTo('鲁政办字5号和鲁政发6号是谁发的')
    expect(total).toBe(2)
    expect(text).toContain('发文机关：山东省人民政府办公厅')
    expect(text).toContain('发文机关：教育部、山东省人民政府')
  })

  it('is not made up for a document that is not there', () => {
    expect(answerTo('鲁政发〔2020〕9号是谁发的')).toMatchObject({
      kind: 'none',
      text: '台账里没有文件“鲁政发〔2020〕9号”。',
    })
  })
})
