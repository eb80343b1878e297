import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../../src/core/document/parse-document.ts'
import type { PolicyDocument } from '../../../src/core/model.ts'

function facts(text: string): PolicyDocument {
  return parseDocument(text, { fileName: 'data/某文件.txt' }).document
}

const NOTICE = `临河市人民政府办公室
关于印发《2026年临河市重点
工作清单》的通知
临政办发〔2026〕 7 号
各区县人民政府：
现印发给你们，请认真落实。
临河市人民政府办公室
2026 年 3 月 5 日
（此件公开发布）
2026年临河市重点工作清单
一、农业
1.稳粮。稳面积。（市农业农村局负责）`

describe('the facts of a document', () => {
  test('come from head matter broken over lines', () => {
    expect(facts(NOTICE)).toMatchObject({
      id: '临政办发〔2026〕7号',
      number: '临政办发〔2026〕7号',
      title: '临河市人民政府办公室关于印发《2026年临河市重点工作清单》的通知',
      issuers: ['临河市人民政府办公室'],
      issuedOn: '2026-03-05',
      level: 'city',
      region: '临河市',
      publicity: '此件公开发布',
    })
  })

  test('come from a text without line breaks', () => {
    const text = `${NOTICE.replace(/\n/g, '')}某市人民政府2026年4月1日`
    expect(facts(text)).toMatchObject({
      number: '临政办发〔2026〕7号',
      title: '临河市人民政府办公室关于印发《2026年临河市重点工作清单》的通知',
    })
  })

  test('keep joint issuers apart', () => {
    const { issuers, title, level, region } = facts(
      '交通运输部 云南省人民政府**关于建设通道的实施意见**\n云政发〔2026〕6号\n交通运输部\n云南省人民政府\n2026年5月9日\n1.甲。做。',
    )
    expect(title).toBe('交通运输部 云南省人民政府关于建设通道的实施意见')
    expect({ issuers, level, region }).toEqual({
      issuers: ['交通运输部', '云南省人民政府'],
      level: 'province',
      region: '云南省',
    })
  })

  test('name the document after its file where it prints no number', () => {
    expect(facts('1.甲。做甲。')).toMatchObject({ id: '某文件', number: null, issuedOn: null, issuers: [] })
  })

  test('of a regulation stand below the order that issues it', () => {
    const order =
      '某江省人民政府令\n第31号\n《某江省养犬管理办法》已经2026年1月8日省人民政府第9次常务会议通过，现予公布，自2026年3月1日起施行。\n省长　李××\n2026年1月15日\n某江省养犬管理办法\n第一章　总则\n第一条　为了规范养犬，制定本办法。'
    expect(facts(order)).toMatchObject({
      number: null,
      title: '某江省养犬管理办法',
      issuers: ['某江省人民政府'],
      issuedOn: '2026-01-15',
      level: 'province',
    })
  })

  test('come from the line of who issued it when, below the title', () => {
    expect(facts('2026年民生实事清单\n临河市人民政府办公室　2026年2月3日\n1.建校。（市教育局负责）')).toMatchObject({
      title: '2026年民生实事清单',
      issuers: ['临河市人民政府办公室'],
      issuedOn: '2026-02-03',
    })
  })

  test.each([
    ['（临河市人民政府办公室  2026年3月3日）', null],
    ['（临政办〔2026〕3号  2026年3月3日临河市人民政府办公室印发）', '临政办〔2026〕3号'],
    ['临政办〔2026〕3号\n临河市人民政府办公室 2026年3月3日印发', '临政办〔2026〕3号'],
  ])('come from an imprint under the title: %s', (imprint, number) => {
    expect(facts(`临河市2026年水利工作要点\n${imprint}\n1.甲。做。`)).toMatchObject({
      title: '临河市2026年水利工作要点',
      issuers: ['临河市人民政府办公室'],
      issuedOn: '2026-03-03',
      number,
    })
  })

  test('come from an imprint after everything', () => {
    expect(facts('临河市2026年水利工作要点\n1.甲。做。\n临河市水利局办公室  2026年3月3日印发')).toMatchObject({
      issuers: ['临河市水利局办公室'],
      issuedOn: '2026-03-03',
    })
  })

  test.each([
    '<!DOCTYPE html><html><body><ul><li>首页</li><li>政务公开</li><li>走进临河</li></ul><p>临河市人民政府<br>关于加强水利工作的意见</p>',
    '首页 > 政务公开 > 政策文件\n临河市人民政府\n关于加强水利工作的意见',
    '当前位置：首页>政策\n临河市人民政府关于加强水利工作的意见',
  ])('leave out the menu of a web page: %s', page => {
    expect(facts(`${page}\n1.甲。做。`).title).toBe('临河市人民政府关于加强水利工作的意见')
  })

  test.each([
    '索 引 号：000014/2026-01\n标　　题：临河市人民政府关于加强水利工作的意见\n发文机关：临河市人民政府\n文　　号：临政发〔2026〕3号\n成文日期：2026年3月3日',
    '索引号: 000014/2026-01 发文机关: 临河市人民政府\n发文字号: 临政发〔2026〕3号 成文日期: 2026年3月3日\n临河市人民政府关于加强水利工作的意见',
  ])('come from the block above a document: %s', block => {
    expect(facts(`${block}\n1.甲。做。`)).toMatchObject({
      title: '临河市人民政府关于加强水利工作的意见',
      number: '临政发〔2026〕3号',
      issuers: ['临河市人民政府'],
      issuedOn: '2026-03-03',
    })
  })

  test('keep a number that markdown slants', () => {
    expect(facts('**某市关于养老的措施**\n\n*临政规〔2026〕3号*\n\n1.建站。').number).toBe('临政规〔2026〕3号')
  })

  test.each([
    ['二〇二六年四月二十六日', '2026-04-26'],
    ['2026 年 12 月 1 日', '2026-12-01'],
  ])('read the date %s', (printed, iso) => {
    expect(facts(`关于某事的通知\n某县水利局\n${printed}\n1.甲。做。`).issuedOn).toBe(iso)
  })

  test.each([
    ['国务院办公厅关于甲的意见', 'national', ''],
    ['教育部关于甲的意见', 'national', ''],
    ['浙江省人民政府关于甲的意见', 'province', '浙江省'],
    ['上海市人民政府关于甲的意见', 'province', '上海市'],
    ['青田县教育局关于甲的意见', 'county', '青田县'],
    ['浙江省丽水市青田县人民政府关于甲的意见', 'county', '青田县'],
  ])('place %s', (title, level, region) => {
    expect(facts(`${title}\n1.甲。做。`)).toMatchObject({ level, region })
  })

  test('do not take a document that is cited for the document itself', () => {
    expect(facts('关于甲的意见\n根据《某意见》（国发〔2020〕1号），制定本意见。\n1.甲。做。').number).toBeNull()
  })
})
