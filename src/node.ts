import { existsSync } from 'node:fs'
import { loadEnvFile } from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { type ServerType, serve } from '@hono/node-server'
import { createWorkCalendar } from '../adapters/calendar/chinese-days.ts'
import { readDocumentFolder } from '../adapters/documents/folder.ts'
import { readSeeds } from '../adapters/documents/seeds.ts'
import { sheetFile } from '../adapters/export/sheet-file.ts'
import { createFeishuAdapter } from '../adapters/feishu/index.ts'
import { createPinoLog } from '../adapters/log/pino.ts'
import { type OpenedStore, openStore } from '../adapters/store/open.ts'
import { openLedger } from './app/open-ledger.ts'
import { createService } from './app/service.ts'
import { ConfigError, DubanError } from './core/errors.ts'
import type { Log } from './core/log.ts'
import type { Accepted, Store } from './core/ports.ts'
import type { Ledger } from './core/search/ledger.ts'
import type { LegalCalendar } from './core/supervision/work-calendar.ts'
import { createApp, type Webhook } from './server/app.ts'
import { type Rights, readConfig } from './server/config.ts'
import type { FeishuConfig, FeishuMode } from './server/feishu-config.ts'

/** How long a stop waits for answers that are under way. */
const STOP_MS = 10_000

/** How often it is asked what is due. */
const TICK_MS = 60_000

/** How long it then waits for responses that are still on their way. */
const LAST_RESPONSE_MS = 1000

const clock = { now: () => new Date() }

/** The server on Node: `npm start` and `duban serve`. */
async function main(): Promise<void> {
  if (existsSync('.env')) loadEnvFile('.env')
  const config = readConfig(process.env)
  const log = createPinoLog()
  const store = await openStore(config, { log })
  const seeds = await readSeeds()
  const documents = await readDocumentFolder(config.documents)
  const ledger = await openLedger({ ...seeds, documents, store })
  // Its index is built by the first look into it: now, while nobody waits for an answer.
  ledger.index.containing('督办', 1)
  const calendar = createWorkCalendar(seeds.workdays)
  const feishu = config.feishu && openFeishu(config.feishu, { ...config, ledger, store, calendar, log })
  const leftOver = (await feishu?.inbox.unsettled()) ?? []
  const mode = config.feishu?.mode ?? 'off'
  const app = createApp({
    ledger,
    log,
    webhooks: feishu && mode === 'webhook' ? [feishu] : [],
    health: async () => ({ feishu: mode, unsettled: (await feishu?.inbox.unsettled())?.length ?? 0 }),
  })
  const server = serve({ fetch: app.fetch, port: config.port }, ({ port }) => {
    const holds = `${ledger.documents.length} documents, ${ledger.tasks.length} tasks`
    console.log(`duban: http://localhost:${port}, ${holds}, Feishu: ${mode}`)
    feishu?.start(mode, leftOver).catch(error => {
      stop(error)
      return shutDown(running)
    })
  })
  const running = { server, feishu, store, log }
  server.on('error', cause => stop(new ConfigError('PORT', `cannot listen (${cause.message})`, { cause })))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => shutDown(running))
  }
}

interface Parts extends Rights {
  readonly ledger: Ledger
  readonly store: Store
  readonly calendar: LegalCalendar
  readonly log: Log
}

type Feishu = ReturnType<typeof openFeishu>

/** Feishu with everything that answers it, not yet connected. */
function openFeishu(config: FeishuConfig, { ledger, store, calendar, log, ...rights }: Parts) {
  const adapter = createFeishuAdapter(config, { clock, log })
  const { inbox, tick } = createService({ adapter, store, ledger, clock, calendar, log, sheetFile, ...rights })
  let timer: NodeJS.Timeout | undefined
  return {
    name: adapter.name,
    inbox,
    receive: async (request, waitUntil) => inbox.take(await adapter.receive(request), waitUntil),
    async start(mode: FeishuMode | 'off', leftOver: readonly Accepted[]) {
      await inbox.resume(leftOver)
      if (mode === 'websocket') await adapter.connect(inbound => inbox.take(inbound))
      await adapter.introduce()
      await tick()
      timer = setInterval(tick, TICK_MS)
    },
    async disconnect() {
      clearInterval(timer)
      await adapter.disconnect()
    },
  } satisfies Webhook & Record<string, unknown>
}

interface Running {
  readonly server: ServerType
  readonly feishu: Feishu | null
  readonly store: OpenedStore
  readonly log: Log
}

/** Takes nothing more, finishes what was accepted, and ends. What takes too long is answered by the next start. */
async function shutDown({ server, feishu, store, log }: Running): Promise<void> {
  const closed = new Promise(resolve => server.close(resolve))
  await feishu?.disconnect()
  const isDone = (await feishu?.inbox.close(STOP_MS)) ?? true
  if (!isDone)
    log.warn({ unsettled: (await feishu?.inbox.unsettled())?.length }, 'stopped before everything was answered')
  await Promise.race([closed, pause(LAST_RESPONSE_MS)])
  await store.close().catch(stop)
  process.exit()
}

/** What somebody can put right is said in one sentence; anything else is a fault of ours and keeps its trace. */
function stop(error: unknown): void {
  console.error(error instanceof DubanError ? `duban: ${error.message}` : error)
  process.exitCode = 1
}

await main().catch(stop)
