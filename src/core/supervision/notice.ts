import * as z from 'zod/mini'
import { groupBy } from '../search/group.ts'

/** 提醒 before a deadline · 到期 on its day · 催办 after it. */
export const NoticeKind = z.enum(['reminder', 'due', 'urge'])
export type NoticeKind = z.infer<typeof NoticeKind>

/** 提醒/催办: one thing that one recipient is told once. */
export const Notice = z.readonly(
  z.object({
    /** The same for the same kind, task, recipient and deadline, whenever it is worked out. */
    key: z.string(),
    kind: NoticeKind,
    taskIds: z.readonly(z.array(z.string())),
    /** The recipient's key. */
    to: z.string(),
    /** The deadline it is about, YYYY-MM-DD. */
    dueOn: z.string(),
  }),
)
export type Notice = z.infer<typeof Notice>

/** All that one recipient is told on one day: one message. */
export interface NoticeLetter {
  /** The same for the same recipient and day: posted twice, it goes out once. */
  readonly key: string
  readonly to: string
  /** The working day on which it goes out. */
  readonly day: string
  readonly notices: readonly Notice[]
}

/** Groups the notices of one day by recipient, both in the order given. */
export function noticeLetters(notices: readonly Notice[], day: string): readonly NoticeLetter[] {
  const byRecipient = groupBy(notices, ({ to }) => to)
  return [...byRecipient].map(([to, own]) => ({ key: JSON.stringify(['letter', to, day]), to, day, notices: own }))
}
