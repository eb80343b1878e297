import type { Comparator, Target, Task } from '../model.ts'
import { normaliseQuantity } from '../text/quantity.ts'
import { groupBy } from './group.ts'
import { type TaskSet, taskSet } from './task-set.ts'

/** A number asked for: 超过1000家. A null value asks for the comparator alone: 控制在…以内的. */
export interface MeasureQuery {
  readonly comparator: Comparator | null
  readonly value: number | null
  readonly unit: string
}

interface Measured {
  readonly task: number
  readonly target: Target
  /** In the base unit of its dimension. */
  readonly value: number
}

/** Looks tasks up by their numbers; the targets are sorted by dimension once, at the first such question. */
export function measureLookup(tasks: readonly Task[]): (query: MeasureQuery) => TaskSet {
  let lists: ReadonlyMap<string, readonly Measured[]> | null = null
  return query => {
    lists ??= byDimension(tasks)
    const { dimension } = normaliseQuantity(1, query.unit)
    const candidates = query.value === null ? [...lists.values()].flat() : (lists.get(dimension) ?? [])
    const fits = measureTest(query)
    return taskSet(candidates.filter(({ target, value }) => fits(target, value)).map(({ task }) => task))
  }
}

function byDimension(tasks: readonly Task[]): ReadonlyMap<string, readonly Measured[]> {
  const measured = tasks.flatMap(({ targets }, task) =>
    targets.map(target => ({ task, target, ...normaliseQuantity(target.value, target.unit) })),
  )
  return groupBy(measured, ({ dimension }) => dimension)
}

/** Whether one target is what the number asks for. */
export function fitsMeasure(target: Target, query: MeasureQuery): boolean {
  const { value, dimension } = normaliseQuantity(target.value, target.unit)
  return (
    (query.value === null || dimension === normaliseQuantity(1, query.unit).dimension) &&
    measureTest(query)(target, value)
  )
}

/** Values are in base units of one dimension. */
function measureTest({ comparator, value, unit }: MeasureQuery): (target: Target, value: number) => boolean {
  if (value === null) return target => target.comparator === comparator
  const wanted = normaliseQuantity(value, unit).value
  if (comparator === '>=') return (target, own) => own > wanted || (own === wanted && target.comparator !== '<=')
  if (comparator === '<=') return (_target, own) => own <= wanted
  return (_target, own) => own === wanted
}
