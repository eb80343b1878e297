import ledgerJson from '../.bundle/ledger.txt'
import { createFeishuAdapter } from '../adapters/feishu/index.ts'
import { createConsoleLog } from '../adapters/log/console.ts'
import { createDurableObjectStore, type ObjectStorage } from '../adapters/store/durable-object.ts'
import { createConverse } from './app/converse.ts'
import { createInbox } from './app/inbox.ts'
import { openLedger } from './app/open-ledger.ts'
import { createAssistant } from './core/dialog/assistant.ts'
import { ConfigError } from './core/errors.ts'
import type { Log } from './core/log.ts'
import type { Store } from './core/ports.ts'
import type { Ledger } from './core/search/ledger.ts'
import { createApp, type Webhook } from './server/app.ts'
import { type FeishuConfig, readFeishuConfig } from './server/feishu-config.ts'

/** The part of a Durable Object's state that is used here. */
interface ObjectState {
  readonly storage: ObjectStorage
  waitUntil(work: Promise<unknown>): void
  blockConcurrencyWhile<T>(work: () => Promise<T>): Promise<T>
}

/** Variables and secrets as they were set, and the objects. */
interface Bindings {
  readonly [name: string]: unknown
  readonly ORGANISATION: { getByName(name: string): { fetch(request: Request | string): Promise<Response> } }
}

/** What the world may ask for; whatever else is tried wakes nobody. */
const PUBLIC = /^\/(?:healthz|webhooks\/[a-z]+)$/

/** What only this program asks for: is anything due? */
const TICK = '/tick'

const clock = { now: () => new Date() }

/** One organisation: all that it keeps and all that answers for it, one thing after another. */
export class Organisation {
  readonly #duban: Promise<Duban>

  constructor(state: ObjectState, bindings: Bindings) {
    this.#duban = state.blockConcurrencyWhile(() => openDuban(state, bindings))
  }

  async fetch(request: Request): Promise<Response> {
    const { app, tick } = await this.#duban
    return new URL(request.url).pathname === TICK ? Response.json(await tick()) : app.fetch(request)
  }
}

type Duban = Awaited<ReturnType<typeof openDuban>>

async function openDuban(state: ObjectState, bindings: Bindings) {
  const log = createConsoleLog()
  const config = readWebhookConfig(bindings)
  const store = createDurableObjectStore(state.storage)
  const ledger = await openLedger({ documents: [], store, ...JSON.parse(ledgerJson) })
  const feishu = config && openFeishu(config, { ledger, store, log })
  // An object that was stopped between a message and its answer is started again by the next message or the next tick.
  await feishu?.inbox.resume(await store.unsettled())
  const app = createApp({
    ledger,
    log,
    webhooks: feishu ? [feishu] : [],
    health: async () => ({ feishu: config?.mode ?? 'off', unsettled: (await store.unsettled()).length }),
    waitUntilOf: () => work => state.waitUntil(work),
  })
  return { app, tick: async () => ({ unsettled: (await store.unsettled()).length }) }
}

/** Throws `ConfigError` for the long connection, which would end with the request that opened it. */
function readWebhookConfig(bindings: Bindings): FeishuConfig | null {
  const config = readFeishuConfig(variablesIn(bindings))
  if (config?.mode !== 'websocket') return config
  throw new ConfigError('FEISHU_MODE', 'Workers keep no long connection, use webhook')
}

const variablesIn = (bindings: Bindings): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(bindings).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

interface Parts {
  readonly ledger: Ledger
  readonly store: Store
  readonly log: Log
}

function openFeishu(config: FeishuConfig, { ledger, store, log }: Parts) {
  const adapter = createFeishuAdapter(config, { clock, log })
  const assistant = createAssistant(ledger)
  const converse = createConverse({ assistant, clock })
  const inbox = createInbox({ adapter, store, ledger, assistant, converse, clock, log })
  return {
    name: adapter.name,
    inbox,
    receive: async (request, waitUntil) => inbox.take(await adapter.receive(request), waitUntil),
  } satisfies Webhook & Record<string, unknown>
}

/** The object of the organisation that this deployment is for. */
function organisationOf(bindings: Bindings) {
  const { DUBAN_TENANT, FEISHU_APP_ID } = variablesIn(bindings)
  return bindings.ORGANISATION.getByName(DUBAN_TENANT || FEISHU_APP_ID || 'duban')
}

// biome-ignore lint/style/noDefaultExport: Workers looks for the handlers there.
export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    if (PUBLIC.test(new URL(request.url).pathname)) return organisationOf(bindings).fetch(request)
    return Response.json({ ok: false, error: 'no such path' }, { status: 404 })
  },
  async scheduled(_event: unknown, bindings: Bindings): Promise<void> {
    await organisationOf(bindings).fetch(`https://duban${TICK}`)
  },
}
