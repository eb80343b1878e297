import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createWorkCalendar } from '../../adapters/calendar/chinese-days.ts'
import { createFeishuAdapter } from '../../adapters/feishu/index.ts'
import { createService } from '../../src/app/service.ts'
import type { PlatformRequest } from '../../src/core/ports.ts'
import { createApp } from '../../src/server/app.ts'
import { createFakeLog, sheetFile } from '../app/fake-adapter.ts'
import { createMemoryStore } from '../contracts/memory-store.ts'
import { ledger } from '../core/dialog/seed-ledger.ts'
import { createFakeFeishu, SETTINGS } from './fake-feishu.ts'
import { APP, type StandIn, startStandIn } from './stand-in.ts'

const clock = { now: () => new Date() }
const fake = createFakeFeishu({ ...SETTINGS, ...APP })
const question = fake.message({ text: '@_user_1 省教育厅牵头哪些任务' })

/** The whole way in, from the HTTP request to what the platform is sent. */
function office(domain: string) {
  const { log, lines } = createFakeLog()
  const adapter = createFeishuAdapter({ ...SETTINGS, ...APP, domain }, { clock, log })
  const store = createMemoryStore()
  const { inbox } = createService({ adapter, store, ledger, clock, calendar: createWorkCalendar({}), log, sheetFile })
  const receive = async (request: PlatformRequest) => inbox.take(await adapter.receive(request))
  const webhooks = [{ name: 'feishu', receive }]
  const app = createApp({ ledger, log, webhooks })
  const post = ({ headers, body }: PlatformRequest) =>
    app.request('/webhooks/feishu', { method: 'POST', headers: { ...headers } as Record<string, string>, body })
  return { post, store, inbox, lines }
}

describe('the webhook of Feishu', () => {
  let standIn: StandIn
  let duban: ReturnType<typeof office>

  beforeAll(async () => {
    standIn = await startStandIn()
  })
  beforeEach(() => {
    duban = office(standIn.domain)
  })
  afterAll(() => standIn.close())

  const stranger = createFakeFeishu({ ...SETTINGS, ...APP, verificationToken: 'another' })
  const otherApp = createFakeFeishu({ ...SETTINGS, appId: 'cli_fedcba9876543210' })
  const nineHoursAgo = String(Math.floor(Date.now() / 1000) - 9 * 60 * 60)

  it.each<[string, PlatformRequest, number]>([
    ['unsigned', fake.request(question, { signed: 'not' }), 401],
    ['badly signed', fake.request(question, { signed: 'wrongly' }), 401],
    ['changed on its way', fake.request(question, { tamper: body => `${body} ` }), 401],
    ['not encrypted', fake.request(question, { encrypted: false }), 401],
    ['under another token', stranger.request(stranger.message({ text: '@_user_1 帮助' })), 401],
    ['of another app', otherApp.request(otherApp.message({ text: '@_user_1 帮助' })), 401],
    ['older than the claims', fake.request(question, { timestamp: nineHoursAgo }), 401],
    ['no JSON', { headers: {}, body: '{' }, 400],
    ['over 1 MiB', { headers: {}, body: 'x'.repeat(1024 * 1024 + 1) }, 413],
  ])(
    'refuses what is %s: nothing is kept or sent, the log has one line, the answer no reason',
    async (_, request, status) => {
      const response = await duban.post(request)
      expect(response.status).toBe(status)
      expect(await response.text()).toMatch(/^\{"ok":false,"error":"(?:rejected|the body exceeds 1048576 bytes)"\}$/)
      expect(await duban.store.unsettled()).toEqual([])
      expect(duban.lines).toMatchObject([{ level: 'warn', message: 'rejected', status, reason: expect.any(String) }])
      expect(duban.lines).toHaveLength(1)
      expect(standIn.requests).toEqual([])
    },
  )

  it.each([true, false])('passes the check of its address, encrypted: %s', async encrypted => {
    const response = await duban.post(fake.request(fake.challenge('abc'), { encrypted, signed: 'not' }))
    expect([response.status, await response.json()]).toEqual([200, { challenge: 'abc' }])
  })

  it('survives whatever is posted to it, and sends nothing', async () => {
    const genuine = fake.request(question)
    const headers = fc.oneof(fc.constant({}), fc.constant(genuine.headers))
    const body = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.base64String().map(encrypt => JSON.stringify({ encrypt })),
    )
    await fc.assert(
      fc.asyncProperty(headers, body, async (headers, body) => {
        expect([400, 401]).toContain((await duban.post({ headers, body })).status)
      }),
      { numRuns: 2000 },
    )
    expect(await duban.inbox.close(1000)).toBe(true)
    expect([await duban.store.unsettled(), standIn.requests]).toEqual([[], []])
  })
})
