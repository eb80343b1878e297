import { showPlace } from '../../dialog/answers/show-task.ts'
import type { ReplyItem } from '../../dialog/reply.ts'
import type { Ledger } from '../../search/ledger.ts'

/** 第27项 with its document, for a sentence. */
export const named = (ledger: Ledger, taskId: string): string =>
  `${showPlace(ledger, taskId)}“${titleOf(ledger, taskId)}”`

export function titleOf(ledger: Ledger, taskId: string): string {
  const number = ledger.numberOf(taskId)
  return (number === null ? undefined : ledger.tasks[number]?.title) ?? taskId
}

/** A task with some lines under it, as a card shows it. */
export function taskItem(
  ledger: Ledger,
  taskId: string,
  lines: readonly string[],
  number: number | null = null,
): ReplyItem {
  return { number, title: titleOf(ledger, taskId), lines: [showPlace(ledger, taskId), ...lines], taskId }
}

/** Text of many lines in one. */
export const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/gu, '；')
