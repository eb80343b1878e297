import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { onlyAnswer, viewOf } from './card-view.ts'
import { type Duban, fake, startDuban, type Transport, temporaryFolder } from './duban-process.ts'
import { type StandIn, startStandIn } from './stand-in.ts'
import { FAULTS, MESSAGES, slow } from './stand-in-faults.ts'

/** Slower than any test waits. */
const FOREVER = slow(60_000)

/** A fresh platform and a fresh folder for every test, and nothing left running after it. */
function laboratory(transport: Transport) {
  const started: Duban[] = []
  const at = { standIn: null as StandIn | null, folder: '', remove: () => Promise.resolve() }
  const standIn = (): StandIn => at.standIn ?? expect.unreachable('before the first test')

  beforeEach(async () => {
    Object.assign(at, { standIn: await startStandIn(), ...(await temporaryFolder()) })
  })
  afterEach(async () => {
    await Promise.all(started.splice(0).map(({ kill }) => kill('SIGKILL')))
    await standIn().close()
    await at.remove()
  })

  return {
    standIn,
    async start(): Promise<Duban> {
      const duban = await startDuban({ standIn: standIn(), transport, folder: at.folder })
      started.push(duban)
      return duban
    },
    /** The platform has been asked to send, and has not answered yet. */
    isSending: (messageId: string) =>
      vi.waitFor(
        () => expect(standIn().requests.map(({ path }) => path)).toContain(`${MESSAGES}/${messageId}/reply`),
        PATIENT,
      ),
  }
}

/** A loaded machine takes its time. */
const PATIENT = { timeout: 20_000, interval: 20 }

const question = (messageId: string) => fake.message({ text: '@_user_1 省教育厅牵头哪些任务', messageId })

describe.each(['webhook', 'websocket'] as const)(
  'a process that answers Feishu by %s',
  { timeout: 30_000 },
  transport => {
    const { standIn, start, isSending } = laboratory(transport)

    it.each([
      ['before the platform has the answer', FAULTS.hang],
      ['when the platform has the answer and did not say so', FAULTS.hangAccepted],
      ['while the platform takes its time', FOREVER],
    ])('killed after its acknowledgement, %s, answers once after the restart', async (_, fault) => {
      const killed = await start()
      standIn().failNext(1, fault)
      expect(await killed.deliver(question('om_1'))).toMatchObject({ status: 200 })
      await isSending('om_1')
      expect(await killed.kill('SIGKILL')).toEqual([null, 'SIGKILL'])

      const restarted = await start()
      await restarted.settled()
      expect(viewOf(onlyAnswer(standIn(), 'om_1').content).text).toContain('共13项')

      expect(await restarted.deliver(question('om_1'))).toMatchObject({ status: 200 })
      await restarted.settled()
      expect(standIn().repliesTo('om_1')).toHaveLength(1)
    })

    it('killed at any moment under load loses nothing that it acknowledged and answers nothing twice', async () => {
      const killed = await start()
      const ids = Array.from({ length: 30 }, (_, i) => `om_${i}`)
      const acknowledged = new Set<string>()
      const deliver = async (id: string) => {
        const envelope = fake.message({
          text: '@_user_1 都有哪些文件',
          messageId: id,
          person: `ou_${id}`,
          chat: `oc_${id}`,
        })
        const { status } = await killed.deliver(envelope)
        if (status === 200) acknowledged.add(id)
      }
      const deliveries = Promise.allSettled(ids.map(deliver))
      await vi.waitFor(() => expect(acknowledged.size).toBeGreaterThan(5), { ...PATIENT, interval: 1 })
      await killed.kill('SIGKILL')
      // A broken long connection never acknowledges.
      if (transport === 'webhook') await deliveries

      const restarted = await start()
      await restarted.settled()
      for (const id of acknowledged) expect(onlyAnswer(standIn(), id).msgType).toBe('interactive')
      for (const id of ids) expect(standIn().repliesTo(id).length).toBeLessThanOrEqual(1)
    })

    it('asked to stop, finishes what it accepted and ends well', async () => {
      const duban = await start()
      standIn().failNext(1, slow(1000))
      await duban.deliver(question('om_1'))
      await isSending('om_1')
      expect(standIn().repliesTo('om_1')).toEqual([])
      expect(await duban.kill('SIGTERM')).toEqual([0, null])
      expect(onlyAnswer(standIn(), 'om_1').msgType).toBe('interactive')

      const restarted = await start()
      expect(await restarted.health()).toMatchObject({ unsettled: 0 })
    })
  },
)

describe('a platform that falls silent', () => {
  const { standIn, start, isSending } = laboratory('webhook')

  it('does not keep a process from ending, and the next one answers', {
    timeout: 40_000,
  }, async () => {
    const duban = await start()
    standIn().failFor('om_1', FAULTS.hang)
    await duban.deliver(question('om_1'))
    await isSending('om_1')
    const asked = performance.now()
    expect(await duban.kill('SIGTERM')).toEqual([0, null])
    expect(performance.now() - asked).toBeLessThan(15_000)

    standIn().recover()
    await (await start()).settled()
    expect(onlyAnswer(standIn(), 'om_1').msgType).toBe('interactive')
  })
})
