import { expect, it } from 'vitest'
import { todayOf } from '../../src/app/today.ts'

it.each([
  ['2023-12-31T15:59:59.999Z', '2023-12-31'],
  ['2023-12-31T16:00:00.000Z', '2024-01-01'],
  ['2024-02-28T16:00:00Z', '2024-02-29'],
  ['2024-07-01T00:00:00Z', '2024-07-01'],
  ['2024-07-01T23:59:59+08:00', '2024-07-01'],
])('at %s it is %s in Shanghai', (instant, today) => {
  expect(todayOf({ now: () => new Date(instant) })).toBe(today)
})
