import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldTyped } from '../../../../src/core/progress/reading/typed.ts'

describe('what is typed in one form', () => {
  it.each([
    ['第２７條　完成８０％', '第27条完成80%'],
    ['27 80%', '27 80%'],
    ['80 %', '80%'],
    ['1. 27条', '1. 27条'],
    ['完 成，下 步：', '完成,下步:'],
    ['一\r\n\r\n 二', '一\n二'],
    ['✅27👍\u200b完成', '27完成'],
    ['①已启动', '①已启动'],
    ['（三）', '(三)'],
    ['', ''],
  ])('%j', (typed, folded) => {
    expect(foldTyped(typed).text).toBe(folded)
  })

  it('tells where a gap was', () => {
    const { hasGap, text } = foldTyped('第27条 可再生')
    expect([...text].map((_, i) => hasGap.call(foldTyped('第27条 可再生'), i))).toEqual([
      ...[false, false, false, false],
      ...[true, false, false],
    ])
  })

  it('quotes any of its words as they were written', () => {
    const char = fc.constantFrom('２', '條', ' ', '　', '\n', '👍', 'a', '%', '％', '已', '\u200b', '。', '①', '👨‍👩‍👧')
    fc.assert(
      fc.property(fc.array(char, { maxLength: 30 }), fc.nat(30), fc.nat(30), (chars, a, b) => {
        const original = chars.join('')
        const typed = foldTyped(original)
        const [start, end] = [Math.min(a, b), Math.min(Math.max(a, b), typed.text.length)]
        const quote = typed.quote(start, end)
        expect(original).toContain(quote)
        expect(foldTyped(quote).text.trim()).toBe(typed.text.slice(start, end).trim())
      }),
    )
  })
})
