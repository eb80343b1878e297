import type { Reply, ReplyAction } from '../dialog/reply.ts'
import { addDays } from '../text/calendar.ts'
import type { ReplySources } from './subscription-reply.ts'

/** The days a 简报 looks back on, as they are said and counted: 最近一周, 7. */
export interface Span {
  readonly words: string
  readonly days: number
}

/** What a 简报 is about. */
export interface DigestScope {
  /** The tasks, in words that stand before what is asked of them: 省科技厅负责的; empty: all of them. */
  readonly tasks: string
  /** 省科技厅; empty: everybody. */
  readonly name: string
  readonly span: Span
}

/** One count, the question behind it, and what is counted. */
interface Part {
  readonly name: string
  readonly question: string
  readonly measure: '项' | '个'
  /** Said in the first line where there are any. */
  readonly isUrgent?: true
}

const partsOf = ({ words }: Span): readonly Part[] => [
  { name: `${words}有更新`, question: `${words}更新了什么`, measure: '项' },
  { name: '逾期', question: '逾期的任务有哪些', measure: '项', isUrgent: true },
  { name: '临期', question: '临期的任务有哪些', measure: '项', isUrgent: true },
  { name: '未反馈', question: '没报进展的任务有哪些', measure: '项', isUrgent: true },
  { name: '待审核', question: '待审核的任务有哪些', measure: '项' },
  { name: '已办结', question: '已办结的任务有哪些', measure: '项' },
  { name: '待解决的问题', question: '有哪些问题', measure: '个', isUrgent: true },
]

/** 督办简报: the counts, the list behind each by a button, a chart where there is one. */
export function digestReply(scope: DigestScope, sources: ReplySources): Reply {
  const { today } = sources.progress
  const all = sources.assistant.ask(`${scope.tasks === '' ? '全部' : scope.tasks}任务`, asking(sources)).answer.total
  const parts = [...newParts(scope, sources), ...partsOf(scope.span)]
  const counts = parts.map(part => counted(part, scope, sources))
  const urgent = counts.filter(({ isUrgent, count }) => isUrgent && count > 0).map(lineOf)
  const subject = `督办简报：${scope.name}${all}项任务`
  return {
    summary: `${subject}，${urgent.length > 0 ? urgent.join('、') : '没有逾期和临期的'}`,
    notes: [],
    items: counts.map(count => ({
      number: null,
      title: `${count.name}：${count.count}${count.measure}`,
      lines: [],
      taskId: null,
    })),
    page: null,
    choices: [],
    suggestions: [],
    actions: counts
      .filter(({ count }) => count > 0)
      .map(({ name, question }): ReplyAction => ({ label: name, say: question })),
    ...chartOf(counts),
    again: { turns: [], today },
    hint: null,
  }
}

type Counted = Part & { readonly count: number }

const lineOf = ({ name, count, measure }: Counted): string => `${name}${count}${measure}`

const asking = ({ progress }: ReplySources) => ({ today: progress.today, progress })

/** Counted by asking, so that the button shows what was counted. */
function counted(part: Part, { tasks }: DigestScope, sources: ReplySources): Counted {
  const question = `${tasks}${part.question}`
  const { answer } = sources.assistant.ask(question, asking(sources))
  return { ...part, question, count: answer.kind === 'none' ? 0 : answer.total }
}

/** 新增: the tasks of documents that were issued in the span. */
function newParts({ span }: DigestScope, { ledger, progress }: ReplySources): readonly Part[] {
  const from = addDays(progress.today, -span.days)
  return ledger.documents.flatMap(({ document: { id, issuedOn } }) =>
    issuedOn === null || issuedOn < from || issuedOn > progress.today
      ? []
      : [{ name: `新印发${id}`, question: `${id}的任务有哪些`, measure: '项' as const }],
  )
}

/** Nothing is drawn of nothing. */
const chartOf = (counts: readonly Counted[]): Pick<Reply, 'chart'> =>
  counts.some(({ count }) => count > 0)
    ? { chart: { title: '任务情况', bars: counts.map(({ name, count }) => ({ name, value: count })) } }
    : {}
