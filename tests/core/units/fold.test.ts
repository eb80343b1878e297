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
    ['市委教育工作委员会', '市委教育工委'],
    ['省府办公厅', '省政府办公厅'],
    ['政府办事', '政府办事'],
    ['山东自由贸易试验区各成员单位', '山东自贸试验区成员单位'],
    ['各市', '各市'],
    ['国有资产监督管理委员会', '国有资产监督管理委'],
    ['经济开发区管理委员会', '经济开发区管委会'],
    ['工业与信息化厅', '工业信息化厅'],
    ['参与单位', '参与单位'],
    ['中国国际贸易促进委员会山东省委员会', '山东省贸促会'],
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
