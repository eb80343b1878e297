import type { Progress } from '../../progress/progress.ts'
import type { Stage } from '../../progress/workflow.ts'
import type { Ledger } from '../../search/ledger.ts'
import { type Answer, blank } from '../answer.ts'
import { describe } from '../describe.ts'
import type { Selection } from '../select.ts'
import type { Slots } from '../slots.ts'
import { type Group, groupsOf, NOUNS } from './groups.ts'

interface Asked {
  readonly selection: Selection
  readonly progress: Progress
}

/** 各单位完成情况: how each one's tasks stand, in the ledger's order; put in another order only where that is asked for. */
export function answerPerformance(ledger: Ledger, slots: Slots, { selection, progress }: Asked): Answer {
  const groups = groupsOf(ledger, slots, selection.ranked)
  const shown = slots.top === null ? groups : byRate(groups, { progress, top: slots.top })
  const tasks = [...new Set(shown.flatMap(group => group.tasks))]
  const noun = NOUNS[slots.grouping ?? 'document']
  const order = slots.top === null ? '' : `，按完成率从${slots.top > 0 ? '高到低' : '低到高'}`
  const named = describe(ledger, { ...slots, role: null }, selection)
  return {
    ...blank(slots, 'count', `${named}的完成情况：共${groups.length}个${noun}${order}`),
    total: tasks.length,
    tasks,
    notes: slots.grouping === 'unit' && slots.role === 'charge' ? ['（按牵头或负责的任务统计。）'] : [],
    lines: shown.map(({ name, tasks: own }, i) => ({
      number: i + 1,
      title: `${name}：${tally(progress, own)}${slots.top === null ? '' : `，完成率${Math.round(100 * rate(progress, own))}%`}`,
      lines: [],
      taskId: null,
    })),
  }
}

const COUNTED: readonly (readonly [Stage, string])[] = [
  ['done', '已办结'],
  ['closed', '已销号'],
  ['submitted', '待审核'],
  ['in-progress', '进行中'],
  ['not-started', '未启动'],
  ['suspended', '已中止'],
  ['terminated', '已终止'],
]

/** 共12项，已办结3，待审核1，进行中5，未启动3，逾期1: each task in one stage; those that are late once more at the end. */
export function tally(progress: Progress, tasks: readonly number[]): string {
  const standings = tasks.map(task => progress.standing(task))
  const stages = COUNTED.map(
    ([stage, name]) => [name, standings.filter(({ record }) => record.stage === stage).length] as const,
  )
  const late = ['逾期', standings.filter(({ derived }) => derived.has('overdue')).length] as const
  const parts = [...stages, late].filter(([, count]) => count > 0).map(([name, count]) => `${name}${count}`)
  return [`共${tasks.length}项`, ...parts].join('，')
}

/** 完成率: of the tasks, those that the office has found done. */
function rate(progress: Progress, tasks: readonly number[]): number {
  const done = tasks.filter(task => ['done', 'closed'].includes(progress.standing(task).record.stage))
  return tasks.length === 0 ? 0 : done.length / tasks.length
}

/** The first so many, and those level with the last of them. Negative: from the lowest. */
function byRate(groups: readonly Group[], { progress, top }: { readonly progress: Progress; readonly top: number }) {
  const rated = groups.map(group => ({ ...group, rate: rate(progress, group.tasks) }))
  const sorted = rated.toSorted((a, b) => (top > 0 ? b.rate - a.rate : a.rate - b.rate))
  const last = sorted[Math.abs(top) - 1]?.rate
  return sorted.filter((group, i) => i < Math.abs(top) || group.rate === last)
}
