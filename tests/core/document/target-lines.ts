import { readTargets } from '../../../src/core/document/target.ts'

/** Each target of a text as `metric comparator value unit`, a range as 3–5. */
export function targetLines(text: string): string[] {
  return readTargets(text).map(
    ({ metric, comparator, value, valueMax, unit }) =>
      `${metric} ${comparator} ${value}${valueMax === undefined ? '' : `–${valueMax}`} ${unit}`,
  )
}
