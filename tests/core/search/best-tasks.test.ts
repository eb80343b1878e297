import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BestTasks } from '../../../src/core/search/best-tasks.ts'

test('keeps what sorting everything would put first', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 })
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 12 }), (given, limit) => {
      const best = new BestTasks(limit)
      for (const [task, score] of given.entries()) best.offer(task, score)
      const sorted = [...given.entries()].sort(([one, score], [other, otherScore]) => otherScore - score || one - other)
      const first = sorted.slice(0, limit).map(([task]) => task)
      expect(best.tasks.toSorted((one, other) => one - other)).toEqual(first.toSorted((one, other) => one - other))
    }),
  )
})
