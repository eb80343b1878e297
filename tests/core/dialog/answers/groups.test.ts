import { describe, expect, it } from 'vitest'
import type { Task } from '../../../../src/core/model.ts'
import { answerTo, ledger, linesTo } from '../seed-ledger.ts'

/** Tasks per leading unit, counted out plainly, most first. One unit may be written in two ways: 省畜牧局, 省畜牧兽医局. */
function leadCounts(): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const [number, task] of ledger.tasks.entries()) {
    for (const name of leadersOf(task, number)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)
}

const leadersOf = ({ leadUnits }: Task, number: number): ReadonlySet<string> =>
  new Set(leadUnits.map(name => ledger.units.refOf(name, ledger.entryOf(number).document).name))

/** `12. 省教育厅：13项` as name and number. */
const countsIn = (question: string) =>
  linesTo(question).flatMap(line => {
    const { name, count } = /^(?:\d+\. )?(?<name>.+)：(?<count>\d+)项$/u.exec(line)?.groups ?? {}
    return name === undefined ? [] : [[name, Number(count)] as const]
  })
const sorted = (counts: readonly (readonly [string, number])[]) => counts.toSorted(([a], [b]) => (a < b ? -1 : 1))

describe('tasks counted out', () => {
  it('by unit and role', () => {
    expect(sorted(countsIn('各单位牵头多少项'))).toEqual(sorted(leadCounts()))
  })

  it('by document', () => {
    const expected = ledger.documents.map(({ document, start, end }) => [document.id, end - start] as const)
    expect(sorted(countsIn('五个文件各有多少项任务'))).toEqual(sorted(expected))
  })

  it('by level', () => {
    expect(countsIn('省市县三级各有多少项任务')).toEqual([
      ['省级', 161],
      ['市级', 51],
      ['县级', 64],
    ])
  })

  it('by section of one document', () => {
    const counts = countsIn('鲁政办字5号各部分有多少项任务')
    expect(counts.length).toBe(12)
    expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(116)
    expect(counts[0]).toEqual([expect.stringContaining('一、深入实施创新驱动发展战略'), 10])
  })

  it('of one unit, by document', () => {
    expect(countsIn('省教育厅牵头的任务按文件分')).toEqual([
      ['鲁政办字〔2023〕5号', 3],
      ['鲁政发〔2023〕6号', 10],
    ])
  })

  it.each([
    ['牵头任务最多的三个单位', 3],
    ['哪个单位牵头最多', 1],
  ])('%s: the first %i', (question, count) => {
    expect(countsIn(question)).toEqual(leadCounts().slice(0, count))
  })

  it('with all that are level at the end', () => {
    const all = leadCounts()
    const least = all.filter(([, count]) => count === all.at(-1)?.[1])
    expect(sorted(countsIn('牵头任务最少的单位'))).toEqual(sorted(least))
  })

  it('has the tasks of the groups that are shown', () => {
    const { kind, total, taskIds } = answerTo('哪个单位牵头最多')
    expect([kind, total, taskIds.length]).toEqual(['count', 46, 46])
  })
})

describe('a comparison', () => {
  it.each([
    [
      '省教育厅和省科技厅谁牵头的任务多',
      [
        ['省教育厅牵头', 13],
        ['省科技厅牵头', 11],
      ],
    ],
    [
      '对比省里和县里的任务数',
      [
        ['省级', 161],
        ['县级', 64],
      ],
    ],
    [
      '省教育厅在5号文和6号文里各牵头多少项',
      [
        ['鲁政办字〔2023〕5号', 3],
        ['鲁政发〔2023〕6号', 10],
      ],
    ],
  ])('%s', (question, sides) => {
    expect(countsIn(question)).toEqual(sides)
  })

  it('gives the numbers of both sides where there are few tasks', () => {
    const { text, kind } = answerTo('对比一下省里和高青县的高标准农田任务')
    expect(kind).toBe('count')
    expect(text).toContain('省级：1项')
    expect(text).toContain('高青县：1项')
    expect(text).toContain('400万亩')
  })
})
