import { describe, expect, test } from 'vitest'
import type { Target } from '../../../src/core/model.ts'
import { keyTermsOf, wordStatistics } from '../../../src/core/search/key-terms.ts'

const INSTALLED = {
  text: '年底全省可再生能源装机规模达到7500万千瓦以上',
  metric: '可再生能源装机规模',
  comparator: '>=',
  value: 7500,
  unit: '万千瓦',
  span: [0, 24],
  rule: 'test',
} satisfies Target

describe('without a segmenter', () => {
  test.each([
    [
      'names in quotes',
      '强化督导',
      '实施“齐鲁富民贷”，落实《山东省节约用水条例》',
      ['齐鲁富民贷', '山东省节约用水条例', '督导'],
    ],
    ['what a title is about', '大力发展可再生能源', '加快推进。', ['可再生能源']],
    ['each part of a title', '推进乡村建设、乡村治理和移风易俗', '', ['乡村', '乡村治理', '移风易俗']],
    ['a name with letters', '建设5G基站', '', ['5G基站']],
  ])('takes %s', (_, title, body, terms) => {
    expect(keyTermsOf({ title, body, targets: [] }, null)).toEqual(terms)
  })

  test('takes what the targets measure', () => {
    expect(keyTermsOf({ title: '大力发展核电', body: '', targets: [INSTALLED] }, null)).toEqual([
      '可再生能源装机规模',
      '核电',
    ])
  })

  test.each([
    ['a number', '2023'],
    ['one character', '水'],
    ['a whole sentence', '坚持以人民为中心的发展思想不断实现人民对美好生活的向往'],
  ])('does not take %s in quotes', (_, quoted) => {
    expect(keyTermsOf({ title: '核电', body: `“${quoted}”`, targets: [] }, null)).toEqual(['核电'])
  })
})

describe('with the words of a segmenter', () => {
  const tasks = [
    ['核电', '项目', '建设', '核电', '项目'],
    ['养老', '服务', '建设', '项目', '项目'],
    ['养老', '服务', '项目', '项目', '培训'],
  ]
  const statistics = wordStatistics(tasks)
  const termsOf = (task: number, title: string): readonly string[] =>
    keyTermsOf({ title, body: '', targets: [] }, { words: tasks[task] ?? [], statistics })

  test('adds the words that come back and tell the task from others', () => {
    expect(termsOf(0, '能源')).toEqual(['能源', '核电'])
  })

  test('adds a word of the title even where it comes once, and no other single word', () => {
    expect(termsOf(2, '养老')).toEqual(['养老'])
  })

  test('counts a word once a task', () => {
    expect([statistics.tasks, statistics.tasksWith('项目'), statistics.tasksWith('核电')]).toEqual([3, 3, 1])
    expect(statistics.tasksWith('海洋')).toBe(0)
  })
})
