import type { Reply } from '../../src/core/dialog/reply.ts'
import type { SayValue, TurnsValue } from './elements.ts'
import { WEBHOOK_LIMITS } from './limits.ts'
import { byteLength } from './shorten.ts'

/** Bytes that one button may take of its card: two turn pages, five are choices, but two belong to each item. */
const BYTES = { page: 1500, way: 600, item: 300 } as const

/** What a button carries: null where it would be more than a click may bring back (limits.ts) or a card can hold. */
function carried(turns: readonly string[], today: string, bytes: number): TurnsValue | null {
  const allowed = turns.length <= WEBHOOK_LIMITS.turns && turns.every(turn => turn.length <= WEBHOOK_LIMITS.turnLength)
  return allowed && byteLength(JSON.stringify(turns)) <= bytes ? { turns, today } : null
}

/** Something to be said; null where a click could not bring it back. */
export const toSay = (say: string): SayValue | null =>
  say.trim() !== '' && say.length <= WEBHOOK_LIMITS.turnLength ? { say } : null

/** The turns that lead to a list, without the one that turned to its page. */
const stemOf = ({ again: { turns } }: Reply): readonly string[] =>
  /^第\d+页$/u.test(turns.at(-1) ?? '') ? turns.slice(0, -1) : turns

/** Another page of the same answer. */
export function toPage(reply: Reply, page: number): TurnsValue | null {
  const stem = stemOf(reply)
  return stem.length === 0 ? null : carried([...stem, `第${page}页`], reply.again.today, BYTES.page)
}

/** One of the choices of a question back, by its number from 1. */
export const toChoice = ({ again: { turns, today } }: Reply, number: number): TurnsValue | null =>
  carried([...turns, String(number)], today, BYTES.way)

/** Something new to ask. */
export const toQuestion = ({ again: { today } }: Reply, question: string): TurnsValue | null =>
  carried([question], today, BYTES.way)

const originalTurn = (taskId: string): string => `${taskId} 原文`

/** The task itself: understood after any turns, so the turns before it only say where 返回 leads. */
export const toTask = (reply: Reply, taskId: string): TurnsValue | null => afterList(reply, taskId, taskId)

/** The paragraph as printed. */
export const toOriginal = (reply: Reply, taskId: string): TurnsValue | null =>
  afterList(reply, taskId, originalTurn(taskId))

function afterList(reply: Reply, taskId: string, turn: string): TurnsValue | null {
  const { today } = reply.again
  return carried([...listTurns(reply, taskId), turn], today, BYTES.item) ?? carried([turn], today, BYTES.way)
}

/** The list a task was opened from: of a card that shows the task, the turns before it; of a list, its page. */
function listTurns(reply: Reply, taskId: string): readonly string[] {
  if (isOpened(reply, taskId)) return reply.again.turns.slice(0, -1)
  const { page } = reply
  const stem = stemOf(reply)
  return page && page.pages > 1 ? [...stem, `第${page.number}页`] : stem
}

/** Whether a card was opened by a button of ours on this task. */
function isOpened({ again: { turns } }: Reply, taskId: string): boolean {
  const last = turns.at(-1)
  return last === taskId || last === originalTurn(taskId)
}

/** The list that the one task of this card was opened from. */
export function toList(reply: Reply): TurnsValue | null {
  const [item] = reply.items
  const { turns, today } = reply.again
  if (!item?.taskId || turns.length < 2 || !isOpened(reply, item.taskId)) return null
  return carried(turns.slice(0, -1), today, BYTES.page)
}

/**
 * What a card already shows needs no button. A reply without a summary is about the one task that was pointed at, and shows
 * it in full unless its paragraph was asked for.
 */
export function shownIn({ again: { turns }, summary, items }: Reply): 'task' | 'original' | null {
  if (turns.at(-1)?.endsWith('原文')) return 'original'
  return summary === '' && items.length === 1 ? 'task' : null
}
