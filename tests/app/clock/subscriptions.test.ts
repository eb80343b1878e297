import { describe, expect, it } from 'vitest'
import { clockOffice, refused } from './clock-office.ts'

const EVENING = 20 * 60

describe('subscriptions', () => {
  it('speak at the time that was asked for, even at night, once', async () => {
    const office = clockOffice({ at: '2023-06-01T19:00:00+08:00' })
    await office.subscribe('张', EVENING)
    for (const at of ['19:55', '20:00', '20:05']) {
      office.set(`2023-06-01T${at}:00+08:00`)
      await Promise.all([office.tick(), office.start().tick()])
    }
    expect(office.sent.map(({ key }) => key)).toEqual(['["subscription","e1","2023-06-01",1200]'])
  })

  it('speak on the day of Shanghai', async () => {
    const office = clockOffice({ at: '2023-05-31T12:00:00+08:00' })
    await office.subscribe('张', 5)
    office.set('2023-05-31T16:04:00Z')
    await office.tick()
    expect(office.sent).toEqual([])
    office.set('2023-05-31T16:05:00Z')
    await office.tick()
    expect(office.sent.map(({ key }) => key)).toEqual(['["subscription","e1","2023-06-01",5]'])
  })

  it('that could not be delivered at their time wait for working time', async () => {
    const office = clockOffice({ at: '2023-06-01T19:00:00+08:00' })
    await office.subscribe('张', EVENING)
    office.set('2023-06-01T20:00:00+08:00')
    office.fail(refused)
    await office.tick()
    office.fail(null)
    office.set('2023-06-01T23:00:00+08:00')
    await office.tick()
    expect(office.sent).toEqual([])
    office.set('2023-06-02T08:30:00+08:00')
    await office.tick()
    expect(office.sent).toHaveLength(1)
  })

  it.each(['the platform', 'we'])('speak once when %s were away for days', async who => {
    const office = clockOffice({ at: '2023-06-01T08:00:00+08:00' })
    await office.subscribe('张', 9 * 60)
    office.fail(refused)
    for (const day of ['01', '02', '05']) {
      office.set(`2023-06-${day}T09:00:00+08:00`)
      if (who === 'the platform') await office.tick()
    }
    office.fail(null)
    office.set('2023-06-06T09:30:00+08:00')
    await office.tick()
    office.later(5)
    await office.tick()
    expect(office.sent.map(({ key }) => key)).toEqual(['["subscription","e1","2023-06-06",540]'])
    expect(await office.store.letters()).toEqual([])
  })

  it('left out for quiet are not made good for when reminders are wanted again', async () => {
    const office = clockOffice({ at: '2023-06-01T08:00:00+08:00' })
    await office.subscribe('张', 9 * 60, { onDaysOff: 'fire' })
    await office.write({ kind: 'quiet', period: { from: '2023-06-02', to: null }, ...office.wish('张') })
    office.set('2023-06-01T09:00:00+08:00')
    await office.tick()
    office.set('2023-06-04T09:00:00+08:00')
    await office.tick()
    office.set('2023-06-05T08:45:00+08:00')
    await office.write({ kind: 'quiet', period: null, ...office.wish('张') })
    await office.tick()
    office.set('2023-06-05T09:00:00+08:00')
    await office.tick()
    expect(office.sent.map(({ key }) => JSON.parse(key)[2])).toEqual(['2023-06-01', '2023-06-05'])
  })

  it('asked for again come again once, even where nothing is due', async () => {
    const office = clockOffice()
    await office.bind('张')
    const until = { day: '2023-06-01', minute: 600 }
    await office.write({ kind: 'snooze', subscriptionId: null, until, ...office.wish('张') })
    for (const at of ['09:55', '10:00', '10:05']) {
      office.set(`2023-06-01T${at}:00+08:00`)
      await office.tick()
    }
    expect(office.at('张')).toEqual(['到了您要再提醒的时间：现在没有一周内到期或逾期一周内的任务。'])
  })
})
