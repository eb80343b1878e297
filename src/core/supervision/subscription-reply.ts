import type { Assistant } from '../dialog/assistant.ts'
import type { Reply } from '../dialog/reply.ts'
import { unitName } from '../progress/duties.ts'
import type { Progress } from '../progress/progress.ts'
import type { Ledger } from '../search/ledger.ts'
import { digestReply } from './digest.ts'
import { describeSchedule } from './subscription/echo.ts'
import type { Content, ContentKind, Subscription } from './subscription/subscription.ts'

/** What a subscription's message is made from. */
export interface ReplySources {
  readonly ledger: Ledger
  readonly assistant: Assistant
  readonly progress: Progress
}

/** The message of a subscription as things stand: the answer to what it asks, headed by what it is. */
export function subscriptionReply(subscription: Subscription, sources: ReplySources): Reply {
  const scope = scopeOf(subscription, sources)
  const reply = contentReply(subscription.content, scope, sources)
  const head = `定期提醒（${describeSchedule(subscription.schedule)}）`
  return { ...reply, notes: [head, ...reply.notes] }
}

/** Whose tasks it is about where it names nobody: the chat's unit, else the person's; all of them for the office. */
function scopeOf({ owner, scope, chat }: Subscription, { ledger, progress: { records } }: ReplySources): string {
  const { units, roles } = records.person(owner)
  const own = scope === 'chat' ? records.chat(chat).unit : units[0]
  if (own === undefined || own === null || (scope === 'me' && roles.has('office'))) return ''
  return unitName(ledger, own)
}

/** What each kind asks of the ledger. */
const QUESTIONS: Readonly<Record<Exclude<ContentKind, 'digest'>, string>> = {
  overdue: '逾期的任务有哪些',
  'due-soon': '临期的任务有哪些',
  unreported: '没报进展的任务有哪些',
  problems: '有哪些问题',
  progress: '没报进展的任务有哪些',
}

function contentReply(content: Content, scope: string, sources: ReplySources): Reply {
  const about = content.query ?? scope
  if (content.kind === 'digest') return digestReply(about, sources)
  const question =
    content.kind === 'tasks' ? content.query : `${about}${about === '' ? '' : '的'}${QUESTIONS[content.kind]}`
  const { reply } = ask(question, sources)
  if (content.kind !== 'progress') return reply
  return { ...reply, summary: `请报进展：${reply.summary}`, hint: '直接回复即可，例如“27完成80%，下步…”。' }
}

function ask(question: string, { assistant, progress }: ReplySources) {
  return assistant.ask(question, { today: progress.today, progress })
}
