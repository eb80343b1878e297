import { describe, expect, it } from 'vitest'
import { createUnitDirectory } from '../../../src/core/units/directory.ts'
import type { LedgerName } from '../../../src/core/units/register.ts'
import { directory, entries, ledgerNames, shown } from './ledger.ts'

const PROVINCE = { region: '山东省', level: 'province' } as const
const CITY = { region: '淄博市', level: 'city' } as const
const COUNTY = { region: '高青县', level: 'county' } as const
const OTHER_CITY = { region: '济南市', level: 'city' } as const
const DISTRICT = { region: '张店区', level: 'county' } as const
const SMALL_CITY = { region: '昆山市', level: 'county' } as const
const MUNICIPALITY = { region: '北京市', level: 'province' } as const

const ofNames = (...names: readonly LedgerName[]) => createUnitDirectory(entries, names)

describe('whose unit a document means', () => {
  it.each([
    ['省教育厅', PROVINCE, '山东省/省教育厅', 'province'],
    ['省教育厅', CITY, '山东省/省教育厅', 'province'],
    ['山东省教育厅', CITY, '山东省/省教育厅', 'province'],
    ['市教育局', CITY, '淄博市/市教育局', 'city'],
    ['市教育局', COUNTY, '淄博市/市教育局', 'city'],
    ['市教育局', OTHER_CITY, '济南市/市教育局', 'city'],
    ['市教育局', SMALL_CITY, '昆山市/县教育局', 'county'],
    ['县水利局', COUNTY, '高青县/县水利局', 'county'],
    ['水利局', COUNTY, '高青县/县水利局', 'county'],
    ['高青县水利局', CITY, '高青县/县水利局', 'county'],
    ['区水利局', DISTRICT, '张店区/县水利局', 'county'],
    ['市生态环境局', COUNTY, '淄博市/市生态环境局', 'city'],
    ['市生态环境局高青分局', COUNTY, '高青县/市生态环境局高青分局', 'county'],
    ['市生态环境局高青分局', CITY, '高青县/市生态环境局高青分局', 'county'],
    ['教育部', PROVINCE, '/教育部', 'national'],
    ['国家发展改革委', CITY, '/国家发展和改革委员会', 'national'],
    ['有关行业部门', PROVINCE, '山东省/有关行业部门', null],
    ['各市人民政府', PROVINCE, '山东省/各市人民政府', null],
    ['青岛海关', PROVINCE, '青岛市/青岛海关', null],
    ['人民银行济南分行', PROVINCE, '山东省/人民银行山东省分行', 'province'],
    ['市教委', MUNICIPALITY, '北京市/市教委', 'province'],
  ] as const)('%s in a document of %o', (name, writer, key, level) => {
    expect(directory.refOf(name, writer)).toMatchObject({ key, level })
  })

  it('a county that is not listed has a city of its own above it', () => {
    const [one, other] = ['甲县', '乙县'].map(region => directory.refOf('市教育局', { region, level: 'county' }))
    expect(one?.key).not.toBe(other?.key)
    expect(one?.region).toBe('')
  })
})

describe('the names of one body', () => {
  it.each([
    [['省畜牧局', '省畜牧兽医局'], '省畜牧兽医局'],
    [['省畜牧兽医局', '省畜牧局'], '省畜牧兽医局'],
    [['省应急厅', '省应急管理厅'], '省应急管理厅'],
    [['省卫生计生委', '省卫生健康委'], '省卫生计生委'],
    [['省地方金融监管局', '省委金融办'], '省地方金融监管局'],
    [['市科技局', '市科学技术局'], '市科学技术局'],
  ])('%s make one unit', (names, name) => {
    const writer = names[0]?.startsWith('省') ? PROVINCE : CITY
    const { units } = ofNames(...names.map(written => ({ name: written, ...writer })))
    expect(units.map(unit => unit.name)).toEqual([name])
  })

  it.each([
    [['市教育局', '市体育局']],
    [['市生态环境局', '市生态环境局高青分局']],
    [['省委宣传部', '省委统战部']],
    [['省能源局', '省发展改革委']],
  ])('%s stay apart', names => {
    expect(ofNames(...names.map(name => ({ name, ...CITY }))).units).toHaveLength(names.length)
  })
})

describe('two documents of different cities', () => {
  const both = ofNames({ name: '市教育局', ...CITY }, { name: '市教育局', ...OTHER_CITY })
  const keys = (question: string) => both.read(question).flatMap(({ candidates }) => candidates.map(({ key }) => key))

  it('have a 市教育局 each', () => {
    expect(keys('市教育局')).toEqual(['淄博市/市教育局', '济南市/市教育局'])
  })

  it.each([
    ['济南市教育局', '济南市/市教育局'],
    ['淄博教育局', '淄博市/市教育局'],
  ])('%s is one of them', (question, key) => expect(keys(question)).toEqual([key]))
})

describe('a body bears the mark of its own region', () => {
  const ledger = ofNames({ name: '区教育局', ...DISTRICT }, { name: '市教育局', ...SMALL_CITY })

  it.each([
    ['区教育局', '区教育局 = 区教育局'],
    ['张店区教育局', '张店区教育局 = 区教育局'],
    ['市教育局', '市教育局 = 市教育局'],
    ['昆山市教育局', '昆山市教育局 = 市教育局'],
    ['县教育局', '县教育局 = ∅'],
  ])('%s', (question, expected) => expect(shown(ledger.read(question))).toBe(expected))
})

describe('a branch of a company', () => {
  const ledger = ofNames({ name: '中国出口信用保险公司安徽分公司', region: '安徽省', level: 'province' })

  it('is read by its name', () => {
    const [reading] = ledger.read('中国出口信用保险公司安徽分公司牵头什么')
    expect(reading).toMatchObject({ certainty: 'exact', text: '中国出口信用保险公司安徽分公司' })
    expect(reading?.candidates).toHaveLength(1)
  })
})

describe('a head office with branches', () => {
  const branches = ['市医疗保障局高青分局', '市医疗保障局桓台分局'].map(name => ({ name, ...CITY }))

  it.each([
    ['医保局', '医保局 = 市医疗保障局高青分局/市医疗保障局桓台分局'],
    ['医保局桓台分局', '医保局桓台分局 = 市医疗保障局桓台分局'],
    ['市医保局', '市医保局 = ∅'],
  ])('that is not in the ledger: %s', (question, expected) => {
    expect(shown(ofNames(...branches).read(question))).toBe(expected)
  })

  it('that is in the ledger is not one of them', () => {
    const ledger = ofNames({ name: '市医疗保障局', ...CITY }, ...branches)
    expect(shown(ledger.read('医保局'))).toBe('医保局 = 市医疗保障局')
  })

  it('may be a bank', () => {
    const bank = { name: '人民银行', region: '', level: 'national' } as const
    const branch = { name: '人民银行济南分行', ...PROVINCE }
    expect(shown(ofNames(branch).read('人民银行牵头哪些'))).toBe('人民银行 = 人民银行济南分行')
    expect(shown(ofNames(bank, branch).read('人民银行牵头哪些'))).toBe('人民银行 = 人民银行')
  })
})

describe('zones of two counties', () => {
  const ledger = ofNames(
    { name: '经济开发区', ...COUNTY },
    { name: '经济开发区管委会', region: '桓台县', level: 'county' },
  )

  it.each([
    ['高青经开区', '高青经开区 = 经济开发区'],
    ['桓台县经济开发区', '桓台县经济开发区 = 经济开发区管委会'],
    ['经济开发区', '经济开发区 = 经济开发区/经济开发区管委会'],
    ['张店经开区', '张店经开区 = ∅'],
  ])('%s', (question, expected) => expect(shown(ledger.read(question))).toBe(expected))

  it('are not meant together', () => {
    const named = ['高青经济开发区', '桓台经济开发区'].map(name => ({ name, ...CITY }))
    for (const each of [ledger, ofNames(...named)]) {
      const [reading] = each.read('经济开发区')
      expect(reading?.candidates).toHaveLength(2)
      expect(reading?.together).toBeUndefined()
    }
  })
})

describe('units.json', () => {
  it('lists every body once', () => {
    const names = entries.map(({ name, level }) => `${level} ${name}`)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  it('gives no name to two bodies of a level', () => {
    const names = entries.flatMap(({ name, level, short = [], former = [] }) =>
      [name, ...short, ...former].map(each => `${level} ${each}`),
    )
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  it('lists no short name that the rule derives', () => {
    const derived = entries.flatMap(({ name, level, short = [] }) => {
      const alone = createUnitDirectory([], [{ name, ...(level === 'province' ? PROVINCE : CITY) }])
      return short.filter(each => alone.read(each)[0]?.certainty === 'short' && alone.read(each)[0]?.text === each)
    })
    expect(derived).toEqual([])
  })

  it('names a parent or a head office that it lists', () => {
    const names = new Set(entries.map(({ name }) => name))
    const upper = entries.flatMap(({ parent, branchOf }) => [parent, branchOf]).filter(name => name !== undefined)
    expect(upper.filter(name => !names.has(name))).toEqual([])
  })

  it('has every unit of the five documents that belongs to a level', () => {
    const known = new Set(createUnitDirectory(entries, ledgerNames).units.map(({ key }) => key.split('/')[1]))
    const names = new Set(entries.map(({ name }) => name))
    const unlisted = directory.units.filter(({ key, level }) => level !== null && !names.has(key.split('/')[1] ?? ''))
    expect(known.size).toBeGreaterThan(60)
    expect(unlisted).toEqual([])
  })
})
