import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldQuestion, MAX_QUESTION } from '../../../src/core/dialog/utterance.ts'

describe('the one form of what people type', () => {
  it.each([
    ['省 科 技 厅 牵头', '省科技厅牵头'],
    ['省　教育厅\n牵头', '省教育厅牵头'],
    ['第２７條', '第27条'],
    ['省教育廳牽頭', '省教育厅牵头'],
    ['鲁政办字【2023】５号', '鲁政办字〔2023〕5号'],
    ['鲁政办字﹝2023﹞5号', '鲁政办字〔2023〕5号'],
    ['「双师型」', '“双师型”'],
    ['<教育规划>', '《教育规划》'],
    ['GPU server', 'GPU server'],
    ['5 G 基站', '5 G基站'],
    ['', ''],
  ])('of %j', (typed, folded) => {
    expect(foldQuestion(typed)).toBe(folded)
  })

  it('reads no more than the longest question', () => {
    expect(foldQuestion('省'.repeat(MAX_QUESTION + 1))).toBe('省'.repeat(MAX_QUESTION))
  })

  it('stays as it is when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), typed => {
        const once = foldQuestion(typed)
        expect(foldQuestion(once)).toBe(once)
      }),
    )
  })
})
