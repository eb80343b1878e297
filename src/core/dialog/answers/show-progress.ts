import type { Task } from '../../model.ts'
import { checkLine, checkValues } from '../../progress/check-values.ts'
import { unitName } from '../../progress/duties.ts'
import { CARD_NAMES } from '../../progress/entry.ts'
import type { Progress } from '../../progress/progress.ts'
import type { Standing } from '../../progress/standing.ts'
import type { Problem, TaskRecord } from '../../progress/task-record.ts'
import { REPORTABLE } from '../../progress/workflow.ts'
import type { Ledger } from '../../search/ledger.ts'
import { dayOf } from './entry-words.ts'

/** 绿灯（进行中）60%: the light with its word, and the share that was reported last. */
export function statusOf({ record, word }: Standing): string {
  const percent = record.reports.findLast(report => report.percent !== undefined)?.percent
  return percent === undefined || !REPORTABLE.includes(record.stage) ? word : `${word}${percent}%`
}

/** The one line about progress in a task's detail; where nothing was done about it, only if it is asked for. */
export function statusLine(
  ledger: Ledger,
  progress: Progress,
  { task, always }: { readonly task: number; readonly always: boolean },
): readonly string[] {
  const standing = progress.standing(task)
  const last = standing.record.reports.at(-1)
  if (standing.record.history.length === 0 && !always) return []
  const said = last ? `，${unitName(ledger, last.unit)}${dayOf(last.at, progress.today)}报` : ''
  return [`进展：${statusOf(standing)}${said}`]
}

/** Everything about how one task has come: 状态, 最新进展, 指标, 下步打算, 问题, 延期. */
export function progressLines(ledger: Ledger, progress: Progress, task: number, record: Task): readonly string[] {
  const standing = progress.standing(task)
  const tell = (at: string) => dayOf(at, progress.today)
  const name = (key: string) => unitName(ledger, key)
  return [
    `状态：${statusOf(standing)}${standing.record.reports.length === 0 ? '，还没有报过进展' : ''}`,
    ...latest(standing.record, name, tell),
    ...checked(record, standing.record),
    ...notes(standing.record, name, tell),
    ...standing.record.problems.filter(({ isOpen }) => isOpen).map(problem => `存在问题：${troubleOf(problem)}`),
    ...limits(standing, tell),
    ...cards(standing.record, tell),
    ...urgings(progress.records.urgingsTo(record.id), tell),
  ]
}

/** 黄牌（6月1日）：连续两月未报进展 */
const cards = ({ history }: TaskRecord, tell: Naming): readonly string[] =>
  history.flatMap(entry =>
    entry.kind === 'warning-card' ? [`${CARD_NAMES[entry.colour]}（${tell(entry.at)}）：${entry.reason}`] : [],
  )

/** One message may have urged several units. */
function urgings(said: readonly { readonly at: string }[], tell: Naming): readonly string[] {
  const days = new Set(said.map(({ at }) => tell(at)))
  return days.size > 0 ? [`催办：${[...days].join('、')}`] : []
}

type Naming = (key: string) => string

function latest({ reports, reason, stage }: TaskRecord, name: Naming, tell: Naming): readonly string[] {
  const last = reports.at(-1)
  const next = last?.nextStep === undefined ? [] : [`下步打算：${last.nextStep}`]
  const said = last ? [`最新进展（${name(last.unit)}，${tell(last.at)}）：${last.text}`, ...next] : []
  const isAside = stage === 'in-progress' || stage === 'suspended' || stage === 'terminated'
  return reason !== null && isAside ? [...said, `督查室意见：${reason}`] : said
}

/** The last number reported for each target, next to what the document asks. */
function checked(task: Task, { reports }: TaskRecord): readonly string[] {
  const checks = checkValues(
    task,
    reports.flatMap(({ values }) => values),
  )
  return [...new Map(checks.map(check => [check.target, check])).values()].map(check => `指标：${checkLine(check)}`)
}

/** The last word of each supporting unit. */
function notes({ notes: said }: TaskRecord, name: Naming, tell: Naming): readonly string[] {
  return [...new Map(said.map(note => [note.unit, note])).values()].map(
    ({ unit, at, text }) => `${name(unit)}补充（${tell(at)}）：${text}`,
  )
}

const troubleOf = ({ report, steps }: Problem): string => {
  const last = steps.at(-1)
  return `${report.problem ?? ''}${last ? `（协调：${last.text}）` : '（待协调）'}`
}

function limits({ due, record: { extendedTo, askedExtension } }: Standing, tell: Naming): readonly string[] {
  const extended = extendedTo === due && due !== null ? '（已批准延期）' : ''
  const asked = askedExtension ? [`申请延期到${tell(askedExtension.until)}，待审批：${askedExtension.reason}`] : []
  return [...(due === null ? [] : [`时限：${due}${extended}`]), ...asked]
}
