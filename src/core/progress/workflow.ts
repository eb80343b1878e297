import type { Entry, Move } from './entry.ts'

/** 未启动 · 进行中 · 已反馈待审核 · 已办结 · 已销号 · 中止 · 终止 */
export type Stage = 'not-started' | 'in-progress' | 'submitted' | 'done' | 'closed' | 'suspended' | 'terminated'

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  'not-started': '未启动',
  'in-progress': '进行中',
  submitted: '已反馈待审核',
  done: '已办结',
  closed: '已销号',
  suspended: '已中止',
  terminated: '已终止',
}

/** A unit still has something to do. */
export const OPEN_STAGES: readonly Stage[] = ['not-started', 'in-progress']

interface MoveRule {
  /** As the office says it. */
  readonly name: string
  readonly from: readonly Stage[]
  readonly to: Stage
  readonly needsReason: boolean
}

/** 办理流程: 未启动 → 进行中 → 待审核 → 已办结 → 已销号, and the ways aside. */
export const MOVES: Readonly<Record<Move, MoveRule>> = {
  approve: { name: '通过', from: ['submitted'], to: 'done', needsReason: false },
  return: { name: '退回', from: ['submitted', 'done'], to: 'in-progress', needsReason: true },
  close: { name: '销号', from: ['done'], to: 'closed', needsReason: false },
  suspend: { name: '中止', from: ['not-started', 'in-progress', 'submitted'], to: 'suspended', needsReason: true },
  terminate: {
    name: '终止',
    from: ['not-started', 'in-progress', 'submitted', 'suspended'],
    to: 'terminated',
    needsReason: true,
  },
  resume: { name: '恢复', from: ['suspended', 'terminated'], to: 'in-progress', needsReason: true },
}

/** Stages in which a unit may report. */
export const REPORTABLE: readonly Stage[] = ['not-started', 'in-progress', 'submitted']

/** Whether the office can make that move now. */
export const mayMove = (stage: Stage, move: Move): boolean => MOVES[move].from.includes(stage)

/** Where a task stands after one more entry; entries that are no step leave it where it is. */
export function nextStage(stage: Stage, entry: Entry): Stage {
  if (entry.kind === 'move') return mayMove(stage, entry.move) ? MOVES[entry.move].to : stage
  if (entry.kind !== 'report' || entry.role === 'note' || !REPORTABLE.includes(stage)) return stage
  if (entry.declaresDone) return 'submitted'
  if (entry.declaresNone === true) return stage
  const takesBack = stage === 'submitted' && entry.percent !== undefined && entry.percent < 100
  return stage === 'submitted' && !takesBack ? 'submitted' : 'in-progress'
}
