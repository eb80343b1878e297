import type { Doubt, Span, Task } from '../model.ts'
import { spanOf } from '../text/source.ts'
import type { Draft, NamedUnit } from './draft.ts'
import type { Flow } from './flow.ts'
import type { NumberingFault } from './outline.ts'
import { looksLikeUnit } from './unit-name.ts'

/** Everything a reading leaves for a person to look at. */
interface Findings {
  readonly flow: Flow
  readonly faults: readonly NumberingFault[]
  readonly drafts: readonly Draft[]
  readonly tasks: readonly Task[]
}

const FAULT_MESSAGES: Readonly<Record<NumberingFault['code'], (fault: NumberingFault) => string>> = {
  'number-gap': ({ label, expected }) =>
    expected === '1' ? `编号从“${label}”开始，前面可能缺少内容` : `编号“${label}”之前应为第${expected}，可能缺少内容`,
  'number-repeated': fault => `编号“${fault.label}”重复，此处应为第${fault.expected}`,
  'number-not-placed': fault => `“${fault.label}”像是编号，但接不上前后次序，按正文处理`,
}
const ASSIGNED = /(?:牵头|责任|配合|主办)(?:单位|部门)[:：]|(?:牵头|负责)[）)]/
const SHORTEST_TWIN = 5

function unitCount(task: Task): number {
  return task.leadUnits.length + task.supportingUnits.length + task.responsibleUnits.length
}

/** 第27项“大力发展可再生能源”; 任务三“推行免申即享” */
function named(task: Task): string {
  const ordinal = /^\d+$/.test(task.ordinal) ? `第${task.ordinal}项` : task.ordinal
  return `${ordinal}“${task.title}”`
}

/** The ordinal and title of a task, enough to find it by. */
function headOf({ span, title }: Draft): Span {
  return title.text === '' ? span : [span[0], spanOf(title, 0, title.text.length)[1]]
}

/** Tasks nobody is assigned; one doubt for the whole document where it assigns nobody at all. */
function unassigned({ tasks, drafts }: Findings): Doubt[] {
  const without = drafts.flatMap((draft, i) => {
    const task = tasks[i]
    return task === undefined || unitCount(task) > 0 ? [] : [{ task, span: headOf(draft) }]
  })
  const first = without[0]
  if (first !== undefined && without.length === tasks.length) {
    return [{ code: 'no-unit', message: `全文${tasks.length}项任务都没有写明责任单位`, span: first.span }]
  }
  return without.map(({ task, span }) => ({ code: 'no-unit', message: `${named(task)}没有写明责任单位`, span }))
}

/** Somebody is assigned, and no numbered part was found to be it. */
function noTask({ tasks, flow }: Findings): Doubt[] {
  const found = tasks.length > 0 ? null : ASSIGNED.exec(flow.text)
  if (found === null) return []
  const span = spanOf(flow, found.index, found.index + found[0].length)
  return [{ code: 'no-task', message: '写有责任单位，但没有读出任务', span }]
}

/** Tasks shared by several units of which none leads: each by itself where leading is the custom, else once for all. */
function leaderless({ tasks, drafts }: Findings): Doubt[] {
  const shared = tasks.flatMap((task, i) => {
    const span = drafts[i]?.assignments[0]?.span
    return span !== undefined && unitCount(task) > 1 ? [{ task, span }] : []
  })
  const without = shared.filter(({ task }) => task.leadUnits.length === 0)
  const first = without[0]
  if (first === undefined) return []
  if (without.length * 2 > shared.length) {
    return [
      { code: 'no-lead', message: `${without.length}项任务由几个单位共同负责，没有写明由谁牵头`, span: first.span },
    ]
  }
  return without.map(({ task, span }) => ({ code: 'no-lead', message: `${named(task)}没有写明牵头单位`, span }))
}

function misnumbered({ faults, flow }: Findings): Doubt[] {
  return faults.map(fault => ({
    code: fault.code,
    message: FAULT_MESSAGES[fault.code](fault),
    span: spanOf(flow, fault.start, fault.end),
  }))
}

function unclosed({ drafts }: Findings): Doubt[] {
  const open = drafts.flatMap(draft => draft.assignments).filter(assignment => assignment.unclosed)
  return open.map(({ span }) => ({ code: 'unclosed-bracket', message: '责任标注的括号没有成对', span }))
}

function namedUnits({ drafts }: Findings): NamedUnit[] {
  return drafts.flatMap(draft => draft.assignments.flatMap(assignment => assignment.units))
}

/** Names that do not end like a unit: a slip of the pen (省教育听), or words that are no unit at all. */
function oddNames(findings: Findings): Doubt[] {
  const odd = new Map(
    namedUnits(findings)
      .filter(unit => !looksLikeUnit(unit.name))
      .map(unit => [unit.name, unit]),
  )
  return [...odd.values()].map(({ name, span }) => ({ code: 'unusual-unit', message: `“${name}”不像单位名称`, span }))
}

/** Names of which one shortens another (省畜牧局, 省畜牧兽医局) or differs by one character from it. */
function twinNames(findings: Findings): Doubt[] {
  const uses = new Map<string, NamedUnit[]>()
  for (const unit of namedUnits(findings)) uses.set(unit.name, [...(uses.get(unit.name) ?? []), unit])
  const names = [...uses.keys()].sort((a, b) => (uses.get(a)?.length ?? 0) - (uses.get(b)?.length ?? 0))
  return names.flatMap((name, i) => {
    const twin = names.slice(i + 1).find(other => isTwin(name, other))
    const rare = uses.get(name)?.[0]
    if (twin === undefined || rare === undefined) return []
    return [{ code: 'unusual-unit', message: `“${name}”与“${twin}”可能是同一单位的不同写法`, span: rare.span }]
  })
}

function isTwin(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false
  if (short.length === long.length) return short.length > SHORTEST_TWIN && differences(short, long) === 1
  return short.length >= 3 && !long.startsWith(short) && isSubsequence(short, long)
}

function differences(a: string, b: string): number {
  return [...a].filter((character, i) => character !== b[i]).length
}

/** Whether the characters of one stand in the other in the same order. */
function isSubsequence(short: string, long: string): boolean {
  let at = 0
  for (const character of long) if (character === short[at]) at += 1
  return at === short.length
}

const FINDERS = [misnumbered, noTask, unassigned, leaderless, unclosed, oddNames, twinNames]

/** 存疑, in the order of the text. */
export function findDoubts(findings: Findings): Doubt[] {
  return FINDERS.flatMap(find => find(findings)).sort((a, b) => a.span[0] - b.span[0])
}
