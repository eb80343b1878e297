import { PAGE_SIZE } from '../dialog/page.ts'
import type { Reply, ReplyItem } from '../dialog/reply.ts'
import { groupBy } from '../search/group.ts'
import type { DueTask } from './due-index.ts'
import type { NoticeKind, NoticeLetter } from './notice.ts'

/** What the text of a notice says of a task. */
export interface NoticedTask extends Pick<DueTask, 'title' | 'deadlines'> {
  /** 文号 and number: 鲁政办字〔2023〕5号·第27项. */
  readonly place: string
  /** What to type for it in a report: 27. */
  readonly ordinal: string
}

/** So many tasks are listed; the first screen with where they stand and when they are due, the others by their titles. */
const MOST_LISTED = 50

/** The message of a letter: what is due and how long there is, in the letter's order. It asks for no answer. */
export function noticeReply(letter: NoticeLetter, lookup: (taskId: string) => NoticedTask): Reply {
  const matters = mattersOf(letter, lookup)
  const [first] = matters
  return {
    summary: summaryOf(matters),
    notes: notesOf(matters),
    items: matters.slice(0, MOST_LISTED).map((matter, i) => (i < PAGE_SIZE ? itemOf(matter) : titleOf(matter))),
    page: null,
    choices: [],
    suggestions: [],
    again: { turns: [], today: letter.day },
    hint: first ? `报进展请直接回复，如“${first.task.ordinal}完成80%”` : null,
  }
}

/** 6项任务还有9天到期; where they differ, how many there are of each. */
function summaryOf(matters: readonly Matter[]): string {
  const [first] = matters
  const isOne = first && matters.every(({ daysLeft }) => daysLeft === first.daysLeft)
  if (!isOne) return `${matters.length}项任务需要关注：${countsOf(matters)}`
  return `${matters.length}项任务${first.daysLeft > 0 ? `还有${first.daysLeft}天到期` : timeLeft(first)}`
}

function notesOf(matters: readonly Matter[]): readonly string[] {
  const unseen = matters.length - MOST_LISTED
  return [
    ...noteOn(matters, isLastChance, '今天是到期前最后一个工作日。'),
    ...noteOn(matters, isImplied, '时限是推定的，不是文件写明的日期。'),
    ...(unseen > 0 ? [`这里列出${MOST_LISTED}项，另有${unseen}项没有列出。`] : []),
  ]
}

/** Said once for all of them, or of how many it is true. */
function noteOn(matters: readonly Matter[], holds: (matter: Matter) => boolean, words: string): readonly string[] {
  const count = matters.filter(holds).length
  if (count === 0) return []
  return [count === matters.length ? words : `其中${count}项，${words}`]
}

/** One task and one day it is due, however many notices speak of it. */
interface Matter {
  readonly taskId: string
  readonly task: NoticedTask
  readonly dueOn: string
  /** Negative once the day has passed. */
  readonly daysLeft: number
  readonly kinds: readonly NoticeKind[]
}

function mattersOf({ day, notices }: NoticeLetter, lookup: (taskId: string) => NoticedTask): readonly Matter[] {
  const told = notices.flatMap(({ taskIds, dueOn, kind }) => taskIds.map(taskId => ({ taskId, dueOn, kind })))
  const matters = groupBy(told, ({ taskId, dueOn }) => `${dueOn} ${taskId}`)
  return [...matters.values()].flatMap(same => {
    const [first] = same
    if (!first) return []
    const { taskId, dueOn } = first
    const daysLeft = (Date.parse(dueOn) - Date.parse(day)) / DAY_MS
    return [{ taskId, dueOn, daysLeft, task: lookup(taskId), kinds: same.map(({ kind }) => kind) }]
  })
}

const DAY_MS = 86_400_000

/** How long there is, in words that can be counted. */
const WITHIN: readonly (readonly [atMost: number, words: string])[] = [
  [-1, '已逾期'],
  [0, '今天到期'],
  [3, '3天内到期'],
  [7, '7天内到期'],
  [15, '15天内到期'],
  [30, '30天内到期'],
  [Number.POSITIVE_INFINITY, '30天以后到期'],
]

function countsOf(matters: readonly Matter[]): string {
  const counts = groupBy(matters, ({ daysLeft }) => WITHIN.find(([atMost]) => daysLeft <= atMost)?.[1] ?? '')
  const named = WITHIN.map(([, words]) => [words, counts.get(words)?.length ?? 0] as const)
  return named
    .filter(([, count]) => count > 0)
    .map(([words, count]) => `${count}项${words}`)
    .join('、')
}

/** Nobody is told that an inferred day has passed as if it were written. */
const isImplied = ({ task, dueOn }: Matter): boolean => {
  const own = task.deadlines.filter(({ date }) => date === dueOn)
  return own.length > 0 && own.every(({ certainty }) => certainty === 'implied')
}

function itemOf({ taskId, task, ...matter }: Matter): ReplyItem {
  const line = [task.place, limitOf(task, matter.dueOn), timeLeft(matter)].join('｜')
  return { number: null, title: task.title, lines: [line], taskId }
}

const titleOf = ({ taskId, task: { place, title } }: Matter): ReplyItem => ({
  number: null,
  title: `${place} ${title}`,
  lines: [],
  taskId,
})

/** 6月底前（2023-06-30，推定） */
function limitOf({ deadlines }: NoticedTask, dueOn: string): string {
  const own = deadlines.filter(({ date }) => date === dueOn)
  if (own.length === 0) return dueOn
  const stated = own.filter(({ certainty }) => certainty === 'stated')
  const texts = new Set((stated.length > 0 ? stated : own).map(({ text }) => text))
  return `${[...texts].join('、')}（${dueOn}${stated.length > 0 ? '' : '，推定'}）`
}

function timeLeft({ daysLeft }: Pick<Matter, 'daysLeft'>): string {
  if (daysLeft < 0) return `已逾期${-daysLeft}天`
  return daysLeft === 0 ? '今天到期' : `还有${daysLeft}天`
}

/** The deadline is on a day off, and no working day is left before it. */
const isLastChance = ({ daysLeft, kinds }: Matter): boolean => daysLeft > 0 && kinds.includes('due')
