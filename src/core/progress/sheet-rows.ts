import type { Task } from '../model.ts'
import type { Ledger } from '../search/ledger.ts'
import type { Records } from './records.ts'
import type { SheetRow } from './sheet.ts'
import { standingOf } from './standing.ts'
import { STAGE_NAMES } from './workflow.ts'

interface SheetSources {
  readonly ledger: Ledger
  readonly records: Records
  /** YYYY-MM-DD */
  readonly today: string
}

/** The tasks with those numbers as lines of an exported 台账, in the order given. */
export const sheetRows = (tasks: readonly number[], sources: SheetSources): readonly SheetRow[] =>
  tasks.flatMap(number => {
    const task = sources.ledger.tasks[number]
    return task ? [rowOf(number, task, sources)] : []
  })

function rowOf(number: number, task: Task, { ledger, records, today }: SheetSources): SheetRow {
  const { document } = ledger.entryOf(number)
  const record = records.task(task.id)
  const { word } = standingOf(task, record, { today, issuedOn: document.issuedOn })
  const last = record.reports.at(-1)
  return {
    ordinal: task.ordinal,
    task: task.title,
    leadUnits: task.leadUnits,
    supportingUnits: task.supportingUnits,
    deadlines: [...deadlineLines(task), ...(record.extendedTo === null ? [] : [`延期至${record.extendedTo}`])],
    targets: [...new Set(task.targets.map(({ text }) => text))],
    progress: last ? progressText(last) : '',
    state: STAGE_NAMES[record.stage],
    problems: record.problems.flatMap(({ isOpen, report }) => (isOpen ? [report.problem ?? ''] : [])),
    updatedAt: record.updatedAt?.slice(0, 16).replace('T', ' ') ?? '',
    responsibleUnits: task.responsibleUnits,
    nextStep: last?.nextStep ?? '',
    warning: word,
    documentNumber: document.number ?? document.id,
    documentTitle: document.title,
  }
}

const progressText = ({ text, percent }: { readonly text: string; readonly percent?: number | undefined }): string =>
  percent === undefined || text.includes(`${percent}%`) ? text : `${text}（${percent}%）`

const deadlineLines = ({ deadlines }: Task): readonly string[] =>
  deadlines.map(({ text, date, certainty }) =>
    date === null ? text : `${text}（${date}${certainty === 'implied' ? '，推定' : ''}）`,
  )
