import type { Deadline, Task } from '../../model.ts'
import type { Progress } from '../../progress/progress.ts'
import type { Duty } from '../../search/duties.ts'
import type { Ledger } from '../../search/ledger.ts'
import { hasTask } from '../../search/task-set.ts'
import type { View } from '../answer.ts'
import { deadlinesDue } from '../due-tasks.ts'
import { targetsFitting } from '../filters.ts'
import type { ReplyItem } from '../reply.ts'
import type { Slots } from '../slots.ts'
import { progressLines, statusLine, statusOf } from './show-progress.ts'
import { roleLines, shortDuty } from './units-of.ts'

/** Longest body shown before 原文 is asked for. */
const BODY_SHOWN = 160

/** One task of an answer: its title, then where it stands and what was asked of it. */
export function showTask(
  ledger: Ledger,
  task: number,
  { number, view, slots, progress = null }: ShowOptions,
): ReplyItem {
  const record = ledger.tasks[task]
  if (!record) throw new RangeError(`no task ${task} in the ledger`)
  const at = placeOf(ledger, task)
  if (view === 'original') return { number, title: at, lines: [wholeText(record)], taskId: record.id }
  if (view === 'progress')
    return { number, title: record.title, lines: [at, ...howFar(ledger, task, record, progress)], taskId: record.id }
  const [first = '', ...more] = VIEWS[view](ledger, task, record, slots)
  const status = progress && asksStanding(slots) ? statusOf(progress.standing(task)) : ''
  const done = progress && view === 'detail' ? statusLine(ledger, progress, { task, always: asksStanding(slots) }) : []
  const lines =
    view === 'list' ? [[at, status, first].filter(part => part !== '').join('｜')] : [at, ...done, first, ...more]
  return { number, title: record.title, lines, taskId: record.id }
}

/** 文号, section and ordinal of a task by its id; the id itself where the ledger has no such task. */
export function showPlace(ledger: Ledger, taskId: string): string {
  const number = ledger.numberOf(taskId)
  return number === null ? taskId : placeOf(ledger, number)
}

export interface ShowOptions {
  /** Its place in the answer, from 1; null where it is the only one. */
  readonly number: number | null
  readonly view: View
  readonly slots: Slots
  /** Without records, nothing is said of how far a task has come. */
  readonly progress?: Progress | null
}

const asksStanding = ({ standing, ask }: Slots): boolean => standing.length > 0 || ask === 'progress'

/** Who answers for the task, then how far it has come. */
const howFar = (ledger: Ledger, task: number, record: Task, progress: Progress | null): readonly string[] => [
  shortDuty(record),
  ...(progress ? progressLines(ledger, progress, task, record) : []),
]

/** 文号, section and ordinal: 鲁政办字〔2023〕5号·三·第27项. */
export function placeOf(ledger: Ledger, task: number): string {
  const { document } = ledger.entryOf(task)
  const { path = [], ordinal = '' } = ledger.tasks[task] ?? {}
  const section = /^(?<numeral>[^、\s]{1,6})、/u.exec(path[0] ?? '')?.groups?.['numeral']
  const printed = /^\d+$/u.test(ordinal) ? `第${ordinal}项` : ordinal
  const own = section && !ordinal.startsWith(section) ? `${section}·${printed}` : printed
  return `${document.number ?? document.title}·${own}`
}

type Show = (ledger: Ledger, task: number, record: Task, slots: Slots) => readonly string[]

const VIEWS: Readonly<Record<Exclude<View, 'original' | 'progress'>, Show>> = {
  list: (ledger, task, record, slots) => [reasonListed(ledger, task, record, slots)],
  who: (_ledger, _task, record, { role }) => whoLines(record, role),
  target: (_ledger, _task, record, slots) => targetLines(record, slots),
  when: (_ledger, _task, record) => deadlineLines(record),
  detail: (_ledger, _task, record) => [
    ...roleLines(record),
    ...deadlineLines(record),
    ...targetList(record),
    bodyLine(record),
  ],
}

/** Why a task is on the list: its limit, its number or the unit's role in it; else who answers for it. */
function reasonListed(ledger: Ledger, task: number, record: Task, { due, quantity, units, role }: Slots): string {
  if (due) return deadlinesDue(record, due).map(shortDeadline).join('；')
  if (quantity)
    return targetsFitting(ledger, task, quantity)
      .map(({ text }) => text)
      .join('；')
  if (units.length === 0) return shortDuty(record)
  const [term] = units
  const open = units.length === 1 && (term?.role ?? role ?? 'any') === 'any'
  return open ? rolesIn(ledger, task, term?.candidates[0]?.key ?? '').join('、') : ''
}

/** The roles a unit has in one task. */
const rolesIn = (ledger: Ledger, task: number, unitKey: string): readonly string[] =>
  (['lead', 'support', 'responsible'] as const)
    .filter(duty => hasTask(ledger.tasksOf(unitKey, duty), task))
    .map(duty => DUTY_NAMES[duty])

const DUTY_NAMES: Readonly<Record<Duty, string>> = { lead: '牵头', support: '参与', responsible: '负责' }

/** 谁参与 of a task that has no such unit is told so before the others. */
function whoLines(record: Task, role: Slots['role']): readonly string[] {
  const none = role === 'support' && record.supportingUnits.length === 0 ? ['文件没有写明参与单位。'] : []
  return [...none, ...roleLines(record)]
}

const shortDeadline = ({ text, date, certainty }: Deadline): string =>
  `${text}${date ? `（${date}${certainty === 'implied' ? '，推定' : ''}）` : ''}`

function deadlineLines({ deadlines }: Task): readonly string[] {
  if (deadlines.length === 0) return ['文件没有写明时限。']
  return deadlines.map(deadline => `时限：${shortDeadline(deadline)}：${deadline.clause}`)
}

const targetList = ({ targets }: Task): readonly string[] => {
  const texts = [...new Set(targets.map(({ text }) => text))]
  return texts.length > 0 ? [`指标：${texts.join('；')}`] : []
}

/** Of each part of the topic the targets that speak of it most; all of them where none does. */
function targetLines(record: Task, { topic }: Slots): readonly string[] {
  const texts = [...new Set(record.targets.map(({ text }) => text))]
  if (texts.length === 0) return [sentenceAbout(record, topic) ?? '文件没有写明量化指标。']
  const parts = topic.flatMap(phrase => phrase.split(/[、和及与或]/u))
  const fitting = new Set(parts.flatMap(part => speakingMost(texts, part)))
  return (fitting.size > 0 ? texts.filter(text => fitting.has(text)) : texts).map(text => `指标：${text}`)
}

function speakingMost(texts: readonly string[], part: string): readonly string[] {
  const best = Math.max(...texts.map(text => sharedBigrams(text, part)))
  return best === 0 ? [] : texts.filter(text => sharedBigrams(text, part) >= best / 2)
}

function sharedBigrams(text: string, phrase: string): number {
  let shared = 0
  for (let i = 0; i + 2 <= phrase.length; i++) if (text.includes(phrase.slice(i, i + 2))) shared++
  return shared
}

/** The sentence of the body that says most about the topic. */
function sentenceAbout({ body }: Task, topic: readonly string[]): string | null {
  const sentences = body.split(/(?<=[。；])/u)
  const scored = sentences.map(sentence => ({
    sentence,
    score: topic.reduce((sum, phrase) => sum + sharedBigrams(sentence, phrase), 0),
  }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { sentence: '', score: 0 })
  return best.score > 0 ? `没有量化指标；原文：${best.sentence}` : null
}

function bodyLine({ body }: Task): string {
  if (body.length <= BODY_SHOWN) return `内容：${body}`
  return `内容：${body.slice(0, BODY_SHOWN)}……（全文${body.length}字，请说“原文”）`
}

const wholeText = ({ title, body, responsibilityText }: Task): string =>
  [title, body, responsibilityText].filter(part => part !== '').join(/[。！？]$/u.test(title) ? '' : '\n')
