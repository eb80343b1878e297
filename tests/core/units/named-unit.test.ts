import { describe, expect, it } from 'vitest'
import { namedUnit } from '../../../src/core/units/named-unit.ts'
import { ledger } from '../dialog/seed-ledger.ts'

describe('the unit of a name in a list', () => {
  it.each([
    ['省能源局', '山东省/省能源局'],
    ['省发改委', '山东省/省发展和改革委员会'],
    ['市教育局', '淄博市/市教育局'],
    ['淄博市市教育局', '淄博市/市教育局'],
    ['淄博市/市教育局', '淄博市/市教育局'],
  ])('%s is %s', (words, key) => {
    expect(namedUnit(words, ledger.units)).toMatchObject({ unit: { key } })
  })

  it.each([
    ['a name with a wrong character', '省能源句', '是不是指“省能源局”'],
    ['a unit of another place', '济南市科技局', '是不是指“市科技局”'],
    ['a name that several have', '海关', '“青岛海关”、“济南海关”'],
    ['a name with more words', '省能源局综合处', '没有“省能源局综合处”'],
    ['two units', '省教育厅、省科技厅', '没有“省教育厅、省科技厅”'],
    ['no unit', '有关部门', '没有“有关部门”'],
    ['nothing', '', '没有“”'],
  ])('%s is none, and it says what may be meant', (_, words, problem) => {
    expect(namedUnit(words, ledger.units)).toEqual({ unit: null, problem: expect.stringContaining(problem) })
  })
})
