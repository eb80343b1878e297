import { describe, expect, it } from 'vitest'
import type { Deadline } from '../../../src/core/model.ts'
import type { Entry } from '../../../src/core/progress/entry.ts'
import { standingOf } from '../../../src/core/progress/standing.ts'
import { recordOf } from '../../../src/core/progress/task-record.ts'
import { entry, TASK } from './entries.ts'

const limit = (date: string | null, certainty: Deadline['certainty'] = 'stated'): Deadline => ({
  text: date ?? '汛期前',
  date,
  certainty,
  clause: '建成',
  span: [0, 1],
  rule: 'test',
})

function standing(today: string, deadlines: readonly Deadline[], history: readonly Entry[] = []) {
  const { derived, light, word, due } = standingOf({ deadlines }, recordOf(TASK, history), {
    today,
    issuedOn: '2023-01-12',
  })
  return { derived: [...derived].sort(), light, word, due }
}

const HALF = [limit('2023-06-30')]
const report = entry.report({ at: '2023-03-01T09:00:00+08:00' })

describe('how a task stands', () => {
  it.each([
    ['2023-06-22', [], { derived: ['unreported'], light: 'grey', word: '灰灯（未启动）' }],
    ['2023-06-23', [], { derived: ['due-soon', 'unreported'], light: 'yellow', word: '黄灯（临期）' }],
    ['2023-06-30', [], { derived: ['due-soon', 'unreported'], light: 'yellow', word: '黄灯（临期）' }],
    ['2023-07-01', [], { derived: ['overdue', 'unreported'], light: 'red', word: '红灯（逾期）' }],
    ['2023-03-02', [report], { derived: [], light: 'green', word: '绿灯（进行中）' }],
    ['2023-07-01', [report], { derived: ['overdue'], light: 'red', word: '红灯（逾期）' }],
    [
      '2023-07-01',
      [entry.report({ declaresDone: true })],
      { derived: [], light: 'green', word: '绿灯（已反馈待审核）' },
    ],
    [
      '2023-07-01',
      [entry.move({ move: 'suspend', reason: '政策调整' })],
      { derived: [], light: 'grey', word: '灰灯（已中止）' },
    ],
  ] as const)('on %s', (today, history, expected) => {
    expect(standing(today, HALF, history)).toMatchObject(expected)
  })

  it('an approved extension moves the deadline', () => {
    const asked = entry.extension({ until: '2023-09-30' })
    const history = [report, asked, entry.decision({ extensionId: asked.id })]
    expect(standing('2023-07-01', HALF, history)).toMatchObject({ derived: [], due: '2023-09-30' })
    expect(standing('2023-10-01', HALF, history).derived).toEqual(['overdue'])
  })

  it('an inferred deadline is never overdue, nor is one without a date', () => {
    expect(standing('2024-02-01', [limit('2023-12-31', 'implied'), limit(null)], [report])).toMatchObject({
      derived: [],
      due: null,
    })
  })

  it('lags behind where an earlier deadline passed without a word, or the share is far behind the time', () => {
    const steps = [limit('2023-03-31'), limit('2023-12-31')]
    expect(standing('2023-05-01', steps, [report]).derived).toEqual(['lagging'])
    expect(standing('2023-05-01', steps, [entry.report({ at: '2023-04-02T09:00:00+08:00' })]).derived).toEqual([])
    const slow = entry.report({ at: '2023-10-01T09:00:00+08:00', percent: 40 })
    expect(standing('2023-10-08', [limit('2023-12-31')], [slow])).toMatchObject({
      light: 'yellow',
      word: '黄灯（滞后）',
    })
    const fine = entry.report({ at: '2023-10-01T09:00:00+08:00', percent: 70 })
    expect(standing('2023-10-08', [limit('2023-12-31')], [fine]).light).toBe('green')
  })
})
