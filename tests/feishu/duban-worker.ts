import { expect, vi } from 'vitest'
import { createTestHarness, type TestHarnessOptions } from 'wrangler'
import { type Answered, CREDENTIALS, fake as realFake } from './duban-process.ts'
import type { StandIn } from './stand-in.ts'

const OBJECT = 'Organisation'
const NAME = { name: CREDENTIALS.FEISHU_APP_ID }

type WorkerInput = TestHarnessOptions['workers'][number]

/** As it is deployed. */
const DEPLOYED: WorkerInput = { configPath: 'wrangler.toml' }

/** The same with a clock that can be set. */
const CLOCKED: WorkerInput = {
  config: {
    name: 'duban-clocked',
    main: 'tests/feishu/clocked-worker.ts',
    compatibility_date: '2026-10-01',
    build: { command: 'node adapters/documents/bundle-seeds.ts' },
    durable_objects: { bindings: [{ name: 'ORGANISATION', class_name: OBJECT }] },
    migrations: [{ tag: 'v1', new_sqlite_classes: [OBJECT] }],
    alias: { '@larksuiteoapi/node-sdk': './adapters/feishu/no-sdk.ts' },
  },
}

interface WorkerOptions {
  readonly isClocked?: boolean
  readonly vars?: Readonly<Record<string, string>>
  /** The platform, where its clock is not the real one. */
  readonly fake?: typeof realFake
}

/** The Worker in workerd, with the stand-in for a platform. */
export async function startWorker(
  standIn: StandIn,
  { isClocked = false, vars = {}, fake = realFake }: WorkerOptions = {},
) {
  const server = createTestHarness({
    workers: [
      {
        ...(isClocked ? CLOCKED : DEPLOYED),
        vars: { FEISHU_DOMAIN: standIn.domain, ...vars },
        secrets: CREDENTIALS,
      },
    ],
  })
  const { url } = await server.listen()
  const worker = server.getWorker()
  const health = async (): Promise<unknown> => (await worker.fetch('/healthz')).json()
  const settled = () =>
    vi.waitFor(async () => expect(await health()).toMatchObject({ unsettled: 0 }), { timeout: 10_000, interval: 20 })
  /** What only the clocked one can do. A stub of the object itself, held here, would keep it from ending. */
  const ask = async (verb: string, given = ''): Promise<unknown> =>
    (await worker.fetch(`/test/${verb}`, { method: 'POST', body: given })).json()

  return {
    url,
    fetch: worker.fetch,
    health,
    settled,
    /** As the platform does. */
    async deliver(envelope: unknown): Promise<Answered> {
      const started = performance.now()
      const { headers, body } = fake.request(envelope)
      const response = await worker.fetch('/webhooks/feishu', { method: 'POST', headers: { ...headers }, body })
      return { status: response.status, body: await response.json(), ms: performance.now() - started }
    },
    /** What Cloudflare does every five minutes. */
    tick: (scheduledTime = new Date()) => worker.scheduled({ cron: '*/5 * * * *', scheduledTime }),
    setClock: (ms: number) => ask('setClock', String(ms)),
    ring: () => ask('ring'),
    alarmAt: () => ask('alarmAt'),
    /** Ends the object; what it kept stays. One that is still at work is not ended by the first call. */
    async restart() {
      for (let attempt = 1; ; attempt++)
        try {
          return await worker.evictDurableObject(OBJECT, NAME)
        } catch (error) {
          if (attempt === 5) throw error
        }
    },
    storage: () => worker.getDurableObjectStorage(OBJECT, NAME),
    /** The lines of its log. */
    log: (): readonly unknown[] => server.getLogs().map(({ message }) => lineIn(message)),
    close: () => server.close(),
  }
}

function lineIn(message: string): unknown {
  return message.startsWith('{') ? JSON.parse(message) : message
}
