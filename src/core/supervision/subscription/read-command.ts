import type { SubscriptionCommand } from './command.ts'
import { readLeadDays } from './lead-days.ts'
import { readList, readManaging } from './manage.ts'
import { readQuiet } from './quiet.ts'
import { readSnooze } from './snooze.ts'
import { readSubscribe } from './subscribe.ts'
import { readSwitch } from './switches.ts'
import { isQuestion, plainWish } from './wording.ts'

/** Each reads an utterance as a whole; what recurs comes last, because it may hold the words of all others. */
const READERS: readonly ((text: string) => SubscriptionCommand | null)[] = [
  readManaging,
  readSwitch,
  readQuiet,
  readSnooze,
  readLeadDays,
  readSubscribe,
]

/** Every wish has one of these: when it recurs, to send or not to, 推定, 勿扰, 默认, to cancel. Many questions have none. */
const SIGN = /[每逢隔周星礼日天月季年发推送提订报通告叫说催算打吵扰默停取退删清把]/u

/**
 * What somebody says about reminders: 每周一9点推送省科技厅任务, 明天再提醒, 取消第2个.
 * Null for everything else: a question, a report, 是 and 取消 as answers to what was asked.
 */
export function readSubscriptionCommand(text: string): SubscriptionCommand | null {
  const wish = plainWish(text)
  if (wish === null || wish === '') return null
  // A Worker that starts cold would compile some eighty patterns for nothing.
  if (!SIGN.test(wish)) return null
  if (isQuestion(wish)) return readList(wish)
  for (const read of READERS) {
    const command = read(wish)
    if (command) return command
  }
  return null
}
