import type { Deadline, Task } from '../model.ts'
import type { Ledger } from '../search/ledger.ts'
import { noTasks, type TaskSet, taskSet } from '../search/task-set.ts'
import type { DueTerm } from './slots.ts'

/** Every task with a stated deadline that the question asks for. */
export function dueTasks(ledger: Ledger, due: DueTerm): TaskSet {
  const dated = due.words === null ? ledger.dated.filter(({ date }) => isWithin(date, due)) : []
  const words = due.words ?? due.text
  const undated = ledger.undated.filter(({ text }) => text.includes(words))
  return taskSet([...dated, ...undated].map(({ task }) => task))
}

/** The deadlines of a task that a question about time asks for; those of other years where its own year has none. */
export function deadlinesDue({ deadlines }: Pick<Task, 'deadlines'>, due: DueTerm): readonly Deadline[] {
  const stated = deadlines.filter(({ certainty }) => certainty === 'stated')
  const asked = stated.filter(deadline => isDue(deadline, due))
  return asked.length > 0 ? asked : stated
}

function isDue({ date, text }: Deadline, due: DueTerm): boolean {
  return date === null ? text.includes(due.words ?? due.text) : due.words === null && isWithin(date, due)
}

const isWithin = (date: string, { from, to }: DueTerm): boolean =>
  (from === null || date >= from) && (to === null || date <= to)

/** The same days of any year: for 6月底前 the last month it names. */
export function dueInOtherYears(ledger: Ledger, { from, to }: DueTerm): TaskSet {
  const first =
    from !== null && to !== null && from.slice(5) <= to.slice(5) && from.slice(8) === '01'
      ? from.slice(5)
      : to?.slice(5, 8)
  const last = to?.slice(5)
  if (first === undefined || last === undefined) return noTasks
  return taskSet(
    ledger.dated.flatMap(({ date, task }) => (date.slice(5) >= first && date.slice(5) <= last ? [task] : [])),
  )
}
