import { HTTPException } from 'hono/http-exception'
import { describe, expect, it } from 'vitest'
import type { PlatformRequest } from '../../src/core/ports.ts'
import { createApp, type Webhook } from '../../src/server/app.ts'
import { createFakeLog } from '../app/fake-adapter.ts'

function appWithLog() {
  const { log, lines } = createFakeLog()
  const ledger = { documents: ['甲', '乙'], tasks: ['甲#1', '乙#1', '乙#2'] }
  return { app: createApp({ ledger, log }), lines }
}

describe('the server', () => {
  it('says that it is well and what it holds', async () => {
    const response = await appWithLog().app.request('/healthz')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ ok: true, documents: 2, tasks: 3 })
  })

  it.each([
    ['GET', '/'],
    ['GET', '/healthz/deep'],
    ['POST', '/healthz'],
  ])('answers %s %s with 404 as JSON', async (method, path) => {
    const response = await appWithLog().app.request(path, { method })
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ ok: false, error: `no such path: ${method} ${path}` })
  })

  it('refuses a body over 1 MiB', async () => {
    const { app, lines } = appWithLog()
    const response = await app.request('/webhooks/none', { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ ok: false })
    expect(lines).toMatchObject([{ level: 'warn', status: 413 }])
  })

  it('hides what broke from the client and hands it to the log', async () => {
    const { app, lines } = appWithLog()
    const broken = new Error('secret')
    app.get('/broken', () => {
      throw broken
    })
    const response = await app.request('/broken')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
    expect(lines).toMatchObject([{ level: 'error', err: broken }])
  })

  it('keeps the status of a refusal', async () => {
    const { app, lines } = appWithLog()
    app.get('/refused', () => {
      throw new HTTPException(401, { message: 'unsigned' })
    })
    const response = await app.request('/refused')
    expect([response.status, await response.json()]).toEqual([401, { ok: false, error: 'unsigned' }])
    expect(lines).toMatchObject([{ level: 'warn', status: 401 }])
  })
})

describe('a webhook', () => {
  function appWithWebhook(receive: Webhook['receive']) {
    const { log, lines } = createFakeLog()
    const ledger = { documents: [], tasks: [] }
    const app = createApp({ ledger, log, webhooks: [{ name: 'feishu', receive }] })
    const post = (body: string, headers = {}) => app.request('/webhooks/feishu', { method: 'POST', body, headers })
    return { app, post, lines }
  }

  it('gets the body as it came and the headers in lower case, and its answer is the response', async () => {
    const requests: PlatformRequest[] = []
    const { post } = appWithWebhook(async request => {
      requests.push(request)
      return { status: 401, body: { ok: false } }
    })
    const response = await post('{ "a" : "\\u4e00" }\n', { 'X-Lark-Signature': 'abc' })
    expect(requests).toEqual([
      { body: '{ "a" : "\\u4e00" }\n', headers: expect.objectContaining({ 'x-lark-signature': 'abc' }) },
    ])
    expect([response.status, await response.json()]).toEqual([401, { ok: false }])
  })

  it('that cannot take the message answers 500 and tells only the log why', async () => {
    const { post, lines } = appWithWebhook(() => Promise.reject(new Error('disk full')))
    const response = await post('{}')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('disk')
    expect(lines).toMatchObject([{ level: 'error', err: { message: 'disk full' } }])
  })

  it('is called by POST only, and only where it is on', async () => {
    const { app } = appWithWebhook(async () => ({ status: 200, body: {} }))
    expect((await app.request('/webhooks/feishu')).status).toBe(404)
    expect((await app.request('/webhooks/wecom', { method: 'POST' })).status).toBe(404)
  })

  it('hands work behind the response to the runtime that wants to know', async () => {
    const background: Promise<unknown>[] = []
    const work = Promise.resolve()
    const app = createApp({
      ledger: { documents: [], tasks: [] },
      log: createFakeLog().log,
      webhooks: [
        {
          name: 'feishu',
          async receive(_request, waitUntil) {
            waitUntil?.(work)
            return { status: 200, body: {} }
          },
        },
      ],
      waitUntilOf: c => promise => c.executionCtx.waitUntil(promise),
    })
    const context = {
      waitUntil: (promise: Promise<unknown>) => background.push(promise),
      passThroughOnException: () => undefined,
    }
    await app.request('/webhooks/feishu', { method: 'POST' }, {}, { ...context, props: {} })
    expect(background).toEqual([work])
  })
})
