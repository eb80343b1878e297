import { unitName } from '../../progress/duties.ts'
import { CARD_NAMES, type Entry } from '../../progress/entry.ts'
import type { Progress } from '../../progress/progress.ts'
import { MOVES } from '../../progress/workflow.ts'
import type { Ledger } from '../../search/ledger.ts'

/** 6月1日; with its year where that is not today's. */
export function dayOf(at: string, today: string): string {
  const [year, month, day] = at.slice(0, 10).split('-').map(Number)
  return `${at.slice(0, 4) === today.slice(0, 4) ? '' : `${year}年`}${month}月${day}日`
}

/** One thing that was done, as the history tells it: 6月1日 09:30 张三（省能源局）报：… */
export function entryLine(ledger: Ledger, progress: Progress, entry: Entry): string {
  const clock = /T(?<clock>\d{2}:\d{2})/u.exec(entry.at)?.groups?.['clock'] ?? ''
  const when = [dayOf(entry.at, progress.today), clock].filter(part => part !== '').join(' ')
  return `${when} ${whoDid(ledger, progress, entry)}${whatDone(ledger, progress, entry)}`
}

/** The person by name, with the unit they spoke for; the unit alone where the name is not known. */
function whoDid(ledger: Ledger, { records }: Progress, entry: Entry): string {
  const { name } = records.person(entry.by)
  const key = unitOf(records, entry)
  const unit = key === null ? '督查室' : unitName(ledger, key)
  if (name === '') return unit
  return key === null ? name : `${name}（${unit}）`
}

/** Who withdraws a report speaks for the report's unit; the office has none. */
function unitOf(records: Progress['records'], entry: Entry): string | null {
  if (entry.kind === 'report' || entry.kind === 'extension') return entry.unit
  if (entry.kind !== 'withdrawal') return null
  const report = records.task(entry.taskId).history.find(({ id }) => id === entry.reportId)
  return report?.kind === 'report' ? report.unit : null
}

function whatDone(ledger: Ledger, { records, today }: Progress, entry: Entry): string {
  switch (entry.kind) {
    case 'report':
      return reportWords(entry)
    case 'withdrawal':
      return '撤回了所报的进展'
    case 'move':
      return `${MOVES[entry.move].name}${becauseOf(entry.reason)}`
    case 'extension':
      return `申请延期到${dayOf(entry.until, today)}${becauseOf(entry.reason)}`
    case 'extension-decision':
      return `${entry.isApproved ? '同意' : '不同意'}延期${untilOf(records, entry, today)}${becauseOf(entry.reason)}`
    case 'problem-step':
      return `${STEP_NAMES[entry.step]}问题：${entry.text}`
    case 'warning-card':
      return `亮${CARD_NAMES[entry.colour]}${becauseOf(entry.reason)}`
    case 'urging':
      return `催办${unitName(ledger, entry.unit)}`
    default:
      return ''
  }
}

const STEP_NAMES = { coordinate: '协调', solve: '解决' } as const

const becauseOf = (reason: string | undefined): string => (reason ? `：${reason}` : '')

function untilOf(
  records: Progress['records'],
  { taskId, extensionId }: Extract<Entry, { kind: 'extension-decision' }>,
  today: string,
): string {
  const asked = records.task(taskId).history.find(({ id }) => id === extensionId)
  return asked?.kind === 'extension' ? `到${dayOf(asked.until, today)}` : ''
}

/** The words as they were written, and what was read out of them. */
function reportWords({ role, text, percent, supersedes, declaresDone }: Extract<Entry, { kind: 'report' }>): string {
  const verb = role === 'note' ? '补充' : '报'
  const share = percent === undefined || declaresDone || text.includes(`${percent}%`) ? '' : `（${percent}%）`
  return `${supersedes === undefined ? verb : `更正为`}：${text}${share}`
}
