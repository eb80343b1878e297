import { describe, expect, it } from 'vitest'
import { fold, foldName } from '../../../src/core/units/fold.ts'

describe('fold', () => {
  it.each([
    ['省 教 育 廳', '省教育厅'],
    ['省发展和改革委员会', '省发展改革委'],
    ['市人民政府办公室', '市政府办'],
    ['团市委', '市团委'],
    ['共青团淄博市委', '淄博市团委'],
    ['团委书记', '团委书记'],
    ['ＳＪＹＴ　５Ｇ', 'sjyt5g'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(fold(text).text).toBe(expected)
    expect(foldName(text)).toBe(expected)
  })

  it.each([
    ['请问 省发展和改革委员会 呢', '省发展改革委', '省发展和改革委员会'],
    ['由共青团淄博市委负责', '淄博市团委', '共青团淄博市委'],
    ['😀省 教育厅', '省教育厅', '省 教育厅'],
  ])('leads back to the original words: %s', (text, folded, original) => {
    const { text: whole, starts, ends } = fold(text)
    const at = whole.indexOf(folded)
    expect(text.slice(starts[at], ends[at + folded.length - 1])).toBe(original)
  })
})
