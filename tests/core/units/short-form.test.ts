import { describe, expect, it } from 'vitest'
import { abbreviates, createShortForms, kindOf } from '../../../src/core/units/short-form.ts'

describe('kindOf', () => {
  it.each([
    ['教育厅', '厅'],
    ['生态环境局高青分局', '分局'],
    ['委教育工委', '工委'],
    ['大数据中心', '中心'],
    ['国家税务总局', '总局'],
    ['有关行业部门', ''],
  ])('%s', (name, kind) => expect(kindOf(name)).toBe(kind))
})

describe('abbreviates', () => {
  it.each([
    ['发改', '发展改革'],
    ['人社', '人力资源社会保障'],
    ['工信', '工业信息化'],
    ['住建', '住房城乡建设'],
    ['市监', '市场监督管理'],
    ['科技', '科学技术'],
  ])('%s stands for %s', (short, name) => expect(abbreviates(short, name)).toBeGreaterThan(0))

  it.each([
    ['建设', '住房城乡建设', 'it begins elsewhere'],
    ['改发', '发展改革', 'the order is another'],
    ['发', '发展改革', 'one character is too little'],
    ['发展改革', '发展改革', 'it is the name itself'],
    ['发卫', '发展改革', 'a character is missing'],
  ])('%s does not stand for %s: %s', (short, name) => expect(abbreviates(short, name)).toBeUndefined())
})

describe('createShortForms', () => {
  const forms = createShortForms(['科学技术局', '科技工业信息化局', '发展改革委', '生态环境局高青分局', '教育厅'])

  it.each([
    ['科技局', ['科学技术局', '科技工业信息化局']],
    ['科工信局', ['科技工业信息化局']],
    ['发改局', []],
    ['生态环境局', []],
    ['教育厅', []],
  ])('%s', (short, expected) => expect(forms.namesOf(short)).toEqual(expected))

  it('prefers the name whose words the characters begin', () => {
    expect(forms.bestNamesOf('科技局')).toEqual(['科学技术局'])
  })
})
