import { describe, expect, it } from 'vitest'
import { branchNames, branchOf, headIn, wholeOf } from '../../../src/core/units/branch.ts'
import { createRegionTable } from '../../../src/core/units/regions.ts'

const regions = createRegionTable([])

describe('branchOf', () => {
  it.each([
    ['生态环境局高青分局', '生态环境局', '高青县'],
    ['公共资源交易中心高青分中心', '公共资源交易中心', '高青县'],
    ['出口信用保险公司安徽分公司', '出口信用保险公司', '安徽省'],
    ['生态环境局', undefined, undefined],
    ['生态环境局无名分局', undefined, undefined],
  ])('%s is a branch of %s in %s', (name, head, region) => {
    const branch = branchOf(name, regions)
    expect([branch?.head, branch?.region.name]).toEqual([head, region])
  })
})

describe('branchNames', () => {
  it('has a name for each way to call the head office, the place and both', () => {
    const branch = branchOf('生态环境局高青分局', regions)
    const names = branch === undefined ? [] : branchNames(branch, ['环保局'])
    expect(names.map(({ region, rest }) => region + rest)).toEqual([
      '环保局高青分局',
      '环保局高青县分局',
      '高青县环保局分局',
      '环保高青分局',
      '环保高青县分局',
      '高青县环保分局',
    ])
  })
})

describe('wholeOf', () => {
  it.each([
    ['人民银行济南分行', '人民银行'],
    ['军分区战备建设处', '军分区'],
    ['军分区', ''],
    ['人民银行', ''],
    ['教育局学前教育处', ''],
  ])('%s is a part of %s', (name, whole) => expect(wholeOf(name)).toBe(whole))
})

describe('headIn', () => {
  it.each([
    ['公安局张店分局', '公安局'],
    ['公安局高新区分局', '公安局'],
    ['教育局区县分局', ''],
    ['教育局财政局张店分局', ''],
    ['教育局', ''],
  ])('%s has the head office %s', (name, head) => expect(headIn(name)).toBe(head))
})
