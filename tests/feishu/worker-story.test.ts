import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Letter } from '../../src/core/ports.ts'
import { plainLetter } from '../contracts/samples.ts'
import { cardIn, onlyAnswer, viewOf } from './card-view.ts'
import { startWorker } from './duban-worker.ts'
import { createFakeFeishu, SETTINGS } from './fake-feishu.ts'
import { APP, type StandIn, startStandIn } from './stand-in.ts'

const at = (time: string): number => Date.parse(`${time}:00+08:00`)

/** What people see of an organisation on Workers, in a time of its own; one test goes on where the last one ended. */
describe('an organisation on Workers', { timeout: 60_000 }, () => {
  let standIn: StandIn
  let worker: Awaited<ReturnType<typeof startWorker>>
  let now = at('2023-06-01T10:00')
  let serial = 0
  const fake = createFakeFeishu({ ...SETTINGS, ...APP }, { now: () => new Date(now) })

  beforeAll(async () => {
    standIn = await startStandIn()
    worker = await startWorker(standIn, { isClocked: true, fake, vars: { DUBAN_ADMINS: 'ou_admin' } })
    await worker.setClock(now)
  }, 60_000)
  afterAll(async () => {
    await worker.close()
    await standIn.close()
  })

  /** The clock strikes, and the platform asks what is due. */
  async function tickAt(time: string) {
    now = at(time)
    await worker.tick(new Date(now))
  }

  const privateChat = (person: string) => ({ chatType: 'p2p', chat: `oc_p2p_${person}`, person }) as const

  async function say(person: string, text: string): Promise<string> {
    const messageId = `om_${++serial}`
    await worker.deliver(fake.message({ text, messageId, ...privateChat(person) }))
    await worker.settled()
    return viewOf(onlyAnswer(standIn, messageId).content).text
  }

  const sentTo = (receiver: string) => standIn.sent.filter(({ receiveId }) => receiveId === receiver)
  const letterTo = (receiver: string, count: number) =>
    vi.waitFor(
      () => {
        expect(sentTo(receiver)).toHaveLength(count)
        return viewOf(sentTo(receiver).at(-1)?.content)
      },
      { timeout: 5000, interval: 20 },
    )

  it('binds a person when an administrator agrees; both are written to from the alarm', async () => {
    expect(await say('ou_wang', '绑定 省能源局')).toContain('已申请绑定省能源局')
    const request = await letterTo('ou_admin', 1)
    const value = request.pressSay('同意')
    const shown = cardIn(await worker.deliver(fake.click({ value, ...privateChat('ou_admin') })))
    expect(shown.text).toContain('已同意')
    expect((await letterTo('ou_wang', 1)).text).toContain('您现在绑定省能源局')
  })

  it('takes a report that was shown before the object ended, and shows it', async () => {
    expect(await say('ou_wang', '27完成80%，下步并网')).toContain('请确认这项进展')
    await worker.restart()
    expect(await say('ou_wang', '是')).toContain('已记录')
    expect(await say('ou_wang', '大力发展可再生能源现在啥进度')).toContain('80%')
  })

  it('urges when the office has confirmed it, at night only when work begins', async () => {
    await say('ou_admin', '绑定 督查室')
    await tickAt('2023-06-02T23:58')
    expect(await say('ou_admin', '催一下省能源局')).toContain('催办')
    await say('ou_admin', '是')
    expect(await worker.alarmAt()).toSatisfy(isAbout('2023-06-05T08:30'))
    await tickAt('2023-06-03T00:03')
    expect(await worker.alarmAt()).toSatisfy(isAbout('2023-06-05T08:30'))
    expect(sentTo('ou_wang')).toHaveLength(1)
    await tickAt('2023-06-05T08:30')
    expect((await letterTo('ou_wang', 2)).text).toContain('督查室提醒省能源局')
    expect(await worker.alarmAt()).toBeNull()
  })

  it('reminds on the day that Shanghai has, once, whatever ends in between', async () => {
    await tickAt('2023-12-22T17:00')
    await letterTo('ou_wang', 3)
    for (const time of ['2023-12-27T17:59', '2023-12-27T23:58', '2023-12-28T00:03', '2023-12-28T08:28'])
      await tickAt(time)
    expect(sentTo('ou_wang')).toHaveLength(3)
    await tickAt('2023-12-28T08:33')
    expect((await letterTo('ou_wang', 4)).text).toContain('还有3天到期')
    await worker.restart()
    for (const time of ['2023-12-28T08:38', '2023-12-28T23:58', '2023-12-29T00:03']) await tickAt(time)
    expect(sentTo('ou_wang')).toHaveLength(4)
  })

  describe('with letters that wait', () => {
    const numbered = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name} ${i}`)
    const receivers = (name: string, count: number) => numbered(name, count).map(key => `oc_${key}`)

    /** As if somebody had urged. */
    async function post(keys: readonly string[]) {
      const { exec } = await worker.storage()
      for (const key of keys) {
        const to = { chat: `oc_${key}`, person: '', messageId: null, inThread: false, chatType: 'group' } as const
        const letter = { ...plainLetter(key), to, notBefore: now, atAnyTime: true } satisfies Letter
        await exec('INSERT INTO letters (key, not_before, json) VALUES (?, ?, ?)', key, now, JSON.stringify(letter))
      }
    }
    const ended = async (name: string) => {
      const { exec } = await worker.storage()
      return (await exec('SELECT key FROM letters WHERE ending = ? AND key LIKE ?', 'delivered', `${name} %`)).length
    }

    it('delivers a slice an alarm, each letter once, however often the alarm rings', async () => {
      await worker.setClock(at('2023-06-06T10:00'))
      now = at('2023-06-06T10:00')
      await post(numbered('片', 25))
      await Promise.all([worker.ring(), worker.ring(), worker.tick(new Date(now)), worker.ring()])
      await vi.waitFor(async () => expect(await ended('片')).toBe(25), { timeout: 10_000, interval: 20 })
      await worker.ring()
      expect(receivers('片', 25).map(to => standIn.sentTo(to).length)).toEqual(Array(25).fill(1))
    })

    it.each([
      ['between claim and send', '断', false],
      ['between send and mark', '续', true],
    ])('delivers once what an object had begun that ended %s', async (_, name, wasSent) => {
      now = at('2023-06-06T11:00')
      await worker.setClock(now)
      const [key = ''] = numbered(name, 1)
      await post([key])
      const { exec } = await worker.storage()
      const [row] = await exec('SELECT json FROM letters WHERE key = ?', key)
      if (wasSent) await worker.ring()
      const left = [String(row?.['json']), now, now + 3 * 60_000, key]
      await exec(
        'UPDATE letters SET ending = NULL, json = ?, first_attempt = ?, attempted_until = ? WHERE key = ?',
        ...left,
      )
      await worker.restart()
      await worker.ring()
      expect(standIn.sentTo(`oc_${key}`)).toHaveLength(wasSent ? 1 : 0)
      expect(await worker.alarmAt()).toSatisfy(isAbout('2023-06-06T11:01'))

      await tickAt('2023-06-06T11:04')
      await vi.waitFor(async () => expect(await ended(name)).toBe(1), { timeout: 5000, interval: 20 })
      expect(standIn.sentTo(`oc_${key}`)).toHaveLength(1)
    })
  })
})

const isAbout = (time: string) => (ms: unknown) => Math.abs(Number(ms) - at(time)) < 10_000
