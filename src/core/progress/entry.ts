import * as z from 'zod/mini'
import { ProgressReport } from '../model.ts'
import {
  DaysOffSwitched,
  ImpliedSwitched,
  LeadDays,
  Quieted,
  Snoozed,
  Subscribed,
  SubscriptionCancelled,
} from '../supervision/subscription/subscription.ts'

/** Who did it and when: `by` is the person as the platform authenticated them (`feishu:ou_…`), `at` an ISO instant. */
const done = { id: z.string(), at: z.string(), by: z.string() }

const Reason = z.optional(z.string())

/** 进展 of the main unit, or a supporting unit's own note. */
const Reported = z.object({ kind: z.literal('report'), ...ProgressReport.def.shape })

/** 撤回 of a report. */
const Withdrawn = z.object({ kind: z.literal('withdrawal'), ...done, taskId: z.string(), reportId: z.string() })

/** What the supervision office does with a task: 通过 办结, 退回, 销号, 中止, 终止, 恢复. */
export const Move = z.enum(['approve', 'return', 'close', 'suspend', 'terminate', 'resume'])
export type Move = z.infer<typeof Move>

const Moved = z.object({ kind: z.literal('move'), ...done, taskId: z.string(), move: Move, reason: Reason })

/** 申请延期, to `until` (YYYY-MM-DD). */
const ExtensionAsked = z.object({
  kind: z.literal('extension'),
  ...done,
  taskId: z.string(),
  unit: z.string(),
  until: z.string(),
  reason: z.string(),
})

const ExtensionDecided = z.object({
  kind: z.literal('extension-decision'),
  ...done,
  taskId: z.string(),
  extensionId: z.string(),
  isApproved: z.boolean(),
  reason: Reason,
})

/** What the office does about a reported 问题; `problemId` is the report's id. */
const ProblemStep = z.object({
  kind: z.literal('problem-step'),
  ...done,
  taskId: z.string(),
  problemId: z.string(),
  /** 协调 · 解决 */
  step: z.enum(['coordinate', 'solve']),
  text: z.string(),
})

/** 联络员 of a unit · 督查室 · 管理员 */
export const PersonRole = z.enum(['liaison', 'office', 'admin'])
export type PersonRole = z.infer<typeof PersonRole>

const Standing = z.enum(['requested', 'approved', 'rejected', 'revoked'])

/** 绑定 of a person to a role; `unit` is the key of a liaison's unit, null for the others. */
const Bound = z.object({
  kind: z.literal('binding'),
  ...done,
  person: z.string(),
  /** The name on the platform, empty where it is unknown. */
  name: z.string(),
  role: PersonRole,
  unit: z.nullable(z.string()),
  standing: Standing,
})

/** 本群是省能源局的: where a unit is reached. */
const ChatOfUnit = z.object({
  kind: z.literal('chat-unit'),
  ...done,
  chat: z.string(),
  unit: z.string(),
  standing: Standing,
})

/** 本群用5号文: what 第27条 means in a chat. */
const ChatDocument = z.object({
  kind: z.literal('chat-document'),
  ...done,
  chat: z.string(),
  documentId: z.nullable(z.string()),
})

/** 催办 of one unit by the office, and 撤回. */
const Urged = z.object({
  kind: z.literal('urging'),
  ...done,
  unit: z.string(),
  taskIds: z.readonly(z.array(z.string())),
  text: z.string(),
  /** Whom it goes to, as they were named when it was confirmed: chat:feishu:oc_…, person:feishu:ou_…. */
  recipients: z.readonly(z.array(z.string())),
})
const UrgingWithdrawn = z.object({
  kind: z.literal('urging-withdrawal'),
  ...done,
  unit: z.string(),
  urgingId: z.string(),
})

/** 黄牌, 红牌: given by a person with a reason, never by the clock. */
const Carded = z.object({
  kind: z.literal('warning-card'),
  ...done,
  taskId: z.string(),
  colour: z.enum(['yellow', 'red']),
  reason: z.string(),
})

export const CARD_NAMES: Readonly<Record<z.infer<typeof Carded>['colour'], string>> = { yellow: '黄牌', red: '红牌' }

/** How far the clock's own work has come: what was due until then is decided, and posted in the same step. */
const Run = z.object({
  kind: z.literal('run'),
  ...done,
  /** The last day whose notices were decided. */
  noticesUntil: z.nullable(z.string()),
  /** Epoch milliseconds up to which subscriptions have fired. */
  firedUntil: z.number(),
  /** Keys of letters that later ones take the place of. */
  superseded: z.readonly(z.array(z.string())),
})

/** A chat or a person can no more be reached: chat:feishu:oc_…, person:feishu:ou_…. */
const Gone = z.object({ kind: z.literal('gone'), ...done, recipient: z.string() })

/** One thing that somebody did, as it is kept: added to the end, never changed. */
export const Entry = z.discriminatedUnion('kind', [
  Reported,
  Withdrawn,
  Moved,
  ExtensionAsked,
  ExtensionDecided,
  ProblemStep,
  Bound,
  ChatOfUnit,
  ChatDocument,
  z.object({ ...Subscribed.def.shape, ...done }),
  z.object({ ...SubscriptionCancelled.def.shape, ...done }),
  z.object({ ...Snoozed.def.shape, ...done }),
  z.object({ ...Quieted.def.shape, ...done }),
  z.object({ ...LeadDays.def.shape, ...done }),
  z.object({ ...ImpliedSwitched.def.shape, ...done }),
  z.object({ ...DaysOffSwitched.def.shape, ...done }),
  Urged,
  UrgingWithdrawn,
  Carded,
  Run,
  Gone,
])
export type Entry = z.infer<typeof Entry>

/** What an entry is about. Whoever adds one must have seen all others about the same. */
export function subjectOf(entry: Entry): string {
  switch (entry.kind) {
    case 'binding':
      return `person:${entry.person}`
    case 'chat-unit':
    case 'chat-document':
      return `chat:${entry.chat}`
    case 'subscription':
    case 'subscription-cancel':
    case 'snooze':
    case 'quiet':
    case 'lead-days':
    case 'implied-switch':
    case 'days-off-switch':
      return `wishes:${placeOf(entry)}`
    case 'urging':
    case 'urging-withdrawal':
      return `unit:${entry.unit}`
    case 'gone':
      return `reach:${entry.recipient}`
    case 'run':
      return 'clock:'
    default:
      return `task:${entry.taskId}`
  }
}

/** Whom a wish about reminders is for: chat:feishu:oc_…, person:feishu:ou_…. */
export const placeOf = ({
  scope,
  chat,
  by,
}: {
  readonly scope: 'chat' | 'me'
  readonly chat: string
  readonly by: string
}): string => (scope === 'chat' ? `chat:${chat}` : `person:${by}`)

/** What somebody is asked to confirm: these entries are made when they do. Bound to the person and the chat. */
export const Proposal = z.readonly(
  z.object({
    id: z.string(),
    speaker: z.object({ chat: z.string(), person: z.string() }),
    /** Epoch milliseconds; not good from then on. */
    until: z.number(),
    entries: z.readonly(z.array(Entry)),
  }),
)
export type Proposal = z.infer<typeof Proposal>
