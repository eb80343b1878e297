import type {
  Comparator,
  Deadline,
  Doubt,
  Level,
  ParsedDocument,
  PolicyDocument,
  Section,
  Target,
  Task,
} from '../model.ts'
import { wrapped } from './report-layout.ts'

const LEVELS: Readonly<Record<Level, string>> = { national: '国家', province: '省级', city: '市级', county: '县级' }
const SIGNS: Readonly<Record<Comparator, string>> = { '>=': '≥', '<=': '≤', '~': '约', '=': '' }
const UNKNOWN = '（未找到）'
/** So many columns what is said of a task stands under its ordinal. */
const UNDER = ' '.repeat(6)

function factLines(document: PolicyDocument): string[] {
  const facts: readonly (readonly [string, string])[] = [
    ['文　　号', document.number ?? UNKNOWN],
    ['标　　题', document.title],
    ['发文机关', document.issuers.join('、') || UNKNOWN],
    ['成文日期', document.issuedOn ?? UNKNOWN],
    ['层　　级', [LEVELS[document.level], document.region].filter(Boolean).join(' ')],
    ['公　　开', document.publicity ?? '未注明'],
    ...document.rules.map(rule => ['通用规则', rule.text] as const),
  ]
  return facts.flatMap(([name, value]) => wrapped(`${name}  `, value))
}

function unitsOf(task: Task): string[] {
  return [...task.leadUnits, ...task.supportingUnits, ...task.responsibleUnits]
}

/** What the report counts, so that a person can count the same in the text. */
function totalLines({ document, tasks, doubts }: ParsedDocument): string[] {
  const deadlines = tasks.flatMap(task => task.deadlines)
  const withUnits = tasks.filter(task => unitsOf(task).length > 0)
  const counts = [
    `${tasks.length}项任务`,
    `${document.sections.filter(({ path }) => path.length === 0).length}个章节`,
    `${new Set(tasks.flatMap(unitsOf)).size}个单位`,
    `${deadlines.length}个时限`,
    `${tasks.flatMap(task => task.targets).length}个指标`,
    `${doubts.length}处存疑`,
  ]
  const without = withUnits.filter(task => task.leadUnits.length === 0).length
  const notes = [
    without > 0 ? `没有写明牵头的${without}项` : '',
    withUnits.length < tasks.length ? `没有写明单位的${tasks.length - withUnits.length}项` : '',
  ].filter(Boolean)
  return wrapped('', `共${counts.join('，')}。${notes.length > 0 ? `其中${notes.join('，')}。` : ''}`)
}

/** 一、总体要求 */
function headingOf({ ordinal, title }: Section): string {
  const joint = /^\d+$/.test(ordinal) ? '.' : '、'
  return ordinal + (/^[\d一二三四五六七八九十百]+$/.test(ordinal) ? joint : '') + title
}

/** Chapters that hold no task, with the number of parts they have. */
function leftOutLines({ document: { sections }, tasks }: ParsedDocument): string[] {
  const heads = new Set(tasks.map(task => task.path[0]))
  const leftOut = sections.filter(section => section.path.length === 0 && !heads.has(headingOf(section)))
  if (leftOut.length === 0) return []
  const named = leftOut.map(section => {
    const parts = sections.filter(({ path }) => path.length === 1 && path[0] === headingOf(section)).length
    return headingOf(section) + (parts > 0 ? `（${parts}项）` : '')
  })
  return wrapped('未计入任务：', named.join('；'))
}

function roleLine(task: Task): string {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['牵头', task.leadUnits],
    ['参与', task.supportingUnits],
    ['负责', task.responsibleUnits],
  ]
  const said = parts.filter(([, units]) => units.length > 0).map(([part, units]) => `${part} ${units.join('、')}`)
  return said.join('；') || '（没有写明单位）'
}

/** 年底（2023-12-31）; 汛期前（日期未写明） */
function deadlineWords({ text, date, certainty }: Deadline): string {
  return `${text}（${date === null ? '日期未写明' : (certainty === 'implied' ? '推定' : '') + date}）`
}

/** ≥7500万千瓦 可再生能源装机规模 */
function targetWords({ comparator, value, valueMax, unit, metric, baseline }: Target): string {
  const range = valueMax === undefined ? '' : `–${valueMax}`
  return `${SIGNS[comparator]}${value}${range}${unit} ${metric}${baseline === undefined ? '' : `（${baseline}）`}`
}

function taskLines(task: Task, showUnits: boolean): string[] {
  const facts: readonly (readonly [string, readonly string[]])[] = [
    ['时限 ', task.deadlines.map(deadlineWords)],
    ['指标 ', task.targets.map(targetWords)],
  ]
  return [
    ...wrapped(`  ${task.ordinal}  `, task.title),
    ...(showUnits ? wrapped(UNDER, roleLine(task)) : []),
    ...facts.flatMap(([name, words]) => (words.length > 0 ? wrapped(UNDER + name, words.join('；')) : [])),
  ]
}

/** Tasks under the headings they stand below, each heading once with its count. */
function ledgerLines(tasks: readonly Task[]): string[] {
  const groups = new Map<string, Task[]>()
  for (const task of tasks) {
    const heading = task.path.join(' › ')
    groups.set(heading, [...(groups.get(heading) ?? []), task])
  }
  const showUnits = tasks.some(task => unitsOf(task).length > 0)
  return [...groups].flatMap(([heading, below]) => [
    ...wrapped('', `${heading || '（没有章节）'}：${below.length}项`),
    ...below.flatMap(task => taskLines(task, showUnits)),
    '',
  ])
}

interface UnitCount {
  readonly unit: string
  readonly all: number
  readonly lead: number
}

function unitCounts(tasks: readonly Task[]): UnitCount[] {
  const named = tasks.flatMap(task =>
    [...new Set(unitsOf(task))].map(unit => ({ unit, lead: task.leadUnits.includes(unit) })),
  )
  const groups = new Map<string, boolean[]>()
  for (const { unit, lead } of named) groups.set(unit, [...(groups.get(unit) ?? []), lead])
  return [...groups]
    .map(([unit, leads]) => ({ unit, all: leads.length, lead: leads.filter(Boolean).length }))
    .sort((a, b) => b.all - a.all)
}

/** Every unit with its count; names that stand there once are where a slip of the pen shows. */
function unitLines(tasks: readonly Task[]): string[] {
  const counts = unitCounts(tasks)
  if (counts.length === 0) return []
  const often = counts.filter(({ all }) => all > 1)
  const once = counts.filter(({ all }) => all === 1).map(({ unit }) => unit)
  const lines = often.flatMap(({ unit, all, lead }) =>
    wrapped('  ', `${unit}：${all}项${lead > 0 ? `，其中牵头${lead}项` : ''}`),
  )
  const mark = often.length > 0 ? '只出现一次（请核对写法）：' : ''
  const rare = once.length > 0 ? wrapped('  ', mark + once.join('、')) : []
  return [`单位（${counts.length}个）`, ...lines, ...rare, '']
}

function doubtLines(doubts: readonly Doubt[]): string[] {
  if (doubts.length === 0) return ['没有存疑。']
  return [
    `存疑（${doubts.length}处，请对照原文核对）`,
    ...doubts.flatMap((doubt, i) => wrapped(`  ${i + 1}. `, doubt.message)),
  ]
}

/** The report a person checks after an import: facts, totals, every task with its numbers and dates, units, doubts. */
export function importReport(parsed: ParsedDocument): string {
  return [
    ...factLines(parsed.document),
    '',
    ...totalLines(parsed),
    ...leftOutLines(parsed),
    '',
    ...ledgerLines(parsed.tasks),
    ...unitLines(parsed.tasks),
    ...doubtLines(parsed.doubts),
  ].join('\n')
}
