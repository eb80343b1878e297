import type { Ledger } from '../search/ledger.ts'
import { hasTask, intersect, type TaskSet, taskSet } from '../search/task-set.ts'
import type { Entry } from './entry.ts'
import type { Records } from './records.ts'
import { type Derived, type Light, type Standing, standingOf } from './standing.ts'
import type { Stage } from './workflow.ts'

/** What can be said of how far a task has come: its stage, what is derived, its light, and what its record holds. */
export type State =
  | Stage
  | Derived
  | Light
  | 'reported'
  | 'says-none'
  | 'returned'
  | 'troubled'
  | 'solved'
  | 'extension-asked'
  | 'extended'
  | 'yellow-card'
  | 'red-card'

/** Days from … to, inclusive. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** 台账 and 督办记录 together as they stand on a day. A view: make a new one when records grow or the day changes. */
export interface Progress {
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly today: string
  readonly records: Records
  /** How a task stands, by its number in the ledger; worked out once. */
  standing(task: number): Standing
  /** Those of the tasks that are in one of the states. */
  having(tasks: TaskSet, states: readonly State[]): TaskSet
  /** Those of the tasks about which something was done in the period; `reports`: about which a standing report was made. */
  updated(tasks: TaskSet, period: Period, options: { readonly reports: boolean }): TaskSet
}

/** Sees the ledger's tasks with what the records say of them on a day. */
export function createProgress(ledger: Ledger, records: Records, today: string): Progress {
  const known = new Map<number, Standing>()
  // Questions about what was done look at these alone: a large ledger has many tasks that nobody has touched yet.
  const recorded = taskSet(records.tasks().flatMap(({ taskId }) => ledger.numberOf(taskId) ?? []))

  function standing(number: number): Standing {
    const found = known.get(number)
    if (found) return found
    const task = ledger.tasks[number]
    if (!task) throw new RangeError(`no task ${number} in the ledger`)
    const { issuedOn } = ledger.entryOf(number).document
    const worked = standingOf(task, records.task(task.id), { today, issuedOn })
    known.set(number, worked)
    return worked
  }

  return {
    today,
    records,
    standing,
    having(tasks, states) {
      const isOne = (task: number) => states.some(state => isIn(standing(task), state))
      if (states.every(state => state in RECORDED)) return intersect(tasks, recorded).filter(isOne)
      const isUntouched = states.some(state => UNTOUCHED.includes(state))
      return tasks.filter(task => (isUntouched && !hasTask(recorded, task)) || isOne(task))
    },
    updated: (tasks, period, { reports }) =>
      intersect(tasks, recorded).filter(task => entriesIn(standing(task), period, { reports }).length > 0),
  }
}

/** What was done about a task in a period, oldest first. */
export function entriesIn(
  { record }: Pick<Standing, 'record'>,
  { from, to }: Period,
  { reports }: { readonly reports: boolean },
): readonly Entry[] {
  const days: readonly Entry[] = reports ? reportsOf(record) : record.history
  return days.filter(({ at }) => at.slice(0, 10) >= from && at.slice(0, 10) <= to)
}

/** Reports that stand, of the main unit and of others, in the order they were made. */
function reportsOf({ history, reports, notes }: Standing['record']): readonly Entry[] {
  const standing = new Set([...reports, ...notes].map(({ id }) => id))
  return history.filter(({ id }) => standing.has(id))
}

type Test = (standing: Standing) => boolean

/** States that no task is in before anything was done about it. */
const RECORDED = {
  'in-progress': ({ record }) => record.stage === 'in-progress',
  submitted: ({ record }) => record.stage === 'submitted',
  done: ({ record }) => record.stage === 'done',
  closed: ({ record }) => record.stage === 'closed',
  suspended: ({ record }) => record.stage === 'suspended',
  terminated: ({ record }) => record.stage === 'terminated',
  reported: ({ record }) => record.reports.length > 0,
  'says-none': ({ record }) => record.reports.at(-1)?.declaresNone === true,
  returned: ({ record }) => isReturned(record),
  troubled: ({ record }) => record.problems.some(({ isOpen }) => isOpen),
  solved: ({ record }) => record.problems.some(({ isOpen }) => !isOpen),
  'extension-asked': ({ record }) => record.askedExtension !== null,
  extended: ({ record }) => record.extendedTo !== null,
  'yellow-card': ({ record }) => hasCard(record, 'yellow'),
  'red-card': ({ record }) => hasCard(record, 'red'),
} as const satisfies Partial<Record<State, Test>>

/** States that every task is in until then, whatever its deadlines. */
const UNTOUCHED: readonly State[] = ['not-started', 'unreported']

const TESTS: Readonly<Record<State, Test>> = {
  ...RECORDED,
  'not-started': ({ record }) => record.stage === 'not-started',
  'due-soon': ({ derived }) => derived.has('due-soon'),
  overdue: ({ derived }) => derived.has('overdue'),
  lagging: ({ derived }) => derived.has('lagging'),
  unreported: ({ derived }) => derived.has('unreported'),
  red: ({ light }) => light === 'red',
  yellow: ({ light }) => light === 'yellow',
  green: ({ light }) => light === 'green',
  grey: ({ light }) => light === 'grey',
}

const isIn = (standing: Standing, state: State): boolean => TESTS[state](standing)

const hasCard = ({ history }: Standing['record'], colour: 'yellow' | 'red'): boolean =>
  history.some(entry => entry.kind === 'warning-card' && entry.colour === colour)

/** Sent back, and not a word since. */
function isReturned({ stage, history }: Standing['record']): boolean {
  const last = history.findLast(({ kind }) => kind === 'move' || kind === 'report')
  return stage === 'in-progress' && last?.kind === 'move' && last.move === 'return'
}
