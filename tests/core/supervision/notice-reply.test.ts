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
      '3项任务需要关注：1项已逾期、1项今天到期、1项30天以后到期',
      '其中1项，时限是推定的，不是文件写明的日期。',
      '崂山实验室',
      '鲁政办字〔2023〕5号·第3项｜2023-06-29｜已逾期1天',
      '可再生能源装机',
      '鲁政办字〔2023〕5号·第27项｜6月底前（2023-06-30）｜今天到期',
      '中试基地',
      '鲁政办字〔2023〕5号·第102项｜年内（2023-12-31，推定）｜还有184天',
      '报进展请直接回复，如“3完成80%”',
    ].join('\n'),
  )
})

test('items lead to their tasks; the numbers of a list would be taken for those of tasks', () => {
  const { items, again } = reply('2023-06-30', notice('due', '2023-06-30', '5号#27'))
  expect(items.map(({ number, taskId }) => [number, taskId])).toEqual([[null, '5号#27']])
  expect(again).toEqual({ turns: [], today: '2023-06-30' })
})

describe('the first line', () => {
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
  ])('counts what differs: on %s, due on 2023-06-30: %s', (day, words) => {
    const { summary } = reply(
      day,
      notice('reminder', '2023-06-30', '5号#27'),
      notice('reminder', '2024-12-31', '5号#3'),
    )
    expect(summary).toBe(
      words === '30天以后到期' ? '2项任务需要关注：2项30天以后到期' : `2项任务需要关注：1项${words}、1项30天以后到期`,
    )
  })

  it.each([
    ['2023-06-23', '3项任务还有7天到期'],
    ['2023-06-30', '3项任务今天到期'],
    ['2023-07-03', '3项任务已逾期3天'],
  ])('says what is the same for all: on %s, due on 2023-06-30', (day, summary) => {
    const ids = ['5号#27', '5号#102', '5号#3']
    expect(reply(day, notice('reminder', '2023-06-30', ...ids)).summary).toBe(summary)
  })
})

test('several notices of one task and day are one item, which says that no working day is left', () => {
  const before = ['reminder', 'reminder', 'due'].map((kind, i) => ({
    ...notice(kind === 'due' ? 'due' : 'reminder', '2023-09-30', '5号#27'),
    key: `${i}`,
  }))
  const { summary, notes, items } = reply('2023-09-28', ...before)
  expect(summary).toBe('1项任务还有2天到期')
  expect(notes).toEqual(['今天是到期前最后一个工作日。'])
  expect(items.map(({ lines }) => lines)).toEqual([['鲁政办字〔2023〕5号·第27项｜9月底前（2023-09-30）｜还有2天']])
})

test('what holds for some is said of their number', () => {
  const { notes } = reply(
    '2023-09-28',
    notice('due', '2023-09-30', '5号#27'),
    notice('reminder', '2023-12-31', '5号#3'),
  )
  expect(notes).toEqual(['其中1项，今天是到期前最后一个工作日。', '其中1项，时限是推定的，不是文件写明的日期。'])
})

test('behind the first screen there are titles, behind fifty a number', () => {
  const ids = Array.from({ length: 63 }, (_, i) => `5号#${i + 1}`)
  const { summary, notes, items } = reply('2023-06-30', notice('due', '2023-06-30', ...ids))
  expect([summary, notes, items.length]).toEqual(['63项任务今天到期', ['这里列出50项，另有13项没有列出。'], 50])
  expect(items.slice(9, 11)).toEqual([
    {
      number: null,
      title: '任务10',
      lines: ['鲁政办字〔2023〕5号·第10项｜6月底前（2023-06-30）｜今天到期'],
      taskId: '5号#10',
    },
    { number: null, title: '鲁政办字〔2023〕5号·第11项 任务11', lines: [], taskId: '5号#11' },
  ])
  expect(reply('2023-06-30', notice('due', '2023-06-30', ...ids.slice(0, 50))).notes).toEqual([])
})

test('it asks for nothing and blames nobody', () => {
  const ids = Array.from({ length: 23 }, (_, i) => `5号#${i + 1}`)
  const text = replyText(reply('2023-07-20', notice('urge', '2023-06-30', ...ids)))
  expect(text).not.toMatch(/务必|尽快|必须|请于|通报|批评|落后|滞后|排名|第\d+名|收到请回复|确认/u)
})
