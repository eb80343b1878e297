import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Segmenter } from '../../src/core/ports.ts'

const USER_WORDS = ['省发展改革委', '崂山实验室', '海上风电', '“十强”产业', '产教融合共同体']

/** What every segmenter does. `create` gets the words to keep whole; null where it cannot run here, then `reason` says why. */
export function segmenterContract(
  name: string,
  create: (userWords: readonly string[]) => Promise<Segmenter | null>,
  reason: string,
): void {
  describe(`${name} keeps the Segmenter contract`, async () => {
    const segmenter = await create(USER_WORDS)
    const cut: Segmenter = segmenter ?? (text => [text])

    it('cuts without losing or adding a character', ({ skip }) => {
      skip(segmenter === null, reason)
      fc.assert(
        fc.property(
          fc.array(fc.oneof(fc.constantFrom(...USER_WORDS, '。', '\n'), fc.string({ unit: 'binary' }))),
          parts => {
            expect(cut(parts.join('')).join('')).toBe(parts.join(''))
          },
        ),
      )
    })

    it('cuts prose into words, not into characters', ({ skip }) => {
      skip(segmenter === null, reason)
      expect(cut('加强学校建设')).toEqual(['加强', '学校', '建设'])
    })

    it.for(USER_WORDS)('keeps %s whole', (word, { skip }) => {
      skip(segmenter === null, reason)
      expect(cut(`支持${word}建设`)).toContain(word)
    })

    it('cuts the same text the same way again', ({ skip }) => {
      skip(segmenter === null, reason)
      const text = '推动崂山实验室与省发展改革委共建'
      expect(cut(text)).toEqual(cut(text))
    })
  })
}
