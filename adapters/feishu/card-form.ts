import type { Reply, ReplyField, ReplyForm } from '../../src/core/dialog/reply.ts'
import { type Button, type Element, type Form, type Input, markdown, plainText, type Select } from './elements.ts'
import { escapeMarkdown, oneLine, tidy } from './escape.ts'
import { submitName } from './form-name.ts'
import { shortened } from './shorten.ts'

/** Longest text that an input takes (输入框). */
const LONGEST_INPUT = 1000
/** What is written on a form, not into it: labels, options, what an empty field shows. */
const LONGEST_WORDS = 80
/** Longer texts want more than one line. */
const ONE_LINE = 60

/** The form of a reply. What is required is checked when it comes back: clients alone enforce `required`. */
export function formElements({ form }: Reply): readonly Element[] {
  if (!form) return []
  // Names are the only ones of their card: the form's own and its button's cannot be a field's.
  const elements = [...form.fields.flatMap(fieldElements), submitButton(form)]
  return [{ tag: 'form', name: `form.${form.name}`, vertical_spacing: '8px', elements }]
}

function submitButton({ name: form, subject, submit }: ReplyForm): Button {
  const value = { form, subject }
  return {
    tag: 'button',
    text: plainText(words(submit)),
    type: 'primary',
    size: 'medium',
    name: submitName(value),
    form_action_type: 'submit',
    behaviors: [{ type: 'callback', value }],
  }
}

const fieldElements = (field: ReplyField): Form['elements'] =>
  field.options ? selectElements(field, field.options) : [inputOf(field)]

const words = (text: string): string => shortened(oneLine(text), LONGEST_WORDS)

/** A selection has no label of its own. */
function selectElements({ name, label, value, placeholder }: ReplyField, options: NonNullable<ReplyField['options']>) {
  const select: Select = {
    tag: 'select_static',
    name,
    placeholder: plainText(words(placeholder ?? '请选择')),
    options: options.map(({ label, say }) => ({ text: plainText(words(label) || words(say)), value: say })),
    ...(options.some(({ say }) => say === value) && { initial_option: value }),
    width: 'fill',
  }
  return label === '' ? [select] : [markdown(escapeMarkdown(words(label))), select]
}

function inputOf({ name, label, value, longest = LONGEST_INPUT, placeholder }: ReplyField): Input {
  const max_length = Math.min(Math.max(longest, 1), LONGEST_INPUT)
  const typed = [...tidy(value)].slice(0, max_length).join('')
  return {
    tag: 'input',
    name,
    ...(label !== '' && { label: plainText(words(label)), label_position: 'top' as const }),
    ...(placeholder && { placeholder: plainText(words(placeholder)) }),
    ...(typed !== '' && { default_value: typed }),
    ...(max_length > ONE_LINE ? { input_type: 'multiline_text' as const, rows: 3 } : { input_type: 'text' as const }),
    max_length,
    width: 'fill',
  }
}
