import { OPEN_STAGES, type Stage } from '../progress/workflow.ts'

/** A deadline with its date, an approved extension applied. */
export interface DueDeadline {
  /** YYYY-MM-DD */
  readonly date: string
  readonly certainty: 'stated' | 'implied'
  /** The words that state it: 6月底前. */
  readonly text: string
  /** The words it binds. */
  readonly clause: string
}

/** A task as far as it is a matter of being due. */
export interface DueTask {
  readonly taskId: string
  readonly title: string
  /** Keys of the units whose people are told: the lead units, else the responsible ones. */
  readonly units: readonly string[]
  readonly deadlines: readonly DueDeadline[]
  readonly stage: Stage
  /** When its document was issued, YYYY-MM-DD. */
  readonly issuedOn: string | null
}

/** One task and one day it is due: deadlines of the same day are one. */
export interface DueItem {
  readonly taskId: string
  readonly dueOn: string
  /** No deadline of that day is stated. */
  readonly isImplied: boolean
  /** Days from the issue of the document to the deadline; NaN where the issue is unknown. */
  readonly daysGiven: number
  /** Its place among the tasks. */
  readonly place: number
}

export type DueIndex = ReadonlyMap<string, ReadonlyMap<string, readonly DueItem[]>>

/** The items of open tasks that are due on one of the days, by day and then by unit. */
export function indexDue(tasks: readonly DueTask[], days: ReadonlySet<string>): DueIndex {
  const index = new Map<string, Map<string, DueItem[]>>()
  for (const [place, task] of tasks.entries()) {
    if (!OPEN_STAGES.includes(task.stage)) continue
    for (const dueOn of new Set(task.deadlines.map(({ date }) => date))) {
      if (days.has(dueOn)) file(index, itemOf(task, dueOn, place), task.units)
    }
  }
  return index
}

function itemOf({ taskId, deadlines, issuedOn }: DueTask, dueOn: string, place: number): DueItem {
  return {
    taskId,
    dueOn,
    isImplied: deadlines.every(({ date, certainty }) => date !== dueOn || certainty === 'implied'),
    daysGiven: issuedOn === null ? Number.NaN : (Date.parse(dueOn) - Date.parse(issuedOn)) / DAY_MS,
    place,
  }
}

const DAY_MS = 86_400_000

function file(index: Map<string, Map<string, DueItem[]>>, item: DueItem, units: readonly string[]): void {
  const ofDay = index.get(item.dueOn) ?? new Map<string, DueItem[]>()
  index.set(item.dueOn, ofDay)
  for (const unit of units) {
    const items = ofDay.get(unit)
    if (items) items.push(item)
    else ofDay.set(unit, [item])
  }
}
