import type { ReplyForm } from '../../src/core/dialog/reply.ts'

/** What says the same as a form, by its name; any other says what its button does, and why. */
const SENTENCES: Readonly<Record<string, (subject: string) => string>> = {
  report: subject => `${subject} 已完成…，完成80%，下步…，问题：…`,
  'refuse-extension': subject => `不同意 ${subject} 延期 原因…`,
}

/** What to type where no form can be filled in, and what is known of its fields. */
export function formText({ name, subject, submit, fields }: ReplyForm): string {
  const sentence = SENTENCES[name]?.(subject) ?? `${submit} ${subject} 原因…`
  const filled = fields
    .filter(({ value, options }) => value !== '' && options === undefined)
    .map(({ label, value }) => `${label}：${value}`)
  return [...filled, `终端里没有表单，请打成一句话：“${sentence}”`].join('\n')
}
