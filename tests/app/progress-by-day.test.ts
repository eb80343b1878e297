import { describe, expect, it } from 'vitest'
import { ifAny, progressByDay } from '../../src/app/progress-by-day.ts'
import { createMemoryStore } from '../contracts/memory-store.ts'
import { ledger } from '../core/dialog/seed-ledger.ts'
import { entry, TASK } from '../core/progress/entries.ts'

const store = createMemoryStore()
await store.append([entry.report({ at: '2023-06-01T23:59:59+08:00' })], { seen: 0 })
await store.append([entry.report({ at: '2023-06-03T09:00:00+08:00' })], { seen: 1 })

describe('progress by day', () => {
  it.each([
    ['2023-05-31', 0],
    ['2023-06-01', 1],
    ['2023-06-02', 1],
    ['2023-06-03', 2],
  ])('on %s knows %d reports', async (day, count) => {
    const { today, records } = (await progressByDay(ledger, store))(day)
    expect([today, records.task(TASK).reports.length]).toEqual([day, count])
  })

  it('is none while nothing has been done, or where nothing is kept', async () => {
    const progressOn = await progressByDay(ledger, store)
    expect(ifAny(progressOn('2023-05-31'))).toBeNull()
    expect(ifAny(progressOn('2023-06-01'))).toBe(progressOn('2023-06-01'))
    expect(ifAny((await progressByDay(ledger))('2023-06-01'))).toBeNull()
  })
})
