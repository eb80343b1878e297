import type { Doubt, Level, ParsedDocument, PolicyDocument, Section, Task } from '../model.ts'

const LEVELS: Readonly<Record<Level, string>> = { national: '国家', province: '省级', city: '市级', county: '县级' }
const WIDTH = 76
const UNKNOWN = '（未找到）'
const MOST_UNITS = 30

/** How many columns a terminal needs for a text: Han characters take two. */
function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)
}

/** Cuts a text to a number of columns, with … where something is left out. */
function shortened(text: string, width: number): string {
  if (columns(text) <= width) return text
  let short = ''
  for (const character of text) {
    if (columns(short + character) > width - 2) break
    short += character
  }
  return `${short}…`
}

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

/** A value beside its name, broken over lines and indented under itself. */
function wrapped(name: string, value: string): string[] {
  const indent = ' '.repeat(columns(name))
  const lines: string[] = []
  let line = ''
  for (const character of value) {
    if (columns(name + line + character) > WIDTH) {
      lines.push(line)
      line = ''
    }
    line += character
  }
  return [...lines, line].map((words, i) => (i === 0 ? name : indent) + words)
}

function unitsOf(task: Task): string {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['牵头', task.leadUnits],
    ['参与', task.supportingUnits],
    ['负责', task.responsibleUnits],
  ]
  const said = parts.filter(([, units]) => units.length > 0).map(([part, units]) => `${part} ${units.join('、')}`)
  return said.join('；') || '（没有写明单位）'
}

function taskLines(task: Task): string[] {
  const marks = [
    task.deadlines.length > 0 ? `时限${task.deadlines.map(deadline => deadline.text).join('、')}` : '',
    task.targets.length > 0 ? `指标${task.targets.length}个` : '',
  ]
  const facts = marks.filter(Boolean).join('，')
  return [
    shortened(`  ${task.ordinal}  ${task.title}`, WIDTH),
    shortened(`      ${unitsOf(task)}`, WIDTH),
    ...(facts === '' ? [] : [shortened(`      ${facts}`, WIDTH)]),
  ]
}

/** Tasks under the headings they stand below, each heading once with its count. */
function ledgerLines(tasks: readonly Task[]): string[] {
  const groups = new Map<string, Task[]>()
  for (const task of tasks) {
    const heading = task.path.join(' › ')
    groups.set(heading, [...(groups.get(heading) ?? []), task])
  }
  return [...groups].flatMap(([heading, below]) => [
    shortened(`${heading || '（没有章节）'}：${below.length}项`, WIDTH),
    ...below.flatMap(taskLines),
    '',
  ])
}

function unitLines(tasks: readonly Task[]): string[] {
  const counts = new Map<string, { lead: number; all: number }>()
  for (const task of tasks) {
    for (const unit of new Set([...task.leadUnits, ...task.supportingUnits, ...task.responsibleUnits])) {
      const count = counts.get(unit) ?? { lead: 0, all: 0 }
      counts.set(unit, { lead: count.lead + (task.leadUnits.includes(unit) ? 1 : 0), all: count.all + 1 })
    }
  }
  const sorted = [...counts].sort(([, a], [, b]) => b.all - a.all)
  const lines = sorted
    .slice(0, MOST_UNITS)
    .map(([unit, { lead, all }]) => shortened(`  ${unit}：${all}项${lead > 0 ? `，其中牵头${lead}项` : ''}`, WIDTH))
  return sorted.length > MOST_UNITS ? [...lines, `  另有${sorted.length - MOST_UNITS}个单位`] : lines
}

function sectionCount(sections: readonly Section[]): number {
  return sections.filter(section => section.path.length === 0).length
}

function doubtLines(doubts: readonly Doubt[]): string[] {
  return doubts.flatMap((doubt, i) => wrapped(`  ${i + 1}. `, doubt.message))
}

/** The report a person checks after an import: facts, every task in short, units with their counts, doubts. */
export function importReport({ document, tasks, doubts }: ParsedDocument): string {
  const units = new Set(tasks.flatMap(task => [...task.leadUnits, ...task.supportingUnits, ...task.responsibleUnits]))
  return [
    ...factLines(document),
    '',
    `共${tasks.length}项任务，${sectionCount(document.sections)}个章节，${units.size}个单位，${doubts.length}处存疑。`,
    '',
    ...ledgerLines(tasks),
    `单位（${units.size}个）`,
    ...unitLines(tasks),
    '',
    doubts.length === 0 ? '没有存疑。' : `存疑（${doubts.length}处，请对照原文核对）`,
    ...doubtLines(doubts),
  ].join('\n')
}
