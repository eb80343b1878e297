import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCorrection } from '../../../../src/core/progress/reading/correction.ts'
import { readStatements } from '../../../../src/core/progress/reading/statement.ts'
import { formatHanNumber } from '../../../../src/core/text/numerals.ts'
import { normaliseQuantity } from '../../../../src/core/text/quantity.ts'

const context = { hasTopic: () => false }
const only = (typed: string) => {
  const statements = readStatements(typed, context)?.statements ?? []
  expect(statements).toHaveLength(1)
  return statements[0]
}

const wide = (text: string): string => text.replace(/[!-~]/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
const tenths = (percent: number): string => {
  const [whole, half] = [Math.floor(percent / 10), percent % 10]
  return `${formatHanNumber(whole)}成${half === 0 ? '' : formatHanNumber(half)}`
}

/** Every way to spell a whole percentage. */
const SPELLINGS: readonly ((percent: number) => string)[] = [
  percent => `${percent}%`,
  percent => `${percent}％`,
  percent => wide(`${percent}%`),
  percent => `${percent} %`,
  percent => `百分之${formatHanNumber(percent)}`,
  percent => `百分之${percent}`,
  percent => `百分之 ${formatHanNumber(percent)}`,
]
const LEADS = [
  '完成',
  '已完成',
  '进度',
  '进度达到',
  '形象进度',
  '完成率',
  '目前完成',
  '累计完成约',
  '已完成了',
  '总体完成',
  '',
]
const TAILS = ['', '。', '，下步继续推进', '，问题：资金未到位', '下一步继续推进', '，差2个', '👍', '\n存在问题：无']

describe('a percentage', () => {
  const lead = fc.constantFrom(...LEADS)
  const tail = fc.constantFrom(...TAILS)

  it('is the same in every spelling', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.constantFrom(...SPELLINGS),
        lead,
        tail,
        (percent, spell, before, after) => {
          expect(only(`27条${before}${spell(percent)}${after}`)?.percent).toBe(percent)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is read from tenths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 99 }), lead, tail, (percent, before, after) => {
        expect(only(`27条${before}${tenths(percent)}${after}`)?.percent).toBe(percent)
      }),
    )
  })

  it('keeps its decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), basis => {
        expect(only(`27条完成${(basis / 100).toFixed(2)}%`)?.percent).toBe(basis / 100)
      }),
    )
  })

  it('is none above a hundred', () => {
    fc.assert(
      fc.property(fc.integer({ min: 101, max: 999 }), percent => {
        expect(only(`27条完成${percent}%`)).toMatchObject({
          values: [{ value: percent, unit: '%' }],
          declaresDone: false,
        })
        expect(only(`27条完成${percent}%`)).not.toHaveProperty('percent')
      }),
    )
  })
})

describe('a quantity', () => {
  /** Units of power and how many kilowatts they are. */
  const POWER = { 千瓦: 1, 万千瓦: 1e4, 亿千瓦: 1e8, MW: 1e3, 兆瓦: 1e3, GW: 1e6, 吉瓦: 1e6, 万kW: 1e4 }

  it('measures the same in every unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.constantFrom(...Object.entries(POWER)),
        (value, [unit, size]) => {
          const [read] = only(`27条可再生能源装机已达${value}${unit}，下步继续`)?.values ?? []
          expect(read).toEqual({ text: `可再生能源装机已达${value}${unit}`, value, unit })
          expect(normaliseQuantity(value, unit).value).toBeCloseTo(value * size, 3)
        },
      ),
    )
  })
})

const POINTERS = [
  '27',
  '27条',
  '第27条',
  '第２７條',
  '25-30条',
  '25、26、30',
  '5号文27条',
  '鲁政办字〔2023〕5号#27',
  '（三）',
  '二（一）1',
  '省能源局27条',
]
const CLAUSES = [
  '已完成80%',
  '已遴选试点58个',
  '正在推进',
  '完成投资5亿元',
  '专家已到位👍',
  '已召开推进会 2 次',
  '下步打算：组建专家库',
  '问题：资金未到位',
  '差2个',
  '預計年底完成',
]
const body = fc.array(fc.constantFrom(...CLAUSES), { minLength: 1, maxLength: 6 }).map(clauses => clauses.join('，'))

describe('the words of a person', () => {
  it('are kept as they were written, all of them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...POINTERS), fc.constantFrom('：', ' ', '，'), body, (pointer, mark, words) => {
        expect(only(`进展 ${pointer}${mark}${words}`)?.text).toBe(words)
      }),
      { numRuns: 300 },
    )
  })

  it('are shared out among several tasks, in order and without a loss', () => {
    const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), body), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '；\n', '\r\n\r\n'), (reports, mark) => {
        const typed = reports.map(([number, words]) => `第${number}条${words}`).join(mark)
        const read = readStatements(typed, context)?.statements
        expect(read?.map(({ pointer, text }) => [pointer, text])).toEqual(
          reports.map(([number, words]) => [{ kind: 'ordinal', words: `第${number}条` }, words]),
        )
      }),
    )
  })
})

/** Pieces that the readers look for, and pieces that mean nothing, in any order. */
const pieces = fc.constantFrom(
  ...[
    ...POINTERS,
    ...CLAUSES,
    ...TAILS,
    '完成',
    '已',
    '的',
    '条',
    '1、',
    '2.',
    '一、',
    '截至',
    '目标',
    '没有',
    '不是',
    '，是',
    '改成',
    '@督办 ',
  ],
  ...[
    '进展',
    '汇报如下：',
    '那条',
    '吗',
    '？',
    '(',
    '）',
    '\u200b',
    '👨‍👩‍👧',
    '其中',
    '全部',
    '%',
    '1,000',
    '成',
    '百分之',
    'x',
    '\ud800',
    '\t',
  ],
)
const hostile = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map(parts => parts.join('')),
  fc.tuple(pieces, fc.integer({ min: 1, max: 1000 })).map(([piece, times]) => piece.repeat(times).slice(0, 1000)),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

describe('whatever is typed', () => {
  it('is read without an exception, and what is quoted was written', () => {
    fc.assert(
      fc.property(hostile, typed => {
        const statements = readStatements(typed, { hasTopic: words => words.length > 3 })?.statements ?? []
        const corrected = readCorrection(typed)
        for (const { text, percent = 0 } of [...statements, ...(corrected ? [corrected.statement] : [])]) {
          expect(text).not.toBe('')
          expect(typed).toContain(text)
          expect(percent).toBeGreaterThanOrEqual(0)
          expect(percent).toBeLessThanOrEqual(100)
        }
        expect(typed).toContain(corrected?.old ?? '')
      }),
      { numRuns: 1000 },
    )
  })
})
