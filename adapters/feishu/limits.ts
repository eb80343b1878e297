/** What a request may be, and where each figure comes from. */
export const WEBHOOK_LIMITS = {
  /** Events carry at most one message of 150 KB (发送消息); more than this is nobody's event. */
  bodyBytes: 1024 * 1024,
  /** Claims are kept this long, so an older request could be a replay; the last retry comes after 6 h 5 min (事件概述). */
  ageMs: 8 * 60 * 60 * 1000,
  /** How far the platform's clock may be ahead of ours. More would let a replay outlive its claim by as much. */
  aheadMs: 5 * 60 * 1000,
  /** Turns of a conversation that a button repeats, and the length of each. */
  turns: 12,
  turnLength: 500,
  /** A form: our names for it and its fields, a task's id, and an input's 1000 characters (输入框), which are two units each at most. */
  formName: 64,
  subjectLength: 300,
  fields: 30,
  fieldLength: 2000,
} as const
