import type { Doubt, Span, Task } from '../model.ts'
import { spanOf } from '../text/source.ts'
import { type FoundName, oddNames, twinNames } from './doubtful-units.ts'
import type { Draft } from './draft.ts'
import type { Flow } from './flow.ts'
import type { NumberingFault } from './outline.ts'

/** Everything a reading leaves for a person to look at. */
interface Findings {
  readonly flow: Flow
  readonly faults: readonly NumberingFault[]
  readonly drafts: readonly Draft[]
  readonly tasks: readonly Task[]
}

/** A task a doubt is about, with the words it quotes. */
interface Case {
  readonly task: Task
  readonly span: Span
}

const FAULT_MESSAGES: Readonly<Record<NumberingFault['code'], (fault: NumberingFault) => string>> = {
  'number-gap': ({ label, expected }) =>
    expected === '1' ? `编号从“${label}”开始，前面可能缺少内容` : `编号“${label}”之前应为第${expected}，可能缺少内容`,
  'number-repeated': fault => `编号“${fault.label}”重复，此处应为第${fault.expected}`,
  'number-not-placed': fault => `“${fault.label}”像是编号，但接不上前后次序，按正文处理`,
}
const ASSIGNED = /(?:牵头|责任|配合|主办)(?:单位|部门)[:：]|(?:牵头|负责)[）)]/
/** More cases of one kind are told in one line. */
const MOST_ALIKE = 3
/** So many places are named in one line. */
const MOST_PLACES = 8
const OPEN_LIST = /等(?:省|市|县|区|直|级|各|有关|相关|其他|责任|成员|行业)*(?:部门|单位)/
const SEE_ATTACHMENT = /[见按照]附[件表](?:[\d一二三四五六七八九十]+|(?=[）)，。；]))/g

function unitCount(task: Task): number {
  return task.leadUnits.length + task.supportingUnits.length + task.responsibleUnits.length
}

/** 第27项; 二（一）1 */
function placeOf({ ordinal }: Task): string {
  return /^\d+$/.test(ordinal) ? `第${ordinal}项` : ordinal
}

/** 第27项“大力发展可再生能源”; 任务三“推行免申即享” */
function named(task: Task): string {
  return `${placeOf(task)}“${task.title}”`
}

/** 第3项、第9项等 */
function listed(places: readonly string[]): string {
  const unique = [...new Set(places)]
  return unique.slice(0, MOST_PLACES).join('、') + (unique.length > MOST_PLACES ? '等' : '')
}

/** Each case by itself, or many in one line that names their places. */
function eachOrAll(cases: readonly Case[], code: string, lack: string): Doubt[] {
  const first = cases[0]
  if (first === undefined || cases.length <= MOST_ALIKE) {
    return cases.map(({ task, span }) => ({ code, message: named(task) + lack, span }))
  }
  const places = listed(cases.map(({ task }) => placeOf(task)))
  return [{ code, message: `${cases.length}项任务${lack}：${places}`, span: first.span }]
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
  return eachOrAll(without, 'no-unit', '没有写明责任单位')
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
    const message = `${without.length}项任务由几个单位共同负责，没有写明由谁牵头`
    return [{ code: 'no-lead', message, span: first.span }]
  }
  return eachOrAll(without, 'no-lead', '没有写明牵头单位')
}

/** A、B等部门: who else is meant the document leaves open. */
function openEnded({ tasks, drafts }: Findings): Doubt[] {
  const open = tasks.flatMap((task, i) => {
    const span = drafts[i]?.assignments.at(-1)?.span
    return span !== undefined && OPEN_LIST.test(task.responsibilityText) ? [{ task, span }] : []
  })
  const first = open[0]
  if (first === undefined) return []
  const places = listed(open.map(({ task }) => placeOf(task)))
  return [{ code: 'open-ended-units', message: `单位只列到“等部门”，没有列全：${places}`, span: first.span }]
}

/** 汛期前, 三年内: limits that no calendar tells. */
function undated({ tasks }: Findings): Doubt[] {
  const limits = tasks.flatMap(task =>
    task.deadlines
      .filter(({ date }) => date === null)
      .map(({ text, span }) => ({ place: `${placeOf(task)}“${text}”`, span })),
  )
  const first = limits[0]
  if (first === undefined) return []
  const places = listed(limits.map(({ place }) => place))
  return [{ code: 'no-date', message: `时限没有写明具体日期：${places}`, span: first.span }]
}

/** 见附件2 where the file ends with the text proper. */
function withoutAttachment({ flow }: Findings): Doubt[] {
  if (flow.attachments.length > 0 || flow.tables.length > 0) return []
  const mentions = [...flow.text.matchAll(SEE_ATTACHMENT)]
  const first = mentions[0]
  if (first === undefined) return []
  const names = listed(mentions.map(([words]) => words.slice(1)))
  const span = spanOf(flow, first.index, first.index + first[0].length)
  return [{ code: 'no-attachment', message: `正文提到${names}，文件中没有找到`, span }]
}

function misnumbered({ faults, flow }: Findings): Doubt[] {
  return faults.map(fault => ({
    code: fault.code,
    message: FAULT_MESSAGES[fault.code](fault),
    span: spanOf(flow, fault.start, fault.end),
  }))
}

function unclosed({ tasks, drafts }: Findings): Doubt[] {
  return tasks.flatMap((task, i) => {
    const open = drafts[i]?.assignments.filter(assignment => assignment.unclosed) ?? []
    return open.map(({ span }) => ({
      code: 'unclosed-bracket',
      message: `${placeOf(task)}责任标注的括号没有成对`,
      span,
    }))
  })
}

function doubtfulNames({ tasks, drafts }: Findings): Doubt[] {
  const found: FoundName[] = tasks.flatMap((task, i) => {
    const units = drafts[i]?.assignments.flatMap(assignment => assignment.units) ?? []
    return units.map(unit => ({ ...unit, place: placeOf(task) }))
  })
  return [...oddNames(found), ...twinNames(found)]
}

const FINDERS = [
  misnumbered,
  noTask,
  unassigned,
  leaderless,
  openEnded,
  undated,
  withoutAttachment,
  unclosed,
  doubtfulNames,
]

/** 存疑, in the order of the text. */
export function findDoubts(findings: Findings): Doubt[] {
  return FINDERS.flatMap(find => find(findings)).sort((a, b) => a.span[0] - b.span[0])
}
