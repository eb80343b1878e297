import type { Reply, ReplyItem } from '../../src/core/dialog/reply.ts'
import { shownIn, toChoice, toList, toOriginal, toPage, toQuestion, toSay, toTask } from './card-turns.ts'
import { type Button, type ButtonValue, type Element, flow, markdown, plainText } from './elements.ts'
import { escapeMarkdown, oneLine } from './escape.ts'
import { shortened } from './shorten.ts'

/** What still fits on one line of a phone, as wide as the card. */
const LABEL_CHARS = 20
/** Longest way that is written out. */
const LONGEST_LABEL = 80
/** Most ways on of one kind; a question back has five. */
const MOST = 5
/** A page has at most 50 lines (core/dialog/page.ts); more were asked for with 全部, and the pages that follow are not of that size. */
const MOST_ON_A_PAGE = 50

type Look = Partial<Pick<Button, 'type' | 'size' | 'width'>>

/** A button, or nothing where no click could bring the value back. */
function button(label: string, value: ButtonValue | null, { type = 'default', size = 'medium', ...wide }: Look = {}) {
  if (!value) return []
  const pressed = { type: 'callback' as const, value }
  return [{ tag: 'button' as const, text: plainText(label), type, size, ...wide, behaviors: [pressed] as const }]
}

/** 详情 and 原文 of one item, small: they stand beside it. */
export function itemButtons(reply: Reply, item: ReplyItem, look: Look): readonly Button[] {
  const { taskId } = item
  if (taskId === null) return []
  const shown = shownIn(reply)
  return [
    ...(shown === 'task' ? [] : button('详情', toTask(reply, taskId), look)),
    ...(shown === 'original' ? [] : button('原文', toOriginal(reply, taskId), look)),
  ]
}

/**
 * 上一页 · 下一页, or back to the list that a task was opened from. Where 全部 was asked for and not all of it is here, the same
 * answer a page at a time.
 */
export function pageButtons(reply: Reply, { isCut }: { readonly isCut: boolean }): readonly Button[] {
  const { page, items } = reply
  if (!page || page.total < 2) return button('返回列表', toList(reply))
  if (page.pages === 1 || items.length > MOST_ON_A_PAGE)
    return isCut || page.pages > 1 ? button('分页查看', toPage(reply, 1)) : []
  return [
    ...(page.number > 1 ? button('上一页', toPage(reply, page.number - 1)) : []),
    ...(page.number < page.pages ? button('下一页', toPage(reply, page.number + 1), { type: 'primary' }) : []),
  ]
}

/** What can be done about it: buttons that say something new. */
export const actionButtons = ({ actions = [] }: Reply): readonly Button[] =>
  actions.flatMap(({ label, say, look }) =>
    button(shortened(oneLine(label) || oneLine(say), LONGEST_LABEL), toSay(say), look && { type: look }),
  )

/** The possible readings of a question, to be chosen from. */
export function choiceElements(reply: Reply): readonly Element[] {
  const ways = reply.choices.map(({ label }, i) => ({ label, value: toChoice(reply, i + 1) }))
  return wayElements(ways, { numbered: true })
}

/** Questions that would be answered. */
export function suggestionElements(reply: Reply): readonly Element[] {
  const ways = reply.suggestions.map(label => ({ label, value: toQuestion(reply, label) }))
  return wayElements(ways, { numbered: false })
}

interface Way {
  readonly label: string
  readonly value: ButtonValue | null
}

/** Short ways are buttons that say them; long ones are written out, with numbers to press. */
function wayElements(ways: readonly Way[], { numbered }: { numbered: boolean }): readonly Element[] {
  const shown = ways.slice(0, MOST).map(({ label, value }, i) => ({ label: oneLine(label), value, number: i + 1 }))
  if (shown.length === 0) return []
  const brief = shown.every(({ label, value }) => value && label !== '' && [...label].length <= LABEL_CHARS)
  if (!brief) return writtenOut(shown, ways.length)
  return shown.flatMap(({ label, value, number }) =>
    button(numbered ? `${number}. ${label}` : label, value, { width: 'fill' }),
  )
}

function writtenOut(ways: readonly (Way & { number: number })[], total: number): readonly Element[] {
  const lines = ways.map(({ label, number }) => escapeMarkdown(`${number}. ${shortened(label, LONGEST_LABEL)}`))
  const more = total > ways.length ? [`……共${total}个`] : []
  const buttons = ways.flatMap(({ number, value }) => button(String(number), value))
  return [markdown([...lines, ...more].join('<br>')), ...(buttons.length > 0 ? [flow(buttons)] : [])]
}
