import type { ProgressReport } from '../model.ts'
import type { Entry } from './entry.ts'
import { nextStage, type Stage } from './workflow.ts'

type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>

/** 存在问题 that a report raised: 发现—协调—解决—反馈. */
export interface Problem {
  /** Id of the report. */
  readonly id: string
  readonly report: ProgressReport
  readonly steps: readonly EntryOf<'problem-step'>[]
  readonly isOpen: boolean
}

/** What the entries about one task add up to. */
export interface TaskRecord {
  readonly taskId: string
  /** Everything that happened, oldest first, withdrawn and corrected reports included. */
  readonly history: readonly Entry[]
  /** Reports of the main unit that stand, oldest first. */
  readonly reports: readonly ProgressReport[]
  /** Notes of supporting units that stand, oldest first. */
  readonly notes: readonly ProgressReport[]
  readonly stage: Stage
  /** Why it was returned, suspended, terminated or resumed last. */
  readonly reason: string | null
  /** An extension that nobody has decided on. */
  readonly askedExtension: EntryOf<'extension'> | null
  /** The day that the last approved extension gives. */
  readonly extendedTo: string | null
  readonly problems: readonly Problem[]
  /** ISO instant of the last entry. */
  readonly updatedAt: string | null
}

/** A task that nobody has said anything about. */
export const emptyRecord = (taskId: string): TaskRecord => ({
  taskId,
  history: [],
  reports: [],
  notes: [],
  stage: 'not-started',
  reason: null,
  askedExtension: null,
  extendedTo: null,
  problems: [],
  updatedAt: null,
})

/** Works the record out from the whole history: a withdrawal undoes what a report had led to. */
export function recordOf(taskId: string, history: readonly Entry[]): TaskRecord {
  const gone = takenBack(history)
  const standing = history.filter(entry => !gone.has(entry.id))
  const reports = standing.filter(entry => entry.kind === 'report')
  const moves = standing.filter(entry => entry.kind === 'move')
  return {
    taskId,
    history,
    reports: reports.filter(({ role }) => role === 'progress'),
    notes: reports.filter(({ role }) => role === 'note'),
    stage: standing.reduce(nextStage, emptyRecord(taskId).stage),
    reason: moves.at(-1)?.reason ?? null,
    ...extensionsOf(standing),
    problems: reports.flatMap(report => (report.problem === undefined ? [] : [problemOf(report, standing)])),
    updatedAt: history.at(-1)?.at ?? null,
  }
}

/** Ids of reports that were withdrawn or that a later one corrects. */
function takenBack(history: readonly Entry[]): ReadonlySet<string> {
  return new Set(
    history.flatMap(entry => {
      if (entry.kind === 'withdrawal') return [entry.reportId]
      return entry.kind === 'report' && entry.supersedes !== undefined ? [entry.supersedes] : []
    }),
  )
}

function extensionsOf(entries: readonly Entry[]): Pick<TaskRecord, 'askedExtension' | 'extendedTo'> {
  const asked = entries.filter(entry => entry.kind === 'extension')
  const decided = new Map(
    entries.flatMap(entry => (entry.kind === 'extension-decision' ? [[entry.extensionId, entry.isApproved]] : [])),
  )
  return {
    askedExtension: asked.findLast(({ id }) => !decided.has(id)) ?? null,
    extendedTo: asked.findLast(({ id }) => decided.get(id) === true)?.until ?? null,
  }
}

function problemOf(report: ProgressReport, entries: readonly Entry[]): Problem {
  const steps = entries
    .filter(entry => entry.kind === 'problem-step')
    .filter(({ problemId }) => problemId === report.id)
  return { id: report.id, report, steps, isOpen: steps.every(({ step }) => step !== 'solve') }
}
