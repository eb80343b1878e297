import { componentsIn } from './card-check.ts'
import type { Answered } from './duban-process.ts'
import type { StandIn } from './stand-in.ts'

/** What a person sees of a card, and can press. */
export interface CardView {
  /** All of its words, markup taken out. */
  readonly text: string
  /** The value that a press on the button with these words sends. */
  press(label: string): unknown
  readonly labels: readonly string[]
}

export function viewOf(card: unknown): CardView {
  const components = componentsIn(card)
  const buttons = components.filter(({ tag }) => tag === 'button')
  return {
    text: components.flatMap(({ content }) => (typeof content === 'string' ? [plain(content)] : [])).join('\n'),
    labels: buttons.map(labelOf),
    press(label) {
      const button = buttons.find(one => labelOf(one) === label)
      if (!button) throw new Error(`no button “${label}” among ${buttons.map(labelOf).join('、')}`)
      const [behaviour] = button['behaviors'] as readonly { readonly value: unknown }[]
      return behaviour?.value
    },
  }
}

const labelOf = ({ text }: Readonly<Record<string, unknown>>): string =>
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
export function cardIn({ body }: Answered): CardView {
  const { card } = body as { readonly card?: { readonly data: unknown } }
  if (!card) throw new Error(`no card in ${JSON.stringify(body)}`)
  return viewOf(card.data)
}
