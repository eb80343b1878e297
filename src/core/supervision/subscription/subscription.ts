import * as z from 'zod/mini'
import { Moment, Period, Schedule } from './schedule.ts'

/** 发到本群 · 发给我 */
export const Scope = z.enum(['chat', 'me'])
export type Scope = z.infer<typeof Scope>

/** 报进展 · 逾期 · 临期 · 未报 · 存在问题 · 简报 */
export const ContentKind = z.enum(['progress', 'overdue', 'due-soon', 'unreported', 'problems', 'digest'])
export type ContentKind = z.infer<typeof ContentKind>

/** What is sent. `words` is what the person called it; `query` is asked of the ledger each time it fires. */
export const Content = z.readonly(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('tasks'), words: z.string(), query: z.string() }),
    /** `query` narrows it, as 省科技厅 in 省科技厅逾期清单; null: everything that concerns the chat or the person. */
    z.object({ kind: ContentKind, words: z.string(), query: z.nullable(z.string()) }),
  ]),
)
export type Content = z.infer<typeof Content>

/** Where a wish about reminders holds. `chat`: the chat it was said in, also where the scope is `me`. */
const place = { scope: Scope, chat: z.string() }

/** 订阅. The owner is who said it. */
export const Subscribed = z.object({ kind: z.literal('subscription'), ...place, schedule: Schedule, content: Content })

/** 退订 */
export const SubscriptionCancelled = z.object({
  kind: z.literal('subscription-cancel'),
  ...place,
  subscriptionId: z.string(),
})

/** 稍后提醒: one more firing. `subscriptionId` is null where the reminder that is put off came by no subscription. */
export const Snoozed = z.object({
  kind: z.literal('snooze'),
  ...place,
  subscriptionId: z.nullable(z.string()),
  until: Moment,
})

/** 勿扰; a null period ends all that was said before: 恢复提醒. */
export const Quieted = z.object({ kind: z.literal('quiet'), ...place, period: z.nullable(Period) })

/** 提前几天提醒. `default` goes back to the rule of the house; `set` with no days: no reminder ahead of time. */
export const LeadDays = z.object({
  kind: z.literal('lead-days'),
  ...place,
  mode: z.enum(['set', 'add', 'remove', 'default']),
  /** 0 is the day itself; most days first. */
  daysBefore: z.readonly(z.array(z.int().check(z.gte(0), z.lte(365)))),
  /** The tasks it holds for, in the person's words; null: all of them. */
  query: z.nullable(z.string()),
})

/** 推定的时限也提醒 or not. */
export const ImpliedSwitched = z.object({ kind: z.literal('implied-switch'), ...place, isOn: z.boolean() })

/** 周末也发 or not: for every subscription of the place. */
export const DaysOffSwitched = z.object({ kind: z.literal('days-off-switch'), ...place, isOn: z.boolean() })

/** 订阅 as it stands: who wants what, where, and when. */
export const Subscription = z.readonly(
  z.object({ id: z.string(), owner: z.string(), ...place, schedule: Schedule, content: Content }),
)
export type Subscription = z.infer<typeof Subscription>
