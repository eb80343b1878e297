import { describe, expect, it } from 'vitest'
import { createWorkCalendar } from '../../adapters/calendar/chinese-days.ts'
import { remindersJson, remindersOn, remindersText } from '../../src/app/remind.ts'
import { ledger } from '../core/dialog/seed-ledger.ts'
import { reminderOffice } from './reminders/office.ts'

const calendar = createWorkCalendar({})

describe('what a day would bring', () => {
  it('is what the clock sends on that day', async () => {
    const office = await reminderOffice()
    await office.say('管', '本群是省能源局的', '能源群')
    for (const text of ['每周五下午4点发周报', '不要推定的', '每天晚上8点推送逾期清单'])
      await office.whisper('王', text)
    await office.whisper('督', '提前10天提醒')
    for (let hour = 10; hour <= 24; hour++) {
      office.later(60)
      await office.tick()
    }
    for (let day = 1; day <= 220; day++) {
      office.sent.length = 0
      const today = new Date(Date.parse('2023-06-01') + day * 86_400_000).toISOString().slice(0, 10)
      const expected = await remindersOn(today, { ledger, store: office.store, calendar })
      await office.days(1)
      const told = expected.letters.map(({ to, reply }) => [to.split(':').at(-1), reply.summary])
      const sent = office.sent.map(({ to, reply }) => [to.chat ?? to.person, reply.summary])
      expect([today, ...sent.map(String).sort()]).toEqual([today, ...told.map(String).sort()])
    }
  }, 60_000)

  it('says why each goes out, and what nobody gets', async () => {
    const office = await reminderOffice()
    const { letters, unreached } = await remindersOn('2023-12-28', { ledger, store: office.store, calendar })
    const own = letters.find(({ to }) => to === 'person:fake:李')
    expect(own).toMatchObject({ units: ['省科技厅'], subscription: null })
    expect(own?.notices).toEqual([
      {
        kind: 'reminder',
        taskId: '鲁政办字〔2023〕5号#2',
        dueOn: '2023-12-31',
        daysBefore: 3,
        certainty: 'implied',
        deadline: '2023年',
      },
    ])
    expect(unreached.map(({ unit }) => unit)).toContain('省商务厅')
    expect(unreached.map(({ unit }) => unit)).not.toContain('省科技厅')
  })

  it('counts days after a deadline below zero', async () => {
    const office = await reminderOffice()
    const { letters } = await remindersOn('2024-01-02', { ledger, store: office.store, calendar })
    expect(letters.flatMap(({ notices }) => notices.map(({ kind, daysBefore }) => [kind, daysBefore]))).toEqual(
      Array.from({ length: 7 }, () => ['urge', -1]),
    )
  })

  it('shows what was subscribed to later, as if it had been there', async () => {
    const office = await reminderOffice()
    await office.whisper('王', '每周一9点发周报')
    const { letters } = await remindersOn('2023-05-22', { ledger, store: office.store, calendar })
    expect(letters.map(({ to, subscription }) => [to, subscription])).toEqual([['person:fake:王', '每周一 09:00']])
  })

  it('writes nothing', async () => {
    const office = await reminderOffice()
    const before = await office.store.entries(0)
    await remindersOn('2023-12-28', { ledger, store: office.store, calendar })
    expect(await office.store.entries(0)).toEqual(before)
    expect(await office.store.letters()).toEqual([])
  })

  it('reads as text and as JSON', async () => {
    const office = await reminderOffice()
    const reminders = await remindersOn('2023-12-28', { ledger, store: office.store, calendar })
    expect(remindersText(reminders)).toMatch(
      /^2023-12-28（工作日）：2条消息\n\n→ person:fake:李（省科技厅）\n {2}因为 /u,
    )
    expect(remindersText(reminders)).toContain(
      '\n\n→ person:fake:王（省能源局）\n  因为 鲁政办字〔2023〕5号#27 时限2023-12-31（年底），提前3天提醒\n',
    )
    expect(remindersText(reminders)).toContain('时限2023-12-31（2023年，推定），提前3天提醒')
    expect(remindersText(reminders)).toMatch(/\n只是预览：没有发送，也没有写入。到时候由服务（npm start）发送。$/u)
    expect(remindersJson(reminders)).toMatchObject({ asOf: '2023-12-28', isWorkingDay: true, note: null, sent: false })
  })

  it.each([
    ['2023-10-01', '2023-10-01（休息日，到期提醒不发）：0条消息\n\n只是预览'],
    ['2027-03-01', '2027-03-01（工作日）：0条消息\n2027年的放假安排尚未收录，工作日暂按周一至周五计。\n'],
  ])('%s, without a ledger of what was done', async (day, text) => {
    const reminders = await remindersOn(day, { ledger, calendar })
    expect(remindersText(reminders).slice(0, text.length)).toBe(text)
  })
})
