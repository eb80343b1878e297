import type { Assistant } from '../dialog/assistant.ts'
import type { Asker } from '../dialog/reading.ts'
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

/** Whose tasks a message is about. */
export interface About {
  /** As a question says it: 省科技厅, 我单位; empty for all of them. */
  readonly words: string
  /** Who asks: whose units 我单位 means. */
  readonly speaker: Asker
}

/** The message of a subscription as things stand: the answer to what it asks, headed by what it is. */
export function subscriptionReply(subscription: Subscription, sources: ReplySources): Reply {
  const reply = contentReply(subscription.content, aboutOf(subscription, sources), sources)
  const head = `定期提醒（${describeSchedule(subscription.schedule)}）`
  return { ...reply, notes: [head, ...reply.notes] }
}

/** Where it names nobody, the tasks of the chat's unit, else of the person's units; all of them for the office. */
function aboutOf(
  { owner, scope, chat, content }: Subscription,
  { ledger, progress: { records } }: ReplySources,
): About {
  const speaker = records.person(owner)
  const named = content.query ?? (scope === 'chat' ? nameOf(ledger, records.chat(chat).unit) : null)
  if (named !== null) return { words: named, speaker }
  const isOwn = scope === 'me' && speaker.units.length > 0 && !speaker.roles.has('office')
  return { words: isOwn ? OWN : '', speaker }
}

const nameOf = (ledger: Ledger, unit: string | null): string | null => (unit === null ? null : unitName(ledger, unit))

/** By the person's bindings: a unit's name may be that of several, each in a city of its own. */
const OWN = '我单位'

/** What each kind asks of the ledger. */
const QUESTIONS: Readonly<Record<Exclude<ContentKind, 'digest'>, string>> = {
  overdue: '逾期的任务有哪些',
  'due-soon': '临期的任务有哪些',
  unreported: '没报进展的任务有哪些',
  problems: '有哪些问题',
  progress: '没报进展的任务有哪些',
}

function contentReply(content: Content, about: About, sources: ReplySources): Reply {
  if (content.kind === 'digest') return digestReply(about, sources)
  const { words, speaker } = about
  const question =
    content.kind === 'tasks' ? content.query : `${words}${words === '' ? '' : '的'}${QUESTIONS[content.kind]}`
  const { assistant, progress } = sources
  const { reply } = assistant.ask(question, { today: progress.today, progress, speaker })
  if (content.kind !== 'progress') return reply
  return { ...reply, summary: `请报进展：${reply.summary}`, hint: '直接回复即可，例如“27完成80%，下步…”。' }
}
