import { HTTPException } from 'hono/http-exception'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/server/app.ts'

function appWithLog() {
  const logged: Error[] = []
  const ledger = { documents: ['甲', '乙'], tasks: ['甲#1', '乙#1', '乙#2'] }
  return { app: createApp({ ledger, logError: error => logged.push(error) }), logged }
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

  it('refuses a body over 2 MiB', async () => {
    const { app, logged } = appWithLog()
    const response = await app.request('/webhooks/none', { method: 'POST', body: 'x'.repeat(2 * 1024 * 1024 + 1) })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ ok: false })
    expect(logged).toEqual([])
  })

  it('hides what broke from the client and hands it to the log', async () => {
    const { app, logged } = appWithLog()
    const broken = new Error('secret')
    app.get('/broken', () => {
      throw broken
    })
    const response = await app.request('/broken')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
    expect(logged).toEqual([broken])
  })

  it('keeps the status of a refusal', async () => {
    const { app, logged } = appWithLog()
    app.get('/refused', () => {
      throw new HTTPException(401, { message: 'unsigned' })
    })
    const response = await app.request('/refused')
    expect([response.status, await response.json()]).toEqual([401, { ok: false, error: 'unsigned' }])
    expect(logged).toEqual([])
  })
})
