import { describe, expect, it } from 'vitest'
import { readDuties } from '../../../../src/core/dialog/readers/duty.ts'
import type { Role } from '../../../../src/core/dialog/slots.ts'
import { saying, unitsShown } from './saying.ts'

describe('the roles of units', () => {
  it.each([
    ['省教育厅牵头', '省教育厅=省教育厅', 'lead'],
    ['由省教育厅负责', '省教育厅=省教育厅', 'charge'],
    ['牵头单位是省教育厅', '省教育厅=省教育厅', 'lead'],
    ['省教育厅作为牵头单位', '省教育厅=省教育厅', 'lead'],
    ['省教育厅主管', '省教育厅=省教育厅', 'charge'],
    ['需要青岛海关配合', '青岛海关=青岛海关', 'support'],
    ['省科技厅也在里面', '省科技厅=省科技厅', 'any'],
    ['省委宣传部牵头', '省委宣传部=省委宣传部', 'lead'],
    ['省教育厅', '省教育厅=省教育厅', undefined],
    ['工信厅参与', '工信厅≈省工业和信息化厅', 'support'],
    ['发改委牵头', '发改委≈省发展改革委/市发展改革委', 'lead'],
    ['省教育听牵头', '省教育听~省教育厅', 'lead'],
    ['济南市科技局牵头', '济南市科技局=∅', 'lead'],
    ['教育部负责', '教育部=∅', 'charge'],
    ['省委牵头', '省委=∅', 'lead'],
    ['市政府负责', '市政府=∅', 'charge'],
  ])('%s: one unit', (phrase, units, role) => {
    const { says } = saying(readDuties, phrase)
    expect([unitsShown(says), says.role, says.unitLogic]).toEqual([units, role, undefined])
  })

  it.each<[Role, readonly string[]]>([
    ['lead', ['牵头', '牵头负责', '主办', '领衔', '挑头']],
    ['support', ['参与', '参加', '配合', '协办', '协助', '协同', '会同']],
    ['charge', ['负责', '承担', '承办', '主管', '分管', '主责']],
  ])('%s: %j', (role, words) => {
    expect(words.map(word => [word, saying(readDuties, `省教育厅${word}的任务`).says.role])).toEqual(
      words.map(word => [word, role]),
    )
  })

  it.each([
    ['省教育厅、省科技厅牵头', '省教育厅=省教育厅; 省科技厅=省科技厅', 'lead', 'any'],
    ['省教育厅或省科技厅牵头', '省教育厅=省教育厅; 省科技厅=省科技厅', 'lead', 'any'],
    ['省教育厅和省科技厅共同牵头', '省教育厅=省教育厅; 省科技厅=省科技厅', 'lead', 'all'],
    ['省教育厅和省科技厅都牵头', '省教育厅=省教育厅; 省科技厅=省科技厅', 'lead', 'all'],
    ['省教育厅与省科技厅都参与', '省教育厅=省教育厅; 省科技厅=省科技厅', 'any', 'all'],
    ['省教育厅牵头、省科技厅参与', '省教育厅=省教育厅 lead; 省科技厅=省科技厅 support', undefined, 'all'],
  ])('%s: several units', (phrase, units, role, logic) => {
    const { says } = saying(readDuties, phrase)
    expect([unitsShown(says), says.role, says.unitLogic]).toEqual([units, role, logic])
  })

  it.each([
    ['除省教育厅外', '省教育厅=省教育厅 not'],
    ['不包括省教育厅', '省教育厅=省教育厅 not'],
    ['省教育厅没有牵头', '省教育厅=省教育厅 not lead'],
    ['省教育厅未参与', '省教育厅=省教育厅 not any'],
    ['省教育厅牵头，省科技厅不牵头的', '省教育厅=省教育厅 lead; 省科技厅=省科技厅 not lead'],
    ['省教育厅牵头而省科技厅没有参与', '省教育厅=省教育厅 lead; 省科技厅=省科技厅 not any'],
    ['省发改委参与但不牵头', '省发改委≈省发展改革委 support; 省发改委≈省发展改革委 not lead'],
  ])('%s: a unit left out', (phrase, units) => {
    expect(unitsShown(saying(readDuties, phrase).says)).toBe(units)
  })

  it.each(['省发改委牵头或者参与', '省发改委牵头和参与'])('%s: both roles of one unit', phrase => {
    expect(unitsShown(saying(readDuties, phrase).says)).toBe('省发改委≈省发展改革委 any')
  })

  it.each([
    ['谁牵头', 'lead', '谁'],
    ['那参与的呢', 'support', '那呢'],
    ['责任单位是谁', 'charge', '是谁'],
  ])('%s: a role without a unit', (phrase, role, rest) => {
    expect(saying(readDuties, phrase)).toEqual({ says: { role }, rest })
  })

  it.each(['可再生能源装机', '教育', '科技创新', '省委常委会', '城市更新', '海洋强省', '青岛', '政府工作报告', ''])(
    'nothing in %s',
    phrase => {
      expect(saying(readDuties, phrase)).toEqual({ says: {}, rest: phrase })
    },
  )
})
