import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asciiOf } from '../../../adapters/feishu/base64.ts'
import { readSubmitName, submitName } from '../../../adapters/feishu/form-name.ts'

const value = fc.record({
  form: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  subject: fc.string({ unit: 'grapheme', maxLength: 40 }),
})

describe('the name of a submit button', () => {
  it('gives back which form it was, about what, and is plain ASCII', () => {
    fc.assert(
      fc.property(value, carried => {
        expect(readSubmitName(submitName(carried))).toEqual(carried)
        expect(submitName(carried)).toMatch(/^submit_[\w-]+$/)
      }),
    )
  })

  const named = (content: unknown) => `submit_${asciiOf(JSON.stringify(content))}`

  it.each([
    ['another name', 'submit'],
    ['nothing', undefined],
    ['a number', 3],
    ['no code', 'submit_'],
    ['no base64', 'submit_督办'],
    ['half of it', submitName({ form: 'report', subject: '27' }).slice(0, 20)],
    ['no UTF-8', `submit_${btoa('\xff\xfe')}`],
    ['no form', named({ subject: '27' })],
    ['an empty form', named({ form: '', subject: '27' })],
    ['a list', named(['report', '27'])],
    ['a long form', named({ form: 'x'.repeat(65), subject: '27' })],
    ['a long subject', named({ form: 'report', subject: '长'.repeat(301) })],
  ])('that is %s is none of ours', (_, name) => {
    expect(readSubmitName(name)).toBeNull()
  })
})
