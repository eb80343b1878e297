import { describe, expect, it } from 'vitest'
import { createRegionTable, stemOf } from '../../../src/core/units/regions.ts'

const regions = createRegionTable([{ name: '云岭县', level: 'county', parent: '' }])

describe('stemOf', () => {
  it.each([
    ['山东省', '山东'],
    ['淄博市', '淄博'],
    ['莒县', '莒县'],
    ['广西壮族自治区', '广西'],
    ['新疆维吾尔自治区', '新疆'],
    ['黔南州', '黔南'],
  ])('%s', (region, stem) => expect(stemOf(region)).toBe(stem))
})

describe('a region', () => {
  it.each([
    ['高青县', 'city', '淄博市'],
    ['高青', 'province', '山东省'],
    ['淄博市', 'city', '淄博市'],
    ['杭州', 'province', '浙江省'],
    ['吉林', 'province', '吉林省'],
    ['云岭县', 'city', undefined],
    ['山东省', 'city', undefined],
  ] as const)('%s has the %s %s', (name, level, expected) => expect(regions.at(name, level)?.name).toBe(expected))

  it.each([
    ['山东省教育厅', 0, '山东省'],
    ['在云岭县教体局', 1, '云岭县'],
    ['内蒙古自治区教育厅', 0, '内蒙古自治区'],
    ['教育厅', 0, undefined],
  ])('stands in %s at %i', (text, start, expected) =>
    expect(regions.longestAt(text, start)?.region.name).toBe(expected),
  )
})

describe('the table', () => {
  it('has provinces of every kind, and the city that shares its name with one', () => {
    const provinces = ['北京市', '河北省', '西藏自治区', '台湾省', '澳门特别行政区']
    for (const name of provinces) expect(regions.find(name)).toMatchObject({ level: 'province', parent: '' })
    expect(regions.find('吉林市')).toMatchObject({ level: 'city', parent: '吉林省' })
  })
})
