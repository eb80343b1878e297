import type { ButtonValue, FeishuCard } from '../../adapters/feishu/elements.ts'
import { componentsIn } from './card-check.ts'
import { isRecord } from './card-values.ts'

/** Our own markup; in front of everything else stands an entity. */
const OWN_MARKUP = /<br>|<font color='grey'>|<\/font>|\*\*/g
const ENTITY = /&#(?<code>\d+);/g

/** What the `markdown` components of a card hold, as sent. */
export const markdownsOf = (card: FeishuCard): readonly string[] =>
  componentsIn(card).flatMap(({ tag, content }) => (tag === 'markdown' ? [String(content)] : []))

/** What is left of markdown that a client would act on, once our own markup and every escape are taken away. */
export const liveMarkup = (markdown: string): string =>
  markdown
    .replaceAll(OWN_MARKUP, '')
    .replaceAll(ENTITY, '')
    .replaceAll(/[^!-/:-@[-`{-~\n]/g, '')

const shown = (markdown: string): string =>
  markdown
    .replaceAll('<br>', '\n')
    .replaceAll(OWN_MARKUP, '')
    .replaceAll(ENTITY, (_, code) => String.fromCodePoint(Number(code)).replace('\u00A0', ' '))

/** What a person reads on a card, buttons included, one text a line. */
export function cardText(card: FeishuCard): string {
  return componentsIn(card).flatMap(textsOf).join('\n')
}

function textsOf({ tag, content, rows }: Readonly<Record<string, unknown>>): readonly string[] {
  if (tag === 'markdown') return [shown(String(content))]
  if (tag === 'plain_text') return [String(content)]
  return Array.isArray(rows) ? rows.filter(isRecord).map(row => Object.values(row).join(' ')) : []
}

/** The buttons of a card, top to bottom: what they say and what they carry. */
export function buttonsOf(card: FeishuCard): readonly { readonly label: string; readonly value: ButtonValue }[] {
  return buttonsIn(card.body.elements)
}

function buttonsIn(elements: FeishuCard['body']['elements']): ReturnType<typeof buttonsOf> {
  return elements.flatMap(element => {
    if (element.tag === 'column_set') return element.columns.flatMap(column => buttonsIn(column.elements))
    return element.tag === 'button' ? [{ label: element.text.content, value: element.behaviors[0].value }] : []
  })
}
