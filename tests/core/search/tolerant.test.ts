import { describe, expect, test } from 'vitest'
import { createTitleMatcher, mostAlike } from '../../../src/core/search/tolerant.ts'

const TITLES = [
  '全面推进绿色低碳校园建设',
  '加强数字校园建设',
  '分产业组建产教融合共同体',
  '分区域组建产教联合体',
  '实施高标准农田提升工程',
  '提高农产品保障能力',
  '强化职业教育改革发展保障',
  '稳步发展本科层次职业教育',
  '数字赋能加速制造业转型',
  '积极安全有序发展核电',
]

describe('a title matcher', () => {
  const matcher = createTitleMatcher([...TITLES, ...TITLES])

  test.each([
    ['产教融和共同体', '分产业组建产教融合共同体'],
    ['绿色低炭校园建设', '全面推进绿色低碳校园建设'],
    ['高标准农天', '实施高标准农田提升工程'],
    ['高标准 农天', '实施高标准农田提升工程'],
    ['职业教育改个', '强化职业教育改革发展保障'],
    ['核电', '积极安全有序发展核电'],
  ])('understands %s as %s', (typed, title) => {
    expect(matcher.alike(typed)[0]?.title).toBe(title)
  })

  test.each(['数字济南', '火星移民', '食堂价格', '城市更新', ''])('has nothing like %s', typed => {
    expect(matcher.alike(typed)).toEqual([])
  })

  test('gives a title once, however many tasks bear it', () => {
    expect(matcher.alike('职业教育').map(({ title }) => title)).toEqual([
      '强化职业教育改革发展保障',
      '稳步发展本科层次职业教育',
    ])
  })

  test('gives three unless told otherwise', () => {
    const many = createTitleMatcher(['教育一', '教育二', '教育三', '教育四', '教育五'])
    expect(many.alike('教育')).toHaveLength(3)
    expect(many.alike('教育', 1)).toHaveLength(1)
  })

  test('finds the title meant among ten thousand', () => {
    const places = Array.from({ length: 10_000 }, (_, place) => `推进第${place}号园区项目建设`)
    expect(createTitleMatcher([...places, ...TITLES]).alike('绿色低炭校园建设')[0]?.title).toBe(
      '全面推进绿色低碳校园建设',
    )
  })
})

test('mostAlike orders a few strings by the characters that differ', () => {
  expect(
    mostAlike('高标准农天', ['高标准农业', '水利', '高标准农田', '高标准农天']).map(({ number }) => number),
  ).toEqual([3, 0, 2])
  expect(mostAlike('高标准农天', ['高标准农天'])[0]?.likeness).toBeCloseTo(1, 2)
})
