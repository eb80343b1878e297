import { documentsCalled } from '../core/dialog/documents-called.ts'
import { DubanError } from '../core/errors.ts'
import type { Progress } from '../core/progress/progress.ts'
import type { SheetRow } from '../core/progress/sheet.ts'
import { sheetRows } from '../core/progress/sheet-rows.ts'
import type { Ledger } from '../core/search/ledger.ts'
import { intersect, noTasks, type TaskSet, unite } from '../core/search/task-set.ts'
import { namedUnit } from '../core/units/named-unit.ts'

/** Which part of the ledger is exported; all of it where nothing is named. */
export interface ExportChoice {
  readonly unit?: string | undefined
  readonly document?: string | undefined
}

/** A 台账 ready to be written to a file. */
export interface ExportedLedger {
  /** 省科技厅台账 */
  readonly title: string
  readonly rows: readonly SheetRow[]
}

/** The ledger, or a unit's part of it, as it stands on the day of `progress`. Throws a `DubanError` where nothing is called so. */
export function exportLedger({ unit, document }: ExportChoice, ledger: Ledger, progress: Progress): ExportedLedger {
  const { records, today } = progress
  const ofUnit = unit === undefined ? null : tasksOfUnit(unit, ledger)
  const ofDocument = document === undefined ? null : tasksOfDocument(document, ledger, today)
  const parts = [ofDocument, ofUnit].filter(part => part !== null)
  const tasks = parts.map(part => part.tasks).reduce(intersect, ledger.all)
  const title = `${parts.map(({ name }) => name).join('') || '督办'}台账`
  if (tasks.length === 0) throw new DubanError('export', `${title}里没有任务，没有导出。`)
  return { title, rows: sheetRows([...tasks], { ledger, records, today }) }
}

interface Part {
  readonly name: string
  readonly tasks: TaskSet
}

const DUTIES = ['lead', 'support', 'responsible'] as const

function tasksOfUnit(words: string, ledger: Ledger): Part {
  const named = namedUnit(words.trim(), ledger.units)
  if (named.unit === null) throw new DubanError('export', `${named.problem}，没有导出。`)
  const { key, name } = named.unit
  return { name, tasks: DUTIES.map(duty => ledger.tasksOf(key, duty)).reduce(unite, noTasks) }
}

function tasksOfDocument(words: string, ledger: Ledger, today: string): Part {
  const [id, ...others] = documentsCalled(words, { ledger, today })
  if (id === undefined) {
    const known = ledger.documents.map(({ document }) => document.id).join('、')
    throw new DubanError('export', `台账里没有文件“${words}”，现有：${known}。`)
  }
  if (others.length > 0) {
    throw new DubanError('export', `“${words}”可以指${[id, ...others].join('、')}，请写全文号。`)
  }
  return { name: id, tasks: ledger.all.filter(task => ledger.tasks[task]?.documentId === id) }
}
