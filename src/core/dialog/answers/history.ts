import type { Entry } from '../../progress/entry.ts'
import type { Progress } from '../../progress/progress.ts'
import type { TaskRecord } from '../../progress/task-record.ts'
import type { Ledger } from '../../search/ledger.ts'
import { type Answer, blank } from '../answer.ts'
import type { ReplyItem } from '../reply.ts'
import type { Selection } from '../select.ts'
import type { Slots } from '../slots.ts'
import { entryLine } from './entry-words.ts'
import { placeOf } from './show-task.ts'

/** 历史进展: who said and did what, when, oldest first; what was taken back is there too, marked. */
export function answerHistory(
  ledger: Ledger,
  slots: Slots,
  { selection: { ranked }, progress }: { readonly selection: Selection; readonly progress: Progress },
): Answer {
  const told = ranked.filter(task => historyOf(ledger, progress, task).length > 0)
  const [only, ...others] = ranked
  const name = others.length === 0 && only !== undefined ? nameOf(ledger, only) : `${ranked.length}项任务`
  if (told.length === 0)
    return { ...blank(slots, 'fact', `${name}还没有报过进展。`), tasks: ranked, total: ranked.length }
  const lines = told.flatMap(task => linesOf(ledger, progress, { task, isAlone: told.length === 1 }))
  return {
    ...blank(
      slots,
      'fact',
      `${told.length === 1 && told[0] !== undefined ? nameOf(ledger, told[0]) : `${told.length}项任务`}的历史进展共${entriesIn(lines)}条`,
    ),
    tasks: told,
    total: told.length,
    lines,
  }
}

const nameOf = (ledger: Ledger, task: number): string => `${placeOf(ledger, task)}“${ledger.tasks[task]?.title ?? ''}”`

const entriesIn = (lines: readonly ReplyItem[]): number =>
  lines.reduce((sum, { number, lines: more }) => sum + (number === null ? more.length : 1), 0)

/** One line for each entry; of several tasks, the entries under each. */
function linesOf(
  ledger: Ledger,
  progress: Progress,
  { task, isAlone }: { readonly task: number; readonly isAlone: boolean },
): readonly ReplyItem[] {
  const { record } = progress.standing(task)
  const lines = historyOf(ledger, progress, task).map(
    entry => `${entryLine(ledger, progress, entry)}${markOf(record, entry)}`,
  )
  if (isAlone) return lines.map((title, i) => ({ number: i + 1, title, lines: [], taskId: null }))
  return [{ number: null, title: nameOf(ledger, task), lines, taskId: ledger.tasks[task]?.id ?? null }]
}

/** What was done about the task, and when its units were urged to it. */
function historyOf(ledger: Ledger, progress: Progress, task: number): readonly Entry[] {
  const urgings = progress.records.urgingsTo(ledger.tasks[task]?.id ?? '')
  const own = progress.standing(task).record.history
  return urgings.length === 0 ? own : [...own, ...urgings].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** What became of a report that no longer stands. */
function markOf({ history }: TaskRecord, { id }: Entry): string {
  if (history.some(entry => entry.kind === 'withdrawal' && entry.reportId === id)) return '（已撤回）'
  return history.some(entry => entry.kind === 'report' && entry.supersedes === id) ? '（已更正）' : ''
}
