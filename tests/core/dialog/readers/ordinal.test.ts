import { describe, expect, it } from 'vitest'
import { readOrdinals } from '../../../../src/core/dialog/readers/ordinal.ts'
import type { Slots } from '../../../../src/core/dialog/slots.ts'
import { saying } from './saying.ts'

const shown = ({ ordinals = [] }: Partial<Slots>): string =>
  ordinals.map(({ of, from, to, path }) => `${of} ${path ?? (from === to ? from : `${from}–${to}`)}`).join('; ')

describe('the numbers of tasks', () => {
  it.each([
    ['27', 'document 27', ''],
    ['#27', 'document 27', ''],
    ['任务27', 'document 27', ''],
    ['第27条', 'document 27', ''],
    ['第２７项', 'document 27', ''],
    ['第二十七条', 'document 27', ''],
    ['第一百零二条', 'document 102', ''],
    ['27项是什么', 'document 27', '是什么'],
    ['第102、103条', 'document 102; document 103', ''],
    ['第1，2、3项', 'document 1; document 2; document 3', ''],
    ['第27到34条', 'document 27–34', ''],
    ['27-34条', 'document 27–34', ''],
    ['27至34项', 'document 27–34', ''],
    ['34到27条', 'document 27–34', ''],
    ['（一）到（四）', 'document 1–4', ''],
    ['最后一条', 'document -1', ''],
    ['倒数第二项', 'document -2', ''],
    ['（三）', 'document （三）', ''],
    ['(三)', 'document （三）', ''],
    ['二（一）1', 'document 二（一）1', ''],
    ['二、（一）1', 'document 二（一）1', ''],
  ])('%s by the numbering of the document', (phrase, ordinals, rest) => {
    const read = saying(readOrdinals, phrase)
    expect([shown(read.says), read.rest]).toEqual([ordinals, rest])
  })

  it.each([
    ['第3个', 'answer 3', ''],
    ['第三个详细说说', 'answer 3', '详细说说'],
    ['第2、4个', 'answer 2; answer 4', ''],
    ['第3个和第5个', 'answer 3; answer 5', '和'],
    ['最后一个', 'answer -1', ''],
    ['倒数第二个', 'answer -2', ''],
  ])('%s by the last answer', (phrase, ordinals, rest) => {
    const read = saying(readOrdinals, phrase)
    expect([shown(read.says), read.rest]).toEqual([ordinals, rest])
  })

  it.each([
    '3个',
    '3000项技术创新项目',
    '建设20个项目',
    '三项工程建设',
    '十大行动',
    '2023年',
    '一条龙服务',
    '抽水蓄能400万千瓦',
    '12345',
    '一二三四',
    '',
  ])('nothing in %s', phrase => {
    expect(saying(readOrdinals, phrase)).toEqual({ says: {}, rest: phrase })
  })
})
