import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCorrection } from '../../../../src/core/progress/reading/correction.ts'
import { readStatements } from '../../../../src/core/progress/reading/statement.ts'

interface Expected {
  readonly old?: string
  /** The words of an ordinal; nothing: the task spoken of. */
  readonly task?: string
  readonly text: string
  readonly percent?: number
  readonly value?: readonly [value: number, unit: string]
  readonly done?: true
  readonly nextStep?: string
}

/** A number without a unit has the unit of what it replaces. */
const CORRECTIONS: readonly (readonly [typed: string, expected: Expected])[] = [
  ['改成7060', { text: '7060', value: [7060, ''] }],
  ['改成７０６０', { text: '７０６０', value: [7060, ''] }],
  ['改為7060萬千瓦', { text: '7060萬千瓦', value: [7060, '万千瓦'] }],
  ['请改成7060', { text: '7060', value: [7060, ''] }],
  ['修改为7060', { text: '7060', value: [7060, ''] }],
  ['更正为85%', { text: '85%', percent: 85 }],
  ['更正：85%', { text: '85%', percent: 85 }],
  ['进度改成八成', { text: '八成', percent: 80 }],
  ['不是7600，是7060', { old: '7600', text: '7060', value: [7060, ''] }],
  ['不是7600,而是7060', { old: '7600', text: '7060', value: [7060, ''] }],
  ['不是 7600 是 7060', { old: '7600', text: '7060', value: [7060, ''] }],
  ['不是58个，是60个', { old: '58个', text: '60个', value: [60, '个'] }],
  ['不是80%，应该是85%', { old: '80%', text: '85%', percent: 85 }],
  ['应为7060万千瓦', { text: '7060万千瓦', value: [7060, '万千瓦'] }],
  ['应该是八成', { text: '八成', percent: 80 }],
  ['数据应为7060', { text: '7060', value: [7060, ''] }],
  ['说错了，是85%', { text: '85%', percent: 85 }],
  ['刚才报错了，应为7060万千瓦', { text: '7060万千瓦', value: [7060, '万千瓦'] }],
  ['7600改成7060', { old: '7600', text: '7060', value: [7060, ''] }],
  ['把80%改成85%', { old: '80%', text: '85%', percent: 85 }],
  ['27条改成85%', { task: '27条', text: '85%', percent: 85 }],
  [
    '第27条更正为7060万千瓦，下步继续',
    { task: '第27条', text: '7060万千瓦，下步继续', value: [7060, '万千瓦'], nextStep: '继续' },
  ],
  [
    '27条不是7600万千瓦，是7060万千瓦',
    { old: '7600万千瓦', task: '27条', text: '7060万千瓦', value: [7060, '万千瓦'] },
  ],
  ['27条数据应为7060万千瓦', { task: '27条', text: '7060万千瓦', value: [7060, '万千瓦'] }],
  ['说错了，27条完成85%', { task: '27条', text: '完成85%', percent: 85 }],
  ['27条改为已完成', { task: '27条', text: '已完成', done: true }],
  ['不是7600，是7060，请更正', { old: '7600', text: '7060，请更正', value: [7060, ''] }],
]

const NO_CORRECTIONS = [
  '27完成80%',
  '不是省的，是市里的',
  '我问的是高青县的',
  '不是5号文，是6号文',
  '不是第27条，是第28条',
  '不是27条，是28条',
  '说错了，是28条',
  '换成县里的',
  '改成只看省的',
  '改成每周二9点推送',
  '改成提前3天提醒',
  '改到9月底',
  '改成9月底',
  '27条改成省能源局牵头',
  '27条已改成线上办理，完成80%',
  '27条是不是改成85%了',
  '改成多少',
  '改成7060了吗',
  '改成',
  '更正',
  '错了',
  '不对',
  '是7060',
  '7060',
  '',
]

const bank: readonly { readonly q?: string; readonly turns?: readonly string[] }[] = JSON.parse(
  readFileSync(new URL('../../../golden/questions.json', import.meta.url), 'utf8'),
)

describe('a correction', () => {
  it.each(CORRECTIONS)('%j', (typed, { old, task, text, percent, value, done, nextStep }) => {
    const correction = readCorrection(typed)
    expect(correction?.old).toBe(old)
    expect(correction?.statement).toEqual({
      pointer: task === undefined ? { kind: 'context' } : { kind: 'ordinal', words: task },
      text,
      ...(percent === undefined ? {} : { percent }),
      values: value ? [{ text: text.split('，')[0], value: value[0], unit: value[1] }] : [],
      ...(nextStep === undefined ? {} : { nextStep }),
      declaresDone: done ?? false,
      declaresNone: false,
      declaresStarted: false,
    })
  })

  it.each(CORRECTIONS)('%j is no report', typed => {
    expect(readStatements(typed, { hasTopic: () => true })).toBeNull()
  })

  it.each(NO_CORRECTIONS)('is not %j', typed => {
    expect(readCorrection(typed)).toBeNull()
  })

  it('is no question of the bank', () => {
    const questions = bank.flatMap(({ q, turns }) => turns ?? [q ?? ''])
    expect(questions.filter(question => readCorrection(question) !== null)).toEqual([])
  })
})
