import type { QuietWords } from './quiet.ts'
import type { Schedule } from './schedule.ts'
import type { SnoozeWords } from './snooze.ts'
import type { Content, Scope } from './subscription.ts'

/** What somebody says about reminders. A null scope leaves it to the chat: a group for itself, a private chat for its person. */
export type SubscriptionCommand =
  /** 每周一9点推送省科技厅任务 */
  | {
      readonly kind: 'subscribe'
      readonly schedule: Schedule
      readonly content: Content
      readonly scope: Scope | null
    }
  /** 提前7天提醒 · 到期当天也提醒 (add) · 不用提前提醒 (set, no days) · 恢复默认提醒 (default) */
  | {
      readonly kind: 'lead-days'
      readonly mode: 'set' | 'add' | 'remove' | 'default'
      /** Most days first; 0 is the day itself. */
      readonly daysBefore: readonly number[]
      /** The tasks it holds for; null: all. */
      readonly query: string | null
      readonly scope: Scope | null
    }
  /** 我订阅了啥 · 本群订阅 */
  | { readonly kind: 'list'; readonly scope: Scope | null }
  /** 取消第2个 · 全部退订: places in the last list, from 1. */
  | { readonly kind: 'cancel'; readonly which: readonly number[] | 'all'; readonly scope: Scope | null }
  /** 明天再提醒; `number` is the place in the last list where one was named: 第2个明天再提醒. */
  | { readonly kind: 'snooze'; readonly until: SnoozeWords; readonly number: number | null }
  /** 国庆期间不要发 */
  | { readonly kind: 'quiet'; readonly period: QuietWords }
  /** 恢复提醒 */
  | { readonly kind: 'resume' }
  /** 周末也发 (on) · 周末不要发 (off) */
  | { readonly kind: 'days-off'; readonly isOn: boolean }
  /** 推定的也提醒 (on) · 不要推定的 (off) */
  | { readonly kind: 'implied'; readonly isOn: boolean }
  /** It is about reminders, but cannot be done as said: a sentence saying what to type instead. */
  | Unclear

export interface Unclear {
  readonly kind: 'unclear'
  readonly say: string
}

export const unclear = (say: string): Unclear => ({ kind: 'unclear', say })
