import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareQuantities, normaliseQuantity, readQuantity } from '../../../src/core/text/quantity.ts'
import { scanQuantities } from '../../../src/core/text/quantity-mention.ts'

describe('normaliseQuantity', () => {
  test.each<[number, string, number, string, string]>([
    [7600, '万千瓦', 76_000_000, '千瓦', 'power'],
    [76, 'GW', 76_000_000, '千瓦', 'power'],
    [0.76, '亿千瓦', 76_000_000, '千瓦', 'power'],
    [900, 'MW', 900_000, '千瓦', 'power'],
    [1250, '亿千瓦时', 125_000_000_000, '千瓦时', 'energy'],
    [2.8, '万家', 28_000, '家', '家'],
    [85, '%', 85, '%', 'share'],
    [85, '％', 85, '%', 'share'],
    [15, '个百分点', 15, '百分点', 'points'],
    [6000, '亿元', 600_000_000_000, '元', 'money'],
    [790, '名', 790, '人', 'persons'],
    [70, '万人', 700_000, '人', 'persons'],
    [18, '千米', 18, '公里', 'length'],
    [1, '平方公里', 1_000_000, '平方米', 'area'],
    [15, '亩', 10_000, '平方米', 'area'],
    [1, '公顷', 10_000, '平方米', 'area'],
    [760, '亿斤', 38_000_000, '吨', 'mass'],
    [241.1, '亿立方米', 24_110_000_000, '立方米', 'volume'],
    [3, '千吨', 3000, '吨', 'mass'],
    [2, '百万元', 2_000_000, '元', 'money'],
    [0.07, '百元', 7, '元', 'money'],
    [5, '奇怪单位', 5, '奇怪单位', '奇怪单位'],
  ])('%d %s is %d %s', (value, unit, base, baseUnit, dimension) => {
    expect(normaliseQuantity(value, unit)).toEqual({ value: base, unit: baseUnit, dimension })
  })

  test('a multiplier in the unit is a factor of the value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom('家', '元', '千瓦', '亩'), (value, unit) => {
        expect(compareQuantities({ value, unit: `万${unit}` }, { value: value * 10_000, unit })).toBe(0)
      }),
    )
  })
})

describe('compareQuantities', () => {
  test.each<[[number, string], [number, string], number | null]>([
    [[7600, '万千瓦'], [76, 'GW'], 0],
    [[2.8, '万家'], [3000, '家'], 1],
    [[900, '亿元'], [1, '万亿元'], -1],
    [[60, '名'], [50, '人'], 1],
    [[3, '家'], [3, '个'], null],
    [[5, '%'], [5, '个百分点'], null],
    [[5, '千瓦'], [5, '千瓦时'], null],
  ])('%j to %j is %j', ([a, unitA], [b, unitB], order) => {
    expect(compareQuantities({ value: a, unit: unitA }, { value: b, unit: unitB })).toBe(order)
  })
})

describe('readQuantity', () => {
  test.each<[string, string, number, string]>([
    ['超过1000家', '>=', 1000, '家'],
    ['1000家以上', '>=', 1000, '家'],
    ['不低于95%', '>=', 95, '%'],
    ['达到 2.8 万家', '>=', 2.8, '万家'],
    ['≥80％', '>=', 80, '%'],
    ['控制在5%以内', '<=', 5, '%'],
    ['控制在5%', '<=', 5, '%'],
    ['不超过3000万元', '<=', 3000, '万元'],
    ['不多于三个', '<=', 3, '个'],
    ['少于10个', '<=', 10, '个'],
    ['30家左右', '~', 30, '家'],
    ['约800平方公里', '~', 800, '平方公里'],
    ['200家', '=', 200, '家'],
    ['已完成80%', '=', 80, '%'],
    ['一千家以上', '>=', 1000, '家'],
    ['百分之八十以上', '>=', 80, '%'],
    ['超过1000', '>=', 1000, ''],
    ['大于76gw', '>=', 76, 'gw'],
    ['３６家', '=', 36, '家'],
  ])('%s', (text, comparator, value, unit) => {
    expect(readQuantity(text)).toEqual({ comparator, value, unit })
  })

  test('a range has both ends', () => {
    expect(readQuantity('3—5个')).toEqual({ comparator: '=', value: 3, valueMax: 5, unit: '个' })
  })

  test.each(['', '多少家', '尽快完成', '第'])('%s has none', text => {
    expect(readQuantity(text)).toBeNull()
  })
})

describe('scanQuantities', () => {
  const found = (text: string) =>
    scanQuantities(text).map(({ comparator, value, unit }) => `${comparator}${value}${unit}`)

  test.each<[string, string[]]>([
    ['新增3家、80家左右', ['=3家', '~80家']],
    ['分别达到72家、78家', ['>=72家', '>=78家']],
    ['达30%、20%和10%', ['>=30%', '>=20%', '>=10%']],
    ['达到55%、95%以上', ['>=55%', '>=95%']],
    ['达到3家，另有5家', ['>=3家', '=5家']],
    ['约5平方公里、2处', ['~5平方公里', '=2处']],
    ['7000余家', ['>=7000家']],
    ['百余家', ['>=100家']],
    ['10多个', ['>=10个']],
    ['6000余万元', ['>=6000万元']],
    ['百余万册', ['>=100万册']],
    ['30%—35%', ['=30%']],
    ['5亿元-8亿元', ['=5亿元']],
    ['2000名城乡妇女', ['=2000名']],
    ['3项目标', ['=3项']],
    ['30场（次）以上', ['>=30场（次）']],
    ['至少配备1名', ['>=1名']],
    ['不低于总量的70%', ['>=70%']],
    ['节约3亿元', ['=3亿元']],
    ['3.5万以上。', ['>=3.5万']],
    ['35蒸吨/小时及以下', ['<=35蒸吨/小时']],
  ])('%s', (text, quantities) => {
    expect(found(text)).toEqual(quantities)
  })

  test.each([
    '5G',
    'HG30等',
    '2+3个',
    '第3个',
    '〔2022〕18号',
    '811计划',
    '2025年',
    '16部门',
    '9片区',
    '3项目',
    '24节气',
    '1对1',
    '3分类',
    '零部件',
    '500强',
    '4A级',
    '六大工程',
    '2023—2025年',
    '12345热线',
    '2.0版',
    'U1等项目',
  ])('%s holds no quantity', text => {
    expect(found(text)).toEqual([])
  })

  test('finds what was written, in its place', () => {
    const unit = fc.constantFrom('家', '个', '万亩', '%', '亿元', '千瓦时', '平方公里')
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        unit,
        fc.constantFrom('', '建成', '达到'),
        (value, word, before) => {
          const [mention] = scanQuantities(`${before}${value}${word}。`)
          expect(mention).toMatchObject({ value, unit: word, start: before.length })
        },
      ),
    )
  })
})
