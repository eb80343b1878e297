import { describe, expect, it } from 'vitest'
import { createProgress } from '../../../src/core/progress/progress.ts'
import { createRecords } from '../../../src/core/progress/records.ts'
import { standingOf } from '../../../src/core/progress/standing.ts'
import { taskSet } from '../../../src/core/search/task-set.ts'
import { ledger } from '../dialog/seed-ledger.ts'
import { entries, PLAN, progress, TODAY } from '../dialog/seed-progress.ts'

const idsOf = (tasks: Iterable<number>) => [...tasks].map(task => ledger.tasks[task]?.id)

describe('the view of a ledger with its records', () => {
  it('agrees with working each task out by itself', () => {
    const records = createRecords()
    records.add(entries)
    for (const [number, task] of ledger.tasks.entries()) {
      const { issuedOn } = ledger.entryOf(number).document
      const expected = standingOf(task, records.task(task.id), { today: TODAY, issuedOn })
      expect(progress.standing(number)).toEqual(expected)
    }
  })

  it('is of tasks that there are', () => {
    expect(() => createProgress(ledger, createRecords(), TODAY).standing(9999)).toThrow('no task 9999')
  })

  it('puts every task in one stage and under one light', () => {
    const stages = ['not-started', 'in-progress', 'submitted', 'done', 'closed', 'suspended', 'terminated'] as const
    const lights = ['red', 'yellow', 'green', 'grey'] as const
    for (const states of [stages, lights]) {
      const counts = states.map(state => progress.having(ledger.all, [state]).length)
      expect(counts.reduce((sum, count) => sum + count)).toBe(ledger.tasks.length)
      expect(progress.having(ledger.all, states)).toEqual(ledger.all)
    }
  })

  it('keeps to the tasks it is asked about', () => {
    const some = taskSet([26, 27, 28])
    expect(idsOf(progress.having(some, ['submitted', 'unreported']))).toEqual([`${PLAN}#28`, `${PLAN}#29`])
  })

  it('counts days at both ends, and a withdrawn report only as something that was done', () => {
    const on = (from: string, to: string, reports: boolean) =>
      idsOf(progress.updated(ledger.all, { from, to }, { reports }))
    expect(on('2023-11-27', '2023-11-28', false)).toEqual([`${PLAN}#29`, `${PLAN}#32`])
    expect(on('2023-11-27', '2023-11-28', true)).toEqual([`${PLAN}#29`])
    expect(on('2023-11-29', '2023-12-01', false)).toEqual([])
    expect(on('2023-05-20', '2023-05-20', false)).toEqual([`${PLAN}#28`])
    expect(on('2023-05-20', '2023-05-20', true)).toEqual([])
  })
})
