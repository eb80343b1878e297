import { describe, expect, it } from 'vitest'
import type { Turn } from '../../../src/core/dialog/assistant.ts'
import { assistant } from './seed-ledger.ts'
import { progress, TODAY } from './seed-progress.ts'

/** The tasks that the last of some turns is answered with. */
function tasksAfter(...questions: readonly string[]) {
  const last = questions.reduce<Turn | null>(
    (turn, question) => assistant.ask(question, { today: TODAY, progress, conversation: turn?.conversation ?? null }),
    null,
  )
  return last?.answer.tasks
}

describe('a question on how tasks stand, after another', () => {
  it.each([
    [['哪些没报进展', '逾期的有哪些'], ['逾期的有哪些']],
    [['27条谁牵头', '逾期的有哪些'], ['逾期的有哪些']],
    [['省能源局没报进展的', '已办结的有哪些'], ['省能源局负责的已办结的有哪些']],
    [['省能源局牵头哪些任务', '已办结的有哪些'], ['省能源局牵头、已办结的有哪些']],
  ])('%j is %j', (turns, alone) => {
    expect(tasksAfter(...turns)).toEqual(tasksAfter(...alone))
  })

  it('is a part of the last where it says so', () => {
    const [unreported, overdue] = [tasksAfter('哪些没报进展'), tasksAfter('逾期的有哪些')]
    const both = overdue?.filter(task => unreported?.includes(task))
    expect(tasksAfter('哪些没报进展', '其中逾期的')).toEqual(both)
    expect(both).not.toHaveLength(0)
  })
})
