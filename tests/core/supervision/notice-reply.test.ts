import { describe, expect, it, test } from 'vitest'
import { replyText } from '../../../src/core/dialog/reply.ts'
import type { DueDeadline } from '../../../src/core/supervision/due-index.ts'
import type { Notice, NoticeKind } from '../../../src/core/supervision/notice.ts'
import { type NoticedTask, noticeReply } from '../../../src/core/supervision/notice-reply.ts'

const TITLES: Readonly<Record<string, string>> = {
  '5号#27': '可再生能源装机',
  '5号#102': '中试基地',
  '5号#3': '崂山实验室',
}

const deadline = (date: string, text: string, certainty: DueDeadline['certainty'] = 'stated'): DueDeadline => ({
  date,
  certainty,
  text,
  clause: '',
})

const DEADLINES = [
  deadline('2023-06-30', '6月底前'),
  deadline('2023-12-31', '年内', 'implied'),
  deadline('2023-09-30', '三季度末', 'implied'),
  deadline('2023-09-30', '9月底前'),
]

const lookup = (taskId: string): NoticedTask => {
  const ordinal = taskId.slice(taskId.indexOf('#') + 1)
  return {
    title: TITLES[taskId] ?? `任务${ordinal}`,
    place: `鲁政办字〔2023〕5号·第${ordinal}项`,
    ordinal,
    deadlines: DEADLINES,
  }
}

const notice = (kind: NoticeKind, dueOn: string, ...taskIds: readonly string[]): Notice => ({
  key: `${kind} ${dueOn} ${taskIds.join(' ')}`,
  kind,
  taskIds,
  to: 'feishu:oc_1',
  dueOn,
})

const reply = (day: string, ...notices: readonly Notice[]) =>
  noticeReply({ key: `letter ${day}`, to: 'feishu:oc_1', day, notices }, lookup)

test('a letter says how many, then two lines for each, then how to report', () => {
  const letter = reply(
    '2023-06-30',
    notice('urge', '2023-06-29', '5号#3'),
    notice('due', '2023-06-30', '5号#27'),
    notice('reminder', '2023-12-31', '5号#102'),
  )
  expect(replyText(letter)).toBe(
    [
      '今天有3项需要关注：1项已逾期、1项今天到期、1项30天以后到期',
      '崂山实验室',
      '鲁政办字〔2023〕5号·第3项｜2023-06-29｜逾期1天',
      '可再生能源装机',
      '鲁政办字〔2023〕5号·第27项｜6月底前（2023-06-30）｜今天到期',
      '中试基地',
      '鲁政办字〔2023〕5号·第102项｜年内（2023-12-31，推定）｜剩184天',
      '报进展请直接回复，如“3完成80%”',
    ].join('\n'),
  )
})

test('items lead to their tasks; the numbers of a list would be taken for those of tasks', () => {
  const { items, again } = reply('2023-06-30', notice('due', '2023-06-30', '5号#27'))
  expect(items.map(({ number, taskId }) => [number, taskId])).toEqual([[null, '5号#27']])
  expect(again).toEqual({ turns: [], today: '2023-06-30' })
})

describe('the counts', () => {
  it.each([
    ['2023-06-27', '3天内到期'],
    ['2023-06-26', '7天内到期'],
    ['2023-06-23', '7天内到期'],
    ['2023-06-22', '15天内到期'],
    ['2023-06-15', '15天内到期'],
    ['2023-06-14', '30天内到期'],
    ['2023-05-31', '30天内到期'],
    ['2023-05-30', '30天以后到期'],
    ['2023-07-01', '已逾期'],
  ])('on %s, due on 2023-06-30: %s', (day, words) => {
    expect(reply(day, notice('reminder', '2023-06-30', '5号#27')).summary).toBe(`今天有1项需要关注：1项${words}`)
  })

  it('add up to the number of tasks', () => {
    const ids = ['5号#27', '5号#102', '5号#3']
    expect(reply('2023-06-23', notice('reminder', '2023-06-30', ...ids)).summary).toBe(
      '今天有3项需要关注：3项7天内到期',
    )
  })
})

test('several notices of one task and day are one item, which says that no working day is left', () => {
  const before = ['reminder', 'reminder', 'due'].map((kind, i) => ({
    ...notice(kind === 'due' ? 'due' : 'reminder', '2023-09-30', '5号#27'),
    key: `${i}`,
  }))
  const { summary, items } = reply('2023-09-28', ...before)
  expect(summary).toBe('今天有1项需要关注：1项3天内到期')
  expect(items.map(({ lines }) => lines)).toEqual([
    ['鲁政办字〔2023〕5号·第27项｜9月底前（2023-09-30）｜剩2天（今天是到期前最后一个工作日）'],
  ])
})

test('one screen is shown, the rest is counted', () => {
  const ids = Array.from({ length: 23 }, (_, i) => `5号#${i + 1}`)
  const { summary, notes, items } = reply('2023-06-30', notice('due', '2023-06-30', ...ids))
  expect([summary, notes, items.length]).toEqual([
    '今天有23项需要关注：23项今天到期',
    ['先列出10项，另有13项，发“我单位的任务”可看全部。'],
    10,
  ])
  expect(reply('2023-06-30', notice('due', '2023-06-30', ...ids.slice(0, 10))).notes).toEqual([])
})

test('it asks for nothing and blames nobody', () => {
  const ids = Array.from({ length: 23 }, (_, i) => `5号#${i + 1}`)
  const text = replyText(reply('2023-07-20', notice('urge', '2023-06-30', ...ids)))
  expect(text).not.toMatch(/务必|尽快|必须|请于|通报|批评|落后|滞后|排名|第\d+名|收到请回复|确认/u)
})
