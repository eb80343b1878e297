import { describe, expect, it } from 'vitest'
import type { Target } from '../../../src/core/model.ts'
import { checkLine, checkValues, setbacks } from '../../../src/core/progress/check-values.ts'
import { entry } from './entries.ts'

const target = (metric: string, parts: Partial<Target>): Target => ({
  text: metric,
  metric,
  comparator: '>=',
  value: 7500,
  unit: '万千瓦',
  span: [0, 1],
  rule: 'arabic',
  ...parts,
})

const TASK = {
  targets: [
    target('可再生能源装机规模', {}),
    target('海上风电建成并网', { value: 200 }),
    target('单位能耗', { comparator: '<=', value: 3, unit: '吨' }),
    target('遴选试点', { comparator: '=', value: 60, unit: '个' }),
  ],
}

const value = (text: string, number: number, unit: string) => ({ text, value: number, unit })

describe('a reported number beside the target', () => {
  it.each([
    [value('可再生能源装机已达7600万千瓦', 7600, '万千瓦'), '可再生能源装机规模：7600 ≥ 7500万千瓦，达到指标'],
    [value('可再生能源装机76GW', 76, 'GW'), '可再生能源装机规模：76GW ≥ 7500万千瓦，达到指标'],
    [value('可再生能源装机0.76亿千瓦', 0.76, '亿千瓦'), '可再生能源装机规模：0.76亿千瓦 ≥ 7500万千瓦，达到指标'],
    [value('可再生能源装机7060万千瓦', 7060, '万千瓦'), '可再生能源装机规模：7060 < 7500万千瓦，未达到指标'],
    [value('海上风电并网210万千瓦', 210, '万千瓦'), '海上风电建成并网：210 ≥ 200万千瓦，达到指标'],
    [value('能耗2.5吨', 2.5, '吨'), '单位能耗：2.5 ≤ 3吨，达到指标'],
    [value('能耗3.5吨', 3.5, '吨'), '单位能耗：3.5 > 3吨，未达到指标'],
    [value('已遴选试点58个', 58, '个'), '遴选试点：58 < 60个，未达到指标'],
    [value('已遴选试点60个', 60, '个'), '遴选试点：60 = 60个，达到指标'],
  ])('%o', (said, line) => {
    expect(checkValues(TASK, [said]).map(checkLine)).toEqual([line])
  })

  it.each([
    [value('投资7600亿元', 7600, '亿元'), 'another kind'],
    [value('装了7600万千瓦', 7600, '万千瓦'), 'two targets of its kind, and no word of either'],
  ])('%o is left out: %s', said => {
    expect(checkValues(TASK, [said])).toEqual([])
  })
})

describe('less than before', () => {
  const before = entry.report({ percent: 80, values: [value('可再生能源装机7600万千瓦', 7600, '万千瓦')] })
  const after = (parts: Parameters<typeof setbacks>[2]) => setbacks(TASK, { reports: [before] }, parts)

  it.each([
    [{ percent: 70, values: [] }, ['比6月1日报的80%低']],
    [{ percent: 80, values: [] }, []],
    [{ values: [value('可再生能源装机70.6GW', 70.6, 'GW')] }, ['70.6GW比6月1日报的7600万千瓦低']],
    [{ values: [value('可再生能源装机77GW', 77, 'GW')] }, []],
    [{ values: [value('海上风电并网100万千瓦', 100, '万千瓦')] }, []],
  ])('%o', (said, lines) => {
    expect(after(said)).toEqual(lines)
  })

  it('is no setback where less is better', () => {
    const earlier = entry.report({ values: [value('能耗3.5吨', 3.5, '吨')] })
    expect(setbacks(TASK, { reports: [earlier] }, { values: [value('能耗2.9吨', 2.9, '吨')] })).toEqual([])
  })
})
