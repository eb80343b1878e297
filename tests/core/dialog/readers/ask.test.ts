import { describe, expect, it } from 'vitest'
import { readAsk, readRelation } from '../../../../src/core/dialog/readers/ask.ts'
import { readDuties } from '../../../../src/core/dialog/readers/duty.ts'
import { readOrdinals } from '../../../../src/core/dialog/readers/ordinal.ts'
import type { Ask } from '../../../../src/core/dialog/slots.ts'
import { saying } from './saying.ts'

describe('what a question wants to know', () => {
  it.each<[Ask, readonly string[]]>([
    ['original', ['原文', '的原文', '原话是什么', '逐字', '怎么写的', '文件里怎么说的']],
    ['compare', ['对比一下', '比较', '有什么区别', '有什么不同', '谁更多', '哪个多', '差在哪']],
    ['related', ['对应', '有没有对应的', '相关联的', '同类', '类似的', '承接']],
    ['count', ['多少项任务', '一共多少项', '共有几条', '几项', '多少个', '总数', '任务数量', '合计多少']],
    ['who', ['谁', '哪个单位', '哪些部门', '什么单位', '是谁', '责任单位是谁']],
    ['when', ['什么时候', '何时', '完成时限', '截止日期', '什么时间', '哪年建成', '几年内', '多久']],
    ['target', ['指标', '量化指标是什么', '目标', '目标值', '建多少亩', '达到多少家', '要建几所', '比去年增长多少亿']],
    ['detail', ['详细说说', '详情', '细节', '说说', '是什么', '讲什么', '主要内容', '展开一下']],
    ['list', ['哪些', '有哪些任务', '什么任务', '分别有哪些']],
  ])('%s: %j', (ask, phrases) => {
    expect(phrases.map(phrase => [phrase, saying(readAsk, phrase).says.ask])).toEqual(
      phrases.map(phrase => [phrase, ask]),
    )
  })

  it.each(['产品质量', '数字经济', '建设任务', '高标准农田', '单位', '时代', '多元化', '比例', '原油产量', ''])(
    'is not in %s',
    phrase => {
      expect(saying(readAsk, phrase)).toEqual({ says: {}, rest: phrase })
    },
  )

  it('is what its first words say', () => {
    expect(saying(readAsk, '原文是哪些')).toEqual({ says: { ask: 'original' }, rest: '' })
  })
})

describe('what has to do with something', () => {
  it.each([
    ['第62项跟哪项有关', 'related'],
    ['和第36条相关的任务', 'related'],
    ['和省科技厅有关的任务', undefined],
    ['有关任务', undefined],
  ])('%s', (phrase, ask) => {
    expect(saying([readDuties, readOrdinals, readRelation], phrase).says.ask).toBe(ask)
  })
})
