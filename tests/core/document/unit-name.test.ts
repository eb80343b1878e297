import { describe, expect, test } from 'vitest'
import { looksLikeUnit, unitNames } from '../../../src/core/document/unit-name.ts'
import { withSharedPrefixes } from '../../../src/core/document/unit-prefix.ts'

describe('unitNames', () => {
  test.each([
    ['市文化和旅游局', ['市文化和旅游局']],
    ['工业和信息化部和财政部', ['工业和信息化部', '财政部']],
    ['县教育和体育局及各镇人民政府', ['县教育和体育局', '各镇人民政府']],
    ['市自然资源和规划局与市住房和城乡建设局', ['市自然资源和规划局', '市住房和城乡建设局']],
    ['水利部等国务院有关部门及各地区', ['水利部', '各地区']],
    ['国务院相关部门和单位及各地区', ['国务院相关部门和单位', '各地区']],
    ['省民政厅等部门', ['省民政厅']],
    ['省民政厅等8个单位', ['省民政厅']],
    ['省高等教育学会', ['省高等教育学会']],
    ['各县（市、区）党委和政府', ['各县（市、区）党委和政府']],
    ['市行政审批局（市政务服务局）', ['市行政审批局（市政务服务局）']],
    ['市财政局市审计局', ['市财政局', '市审计局']],
    ['由市财政局', ['市财政局']],
  ])('parts %s', (text, expected) => {
    expect(unitNames(text, 0).map(mention => mention.name)).toEqual(expected)
  })

  test('keeps the place of every name', () => {
    const text = '国家林草局和水利部等部门及各地区'
    for (const { name, start, end } of unitNames(text, 0)) expect(text.slice(start, end)).toBe(name)
  })
})

describe('looksLikeUnit', () => {
  test.each([
    '省教育厅',
    '团市委',
    '人民银行某某分行',
    '各乡镇',
    '县供电公司',
    '市委编办',
    '省工程推进专班牵头单位',
    '县农科所',
    '市委党校',
    '省委党校（省行政学院）',
    '省团校',
  ])('takes %s for a unit', name => {
    expect(looksLikeUnit(name)).toBe(true)
  })

  test.each(['省教育听', '卫生健康', '张某某', '谁主管谁', '推动落实到位', '活动场所', '公共厕所'])(
    'does not take %s for a unit',
    name => {
      expect(looksLikeUnit(name)).toBe(false)
    },
  )
})

describe('withSharedPrefixes', () => {
  test.each([
    ['省水利厅、财政厅、审计厅', '省水利厅、省财政厅、省审计厅'],
    ['市委组织部、宣传部', '市委组织部、市委宣传部'],
    ['市委组织部、财政局', '市委组织部、市财政局'],
    ['省水利厅、济南海关', '省水利厅、济南海关'],
    ['财政部、水利部', '财政部、水利部'],
    ['水利局、财政局', '水利局、财政局'],
  ])('reads %s', (text, expected) => {
    const mentions = text.split('、').map(name => ({ name, role: 'lead' as const, start: 0, end: 0 }))
    expect(
      withSharedPrefixes(mentions)
        .map(mention => mention.name)
        .join('、'),
    ).toBe(expected)
  })
})
