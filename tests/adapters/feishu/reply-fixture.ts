import type { Reply, ReplyItem } from '../../../src/core/dialog/reply.ts'

/** A reply with nothing in it but what a test says. */
export const reply = (parts: Partial<Reply>): Reply => ({
  summary: '',
  notes: [],
  items: [],
  page: null,
  choices: [],
  suggestions: [],
  again: { turns: ['省教育厅牵头哪些任务'], today: '2023-06-01' },
  hint: null,
  ...parts,
})

export const item = (parts: Partial<ReplyItem>): ReplyItem => ({
  number: null,
  title: '大力发展可再生能源',
  lines: ['鲁政办字〔2023〕5号·三·第27项'],
  taskId: '鲁政办字〔2023〕5号#27',
  ...parts,
})

/** So many items of a list, from 1. */
export const items = (count: number, parts: Partial<ReplyItem> = {}): readonly ReplyItem[] =>
  Array.from({ length: count }, (_, i) => item({ number: i + 1, taskId: `鲁政办字〔2023〕5号#${i + 1}`, ...parts }))
