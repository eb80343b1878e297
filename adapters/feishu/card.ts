import type { Reply } from '../../src/core/dialog/reply.ts'
import { actionButtons, choiceElements, pageButtons, suggestionElements } from './card-buttons.ts'
import { chartElements } from './card-chart.ts'
import { formElements } from './card-form.ts'
import { type Extent, grey, itemElements, leavesOut } from './card-items.ts'
import { type Element, type FeishuCard, flow, markdown, plainText } from './elements.ts'
import { escapeMarkdown, escapeText, oneLine } from './escape.ts'
import type { FeishuMessage } from './message.ts'
import { byteLength, shortened } from './shorten.ts'
import { textMessage } from './text.ts'

/**
 * What we allow ourselves of the 30 KB and 200 elements (卡片 JSON 2.0 结构): the platform counts after it has expanded
 * styles, which makes a card larger than what was sent.
 */
const BUDGET = { bytes: 24_000, elements: 180 } as const

/** Longest texts outside the items: they quote the question, and people paste whole pages. */
const LONGEST = { headline: 500, header: 40, note: 150, notes: 6, hint: 100, preview: 80 } as const

/** A reply as a card. What it has no room for it says, with the way to see it. */
export const cardOf = (reply: Reply): FeishuCard => composed(reply).card

/** A reply as a message: a card, or text where no card has room, no button leads to the rest and none does anything. */
export function cardMessage(reply: Reply): FeishuMessage {
  const { card, extent } = composed(reply)
  const lost =
    leavesOut(reply, extent) && (reply.items.length === 1 || reply.items.some(({ taskId }) => taskId === null))
  return lost && !isForDoing(reply) ? textMessage(reply) : { msg_type: 'interactive', content: JSON.stringify(card) }
}

/** Whether something can be done on the card that is more trouble to type. */
const isForDoing = ({ actions = [], form }: Reply): boolean => actions.length > 0 || form !== undefined

interface Composed {
  readonly card: FeishuCard
  readonly extent: Extent
}

/** The fullest card that fits. What can be done is on every one of them: items, then all else that can be asked for again, give way. */
function composed(reply: Reply): Composed {
  for (const extent of extents(reply.items.length)) {
    const card = cardShowing(reply, extent)
    if (fits(card)) return { card, extent }
  }
  const bare = isForDoing(reply) ? { ...reply, notes: [], choices: [], suggestions: [] } : reply
  return { card: cardShowing(bare, NO_ITEMS), extent: NO_ITEMS }
}

const NO_ITEMS: Extent = { items: 0, line: 0 }

/** First the lines get shorter, then the items fewer. */
function* extents(items: number): Generator<Extent> {
  for (const line of [Number.POSITIVE_INFINITY, 6000, 2500, 1000, 300, 100, 0]) yield { items, line }
  for (let fewer = items - 1; fewer > 0; fewer = Math.floor(fewer * 0.95)) yield { items: fewer, line: 0 }
}

function fits(card: FeishuCard): boolean {
  const json = JSON.stringify(card)
  return json.split('"tag":').length - 1 <= BUDGET.elements && byteLength(json) <= BUDGET.bytes
}

function cardShowing(reply: Reply, extent: Extent): FeishuCard {
  const headline = shortened(oneLine(headlineOf(reply)), LONGEST.headline)
  const elements = bodyElements(reply, extent)
  const config = { update_multi: true, summary: { content: preview(headline) } } as const
  const inHeader = headline !== '' && headline.length <= LONGEST.header && elements.length > 0
  if (inHeader) return { schema: '2.0', config, header: headerOf(reply, headline), body: bodyOf(elements) }
  const bold = markdown(headline === '' ? '　' : `**${escapeMarkdown(headline)}**`)
  return { schema: '2.0', config, body: bodyOf([bold, ...elements]) }
}

/** A task that was pointed at has no summary but its own title. */
const headlineOf = ({ summary, items }: Reply): string =>
  summary === '' && items.length === 1 ? (items[0]?.title ?? '') : summary

const preview = (headline: string): string => shortened(escapeText(headline), LONGEST.preview) || '督办助手'

const headerOf = (reply: Reply, headline: string) => ({ title: plainText(headline), template: colourOf(reply) })

/** Orange asks something back, grey found nothing. */
function colourOf(reply: Reply): 'blue' | 'orange' | 'grey' {
  if (reply.choices.length > 0) return 'orange'
  return reply.items.length > 0 || isForDoing(reply) ? 'blue' : 'grey'
}

const bodyOf = (elements: readonly Element[]): FeishuCard['body'] => ({ vertical_spacing: '8px', elements })

function bodyElements(reply: Reply, extent: Extent): readonly Element[] {
  const { hint } = reply
  return [
    ...noteElements(reply),
    ...itemElements(reply, extent),
    ...(leavesOut(reply, extent) ? [] : chartElements(reply)),
    ...choiceElements(reply),
    ...suggestedElements(reply),
    ...leftOutElements(reply, extent),
    ...formElements(reply),
    ...buttonRow(actionButtons(reply)),
    ...buttonRow(pageButtons(reply, { isCut: leavesOut(reply, extent) })),
    ...(hint ? [small(shortened(hint, LONGEST.hint))] : []),
  ]
}

const small = (text: string): Element => markdown(grey(text), 'notation')

const buttonRow = (buttons: readonly Element[]): readonly Element[] => (buttons.length > 0 ? [flow(buttons)] : [])

function noteElements({ notes }: Reply): readonly Element[] {
  const shown = notes.slice(0, LONGEST.notes).map(note => grey(shortened(note, LONGEST.note)))
  const more = notes.length > shown.length ? [grey(`……共${notes.length}条说明`)] : []
  const lines = [...shown, ...more].filter(line => line !== '')
  return lines.length > 0 ? [markdown(lines.join('<br>'))] : []
}

/** A summary that ends in a colon has already said what the suggestions are. */
function suggestedElements(reply: Reply): readonly Element[] {
  const elements = suggestionElements(reply)
  const announced = elements.length === 0 || reply.summary.endsWith('：')
  return announced ? elements : [markdown('您是不是想问：'), ...elements]
}

/** What this card does not show, and how to see it. */
function leftOutElements(reply: Reply, extent: Extent): readonly Element[] {
  if (!leavesOut(reply, extent)) return []
  return [markdown(`**${escapeMarkdown(`一张卡片放不下：${missingFrom(reply, extent)}`)}**`)]
}

function missingFrom({ items }: Reply, extent: Extent): string {
  const [first] = items
  const next = extent.items + 1
  if (extent.items < items.length)
    return `这里列出${extent.items}项，后面还有${items.length - extent.items}项，说“第${next}个”看下一项。`
  if (items.length === 1)
    return first?.taskId ? `请发消息“${first.taskId} 原文”，全文会以文字发给您。` : '请缩小范围再问。'
  return extent.line === 0 ? '这里只列出标题。' : '较长的文字只显示开头，点“原文”看全文。'
}
