import type { ReplyForm } from '../../src/core/dialog/reply.ts'

/** What to type where no form can be filled in; the fields are those of the form, with what is known of them. */
export function formText({ name, subject, submit, fields }: ReplyForm): string {
  const say = name === 'report' ? `${subject} 已完成…，完成80%，下步…，问题：…` : `${submit} ${subject} 原因…`
  const filled = fields
    .filter(({ value, options }) => value !== '' && options === undefined)
    .map(({ label, value }) => `${label}：${value}`)
  return [...filled, `终端里没有表单，请打成一句话：“${say}”`].join('\n')
}
