import { DurableObject } from 'cloudflare:workers'
import { createWorkCalendar } from '../adapters/calendar/chinese-days.ts'
import seedsJson from '../adapters/documents/.bundle/seeds.txt'
import type { BundledSeeds } from '../adapters/documents/bundle-seeds.ts'
import { sheetFile } from '../adapters/export/sheet-file.ts'
import { createFeishuAdapter } from '../adapters/feishu/index.ts'
import { createConsoleLog } from '../adapters/log/console.ts'
import { createDurableObjectStore, type ObjectStorage } from '../adapters/store/durable-object.ts'
import { openLedger } from './app/open-ledger.ts'
import { createService, type ServiceOptions } from './app/service.ts'
import { ConfigError } from './core/errors.ts'
import type { Clock, Store } from './core/ports.ts'
import type { Ledger } from './core/search/ledger.ts'
import { createApp, type Webhook } from './server/app.ts'
import { readConfig, readRights } from './server/config.ts'
import type { FeishuConfig } from './server/feishu-config.ts'

/** The part of a Durable Object's state that is used here. */
interface ObjectState {
  readonly storage: ObjectStorage & { setAlarm(at: number): Promise<void> }
  waitUntil(work: Promise<unknown>): void
  blockConcurrencyWhile<T>(work: () => Promise<T>): Promise<T>
}

/** Variables and secrets as they were set, and the objects. */
interface Bindings {
  readonly [name: string]: unknown
  readonly ORGANISATION: { getByName(name: string): Pick<Organisation, 'fetch' | 'tick'> }
}

/** What the world may ask for; whatever else is tried wakes nobody. */
const PUBLIC = /^\/(?:healthz|webhooks\/[a-z]+)$/

/** Letters that one alarm delivers: with all tries of each they stay below 50 requests to outside (Workers limits, free plan). */
const SLICE = 10

const systemClock: Clock = { now: () => new Date() }

/** One organisation: all that it keeps and all that answers for it, one thing after another. */
export class Organisation extends DurableObject<ObjectState, Bindings> {
  readonly #duban: Promise<Duban>

  /** The runtime gives no clock. */
  constructor(state: ObjectState, bindings: Bindings, clock: Clock = systemClock) {
    super(state, bindings)
    this.#duban = state.blockConcurrencyWhile(() => openDuban(state, bindings, clock))
  }

  async fetch(request: Request): Promise<Response> {
    const { app } = await this.#duban
    return app.fetch(request)
  }

  /** Is anything due? */
  async tick(): Promise<void> {
    const { tick } = await this.#duban
    await tick()
  }

  /** Letters are delivered from here, a slice at a time: an alarm that fails is rung again. */
  async alarm(): Promise<void> {
    const { deliver } = await this.#duban
    await deliver(SLICE)
  }
}

type Duban = Awaited<ReturnType<typeof openDuban>>

async function openDuban(state: ObjectState, bindings: Bindings, clock: Clock) {
  const log = createConsoleLog()
  const variables = variablesIn(bindings)
  const config = readConfig(variables)
  const store = createDurableObjectStore(state.storage)
  const seeds: BundledSeeds = JSON.parse(seedsJson)
  const ledger = await openLedgerOf(store, seeds.ledger)

  /** Delivers so many letters and is woken for the next, at once or next working morning. */
  async function deliver(most: number): Promise<void> {
    const next = await feishu?.deliver({ most })
    // By the runtime's own clock.
    if (typeof next === 'number') await state.storage.setAlarm(Date.now() + next - clock.now().getTime())
  }

  const calendar = createWorkCalendar(seeds.workdays)
  const parts = {
    ...readRights(variables),
    ledger,
    store,
    clock,
    calendar,
    log,
    sheetFile,
    onLetters: () => deliver(0),
  }
  const feishu = config.feishu && openFeishu(config.feishu, parts)

  // An object that was stopped between a message and its answer is started again by the next message or the next tick.
  await feishu?.inbox.resume(await store.unsettled())
  const app = createApp({
    ledger,
    log,
    webhooks: feishu ? [feishu] : [],
    health: async () => ({ feishu: config.feishu?.mode ?? 'off', unsettled: (await store.unsettled()).length }),
    waitUntilOf: () => work => state.waitUntil(work),
  })
  return { app, deliver, tick: async () => feishu?.tick() }
}

let bundled: Ledger | undefined

/** The bundle's documents and those imported. Where none are, one ledger serves all objects of a process and their restarts. */
async function openLedgerOf(store: Store, seeds: BundledSeeds['ledger']): Promise<Ledger> {
  if ((await store.documents()).length > 0) return openLedger({ documents: [], store, ...seeds })
  bundled ??= await openLedger({ documents: [], ...seeds })
  return bundled
}

const variablesIn = (bindings: Bindings): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(bindings).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

/** Throws `ConfigError` for the long connection, which would end with the request that opened it. */
function openFeishu(config: FeishuConfig, options: Omit<ServiceOptions, 'adapter'>) {
  if (config.mode === 'websocket') throw new ConfigError('FEISHU_MODE', 'Workers keep no long connection, use webhook')
  const adapter = createFeishuAdapter(config, options)
  const { inbox, tick, deliver } = createService({ adapter, ...options })
  return {
    name: adapter.name,
    inbox,
    tick,
    deliver,
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
    await organisationOf(bindings).tick()
  },
}
