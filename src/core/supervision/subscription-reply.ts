import type { Assistant } from '../dialog/assistant.ts'
import type { Reply } from '../dialog/reply.ts'
import { unitName } from '../progress/duties.ts'
import type { Progress } from '../progress/progress.ts'
import type { Ledger } from '../search/ledger.ts'
import { digestReply, type Span } from './digest.ts'
import { describeSchedule } from './subscription/echo.ts'
import type { ContentKind, Subscription } from './subscription/subscription.ts'

/** What a subscription's message is made from. */
export interface ReplySources {
  readonly ledger: Ledger
  readonly assistant: Assistant
  readonly progress: Progress
}

/** The message of a subscription as things stand: the answer to what it asks, headed by what it is. */
export function subscriptionReply(subscription: Subscription, sources: ReplySources): Reply {
  const reply = contentReply(subscription, sources)
  const head = `定期提醒（${describeSchedule(subscription.schedule)}）`
  return { ...reply, notes: [head, ...reply.notes] }
}

/** Key of the unit that it is about where it names nobody: the chat's, else the person's; null for the office, which sees all. */
function ownUnit({ owner, scope, chat }: Subscription, { progress: { records } }: ReplySources): string | null {
  if (scope === 'chat') return records.chat(chat).unit
  const { units, roles } = records.person(owner)
  return roles.has('office') ? null : (units[0] ?? null)
}

/** What each kind asks of the ledger. */
const QUESTIONS: Readonly<Record<Exclude<ContentKind, 'digest' | 'progress'>, string>> = {
  overdue: '逾期的任务有哪些',
  'due-soon': '临期的任务有哪些',
  unreported: '没报进展的任务有哪些',
  problems: '有哪些问题',
}

function contentReply(subscription: Subscription, sources: ReplySources): Reply {
  const { content, schedule } = subscription
  if (content.kind === 'tasks') return asked(content.query, subscription, sources)
  const unit = ownUnit(subscription, sources)
  const own = unit === null ? '' : unitName(sources.ledger, unit)
  const query = content.query === null || own === '' ? content.query : content.query.replace(OURS, own)
  const name = query ?? own
  const tasks = tasksOf(name, query)
  const span = SPANS[schedule.kind]
  if (content.kind === 'digest') return digestReply({ name, tasks, span }, sources)
  if (content.kind === 'progress')
    return progressReply(`${tasks}${span.words}没报进展的未办结的任务`, subscription, sources)
  return asked(`${tasks}${QUESTIONS[content.kind]}`, subscription, sources)
}

/** 我单位, and 我 in 我牵头: the message is read by others too, who press its buttons as themselves. */
const OURS = /^(?:我们?|本)(?:单位|局|厅|委)?(?=牵头|负责|参与|配合|的|$)/u

/** What somebody named in words of their own is asked in them; a unit's own are those it answers for. */
function tasksOf(name: string, query: string | null): string {
  if (name === '') return ''
  return query === null ? `${name}负责的` : `${name}的`
}

/** How far each kind of schedule looks back. Over a weekend a working day's has three days. */
const SPANS: Readonly<Record<Subscription['schedule']['kind'], Span>> = {
  daily: { words: '最近一天', days: 1 },
  workdays: { words: '最近三天', days: 3 },
  weekly: { words: '最近一周', days: 7 },
  monthly: { words: '最近一个月', days: 30 },
  quarterly: { words: '最近三个月', days: 90 },
  yearly: { words: '最近十二个月', days: 360 },
}

/** 提醒报进展: it says of what nothing came lately, and how to report. */
function progressReply(question: string, subscription: Subscription, sources: ReplySources): Reply {
  const reply = asked(question, subscription, sources)
  if (reply.items.length === 0) return { ...reply, summary: `不用再报：${reply.summary}` }
  return { ...reply, summary: `可以报进展了：${reply.summary}`, hint: '直接回复即可，例如“27完成80%，下步…”。' }
}

/** As who subscribed would be answered: 我单位 is theirs, or the chat's. */
function asked(question: string, { owner, scope, chat }: Subscription, { assistant, progress }: ReplySources): Reply {
  const { records, today } = progress
  const person = records.person(owner)
  const { unit } = records.chat(chat)
  const speaker = scope === 'chat' && unit !== null ? { ...person, units: [unit] } : person
  const { reply } = assistant.ask(question, { today, progress, speaker })
  // Nobody has asked, so there is nothing that 下一页 goes on from.
  return { ...reply, hint: (reply.page?.pages ?? 1) > 1 ? `看全部，先说“${question}”，再说“全部”。` : null }
}
