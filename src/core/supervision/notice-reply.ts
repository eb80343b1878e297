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

/** The message of a letter: what is due and how long there is, in the letter's order. It asks for no answer. */
export function noticeReply(letter: NoticeLetter, lookup: (taskId: string) => NoticedTask): Reply {
  const matters = mattersOf(letter, lookup)
  const [first] = matters
  const unseen = matters.length - PAGE_SIZE
  return {
    summary: `今天有${matters.length}项需要关注：${countsOf(matters)}`,
    notes: unseen > 0 ? [`先列出${PAGE_SIZE}项，另有${unseen}项，发“我单位的任务”可看全部。`] : [],
    items: matters.slice(0, PAGE_SIZE).map(itemOf),
    page: null,
    choices: [],
    suggestions: [],
    again: { turns: [], today: letter.day },
    hint: first ? `报进展请直接回复，如“${first.task.ordinal}完成80%”` : null,
  }
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

function itemOf({ taskId, task, ...matter }: Matter): ReplyItem {
  const line = [task.place, limitOf(task, matter.dueOn), timeLeft(matter)].join('｜')
  return { number: null, title: task.title, lines: [line], taskId }
}

/** 6月底前（2023-06-30，推定） */
function limitOf({ deadlines }: NoticedTask, dueOn: string): string {
  const own = deadlines.filter(({ date }) => date === dueOn)
  if (own.length === 0) return dueOn
  const stated = own.filter(({ certainty }) => certainty === 'stated')
  const texts = new Set((stated.length > 0 ? stated : own).map(({ text }) => text))
  return `${[...texts].join('、')}（${dueOn}${stated.length > 0 ? '' : '，推定'}）`
}

function timeLeft({ daysLeft, kinds }: Pick<Matter, 'daysLeft' | 'kinds'>): string {
  if (daysLeft < 0) return `逾期${-daysLeft}天`
  if (daysLeft === 0) return '今天到期'
  return `剩${daysLeft}天${kinds.includes('due') ? '（今天是到期前最后一个工作日）' : ''}`
}
