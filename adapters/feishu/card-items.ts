import type { Reply, ReplyItem } from '../../src/core/dialog/reply.ts'
import { itemButtons } from './card-buttons.ts'
import { isTabular, lineTable } from './card-table.ts'
import { type Button, beside, type Element, flow, markdown } from './elements.ts'
import { escapeMarkdown } from './escape.ts'
import { shortened } from './shorten.ts'

/** How much of a reply's items a card shows. */
export interface Extent {
  readonly items: number
  /** Characters of each line; 0 leaves the lines out. */
  readonly line: number
}

/** More items than this have no buttons of their own; 第3个 still shows one. */
const MOST_WITH_BUTTONS = 20
const LONGEST_TITLE = 500
/** A first line up to this long says where a task stands, not what it says. */
const LONGEST_PLACE = 80
/** 牵头 stays on the line of the place; 年底（2023-12-31） would wrap. */
const SHORT_REASON = 3
/** Longer items take the whole width; their buttons stand below. */
const LONGEST_BESIDE = 120

/** Whether something of the items is not shown. */
export const leavesOut = ({ items }: Reply, extent: Extent): boolean =>
  extent.items < items.length ||
  items.some(({ title, lines }) => title.length > LONGEST_TITLE || lines.some(line => line.length > extent.line))

/** The items of a reply: counts as lines or a table, tasks each with its buttons. */
export function itemElements(reply: Reply, { items, line }: Extent): readonly Element[] {
  const shown = reply.items.slice(0, items)
  if (shown.length === 0) return []
  const bare = line === 0 && reply.items.length > MOST_WITH_BUTTONS
  if (bare || shown.every(isPlain)) return [!bare && isTabular(shown) ? lineTable(shown) : plainLines(shown)]
  const titled = reply.summary !== '' || reply.items.length > 1
  return shown.flatMap(item => {
    const parts = [...(titled ? [boldTitle(item)] : []), ...itemLines(item, line)].filter(part => part !== '')
    return withButtons(reply, item, parts.join('<br>'))
  })
}

const isPlain = ({ lines, taskId }: ReplyItem): boolean => lines.length === 0 && taskId === null

const plainLines = (items: readonly ReplyItem[]): Element =>
  markdown(items.map(item => escapeMarkdown(titleOf(item))).join('<br>'))

const titleOf = ({ number, title }: ReplyItem): string =>
  `${number === null ? '' : `${number}. `}${shortened(title, LONGEST_TITLE)}`.trim()

function boldTitle(item: ReplyItem): string {
  const title = escapeMarkdown(titleOf(item))
  // Some clients want a space behind bold text (富文本(Markdown)).
  return title === '' ? '' : `**${title}** `
}

function withButtons(reply: Reply, item: ReplyItem, text: string): readonly Element[] {
  const body = text === '' ? [] : [markdown(text)]
  if (reply.items.length > MOST_WITH_BUTTONS) return body
  const length = item.lines.reduce((sum, line) => sum + line.length, item.title.length)
  if (reply.items.length > 1 && length <= LONGEST_BESIDE) return stacked(body, itemButtons(reply, item, TINY))
  const buttons = itemButtons(reply, item, { size: 'small' })
  return buttons.length > 0 ? [...body, flow(buttons)] : body
}

const TINY = { type: 'primary_text', size: 'tiny' } as const

const stacked = (body: readonly Element[], buttons: readonly Button[]): readonly Element[] =>
  buttons.length > 0 ? [beside(body, buttons)] : body

function itemLines(item: ReplyItem, longest: number): readonly string[] {
  if (longest === 0) return []
  const [first = '', ...others] = item.lines
  const { place = first, reason = '' } = PLACED.exec(first)?.groups ?? {}
  if (!isPlace(item, place)) return item.lines.map(line => labelled(shortened(line, longest)))
  return [placeLine(place, shortened(reason, longest)), ...others.map(line => labelled(shortened(line, longest)))]
}

/** 鲁政办字〔2023〕5号·三·第27项｜年底（2023-12-31） */
const PLACED = /^(?<place>[^｜\n]+)｜(?<reason>.+)$/su

/** 文号, section and ordinal of a task, or what is known of a document: what comes first of anything in the ledger. */
const isPlace = ({ number, taskId }: ReplyItem, line: string): boolean =>
  (number !== null || taskId !== null) && line.length <= LONGEST_PLACE && !line.includes('\n')

function placeLine(place: string, reason: string): string {
  if (reason.length > SHORT_REASON) return `${grey(place)}<br>${labelled(reason)}`
  return `${grey(place)}${escapeMarkdown(reason === '' ? '' : `｜${reason}`)}`
}

/** 牵头：省能源局, its label in grey. */
function labelled(text: string): string {
  const { label = '', rest = text } = /^(?<label>\p{Script=Han}{2,4}：)(?<rest>.+)$/su.exec(text)?.groups ?? {}
  return `${grey(label)}${escapeMarkdown(rest)}`
}

export function grey(text: string): string {
  const escaped = escapeMarkdown(text)
  return escaped === '' ? '' : `<font color='grey'>${escaped}</font>`
}
