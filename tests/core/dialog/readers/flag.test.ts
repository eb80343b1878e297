import { describe, expect, it } from 'vitest'
import { readFlags } from '../../../../src/core/dialog/readers/flag.ts'
import type { Flag } from '../../../../src/core/search/flags.ts'
import { saying } from './saying.ts'

describe('what tasks have or lack', () => {
  it.each<[Flag, readonly string[]]>([
    ['no-lead', ['没有牵头单位', '没写牵头单位的', '未明确牵头', '没人牵头', '没有牵头部门', '无牵头单位']],
    ['no-unit', ['没有责任单位', '没写责任单位', '没有责任人', '未明确责任单位']],
    ['no-support', ['没有参与单位', '没有配合单位的']],
    ['no-target', ['没有指标', '没有量化指标', '无目标', '不带指标', '没有目标值']],
    ['no-deadline', ['没有时限', '没写期限', '没有完成时限的', '没有写明截止日期']],
    ['has-target', ['有指标的', '有量化指标的', '有具体目标']],
    ['has-deadline', ['有期限的', '明确了完成时限', '写了完成时间', '带期限']],
    ['has-support', ['有参与单位的']],
    ['sole-lead', ['单独牵头', '独自牵头', '一家牵头']],
  ])('%s: %j', (flag, phrases) => {
    expect(phrases.map(phrase => [phrase, saying(readFlags, phrase).says.flags])).toEqual(
      phrases.map(phrase => [phrase, [flag]]),
    )
  })

  it('are as many as are said', () => {
    expect(saying(readFlags, '没有时限的、没有指标的').says.flags?.toSorted()).toEqual(['no-deadline', 'no-target'])
  })

  it.each(['有指标超过1000家', '有什么目标', '独立完成', '目标', '时限', '牵头单位', '没有条件', '有限公司', ''])(
    'nothing in %s',
    phrase => {
      expect(saying(readFlags, phrase)).toEqual({ says: {}, rest: phrase })
    },
  )
})
