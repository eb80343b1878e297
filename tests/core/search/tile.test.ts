import { expect, test } from 'vitest'
import { tile } from '../../../src/core/search/tile.ts'

const TEXTS = ['数字农场', '数字经济', '农业强县', '可再生能源', '产教融合', '共同体']
const isKnown = (part: string): boolean => TEXTS.some(text => text.includes(part))

test.each([
  ['可再生能源', ['可再生能源']],
  ['产教融合共同体', ['产教融合', '共同体']],
  ['数字农业强县', ['数字', '农业强县']],
  ['加快农业强县', ['农业强县']],
  ['共同体的数字经济', ['共同体', '数字经济']],
  ['海上风电', []],
  ['', []],
])('cuts %s into %j', (phrase, parts) => {
  expect(tile(phrase, isKnown)).toEqual(parts)
})
