import { describe, expect, it } from 'vitest'
import { createConverse } from '../../src/app/converse.ts'
import { assistant } from '../core/dialog/seed-ledger.ts'

const MINUTE = 60_000
const wang = { chat: '督查群', person: '王' }
const li = { chat: '督查群', person: '李' }

function conversation() {
  const time = { at: Date.parse('2023-06-01T09:00:00+08:00') }
  const converse = createConverse({ assistant, clock: { now: () => new Date(time.at) } })
  return {
    later: (minutes: number) => {
      time.at += minutes * MINUTE
    },
    ask: async (question: string, speaker = wang) => (await converse.answer(question, speaker)).answer,
  }
}

describe('a conversation', () => {
  it('remembers the last question', async () => {
    const { ask } = conversation()
    await ask('省教育厅牵头哪些任务')
    expect(await ask('那参与的呢')).toMatchObject({ kind: 'tasks', total: 1 })
    expect(await ask('科技厅呢')).toMatchObject({ kind: 'tasks', total: 3 })
  })

  it.each([
    [9.99, 'tasks'],
    [10, 'help'],
  ])('after %d minutes has %s for 下一页', async (minutes, kind) => {
    const { ask, later } = conversation()
    await ask('省教育厅牵头哪些任务')
    later(minutes)
    expect((await ask('下一页')).kind).toBe(kind)
  })

  it('remembers it longer where one goes on asking', async () => {
    const { ask, later } = conversation()
    await ask('省科技厅牵头哪些任务')
    for (const question of ['下一页', '上一页', '下一页']) {
      later(9)
      expect(await ask(question)).toMatchObject({ kind: 'tasks', total: 11 })
    }
  })

  it('is one person’s in one chat', async () => {
    const { ask } = conversation()
    await ask('省教育厅牵头哪些任务')
    expect((await ask('下一页', li)).kind).toBe('help')
    expect((await ask('下一页', { ...wang, chat: '另一个群' })).kind).toBe('help')
    await ask('省科技厅牵头哪些任务', li)
    expect((await ask('那参与的呢', wang)).total).toBe(1)
    expect((await ask('那参与的呢', li)).total).toBe(3)
  })

  it('does not take a name for another, whatever is in it', async () => {
    const { ask } = conversation()
    await ask('省教育厅牵头哪些任务', { chat: 'a","b', person: 'c' })
    expect((await ask('下一页', { chat: 'a', person: 'b","c' })).kind).toBe('help')
  })

  it('asks by the day of the clock', async () => {
    const { ask, later } = conversation()
    expect((await ask('下个月到期的任务')).kind).toBe('none')
    later(-30 * 24 * 60)
    expect((await ask('下个月到期的任务', li)).total).toBe(1)
  })

  it('forgets the longest silent one when there are too many', async () => {
    const { ask } = conversation()
    await ask('省教育厅牵头哪些任务', { chat: '群', person: '最早' })
    await ask('省教育厅牵头哪些任务', { chat: '群', person: '其次' })
    await ask('省科技厅呢', { chat: '群', person: '最早' })
    for (let i = 0; i < 9_999; i++) await ask('帮助', { chat: '群', person: String(i) })
    expect((await ask('下一页', { chat: '群', person: '最早' })).kind).toBe('tasks')
    expect((await ask('下一页', { chat: '群', person: '其次' })).kind).toBe('help')
  })
})
