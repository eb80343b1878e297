/**
 * First index at or after `from` whose value is not below `target`, in an ascending list. Doubles its step before it
 * halves the rest, so that following one list through another costs little more than reading the shorter one.
 */
export function seek(list: Uint32Array, from: number, target: number): number {
  let low = from
  let step = 1
  while (low + step < list.length && (list[low + step] ?? 0) < target) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, list.length)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] ?? 0) < target) low = middle + 1
    else high = middle
  }
  return low
}

/** First index at or after `from` whose value is not below `bound`, reading on one by one: for short ways. */
export function passed(list: Uint32Array, from: number, bound: number): number {
  let index = from
  while (index < list.length && (list[index] ?? 0) < bound) index++
  return index
}
