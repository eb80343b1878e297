import { describe, expect, it } from 'vitest'
import { formText } from '../../../adapters/terminal/form-text.ts'

describe('a form in the terminal', () => {
  it('says what to type, and what was known', () => {
    const fields = [
      { name: 'status', label: '状态', value: 'done', options: [{ label: '完成', say: 'done' }] },
      { name: 'percent', label: '完成进度（%）', value: '80' },
      { name: 'text', label: '进展情况', value: '' },
    ]
    expect(formText({ name: 'report', subject: '甲〔2023〕1号#27', submit: '提交', fields })).toBe(
      '完成进度（%）：80\n终端里没有表单，请打成一句话：“甲〔2023〕1号#27 已完成…，完成80%，下步…，问题：…”',
    )
  })

  it('names what its button would do', () => {
    const form = { name: 'return', subject: '甲〔2023〕1号#27', submit: '退回', fields: [] }
    expect(formText(form)).toBe('终端里没有表单，请打成一句话：“退回 甲〔2023〕1号#27 原因…”')
  })
})
