import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestWords } from '../../../src/core/search/nearest-words.ts'
import { soundAlike } from '../../../src/core/text/pinyin.ts'

const HOMOPHONE = 0.25
const costOf = (a: string, b: string): number => {
  if (a === b) return 0
  return soundAlike(a, b) ? HOMOPHONE : 1
}

/** What it costs to turn one string into another: the whole table, plainly. */
function distance(from: string, to: string): number {
  const rows = Array.from({ length: from.length + 1 }, (_, i) => [i, ...Array<number>(to.length).fill(0)])
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
  const set = (i: number, j: number, value: number): void => {
    const row = rows[i]
    if (row) row[j] = value
  }
  for (let j = 0; j <= to.length; j++) set(0, j, j)
  for (let i = 1; i <= from.length; i++) {
    for (let j = 1; j <= to.length; j++) {
      const changed = at(i - 1, j - 1) + costOf(from.charAt(i - 1), to.charAt(j - 1))
      set(i, j, Math.min(changed, at(i - 1, j) + 1, at(i, j - 1) + 1))
    }
  }
  return at(from.length, to.length)
}

/** The least cost of any part of a text that has two neighbouring characters of the phrase spelt right. */
function leastCost(phrase: string, text: string): number {
  const pairs = Array.from({ length: Math.max(0, phrase.length - 1) }, (_, i) => phrase.slice(i, i + 2))
  const starts = Array.from({ length: text.length }, (_, start) => start)
  const parts = starts.flatMap(start => starts.slice(start).map(end => text.slice(start, end + 1)))
  const likely = parts.filter(part => pairs.some(pair => part.includes(pair)))
  return Math.min(...likely.map(part => distance(phrase, part)))
}

/** 低 and 底, 碳 and 炭 and 探 sound alike; the others do not. */
const text = fc.string({
  unit: fc.constantFrom('低', '底', '碳', '炭', '探', '校', '园', '建'),
  minLength: 1,
  maxLength: 9,
})
const forgives = (length: number): number => [0, 0, 0, 0.5, 0.5, 0.5, 1, 1, 1, 1][length] ?? 2

describe('the words that a phrase is a mistyping of', () => {
  it('are the ones a plain comparison finds the nearest', () => {
    fc.assert(
      fc.property(text, text, (phrase, against) => {
        fc.pre(!against.includes(phrase))
        const near = nearestWords(phrase, [against])?.words ?? null
        const least = leastCost(phrase, against)
        const cost = near === null ? Number.POSITIVE_INFINITY : distance(phrase, near)
        expect(against).toContain(near ?? '')
        expect(cost).toBeLessThanOrEqual(least <= forgives(phrase.length) ? least : Number.POSITIVE_INFINITY)
        expect(near === null || cost <= forgives(phrase.length)).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })

  it.each([
    ['低炭校园', ['全面推进绿色低碳校园建设'], '低碳校园'],
    ['产教融和共同体', ['组建产教融合共同体'], '产教融合共同体'],
    ['产教融合同体', ['组建产教融合共同体'], '产教融合共同体'],
    ['高标准农天', ['水利设施', '高标准农田'], '高标准农田'],
    ['劳山试验室', ['崂山实验室', '山东省实验室'], '崂山实验室'],
    ['抽水畜能', ['抽水蓄能电站', '抽水处能'], '抽水蓄能'],
  ])('%s in %j: %s', (phrase, texts, near) => {
    expect(nearestWords(phrase, texts)?.words).toBe(near)
  })

  it.each([
    ['a short word', '核店', ['核电']],
    ['another character that sounds otherwise', '高标准水田', ['高标准农田']],
    ['the words themselves', '核电机组', ['发展核电机组']],
    ['nothing alike', '量子计算机', ['高标准农田', '抽水蓄能']],
    ['another matter by one character', '脑机接口', ['手机接口']],
    ['no text', '低炭校园', []],
    ['an empty phrase', '', ['核电']],
  ])('are none for %s', (_, phrase, texts) => {
    expect(nearestWords(phrase, texts)).toBeNull()
  })

  it('are of the first text where two are equally near', () => {
    expect(nearestWords('低炭校园', ['低碳校园', '低探校园'])?.words).toBe('低碳校园')
  })

  it.each([
    ['低炭校园', '低碳校园', true],
    ['产教融合同体', '产教融合共同体', false],
  ])('%s for %s: all slips of sound is %s', (phrase, words, soundsAlike) => {
    expect(nearestWords(phrase, [words])).toEqual({ words, soundsAlike })
  })
})
