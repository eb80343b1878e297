import type { Reply, ReplyItem } from '../../dialog/reply.ts'
import type { ProgressReport } from '../../model.ts'
import { checkLine, checkValues, setbacks } from '../check-values.ts'
import { unitName } from '../duties.ts'
import type { Entry, Proposal } from '../entry.ts'
import { type Situation, say } from '../situation.ts'
import { nextStage, STAGE_NAMES } from '../workflow.ts'
import { oneLine, taskItem } from './words.ts'

type Draft = Extract<Entry, { kind: 'report' }>

/** How long a confirmation waits. */
export const CONFIRM_MS = 10 * 60 * 1000

/** What was understood, on which task, for which unit, next to the document's numbers. */
export function echoReport(drafts: readonly Draft[], situation: Situation): Reply {
  const { cause } = situation
  const what = drafts.length > 1 ? `这${drafts.length}项进展` : '这项进展'
  return say(situation, `请确认${what}，确认后才记录`, {
    items: drafts.map((draft, i) => reportItem(draft, situation, drafts.length > 1 ? i + 1 : null)),
    actions: [
      { label: '确认', say: `确认 ${cause}`, look: 'primary' },
      ...(drafts.length === 1 ? [{ label: '修改', say: `修改 ${cause}` }] : []),
      { label: '取消', say: `取消 ${cause}` },
    ],
    hint: '回复“是”确认，“取消”放弃；10分钟内有效。',
  })
}

/** One report as it is read, for confirmation, for the office, for what was recorded. */
export function reportItem(
  report: Draft,
  { ledger, records }: Pick<Situation, 'ledger' | 'records'>,
  number: number | null = null,
): ReplyItem {
  const record = records.task(report.taskId)
  const to = nextStage(record.stage, report)
  const step = to === record.stage ? STAGE_NAMES[to] : `${STAGE_NAMES[record.stage]} → ${STAGE_NAMES[to]}`
  const task = ledger.tasks[ledger.numberOf(report.taskId) ?? -1] ?? { targets: [] }
  return taskItem(
    ledger,
    report.taskId,
    [
      `单位：${unitName(ledger, report.unit)}${report.role === 'note' ? '（配合单位，另附说明）' : ''}`,
      ...partLines(report),
      ...checkValues(task, report.values).map(check => `对照：${checkLine(check)}`),
      ...setbacks(task, record, report).map(line => `注意：${line}，请核对。`),
      ...(report.role === 'progress' ? [`状态：${step}`] : []),
    ],
    number,
  )
}

/** The report's own parts; nothing that is not in it. */
export function partLines({ text, percent, nextStep, problem }: ProgressReport): readonly string[] {
  return [
    `进展：${oneLine(text)}`,
    ...(percent === undefined ? [] : [`进度：${percent}%`]),
    ...(nextStep === undefined ? [] : [`下步：${oneLine(nextStep)}`]),
    ...(problem === undefined ? [] : [`问题：${oneLine(problem)}`]),
  ]
}

/** The drafts as what the speaker is asked to confirm. */
export const proposalOf = (entries: readonly Entry[], { cause, speaker, now }: Situation): Proposal => ({
  id: cause,
  speaker,
  until: now.ms + CONFIRM_MS,
  entries,
})
