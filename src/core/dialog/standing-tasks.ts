import type { Progress } from '../progress/progress.ts'
import { OPEN_STAGES } from '../progress/workflow.ts'
import { subtract, type TaskSet } from '../search/task-set.ts'
import type { StandingTerm } from './slots.ts'

/** Those of the tasks that stand as the question says. */
export const standingTasks = (progress: Progress, terms: readonly StandingTerm[], tasks: TaskSet): TaskSet =>
  terms.reduce((left, term) => fitting(progress, term, left), tasks)

function fitting(progress: Progress, term: StandingTerm, tasks: TaskSet): TaskSet {
  if (term.kind === 'state') {
    const found = progress.having(tasks, term.any)
    return term.except ? subtract(tasks, found) : found
  }
  // Nobody is to report on what is over: 一个月没更新的 are the open ones.
  const candidates = term.except ? progress.having(tasks, OPEN_STAGES) : tasks
  const found = progress.updated(candidates, term.period, term)
  return term.except ? subtract(candidates, found) : found
}
