import type { Task } from '../model.ts'
import { addDays } from '../text/calendar.ts'
import type { TaskRecord } from './task-record.ts'
import { OPEN_STAGES, STAGE_NAMES } from './workflow.ts'

/** 临期 · 逾期 · 滞后 · 未反馈: worked out from deadlines, reports and today, never stored. */
export type Derived = 'due-soon' | 'overdue' | 'lagging' | 'unreported'

export const DERIVED_NAMES: Readonly<Record<Derived, string>> = {
  'due-soon': '临期',
  overdue: '逾期',
  lagging: '滞后',
  unreported: '未反馈',
}

/** 红黄绿灰: always shown with its word. */
export type Light = 'red' | 'yellow' | 'green' | 'grey'

/** How a task stands on a day. */
export interface Standing {
  readonly record: TaskRecord
  readonly derived: ReadonlySet<Derived>
  readonly light: Light
  /** 红灯（逾期）, 绿灯（进行中）, … */
  readonly word: string
  /** The next stated deadline, or the last one where all have passed, an approved extension in its place; null without any. */
  readonly due: string | null
}

/** 临期: so many days before the deadline and on the day itself. */
const SOON_DAYS = 7
/** 滞后: so many points behind the share of the time that has passed. */
const LAG_POINTS = 20

/** Works out how a task stands. `issuedOn` is when its time began to run. */
export function standingOf(
  task: Pick<Task, 'deadlines'>,
  record: TaskRecord,
  { today, issuedOn }: { readonly today: string; readonly issuedOn: string | null },
): Standing {
  const dates = statedDates(task, record)
  const due = dates.find(date => date >= today) ?? dates.at(-1) ?? null
  const isOpen = OPEN_STAGES.includes(record.stage)
  const derived = new Set<Derived>()
  if (isOpen && due !== null && due < today) derived.add('overdue')
  if (isOpen && due !== null && due >= today && due <= addDays(today, SOON_DAYS)) derived.add('due-soon')
  if (isOpen && due !== null && due >= today && lags({ dates, record, today, issuedOn })) derived.add('lagging')
  if (isOpen && record.reports.length === 0) derived.add('unreported')
  return { record, derived, due, ...lightOf(record, derived) }
}

/** Dates the text states, ascending; an approved extension moves those before it. */
function statedDates({ deadlines }: Pick<Task, 'deadlines'>, { extendedTo }: TaskRecord): readonly string[] {
  const stated = deadlines.flatMap(({ date, certainty }) => (date !== null && certainty === 'stated' ? [date] : []))
  const moved = extendedTo === null ? stated : [...stated.filter(date => date > extendedTo), extendedTo]
  return [...new Set(moved)].sort()
}

interface Pace {
  readonly dates: readonly string[]
  readonly record: TaskRecord
  readonly today: string
  readonly issuedOn: string | null
}

/** An earlier deadline has passed without a word since, or the reported share is far behind the time. */
function lags({ dates, record, today, issuedOn }: Pace): boolean {
  const passed = dates.findLast(date => date < today)
  const lastReport = record.reports.at(-1)
  if (passed !== undefined && (lastReport === undefined || lastReport.at.slice(0, 10) <= passed)) return true
  const percent = record.reports.findLast(report => report.percent !== undefined)?.percent
  const end = dates.at(-1)
  if (percent === undefined || issuedOn === null || end === undefined || end <= issuedOn) return false
  return percent + LAG_POINTS <= (100 * daysBetween(issuedOn, today)) / daysBetween(issuedOn, end)
}

const DAY_MS = 86_400_000

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS

const LIGHT_NAMES: Readonly<Record<Light, string>> = { red: '红灯', yellow: '黄灯', green: '绿灯', grey: '灰灯' }

function lightOf({ stage }: TaskRecord, derived: ReadonlySet<Derived>): Pick<Standing, 'light' | 'word'> {
  const alarm = (['overdue', 'due-soon', 'lagging'] as const).find(kind => derived.has(kind))
  const word = alarm ? DERIVED_NAMES[alarm] : STAGE_NAMES[stage]
  const light = alarm ? ALARM_LIGHTS[alarm] : (STAGE_LIGHTS.get(stage) ?? 'green')
  return { light, word: `${LIGHT_NAMES[light]}（${word}）` }
}

const ALARM_LIGHTS = { overdue: 'red', 'due-soon': 'yellow', lagging: 'yellow' } as const

/** Nothing runs; everything else is green. */
const STAGE_LIGHTS = new Map<TaskRecord['stage'], Light>([
  ['not-started', 'grey'],
  ['suspended', 'grey'],
  ['terminated', 'grey'],
])
