import { createWorkCalendar } from '../../../adapters/calendar/chinese-days.ts'
import type { DueTask } from '../../../src/core/supervision/due-index.ts'
import { type DueRecipient, type DueRequest, dueNotices } from '../../../src/core/supervision/due-notices.ts'
import { addDays } from '../../../src/core/text/calendar.ts'

export const calendar = createWorkCalendar({})

export const recipient: DueRecipient = { key: 'feishu:oc_1', units: ['省能源局'] }

/** An open task of 省能源局 with stated deadlines, from a document issued long before. */
export const taskDue = (dates: readonly string[], more: Partial<DueTask> = {}): DueTask => ({
  taskId: '鲁政办字〔2023〕5号#27',
  title: '可再生能源装机',
  units: ['省能源局'],
  deadlines: dates.map(date => ({ date, certainty: 'stated', text: '按期', clause: '装机达到7500万千瓦' })),
  stage: 'in-progress',
  issuedOn: '2022-01-12',
  ...more,
})

/** Decides a day as if the day before had been decided. */
export const on = (today: string, tasks: readonly DueTask[], more: Partial<DueRequest> = {}) =>
  dueNotices({ tasks, recipients: [recipient], calendar, since: addDays(today, -1), today, ...more })

/** Every day from the first to the last. */
export function daysBetween(first: string, last: string): readonly string[] {
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

/** 'reminder 7' for a T-7; the key says so, beside the kind. */
export const nameOf = (key: string): string => {
  const [kind, days]: unknown[] = JSON.parse(key)
  return `${kind} ${days}`
}
