import { describe, expect, it } from 'vitest'
import { headWithin, shortened } from '../../../adapters/feishu/shorten.ts'
import { textMessage } from '../../../adapters/feishu/text.ts'
import { item, reply } from './reply-fixture.ts'

const textOf = (shown: Parameters<typeof textMessage>[0]): string => JSON.parse(textMessage(shown).content).text

describe('a reply as a text message', () => {
  it('is what a terminal shows', () => {
    const shown = reply({ summary: '共1项', items: [item({ number: 1 })], hint: '看某一项，说“第1个”。' })
    expect(textMessage(shown).msg_type).toBe('text')
    expect(textOf(shown)).toBe('共1项\n1. 大力发展可再生能源\n   鲁政办字〔2023〕5号·三·第27项\n看某一项，说“第1个”。')
  })

  it('pings nobody', () => {
    expect(textOf(reply({ summary: '没有“<at user_id="all"></at>”。' }))).toBe('没有“＜at user_id="all">＜/at>”。')
  })

  it('says how much of it is missing where it is too long', () => {
    const long = textOf(reply({ summary: '一行\n'.repeat(20_000) }))
    const { whole = '', shown = '' } = /共(?<whole>\d+)字，.*以上是前(?<shown>\d+)字/.exec(long)?.groups ?? {}
    const head = long.slice(0, long.indexOf('\n……'))
    expect([whole, shown]).toEqual(['60000', String(head.length)])
    expect(head).toMatch(/^(?:一行\n)+一行$/)
  })
})

describe('the head of a text', () => {
  it.each([
    ['一二三', 9, '一二三'],
    ['一二三', 8, '一二'],
    ['😀😀', 7, '😀'],
    ['一行\n二行\n三', 16, '一行\n二行'],
    ['一\n二二二二', 13, '一\n二二二'],
    ['一二', 0, ''],
  ])('%j in %i bytes', (text, bytes, head) => {
    expect(headWithin(text, bytes)).toBe(head)
  })
})

describe('a shortened text', () => {
  it.each([
    ['一二三', 3, '一二三'],
    ['一二三四', 3, '一二三……（共4字）'],
    ['😀😀', 2, '😀😀'],
    ['😀😀', 1, '😀……（共2字）'],
  ])('%s at %i', (text, most, expected) => {
    expect(shortened(text, most)).toBe(expected)
  })
})
