import type { Deadline, Task } from '../../model.ts'
import type { Ledger } from '../../search/ledger.ts'
import type { View } from '../answer.ts'
import { deadlinesDue } from '../due-tasks.ts'
import { targetsFitting } from '../filters.ts'
import type { ReplyItem } from '../reply.ts'
import type { Slots } from '../slots.ts'
import { roleLines } from './units-of.ts'

/** Longest body shown before 原文 is asked for. */
const BODY_SHOWN = 160

/** One task of an answer. */
export function showTask(ledger: Ledger, task: number, number: number | null, view: View, slots: Slots): ReplyItem {
  const record = ledger.tasks[task]
  if (!record) throw new RangeError(`no task ${task} in the ledger`)
  return {
    number,
    title: record.title,
    lines: [place(ledger, task), ...VIEWS[view](ledger, task, record, slots)],
    taskId: record.id,
  }
}

/** 文号, section and ordinal: 鲁政办字〔2023〕5号·三·第27项. */
function place(ledger: Ledger, task: number): string {
  const { document } = ledger.entryOf(task)
  const { path = [], ordinal = '' } = ledger.tasks[task] ?? {}
  const section = /^(?<numeral>[^、\s]{1,6})、/u.exec(path[0] ?? '')?.groups?.['numeral']
  const printed = /^\d+$/u.test(ordinal) ? `第${ordinal}项` : ordinal
  const own = section && !ordinal.startsWith(section) ? `${section}·${printed}` : printed
  return `${document.number ?? document.title}·${own}`
}

type Show = (ledger: Ledger, task: number, record: Task, slots: Slots) => readonly string[]

const VIEWS: Readonly<Record<View, Show>> = {
  list: (ledger, task, record, slots) => brief(ledger, task, record, slots),
  roles: (ledger, task) => [roleLines(ledger, task).join('；')],
  who: (ledger, task) => roleLines(ledger, task),
  target: (_ledger, _task, record, slots) => targetLines(record, slots),
  when: (_ledger, _task, record) => deadlineLines(record),
  detail: (ledger, task, record) => [
    ...roleLines(ledger, task),
    ...deadlineLines(record),
    ...targetList(record),
    bodyLine(record),
  ],
  original: (_ledger, _task, record) => [wholeText(record)],
}

/** The second line of a list item says why it is there: its limit or number, else who leads. */
function brief(ledger: Ledger, task: number, record: Task, { due, quantity, units }: Slots): readonly string[] {
  if (due) return [deadlinesDue(record, due).map(shortDeadline).join('；')].filter(line => line !== '')
  if (quantity)
    return [
      targetsFitting(ledger, task, quantity)
        .map(({ text }) => text)
        .join('；'),
    ]
  return units.length > 0 ? [] : [roleLines(ledger, task)[0] ?? '']
}

const shortDeadline = ({ text, date, certainty }: Deadline): string =>
  `时限：${text}${date ? `（${date}${certainty === 'implied' ? '，推定' : ''}）` : ''}`

function deadlineLines({ deadlines }: Task): readonly string[] {
  if (deadlines.length === 0) return ['文件没有写明时限。']
  return deadlines.map(deadline => `${shortDeadline(deadline)}：${deadline.clause}`)
}

const targetList = ({ targets }: Task): readonly string[] => {
  const texts = [...new Set(targets.map(({ text }) => text))]
  return texts.length > 0 ? [`指标：${texts.join('；')}`] : []
}

/** Those targets that speak of the topic first; all of them where none does. */
function targetLines(record: Task, { topic }: Slots): readonly string[] {
  const texts = [...new Set(record.targets.map(({ text }) => text))]
  if (texts.length === 0) return [sentenceAbout(record, topic) ?? '文件没有写明量化指标。']
  const score = (text: string) => topic.reduce((sum, phrase) => sum + sharedBigrams(text, phrase), 0)
  const best = Math.max(...texts.map(score))
  const fitting = texts.filter(text => score(text) > 0 && score(text) >= best / 2)
  return (fitting.length > 0 ? fitting : texts).map(text => `指标：${text}`)
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
