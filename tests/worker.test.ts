import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { accepted, plainLetter } from './contracts/samples.ts'
import { onlyAnswer, viewOf } from './feishu/card-view.ts'
import { fake } from './feishu/duban-process.ts'
import { startWorker } from './feishu/duban-worker.ts'
import { type StandIn, startStandIn } from './feishu/stand-in.ts'

describe('on Workers', { timeout: 20_000 }, () => {
  let standIn: StandIn
  let worker: Awaited<ReturnType<typeof startWorker>>

  beforeAll(async () => {
    standIn = await startStandIn()
    worker = await startWorker(standIn)
  }, 60_000)
  afterAll(async () => {
    await worker.close()
    await standIn.close()
  })

  it('has the seed documents in it', async () => {
    expect(await worker.health()).toEqual({ ok: true, documents: 5, tasks: 276, feishu: 'webhook', unsettled: 0 })
  })

  it('answers the address check', async () => {
    expect(await worker.deliver(fake.challenge('abc'))).toMatchObject({ status: 200, body: { challenge: 'abc' } })
  })

  it('answers a question once, however often it is delivered at once', async () => {
    const envelope = fake.message({ text: '@_user_1 省教育厅牵头哪些任务', messageId: 'om_1' })
    const answers = await Promise.all(Array.from({ length: 5 }, () => worker.deliver(envelope)))
    await worker.settled()
    expect(answers).toMatchObject(answers.map(() => ({ status: 200, body: {} })))
    expect(viewOf(onlyAnswer(standIn, 'om_1').content).text).toContain('省教育厅牵头的任务共13项，本页1–10')
  })

  it('still knows after a restart what it answered', async () => {
    const envelope = fake.message({ text: '@_user_1 都有哪些文件', messageId: 'om_2' })
    await worker.deliver(envelope)
    await worker.settled()
    await worker.restart()
    await worker.deliver(envelope)
    await worker.settled()
    expect(onlyAnswer(standIn, 'om_2').msgType).toBe('interactive')
  })

  it('refuses what is not signed', async () => {
    const { body } = fake.request(fake.message({ text: '@_user_1 都有哪些文件' }))
    const response = await worker.fetch('/webhooks/feishu', { method: 'POST', body })
    expect(response.status).toBe(401)
  })

  it.each(['/', '/tick', '/webhooks/feishu/x'])('knows nothing of %s', async path => {
    expect((await worker.fetch(path)).status).toBe(404)
  })

  it('answers at the next tick what was accepted before the object was stopped', async () => {
    const received = accepted('om_3')
    const { exec } = await worker.storage()
    await exec('INSERT INTO waiting (id, json) VALUES (?, ?)', received.id, JSON.stringify(received))
    await worker.restart()
    await worker.tick()
    await worker.settled()
    expect(onlyAnswer(standIn, 'om_3').msgType).toBe('interactive')
  })

  it('delivers a letter once, from its alarm, however often it is told to', async () => {
    const letter = plainLetter('催办 1')
    const waiting = {
      ...letter,
      channel: 'feishu',
      notBefore: Date.now(),
      atAnyTime: true,
      to: { ...letter.to, chat: 'oc_urged', messageId: null },
    }
    const { exec } = await worker.storage()
    await exec(
      'INSERT INTO letters (key, not_before, json) VALUES (?, ?, ?)',
      waiting.key,
      waiting.notBefore,
      JSON.stringify(waiting),
    )
    await Promise.all([worker.tick(), worker.tick()])
    await vi.waitFor(async () => expect(await exec('SELECT ending FROM letters')).toEqual([{ ending: 'delivered' }]), {
      timeout: 5000,
      interval: 20,
    })
    await worker.restart()
    await worker.tick()
    expect(standIn.sentTo('oc_urged')).toHaveLength(1)
  })
})
