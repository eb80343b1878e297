import { showPlace } from '../dialog/answers/show-task.ts'
import type { Records } from '../progress/records.ts'
import type { Ledger } from '../search/ledger.ts'
import type { NoticedTask } from './notice-reply.ts'

/** A task as a notice shows it; one that the ledger has no more is shown by its id. */
export function noticedTask(
  taskId: string,
  { ledger, records }: { readonly ledger: Ledger; readonly records: Pick<Records, 'task'> },
): NoticedTask {
  const number = ledger.numberOf(taskId)
  const task = number === null ? undefined : ledger.tasks[number]
  const { extendedTo } = records.task(taskId)
  const extended = { date: extendedTo ?? '', certainty: 'stated', text: '批准延期', clause: '' } as const
  return {
    title: task?.title ?? taskId,
    deadlines: [
      ...(extendedTo === null ? [] : [extended]),
      ...(task?.deadlines ?? []).flatMap(({ date, certainty, text, clause }) =>
        date === null ? [] : [{ date, certainty, text, clause }],
      ),
    ],
    place: showPlace(ledger, taskId),
    ordinal: task?.ordinal ?? taskId,
  }
}
