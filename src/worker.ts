import ledgerJson from '../.bundle/ledger.txt'
import { createFeishuAdapter } from '../adapters/feishu/index.ts'
import { createConsoleLog } from '../adapters/log/console.ts'
import { createDurableObjectStore, type ObjectStorage } from '../adapters/store/durable-object.ts'
import { createConverse } from './app/converse.ts'
import { createInbox } from './app/inbox.ts'
import { openLedger } from './app/open-ledger.ts'
import { createAssistant } from './core/dialog/assistant.ts'
import { createApp } from './server/app.ts'
import { readFeishuConfig } from './server/feishu-config.ts'

/** The part of a Durable Object's state that is used here. */
interface ObjectState {
  readonly storage: ObjectStorage
  waitUntil(work: Promise<unknown>): void
  blockConcurrencyWhile<T>(work: () => Promise<T>): Promise<T>
}

/** Variables and secrets as they were set, and the objects. */
interface Bindings {
  readonly [name: string]: unknown
  readonly ORGANISATION: {
    getByName(name: string): { fetch(request: Request | string, init?: RequestInit): Promise<Response> }
  }
}

const clock = { now: () => new Date() }

/** One organisation: everything that it keeps and everything that answers for it, one thing at a time. */
export class Organisation {
  readonly #state: ObjectState
  readonly #duban: Promise<Duban>

  constructor(state: ObjectState, bindings: Bindings) {
    this.#state = state
    this.#duban = state.blockConcurrencyWhile(() => openDuban(state, bindings))
  }

  async fetch(request: Request): Promise<Response> {
    return (await this.#duban).fetch(request)
  }
}

type Duban = Awaited<ReturnType<typeof openDuban>>

async function openDuban(state: ObjectState, bindings: Bindings) {
  const log = createConsoleLog()
  const store = createDurableObjectStore(state.storage)
  const ledger = await openLedger({ documents: [], store, ...JSON.parse(ledgerJson) })
  const config = readFeishuConfig(variablesIn(bindings))
  if (!config) throw new Error('Feishu is off')
  const adapter = createFeishuAdapter(config, { clock, log })
  const assistant = createAssistant(ledger)
  const converse = createConverse({ assistant, clock })
  const inbox = createInbox({ adapter, store, ledger, assistant, converse, clock, log })
  await inbox.resume(await inbox.unsettled())
  return createApp({
    ledger,
    log,
    webhooks: [
      { name: adapter.name, receive: async (request, until) => inbox.take(await adapter.receive(request), until) },
    ],
    health: async () => ({ feishu: config.mode, unsettled: (await inbox.unsettled()).length }),
    waitUntilOf: () => work => state.waitUntil(work),
  })
}

const variablesIn = (bindings: Bindings): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(bindings).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

/** The organisation's own object. */
const organisationOf = (bindings: Bindings) => bindings.ORGANISATION.getByName(String(bindings['FEISHU_APP_ID']))

// biome-ignore lint/style/noDefaultExport: Workers looks for its handlers there.
export default {
  fetch: (request: Request, bindings: Bindings): Promise<Response> => organisationOf(bindings).fetch(request),
}
