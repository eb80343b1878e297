/** A set of tasks: their numbers in the ledger, ascending, without repeats. */
export type TaskSet = Uint32Array

export const noTasks: TaskSet = new Uint32Array(0)

/** Numbers from `start` up to but not including `end`. */
export function taskRange(start: number, end: number): TaskSet {
  return Uint32Array.from({ length: end - start }, (_, i) => start + i)
}

/** Any numbers, put in order. */
export function taskSet(numbers: Iterable<number>): TaskSet {
  return Uint32Array.from(new Set(numbers)).sort()
}

/** From this many times larger on, looking each task up is cheaper than walking through the larger set. */
const MUCH_LARGER = 16

export function intersect(a: TaskSet, b: TaskSet): TaskSet {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  return many.length > few.length * MUCH_LARGER ? few.filter(task => hasTask(many, task)) : walkBoth(few, many)
}

function walkBoth(few: TaskSet, many: TaskSet): TaskSet {
  const common = new Uint32Array(few.length)
  let length = 0
  let at = 0
  for (const task of few) {
    while (at < many.length && (many[at] ?? 0) < task) at++
    if (many[at] === task) common[length++] = task
  }
  return common.subarray(0, length)
}

export function unite(a: TaskSet, b: TaskSet): TaskSet {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const merged = new Uint32Array(a.length + b.length)
  let length = 0
  for (let i = 0, j = 0; i < a.length || j < b.length; length++) {
    const left = a[i] ?? Number.POSITIVE_INFINITY
    const right = b[j] ?? Number.POSITIVE_INFINITY
    merged[length] = Math.min(left, right)
    if (left <= right) i++
    if (right <= left) j++
  }
  return merged.subarray(0, length)
}

export function subtract(a: TaskSet, b: TaskSet): TaskSet {
  return a.filter(task => !hasTask(b, task))
}

/** Binary search. */
export function hasTask(set: TaskSet, task: number): boolean {
  let low = 0
  let high = set.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((set[middle] ?? 0) < task) low = middle + 1
    else high = middle
  }
  return set[low] === task
}
