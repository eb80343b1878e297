import type { ButtonValue, Element, FeishuCard, Form, SayValue, TurnsValue } from '../../adapters/feishu/elements.ts'

import { componentsIn, isRecord } from './card-values.ts'

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

interface CardButton<T> {
  readonly label: string
  readonly value: T
}

/** The buttons of a card that show something, top to bottom: what they say and what they carry. */
export const buttonsOf = (card: FeishuCard): readonly CardButton<TurnsValue>[] =>
  buttonsIn(card).flatMap(({ label, value }) => ('turns' in value ? [{ label, value }] : []))

/** The buttons of a card that say something. */
export const sayingButtonsOf = (card: FeishuCard): readonly CardButton<SayValue>[] =>
  buttonsIn(card).flatMap(({ label, value }) => ('say' in value ? [{ label, value }] : []))

/** The form of a card; null where it has none. */
export const formOf = (card: FeishuCard): Form | null =>
  card.body.elements.find(element => element.tag === 'form') ?? null

const buttonsIn = ({ body }: FeishuCard): readonly CardButton<ButtonValue>[] => buttonsAmong(body.elements)

function buttonsAmong(elements: readonly Element[]): readonly CardButton<ButtonValue>[] {
  return elements.flatMap(element => {
    if (element.tag === 'column_set') return element.columns.flatMap(column => buttonsAmong(column.elements))
    return element.tag === 'button' ? [{ label: element.text.content, value: element.behaviors[0].value }] : []
  })
}
