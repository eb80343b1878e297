import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildTaskIndex } from '../../../src/core/search/build-index.ts'
import type { TaskText } from '../../../src/core/search/task-index.ts'
import { naiveContaining, naiveScores } from './naive-index.ts'

const TASKS: readonly TaskText[] = [
  { title: '大力发展可再生能源', body: '年底全省可再生能源装机规模达到7500 万千瓦以上，推进海上风电。' },
  { title: '培育产教融合共同体', body: '建设“十强”产业学院，每万人拥有５Ｇ基站20个，水' },
  { title: '扩大对外开放', body: '用好RCEP规则，开行U1线班列，产、教、融合发展。' },
  { title: '建设高标准农田', body: '新增高标准农田667.5万亩，节水20%以上；发展可再' },
]

describe('containing', () => {
  const index = buildTaskIndex(TASKS)
  test.each<[string, number[]]>([
    ['可再生能源', [0]],
    ['可再', [0, 3]],
    ['能源装机规模', [0]],
    ['7500万千瓦', [0]],
    ['７５００万千瓦', [0]],
    ['5g基站', [1]],
    ['5G', [1]],
    ['rcep', [2]],
    ['U1', [2]],
    ['十强产业', [1]],
    ['667.5万亩', [3]],
    ['20%', [3]],
    ['水', [1, 3]],
    ['产教 融合', [1]],
    ['产、教、融合', [2]],
  ])('finds %s', (phrase, tasks) => {
    expect([...index.containing(phrase)]).toEqual(tasks)
  })

  test.each([
    ['a number inside a longer one', '500万千瓦'],
    ['part of a word', 'CEP'],
    ['words around the end of a title', '能源年底'],
    ['words of two tasks', '海上风电培育'],
    ['characters on both sides of punctuation', '以上推进'],
    ['pairs that stand apart', '高标准融合'],
    ['nothing to look for', ''],
    ['punctuation alone', '，'],
  ])('does not find %s', (_, phrase) => {
    expect(index.containing(phrase)).toHaveLength(0)
  })

  test('stops where no more tasks are wanted', () => {
    expect([...index.containing('可再', 1)]).toEqual([0])
    expect([...index.containing('可再', 2)]).toEqual([0, 3])
    expect(index.containing('城市', 1)).toHaveLength(0)
  })

  const text = fc.string({ unit: fc.constantFrom('水', '电', '风', '光', '5', 'G', '，', ' ', '“'), maxLength: 14 })
  const phrase = fc
    .string({ unit: fc.constantFrom('水', '电', '风', '光', '5'), minLength: 1, maxLength: 5 })
    .filter(wanted => !wanted.includes('55'))
  test('is the same as looking through every text', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ title: text, body: text }), { maxLength: 8 }), phrase, (tasks, wanted) => {
        expect([...buildTaskIndex(tasks).containing(wanted)]).toEqual(naiveContaining(tasks, wanted))
      }),
      { numRuns: 500 },
    )
  })
})

describe('rank', () => {
  const index = buildTaskIndex(TASKS)
  const order = (query: string): number[] => index.rank(query).map(({ task }) => task)

  test.each<[string, number[]]>([
    ['可再生能源装机目标多少', [0, 3]],
    ['产教融和共同体', [1]],
    ['高标准农天', [3]],
    ['融合发展', [2, 1, 0, 3]],
    ['RCEP', [2]],
    ['水', [3, 1]],
    ['城市更新', []],
    ['', []],
  ])('orders the tasks for %s', (query, tasks) => {
    expect(order(query)).toEqual(tasks)
  })

  test('tells which share of the query a task holds, unknown pairs included', () => {
    expect(index.rank('高标准农天')[0]).toMatchObject({ task: 3, coverage: 0.75 })
    expect(index.rank('海上风电')[0]).toMatchObject({ task: 0, coverage: 1 })
  })

  test('counts the title more than the body', () => {
    const two = buildTaskIndex([
      { title: '甲乙丙丁', body: '海上风电' },
      { title: '海上风电', body: '甲乙丙丁' },
    ])
    expect(two.rank('风电').map(({ task }) => task)).toEqual([1, 0])
  })

  test('keeps to the tasks it is given and to the number asked for', () => {
    expect(index.rank('发展', { among: Uint32Array.of(2, 3) }).map(({ task }) => task)).toEqual([2, 3])
    expect(index.rank('发展', { limit: 1 })).toHaveLength(1)
    expect(index.rank('发展', { limit: 0 })).toHaveLength(0)
    expect(index.rank('发展', { among: new Uint32Array() })).toHaveLength(0)
  })

  const text = fc.string({ unit: fc.constantFrom('水', '电', '风', '光'), minLength: 1, maxLength: 12 })
  const query = fc.string({ unit: fc.constantFrom('水', '电', '风', '光', '核'), minLength: 2, maxLength: 6 })
  test('scores as BM25 by the book does, best first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: text, body: text }), { minLength: 1, maxLength: 8 }),
        query,
        (tasks, wanted) => {
          const scores = naiveScores(tasks, wanted)
          const hits = buildTaskIndex(tasks).rank(wanted)
          expect(hits).toHaveLength(scores.filter(score => score > 0).length)
          for (const { task, score } of hits) expect(score).toBeCloseTo(scores[task] ?? 0, 9)
          const found = hits.map(({ score }) => score)
          expect(found).toEqual(found.toSorted((one, other) => other - one))
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('a ledger of thousands of tasks', () => {
  const tasks = Array.from({ length: 20_000 }, (_, number) => ({
    title: '加快项目建设',
    body: `推进项目建设${number % 1000 === 7 ? '，发展海上风电' : ''}`,
  }))
  const index = buildTaskIndex(tasks)
  const rare = Array.from({ length: 20 }, (_, number) => number * 1000 + 7)

  test('finds the rare words of a query among common ones', () => {
    const hits = index.rank('加快海上风电项目建设', { limit: 20 })
    expect(hits.map(({ task }) => task)).toEqual(rare)
    expect(hits[0]?.coverage).toBe(7 / 9)
  })

  test('finds the best of the tasks it is given where the rare words are elsewhere', () => {
    const even = Uint32Array.from({ length: 10_000 }, (_, number) => number * 2)
    const hits = index.rank('海上风电项目', { among: even, limit: 3 })
    expect(hits.map(({ task }) => task)).toEqual([0, 2, 4])
  })

  test('gives the same answer a second time, and after a question about some of the tasks', () => {
    const hits = index.rank('项目海上风电')
    expect(hits).toHaveLength(50)
    index.rank('项目', { among: Uint32Array.from({ length: 10_000 }, (_, number) => number * 2) })
    expect(index.rank('项目海上风电')).toEqual(hits)
  })
})
