import { expect, vi } from 'vitest'
import { createTestHarness } from 'wrangler'
import { CREDENTIALS, fake } from './duban-process.ts'
import type { StandIn } from './stand-in.ts'

const OBJECT = 'Organisation'

/** The Worker as `wrangler.toml` deploys it, in workerd, with the stand-in for a platform. */
export async function startWorker(standIn: StandIn) {
  const server = createTestHarness({
    workers: [{ configPath: 'wrangler.toml', vars: { FEISHU_DOMAIN: standIn.domain }, secrets: CREDENTIALS }],
  })
  await server.listen()
  const worker = server.getWorker()
  const health = async (): Promise<unknown> => (await worker.fetch('/healthz')).json()
  const settled = () =>
    vi.waitFor(async () => expect(await health()).toMatchObject({ unsettled: 0 }), { timeout: 10_000, interval: 20 })

  return {
    fetch: worker.fetch,
    health,
    settled,
    /** As the platform does. */
    async deliver(envelope: unknown) {
      const { headers, body } = fake.request(envelope)
      const response = await worker.fetch('/webhooks/feishu', { method: 'POST', headers: { ...headers }, body })
      return { status: response.status, body: await response.json() }
    },
    /** What Cloudflare does every five minutes. */
    tick: (scheduledTime = new Date()) => worker.scheduled({ cron: '*/5 * * * *', scheduledTime }),
    /** Ends the object; what it kept stays. */
    restart: () => worker.evictDurableObject(OBJECT, { name: CREDENTIALS.FEISHU_APP_ID }),
    storage: () => worker.getDurableObjectStorage(OBJECT, { name: CREDENTIALS.FEISHU_APP_ID }),
    log: () => server.getLogs().map(({ message }) => message),
    close: () => server.close(),
  }
}
