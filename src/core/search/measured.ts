import type { Comparator, Target, Task } from '../model.ts'
import { normaliseQuantity } from '../text/quantity.ts'
import type { TaskSet } from './task-set.ts'

/** A number asked for: 超过1000家. A null value asks for the comparator alone: 控制在…以内的. */
export interface MeasureQuery {
  readonly comparator: Comparator | null
  readonly value: number | null
  readonly unit: string
}

/** Finds tasks by their numbers. */
export interface MeasureLookup {
  tasksFitting(query: MeasureQuery): TaskSet
}

interface Measured {
  readonly task: number
  readonly target: Target
  /** In the base unit of its dimension. */
  readonly value: number
}

/** Targets by dimension, gone through once, at the first such question. */
export function measureLookup(tasks: readonly Task[]): MeasureLookup {
  let lists: ReadonlyMap<string, readonly Measured[]> | null = null
  return {
    tasksFitting(query) {
      lists ??= byDimension(tasks)
      const { dimension } = normaliseQuantity(1, query.unit)
      const candidates = query.value === null ? [...lists.values()].flat() : (lists.get(dimension) ?? [])
      const fits = measureTest(query)
      return Uint32Array.from(new Set(candidates.filter(({ target, value }) => fits(target, value)).map(({ task }) => task))).sort()
    },
  }
}

function byDimension(tasks: readonly Task[]): ReadonlyMap<string, readonly Measured[]> {
  const lists = new Map<string, Measured[]>()
  tasks.forEach(({ targets }, task) => {
    for (const target of targets) {
      const { dimension, value } = normaliseQuantity(target.value, target.unit)
      const list = lists.get(dimension)
      if (list) list.push({ task, target, value })
      else lists.set(dimension, [{ task, target, value }])
    }
  })
  return lists
}

/** Whether one target is what the number asks for. */
export function fitsMeasure(target: Target, query: MeasureQuery): boolean {
  const { value, dimension } = normaliseQuantity(target.value, target.unit)
  return (query.value === null || dimension === normaliseQuantity(1, query.unit).dimension) && measureTest(query)(target, value)
}

/** Values are in base units of one dimension. */
function measureTest({ comparator, value, unit }: MeasureQuery): (target: Target, value: number) => boolean {
  if (value === null) return target => target.comparator === comparator
  const wanted = normaliseQuantity(value, unit).value
  if (comparator === '>=') return (target, own) => own > wanted || (own === wanted && target.comparator !== '<=')
  if (comparator === '<=') return (_target, own) => own <= wanted
  return (_target, own) => own === wanted
}
