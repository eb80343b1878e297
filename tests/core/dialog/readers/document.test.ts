import { describe, expect, it } from 'vitest'
import {
  readDocumentListing,
  readDocumentNumber,
  readDocumentTitle,
  readFacts,
} from '../../../../src/core/dialog/readers/document.ts'
import { readPlaces } from '../../../../src/core/dialog/readers/place.ts'
import { saying } from './saying.ts'

describe('the number of a document', () => {
  it.each([
    ['鲁政办字〔2023〕5号', '鲁政办字〔2023〕5号', ''],
    ['鲁政办字2023年5号', '鲁政办字〔2023〕5号', ''],
    ['鲁政办字(2023)5号文件', '鲁政办字〔2023〕5号', ''],
    ['鲁政办字[2023]5号', '鲁政办字〔2023〕5号', ''],
    ['鲁政办字【2023】5号', '鲁政办字〔2023〕5号', ''],
    ['鲁 政 办 字 〔 2023 〕 5 号', '鲁政办字〔2023〕5号', ''],
    ['鲁政办字5号', '鲁政办字〔2023〕5号', ''],
    ['鲁政办5号', '鲁政办字〔2023〕5号', ''],
    ['请看鲁政办字5号', '鲁政办字〔2023〕5号', '请看'],
    ['〔2023〕5号', '鲁政办字〔2023〕5号', ''],
    ['2023年5号', '鲁政办字〔2023〕5号', ''],
    ['第5号文件', '鲁政办字〔2023〕5号', ''],
    ['6号文', '鲁政发〔2023〕6号', ''],
    ['12号文第3条', '高政办字〔2024〕12号', '第3条'],
    ['鲁教工委发1号', '鲁教工委发〔2023〕1号', ''],
  ])('%s', (phrase, id, rest) => {
    expect(saying(readDocumentNumber, phrase)).toEqual({ says: { documents: [id] }, rest })
  })

  it('is read as often as there is one', () => {
    expect(saying(readDocumentNumber, '5号文和6号文').says.documents).toEqual([
      '鲁政办字〔2023〕5号',
      '鲁政发〔2023〕6号',
    ])
  })

  it.each(['鲁政发〔2020〕9号', '国发〔2021〕3号', '鲁政办字〔2022〕5号'])('%s is of no document here', phrase => {
    expect(saying(readDocumentNumber, phrase).says).toEqual({ unknownDocument: phrase })
  })

  it.each(['99号', '3号线', '27号', '中央一号文件', '12345热线', '第5条', '型号', ''])('is not %s', phrase => {
    expect(saying(readDocumentNumber, phrase)).toEqual({ says: {}, rest: phrase })
  })
})

describe('the title of a document', () => {
  it.each([
    ['《教育事业发展“十四五”规划》', '淄政发〔2022〕2号', ''],
    ['《高青县深化新旧动能转换推动绿色低碳高质量发展2024年工作要点》', '高政办字〔2024〕12号', ''],
    ['高青县2024年工作要点', '高政办字〔2024〕12号', ''],
    ['高青县要点', '高政办字〔2024〕12号', ''],
    ['淄博市教育规划里', '淄政发〔2022〕2号', '里'],
    ['那个教育规划', '淄政发〔2022〕2号', '那个'],
    ['先行区2023年重点工作任务', '鲁政办字〔2023〕5号', ''],
    ['职业教育实施意见', '鲁政发〔2023〕6号', ''],
  ])('%s', (phrase, id, rest) => {
    expect(saying(readDocumentTitle, phrase)).toEqual({ says: { documents: [id] }, rest })
  })

  it.each(['《山东省全面推进乡村振兴发展规划》', '《火星移民工作方案》', '规划', '实施方案', '的通知', '编制规划', ''])(
    'is not %s',
    phrase => {
      expect(saying(readDocumentTitle, phrase)).toEqual({ says: {}, rest: phrase })
    },
  )
})

describe('the list of documents', () => {
  it.each([
    '都有哪些文件',
    '有几个文件',
    '一共有多少份文件',
    '文件清单',
    '所有文件',
    '省里有哪些文件',
    '省里的文件有哪些',
    '高青县的文件有几个',
  ])('is asked for by %s', phrase => {
    expect(saying([readPlaces, readDocumentListing], phrase)).toMatchObject({ says: { ask: 'documents' }, rest: '' })
  })

  it.each(['文件怎么说', '文件里没有', '红头文件', '省里的任务有哪些', ''])('is not asked for by %s', phrase => {
    expect(saying([readPlaces, readDocumentListing], phrase).says.ask).toBeUndefined()
  })
})

describe('the facts of a document', () => {
  const readers = [readDocumentNumber, readPlaces, readFacts]

  it.each([
    ['鲁政办字5号是谁发的', 'issuer'],
    ['5号文发文机关', 'issuer'],
    ['鲁政办字5号什么时候印发的', 'date'],
    ['5号文成文日期', 'date'],
    ['淄政发2号是哪年的', 'date'],
    ['5号文全称', 'title'],
    ['6号文叫什么名字', 'title'],
    ['5号文文号', 'number'],
    ['5号文公开吗', 'publicity'],
    ['5号文分几部分', 'sections'],
    ['鲁政办字5号有哪几个部分', 'sections'],
    ['5号文讲了什么', 'summary'],
    ['5号文主要内容', 'summary'],
    ['这个文件是谁发的', 'issuer'],
  ])('%s', (phrase, fact) => {
    expect(saying(readers, phrase).says).toMatchObject({ ask: 'facts', facts: [fact] })
  })

  it.each([
    ['谁发的', 'issuer'],
    ['什么时候印发', 'date'],
  ])('%s alone asks about the document that was spoken of', (phrase, fact) => {
    expect(saying(readers, phrase).says).toMatchObject({ ask: 'facts', facts: [fact] })
  })

  it.each(['崂山实验室哪年建成', '全称', '充电桩是谁发的'])('are not asked for by %s without a document', phrase => {
    expect(saying(readers, phrase).says).toEqual({})
  })
})
