import { describe, expect, it } from 'vitest'
import { abbreviates, createShortForms, createTails, kindOf } from '../../../src/core/units/short-form.ts'

describe('kindOf', () => {
  it.each([
    ['教育厅', '厅'],
    ['生态环境局高青分局', '分局'],
    ['委教育工委', '工委'],
    ['大数据中心', '中心'],
    ['国家税务总局', '总局'],
    ['有关行业部门', ''],
    ['经开区', '区'],
    ['社区', ''],
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

describe('createTails', () => {
  const tailed = createTails(['地方金融监管局', '黄河河务局', '应急管理局', '农业农村局', '教育体育局'])

  it.each([
    ['金融局', ['地方金融监管局']],
    ['金融监管局', ['地方金融监管局']],
    ['河务局', ['黄河河务局']],
    ['农村局', ['农业农村局']],
    ['管理局', []],
    ['监管局', []],
    ['方金融局', []],
    ['农业局', []],
    ['金融委', []],
    ['村局', []],
  ])('%s', (short, expected) => expect(tailed(short)).toEqual(expected))
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
