import type { Reply, ReplyAction } from '../dialog/reply.ts'
import type { ReplySources } from './subscription-reply.ts'

/** 简报: what is counted, and the question behind each count. */
const PARTS: readonly (readonly [name: string, question: string])[] = [
  ['最近一周有更新', '最近一周更新了什么'],
  ['临期', '临期的任务有哪些'],
  ['逾期', '逾期的任务有哪些'],
  ['未反馈', '没报进展的任务有哪些'],
  ['待审核', '待审核的任务有哪些'],
  ['已办结', '已办结的任务有哪些'],
  ['有待解决的问题', '有哪些问题'],
]

/** 督办简报 of some tasks (省科技厅; empty: all of them): the counts, the list behind each by a button, a chart where there is one. */
export function digestReply(about: string, { assistant, progress }: ReplySources): Reply {
  const counts = PARTS.map(([name, question]) => {
    const whole = about === '' ? question : `${about}的${question}`
    const { answer } = assistant.ask(whole, { today: progress.today, progress })
    return { name, question: whole, count: answer.kind === 'none' ? 0 : answer.total }
  })
  const shown = counts.filter(({ count }) => count > 0)
  return {
    summary: `督办简报${about === '' ? '' : `：${about}`}`,
    notes: [],
    items: counts.map(({ name, count }) => ({ number: null, title: `${name}：${count}项`, lines: [], taskId: null })),
    page: null,
    choices: [],
    suggestions: [],
    actions: shown.map(({ name, question }): ReplyAction => ({ label: name, say: question })),
    chart: { title: '任务情况', bars: counts.map(({ name, count }) => ({ name, value: count })) },
    again: { turns: [], today: progress.today },
    hint: '点一项看它的清单。',
  }
}
