import { describe, expect, it } from 'vitest'
import { readMine, readPage, readWhole } from '../../../../src/core/dialog/readers/whole.ts'
import type { PageTurn } from '../../../../src/core/dialog/slots.ts'
import { saying } from './saying.ts'

describe('help, small talk and what no document answers', () => {
  it.each([
    '帮助',
    'help',
    '/help',
    '？',
    '???',
    '你好',
    '您好！',
    '在吗',
    '怎么用',
    '你是谁',
    '你能干什么',
    '可以问哪些',
  ])('%s asks for help', phrase => {
    expect(saying(readWhole, phrase)).toEqual({ says: { ask: 'help' }, rest: '' })
  })

  it.each([
    '你觉得哪个单位好',
    '谁干得最好',
    '省教育厅能按时完成吗',
    '完得成吗',
    '这样合理吗',
    '为什么要这样做',
    '今天天气怎么样',
    '明天股票会涨吗',
    '给我写首诗',
    '现在几点了',
  ])('%s is declined', phrase => {
    expect(saying(readWhole, phrase)).toEqual({ says: { ask: 'decline' }, rest: '' })
  })

  it.each([
    '帮助企业融资',
    '帮助中小企业的任务',
    '怎么用好数据要素',
    '重要',
    '你好好想想',
    '股权投资基金由哪几个单位牵头设立',
    '',
  ])('%s is neither', phrase => {
    expect(saying(readWhole, phrase)).toEqual({ says: {}, rest: phrase })
  })
})

describe('a turn of pages', () => {
  it.each<[string, PageTurn]>([
    ['下一页', { to: 'next' }],
    ['下一页吧', { to: 'next' }],
    ['继续', { to: 'next' }],
    ['还有吗？', { to: 'next' }],
    ['更多', { to: 'next' }],
    ['上一页', { to: 'previous' }],
    ['首页', { to: 'first' }],
    ['第一页', { to: 'first' }],
    ['最后一页', { to: 'last' }],
    ['全部', { to: 'all' }],
    ['都列出来', { to: 'all' }],
    ['第2页', { to: 'number', page: 2 }],
    ['第二页', { to: 'number', page: 2 }],
    ['12页', { to: 'number', page: 12 }],
  ])('%s', (phrase, page) => {
    expect(saying(readPage, phrase)).toEqual({ says: { ask: 'page', page }, rest: '' })
  })

  it.each(['全部任务', '继续教育', '下一页的任务', '共几页', '第3个', '更多的企业', ''])('is not %s', phrase => {
    expect(saying(readPage, phrase)).toEqual({ says: {}, rest: phrase })
  })
})

describe('the person’s own unit', () => {
  it.each([
    ['我单位牵头哪些任务', '牵头哪些任务'],
    ['我们局有什么任务', '有什么任务'],
    ['咱们厅参与哪些', '参与哪些'],
    ['本单位的任务', '任务'],
    ['哪些是我们牵头的', '牵头的'],
  ])('%s', (phrase, rest) => {
    expect(saying(readMine, phrase)).toEqual({ says: { ask: 'mine' }, rest })
  })

  it.each(['我们', '我省', '我们省教育厅', '本科教育', '本级', '自我革命', '基本公共服务', ''])(
    'is not in %s',
    phrase => {
      expect(saying(readMine, phrase)).toEqual({ says: {}, rest: phrase })
    },
  )
})
