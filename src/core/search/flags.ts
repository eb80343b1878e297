import type { Task } from '../model.ts'
import type { TaskSet } from './task-set.ts'

const FLAGS = {
  'no-lead': ({ leadUnits }) => leadUnits.length === 0,
  'has-lead': ({ leadUnits }) => leadUnits.length > 0,
  'sole-lead': ({ leadUnits }) => leadUnits.length === 1,
  'no-unit': ({ leadUnits, supportingUnits, responsibleUnits }) =>
    leadUnits.length + supportingUnits.length + responsibleUnits.length === 0,
  'no-support': ({ supportingUnits }) => supportingUnits.length === 0,
  'has-support': ({ supportingUnits }) => supportingUnits.length > 0,
  'no-target': ({ targets }) => targets.length === 0,
  'has-target': ({ targets }) => targets.length > 0,
  'no-deadline': ({ deadlines }) => deadlines.every(({ certainty }) => certainty === 'implied'),
  'has-deadline': ({ deadlines }) => deadlines.some(({ certainty }) => certainty === 'stated'),
} as const satisfies Readonly<Record<string, (task: Task) => boolean>>

/** A property that a task has or lacks. */
export type Flag = keyof typeof FLAGS

/** Looks up the tasks with a property; each property is gone through once, when it is first asked for. */
export function flagLookup(tasks: readonly Task[]): (flag: Flag) => TaskSet {
  const sets = new Map<Flag, TaskSet>()
  return flag => {
    const set = sets.get(flag) ?? Uint32Array.from(tasks.flatMap((task, number) => (FLAGS[flag](task) ? [number] : [])))
    sets.set(flag, set)
    return set
  }
}
