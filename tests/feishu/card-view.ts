import { componentsIn, isRecord } from './card-values.ts'
import type { Answered } from './duban-process.ts'
import type { FakeClick } from './fake-feishu.ts'
import type { StandIn } from './stand-in.ts'

/** What a person sees of a card, and can press. */
export interface CardView {
  /** All of its words, markup taken out. */
  readonly text: string
  /** The value that a press on the button with these words sends. */
  press(label: string): unknown
  /** The same of a button that says something; throws for one that does anything else. */
  pressSay(label: string): { readonly say: string }
  readonly labels: readonly string[]
  /** What stands in the fields of its form, by their names; '' where nothing does. */
  readonly fields: Readonly<Record<string, string>>
  /** Types into the fields of its form, or chooses; what is not named stays as it was. */
  fill(typed: Readonly<Record<string, string>>): { submit(): Submitted }
}

/** What a click on a form's button sends: for `fake.click`. */
type Submitted = Required<Pick<FakeClick, 'value' | 'name' | 'formValue'>>

type Component = Readonly<Record<string, unknown>>

export function viewOf(card: unknown): CardView {
  const components = componentsIn(card)
  const buttons = components.filter(({ tag }) => tag === 'button')
  const press = (label: string): unknown => {
    const button = buttons.find(one => labelOf(one) === label)
    if (!button) throw new Error(`no button “${label}” among ${buttons.map(labelOf).join('、')}`)
    return valueIn(button)
  }
  const form = components.filter(({ tag }) => tag === 'input' || tag === 'select_static')
  const fields = Object.fromEntries(form.map(field => [String(field['name']), contentOf(field)]))
  return {
    text: components.flatMap(({ content }) => (typeof content === 'string' ? [plain(content)] : [])).join('\n'),
    labels: buttons.map(labelOf),
    press,
    pressSay(label) {
      const value = press(label)
      if (!isRecord(value) || typeof value['say'] !== 'string') throw new Error(`“${label}” says nothing`)
      return { say: value['say'] }
    },
    fields,
    fill(typed) {
      for (const [name, text] of Object.entries(typed)) checkTyped(form, name, text)
      const button = buttons.find(one => one['form_action_type'] === 'submit')
      if (!button) throw new Error('no form to submit')
      return {
        submit: () => ({ value: valueIn(button), name: String(button['name']), formValue: { ...fields, ...typed } }),
      }
    },
  }
}

function valueIn({ behaviors }: Component): unknown {
  const [behaviour] = behaviors as readonly { readonly value: unknown }[]
  return behaviour?.value
}

const contentOf = ({ default_value, initial_option }: Component): string =>
  String(default_value ?? initial_option ?? '')

/** Nobody can type where there is no field, more than it takes, or choose what is not offered. */
function checkTyped(form: readonly Component[], name: string, text: string): void {
  const field = form.find(one => one['name'] === name)
  if (!field) throw new Error(`no field ${name} among ${form.map(one => one['name']).join('、')}`)
  const { options, max_length } = field
  const offered = Array.isArray(options) ? options.map(({ value }) => value) : null
  if (offered && !offered.includes(text)) throw new Error(`no option ${text} among ${offered.join('、')}`)
  if (!offered && [...text].length > Number(max_length)) throw new Error(`${name} takes ${max_length} characters`)
}

const labelOf = ({ text }: Component): string =>
  typeof text === 'object' && text !== null && 'content' in text ? String(text.content) : ''

const plain = (markdown: string): string =>
  markdown
    .replace(/<br>/g, '\n')
    .replace(/<[^>]+>|\*\*/g, '')
    .replace(/&#(?<code>\d+);/g, (_, code) => String.fromCodePoint(Number(code)))

/** The only answer to a message; a test that finds two of them fails here. */
export function onlyAnswer(standIn: StandIn, messageId: string) {
  const [answer, ...more] = standIn.repliesTo(messageId)
  if (!answer || more.length > 0) throw new Error(`${more.length + (answer ? 1 : 0)} answers to ${messageId}`)
  return answer
}

/** The card that a press was answered with. */
export function cardIn({ body }: Pick<Answered, 'body'>): CardView {
  const { card } = body as { readonly card?: { readonly data: unknown } }
  if (!card) throw new Error(`no card in ${JSON.stringify(body)}`)
  return viewOf(card.data)
}
