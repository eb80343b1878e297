import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Entry, Move } from '../../../src/core/progress/entry.ts'
import { recordOf } from '../../../src/core/progress/task-record.ts'
import { MOVES, nextStage, type Stage } from '../../../src/core/progress/workflow.ts'
import { entry, TASK } from './entries.ts'

const STAGES: readonly Stage[] = [
  'not-started',
  'in-progress',
  'submitted',
  'done',
  'closed',
  'suspended',
  'terminated',
]

/** 办理流程, written down once more by hand: from → move → to; every other pair is forbidden. */
const ALLOWED: Readonly<Record<string, Stage>> = {
  'submitted approve': 'done',
  'submitted return': 'in-progress',
  'done return': 'in-progress',
  'done close': 'closed',
  'not-started suspend': 'suspended',
  'in-progress suspend': 'suspended',
  'submitted suspend': 'suspended',
  'not-started terminate': 'terminated',
  'in-progress terminate': 'terminated',
  'submitted terminate': 'terminated',
  'suspended terminate': 'terminated',
  'suspended resume': 'in-progress',
  'terminated resume': 'in-progress',
}

describe('the workflow', () => {
  const pairs = STAGES.flatMap(stage => Move.options.map(move => ({ stage, move })))
  it.each(pairs)('$stage, $move', ({ stage, move }) => {
    expect(nextStage(stage, entry.move({ move }))).toBe(ALLOWED[`${stage} ${move}`] ?? stage)
  })

  it.each([
    ['not-started', entry.report(), 'in-progress'],
    ['not-started', entry.report({ declaresNone: true }), 'not-started'],
    ['not-started', entry.report({ declaresDone: true }), 'submitted'],
    ['in-progress', entry.report({ declaresDone: true }), 'submitted'],
    ['submitted', entry.report({ text: '补充材料' }), 'submitted'],
    ['submitted', entry.report({ percent: 80 }), 'in-progress'],
    ['in-progress', entry.report({ role: 'note', declaresDone: true }), 'in-progress'],
    ['done', entry.report({ declaresDone: true }), 'done'],
    ['closed', entry.report({ percent: 1 }), 'closed'],
    ['suspended', entry.report({ percent: 1 }), 'suspended'],
    ['terminated', entry.report({ percent: 1 }), 'terminated'],
  ] as const)('from %s a report leads on', (stage, report, to) => {
    expect(nextStage(stage, report)).toBe(to)
  })

  it('asks for a reason for what goes aside or back', () => {
    const withReason = Move.options.filter(move => MOVES[move].needsReason)
    expect(withReason).toEqual(['return', 'suspend', 'terminate', 'resume'])
  })

  it('reaches no stage by a forbidden move, and 完成 never ends a task by itself', () => {
    const steps = fc.oneof(
      fc.constantFrom(...Move.options).map(move => entry.move({ move, reason: '—' })),
      fc
        .record({ declaresDone: fc.boolean(), declaresNone: fc.boolean(), role: fc.constantFrom('progress', 'note') })
        .map(parts => entry.report(parts)),
    )
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 30 }), history => {
        let before: Stage = 'not-started'
        history.forEach((step, i) => {
          const { stage } = recordOf(TASK, history.slice(0, i + 1))
          if (stage !== before) expect(reasonFor(step, before)).toBe(stage)
          before = stage
        })
      }),
      { numRuns: 300 },
    )
  })
})

/** The stage that a step alone can lead to. */
function reasonFor(step: Entry, before: Stage): Stage | null {
  if (step.kind === 'move') return ALLOWED[`${before} ${step.move}`] ?? null
  if (step.kind !== 'report' || step.role === 'note') return null
  return step.declaresDone ? 'submitted' : 'in-progress'
}
