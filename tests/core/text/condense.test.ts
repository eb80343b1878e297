import fc from 'fast-check'
import { expect, test } from 'vitest'
import { condense } from '../../../src/core/text/condense.ts'

test('folds for reading and quotes as written', () => {
  const { text, quote } = condense('达到 ７５００ 万\n千瓦')
  expect(text).toBe('达到7500万千瓦')
  expect(quote(2, 9)).toBe('７５００万千瓦')
})

test.each([
  ['增长5%,用时2天.', '增长5%，用时2天。'],
  ['提高质量｡企业､院校', '提高质量。企业、院校'],
  ['达2,500,增长2.5倍', '达2,500，增长2.5倍'],
  ['见example.com', '见example.com'],
])('reads the typed marks of %s as Chinese ones', (typed, meant) => {
  expect(condense(typed).text).toBe(meant)
})

test('a span points at the same characters in the original', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'年底 前\n\t　１5％。') }),
      fc.nat(20),
      fc.nat(20),
      (original, from, length) => {
        const { text, quote, span } = condense(original)
        const start = Math.min(from, text.length)
        const end = Math.min(start + length, text.length)
        expect(original.slice(...span(start, end)).replace(/\s/g, '')).toBe(quote(start, end))
      },
    ),
  )
})
