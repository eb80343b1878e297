import { Converter } from 'opencc-js'
import { describe, expect, it } from 'vitest'
import { toSimplified } from '../../../src/core/text/traditional.ts'

describe('toSimplified', () => {
  it.each([
    ['省教育廳牽頭哪些任務', '省教育厅牵头哪些任务'],
    ['縣發展和改革局', '县发展和改革局'],
    ['市衛生健康委員會', '市卫生健康委员会'],
    ['财政局', '财政局'],
    ['a廳😀〔2023〕、', 'a厅😀〔2023〕、'],
    ['', ''],
  ])('%s', (text, expected) => expect(toSimplified(text)).toBe(expected))

  it('keeps the length, so that offsets hold', () => {
    const block = Array.from({ length: 0x5200 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('')
    expect(toSimplified(block)).toHaveLength(block.length)
  })

  it('agrees with opencc-js, character by character', () => {
    const simplify = Converter({ from: 't', to: 'cn' })
    for (let code = 0x4e00; code <= 0x9fff; code += 3) {
      const character = String.fromCharCode(code)
      const expected = simplify(character)
      expect(toSimplified(character)).toBe(expected.length === 1 ? expected : character)
    }
  })
})
