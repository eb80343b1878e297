import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { createWorkCalendar } from '../../adapters/calendar/chinese-days.ts'
import { cardMessage } from '../../adapters/feishu/card.ts'
import { createFeishuReceiver } from '../../adapters/feishu/webhook.ts'
import { createLowdbStore } from '../../adapters/store/lowdb.ts'
import { createService } from '../../src/app/service.ts'
import { createLedger } from '../../src/core/search/ledger.ts'
import { createApp, type Webhook } from '../../src/server/app.ts'
import { BOT, SETTINGS } from '../feishu/fake-feishu.ts'
import { seedDocuments, seedUnits } from './seeds.ts'

/**
 * The server that `webhook.ts` puts under load, in a process of its own. `duban`: everything but the platform, which takes
 * each rendered card at once. `reference`: decrypts, verifies and reads the same, and answers the same every time.
 */
const clock = { now: () => new Date() }
const receiver = createFeishuReceiver(SETTINGS, { botOpenId: async () => BOT, clock })
const ledger = createLedger(seedDocuments(), seedUnits())
const folder = mkdtempSync(join(tmpdir(), 'duban-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true }))
process.once('SIGTERM', () => process.exit(0))

const WEBHOOKS: Readonly<Record<string, () => Promise<Webhook['receive']>>> = {
  async duban() {
    const store = await createLowdbStore(join(folder, 'duban.json'))
    const silent = () => undefined
    const log = { debug: silent, info: silent, warn: console.error, error: console.error }
    const adapter = {
      name: 'feishu',
      send: async (_to: unknown, reply: Parameters<typeof cardMessage>[0]) => {
        cardMessage(reply)
      },
      show: () => ({}),
      tell: () => ({}),
      sendFile: async () => undefined,
      profile: async () => null,
    }
    const sheetFile = async () => ({ name: '', bytes: new Uint8Array() })
    const { inbox } = createService({ adapter, store, ledger, clock, calendar: createWorkCalendar({}), log, sheetFile })
    return async request => inbox.take(await receiver.receive(request))
  },
  async reference() {
    return async request => {
      const { kind } = await receiver.receive(request)
      return kind === 'message' ? { status: 200, body: {} } : { status: 400, body: {} }
    }
  },
}

const receive = await WEBHOOKS[process.argv[2] ?? '']?.()
if (!receive) throw new Error('which webhook: duban or reference')
const app = createApp({ ledger, log: console, webhooks: [{ name: 'feishu', receive }] })
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(port))
