import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasTask, intersect, noTasks, subtract, taskRange, taskSet, unite } from '../../../src/core/search/task-set.ts'

const ascending = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b)

/** Few beside many: from 16 times as many on, sets are intersected another way. */
const sets = fc.oneof(
  fc.tuple(numbersUpTo(60, 40), numbersUpTo(60, 40)),
  fc.tuple(numbersUpTo(400, 4), numbersUpTo(400, 200)),
)

function numbersUpTo(max: number, maxLength: number) {
  return fc.array(fc.nat(max), { maxLength }).map(numbers => new Set(numbers))
}

describe('sets of tasks', () => {
  it('are joined, cut and lessened as plain sets are', () => {
    fc.assert(
      fc.property(sets, ([left, right]) => {
        const [a, b] = [taskSet(left), taskSet(right)]
        expect([...intersect(a, b)]).toEqual(ascending(left.intersection(right)))
        expect([...intersect(b, a)]).toEqual(ascending(left.intersection(right)))
        expect([...unite(a, b)]).toEqual(ascending(left.union(right)))
        expect([...subtract(a, b)]).toEqual(ascending(left.difference(right)))
      }),
      { numRuns: 400 },
    )
  })

  it.each([15, 16, 17, 18])('have the same in common with a set %i times as large', times => {
    const few = taskSet([0, 31, 64, 1000])
    const many = taskSet(Array.from({ length: 4 * times }, (_, i) => i))
    expect([...intersect(few, many)]).toEqual([0, 31].concat(4 * times > 64 ? [64] : []))
  })

  it('know what they hold', () => {
    fc.assert(
      fc.property(numbersUpTo(50, 30), fc.nat(51), (numbers, task) => {
        expect(hasTask(taskSet(numbers), task)).toBe(numbers.has(task))
      }),
    )
  })

  it('leave the sets they are made of as they were', () => {
    const [a, b] = [taskSet([1, 2]), taskSet([2, 3])]
    for (const combine of [intersect, unite, subtract]) combine(a, b)
    expect([[...a], [...b], [...noTasks]]).toEqual([[1, 2], [2, 3], []])
  })

  it.each([
    [0, 3, [0, 1, 2]],
    [5, 7, [5, 6]],
    [4, 4, []],
  ])('run from %i up to %i', (start, end, numbers) => {
    expect([...taskRange(start, end)]).toEqual(numbers)
  })

  it('are in order and without repeats, however they come', () => {
    expect([...taskSet([10, 9, 100, 9])]).toEqual([9, 10, 100])
  })
})
