import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardMessage, cardOf } from '../../../adapters/feishu/card.ts'
import { oneLine } from '../../../adapters/feishu/escape.ts'
import { readPress } from '../../../adapters/feishu/press.ts'
import { textMessage } from '../../../adapters/feishu/text.ts'
import type { Reply } from '../../../src/core/dialog/reply.ts'
import { checkCard } from '../../feishu/card-check.ts'
import { buttonsOf, cardText, formOf, liveMarkup, markdownsOf, sayingButtonsOf } from '../../feishu/card-text.ts'

const MARKUP = [
  ...[
    '<at id=all></at>',
    '<at user_id="all">所有人</at>',
    '**粗**',
    "<font color='red'>红</font>",
    '[链接](https://x.cn)',
  ],
  ...[
    ':OK:',
    '![图](img_1)',
    '<br>',
    '&#60;',
    '```\n',
    '# ',
    '- ',
    '\n\n',
    '1. ',
    '|a|b|\n|-|-|\n',
    '\u0000',
    '\uD83D',
    '~~',
  ],
  ...[
    '<person id=ou_1></person>',
    '<link url=x>',
    '<hr>',
    '　',
    '    ',
    '牵头：',
    '｜',
    '原文',
    '\u202E',
    '"\\',
    '$x$',
  ],
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...MARKUP), fc.string({ unit: 'binary', maxLength: 12 }), fc.constant('任务')), {
    maxLength: 6,
  })
  .map(parts => parts.join(''))
const anyText = fc.oneof(
  { weight: 9, arbitrary: text },
  { weight: 1, arbitrary: fc.tuple(text, fc.nat(150)).map(([part, times]) => part.repeat(times)) },
)
const item = fc.record({
  number: fc.option(fc.integer({ min: 1, max: 999 })),
  title: anyText,
  lines: fc.array(anyText, { maxLength: 5 }),
  taskId: fc.option(anyText),
})
const field = fc.record({
  label: anyText,
  value: fc.oneof(anyText, fc.constant('done')),
  longest: fc.integer({ min: 1, max: 1000 }),
  placeholder: anyText,
  options: fc.option(
    fc.uniqueArray(fc.record({ label: anyText, say: fc.oneof(text, fc.constant('done')) }), {
      selector: ({ say }) => say,
      minLength: 1,
      maxLength: 5,
    }),
    { nil: undefined },
  ),
})
const form = fc.record({
  name: fc.constantFrom('report', 'return'),
  subject: text,
  submit: anyText,
  fields: fc
    .array(field, { maxLength: 4 })
    .map(fields => fields.map(({ options, ...one }, i) => ({ ...one, name: `f${i}`, ...(options && { options }) }))),
})
const look = fc.constantFrom('primary' as const, 'danger' as const)
const action = fc.record({ label: anyText, say: anyText, look }, { requiredKeys: ['label', 'say'] })
const count = fc.integer({ min: 1, max: 999 })
const replies: fc.Arbitrary<Reply> = fc.record(
  {
    summary: anyText,
    notes: fc.array(anyText, { maxLength: 12 }),
    items: fc.array(item, { maxLength: 30, size: 'max' }),
    page: fc.option(fc.record({ number: count, pages: count, from: count, to: count, total: count })),
    choices: fc.array(fc.record({ label: anyText, say: anyText }), { maxLength: 12 }),
    suggestions: fc.array(anyText, { maxLength: 12 }),
    again: fc.record({ turns: fc.array(anyText, { maxLength: 15 }), today: fc.constant('2023-06-01') }),
    hint: fc.option(anyText),
    actions: fc.array(action, { maxLength: 5 }),
    form,
  },
  { requiredKeys: ['summary', 'notes', 'items', 'page', 'choices', 'suggestions', 'again', 'hint'] },
)
/** A counterexample this large takes minutes to make smaller. */
const runs = { numRuns: 100, interruptAfterTimeLimit: 4000 }

describe('whatever a reply holds', () => {
  it('its card is one that Feishu accepts', () => {
    fc.assert(
      fc.property(replies, reply => {
        expect(checkCard(cardOf(reply))).toEqual([])
      }),
      runs,
    )
  })

  it('nothing in it becomes markup', () => {
    fc.assert(
      fc.property(replies, reply => {
        expect(markdownsOf(cardOf(reply)).map(liveMarkup).join('')).toBe('')
      }),
      runs,
    )
  })

  it('its buttons carry what a click may bring back', () => {
    fc.assert(
      fc.property(replies, reply => {
        for (const { value, label } of buttonsOf(cardOf(reply))) {
          expect(value.turns.length).toBeLessThanOrEqual(12)
          expect(value.turns.every(turn => turn.length <= 500)).toBe(true)
          expect(label.trim()).not.toBe('')
        }
      }),
      runs,
    )
  })

  it('what can be done is on it, and comes back as it was given', () => {
    fc.assert(
      fc.property(replies, ({ actions = [], form, ...rest }) => {
        const card = cardOf({ ...rest, actions, ...(form && { form }) })
        const said = sayingButtonsOf(card).map(({ value }) => readPress({ value }))
        const sayable = actions.filter(({ say }) => say.trim() !== '' && say.length <= 500)
        expect(said).toEqual(sayable.map(({ say }) => ({ kind: 'said', text: say })))
        const submit = formOf(card)?.elements.at(-1)
        const press = submit?.tag === 'button' ? readPress({ name: submit.name, form_value: { f0: '一' } }) : undefined
        const { name, subject } = form ?? {}
        expect(press).toEqual(form && { kind: 'form', name, subject, fields: { f0: '一' } })
      }),
      runs,
    )
  })

  it('every title is on the card, or the card says that it is not', () => {
    fc.assert(
      fc.property(replies, reply => {
        const shown = cardText(cardOf(reply)).replaceAll(/\s/g, '')
        const missing = reply.items.filter(({ title }) => !shown.includes(oneLine(title).replaceAll(/\s/g, '')))
        expect(missing.length === 0 || /放不下|……（共\d+字）/.test(shown)).toBe(true)
      }),
      runs,
    )
  })

  it('its text has no tag and stays below 150 KB', () => {
    fc.assert(
      fc.property(replies, reply => {
        for (const message of [textMessage(reply), cardMessage(reply)]) {
          expect(new TextEncoder().encode(message.content).length).toBeLessThan(150 * 1024)
        }
        expect(JSON.parse(textMessage(reply).content).text).not.toMatch(/<\s*(?:at|b|i|u|s|\/)|\]\s*\(/i)
      }),
      runs,
    )
  })
})
