import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { createFakeFeishu, SETTINGS } from './fake-feishu.ts'
import { APP, type StandIn } from './stand-in.ts'

export type Transport = 'webhook' | 'websocket'

/** What the platform was answered. */
export interface Answered {
  readonly status: number
  readonly body: unknown
  readonly ms: number
}

export const fake = createFakeFeishu({ ...SETTINGS, ...APP })

/** The same platform where the clock is ahead. */
export const fakeAhead = (ms: number) =>
  createFakeFeishu({ ...SETTINGS, ...APP }, { now: () => new Date(Date.now() + ms) })

export const CREDENTIALS = {
  FEISHU_APP_ID: APP.appId,
  FEISHU_APP_SECRET: APP.appSecret,
  FEISHU_ENCRYPT_KEY: SETTINGS.encryptKey,
  FEISHU_VERIFICATION_TOKEN: SETTINGS.verificationToken,
}

interface ProcessOptions {
  readonly standIn: StandIn
  readonly transport: Transport
  /** Where it keeps its ledger; the same folder again is a restart. */
  readonly folder: string
  /** Settings beside those that every installation has. */
  readonly settings?: Readonly<Record<string, string>>
  /** How far its clock is ahead of the machine's. */
  readonly movedMs?: number
}

/** The server as it is installed, in a process of its own, with the stand-in for a platform. */
export async function startDuban({ standIn, transport, folder, settings = {}, movedMs = 0 }: ProcessOptions) {
  const child = spawn(process.execPath, ['--import', './tests/feishu/moved-clock.ts', 'src/node.ts'], {
    env: {
      ...process.env,
      ...CREDENTIALS,
      FEISHU_DOMAIN: standIn.domain,
      FEISHU_MODE: transport,
      DUBAN_DATA: join(folder, 'duban.json'),
      PORT: '0',
      MOVED_CLOCK_MS: String(movedMs),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = collect(child)
  const closed = once(child, 'close')
  const url = await vi.waitFor(() => addressIn(output), { timeout: 20_000, interval: 20 })
  if (transport === 'websocket') await vi.waitFor(() => expect(standIn.clients()).toBe(1), { timeout: 20_000 })

  const health = async (): Promise<unknown> => (await fetch(`${url}/healthz`)).json()
  const platform = fakeAhead(movedMs)
  const post = async (envelope: unknown): Promise<Omit<Answered, 'ms'>> => {
    const { headers, body } = platform.request(envelope)
    const response = await fetch(`${url}/webhooks/feishu`, { method: 'POST', headers: { ...headers }, body })
    return { status: response.status, body: await response.json() }
  }
  const push = async (envelope: unknown): Promise<Omit<Answered, 'ms'>> => {
    const { code, data } = await standIn.deliver(envelope)
    return { status: code, body: data }
  }

  return {
    child,
    url,
    output,
    health,
    /** As the platform does, by the transport that was asked for. */
    async deliver(envelope: unknown): Promise<Answered> {
      const started = performance.now()
      const answered = await (transport === 'webhook' ? post(envelope) : push(envelope))
      return { ...answered, ms: performance.now() - started }
    },
    /** Resolves when everything that was accepted is settled. */
    settled: () =>
      vi.waitFor(async () => expect(await health()).toMatchObject({ unsettled: 0 }), { timeout: 20_000, interval: 20 }),
    /** Ends it, and gives exit code and signal. */
    async kill(signal: NodeJS.Signals): Promise<readonly unknown[]> {
      child.kill(signal)
      const end = await closed
      await vi.waitFor(() => expect(standIn.clients()).toBe(0), { timeout: 20_000 })
      return end
    },
    /** The lines of its log. */
    log: (): readonly unknown[] =>
      output.stderr
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line)),
  }
}

export type Duban = Awaited<ReturnType<typeof startDuban>>

function collect(child: ChildProcess) {
  const output = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', chunk => {
    output.stdout += chunk
  })
  child.stderr?.setEncoding('utf8').on('data', chunk => {
    output.stderr += chunk
  })
  return output
}

function addressIn({ stdout, stderr }: { stdout: string; stderr: string }): string {
  const url = /http:\/\/localhost:\d+/.exec(stdout)?.[0]
  if (url === undefined) throw new Error(`not started: ${stderr}`)
  return url
}

/** A folder of its own; `remove` takes it away. */
export async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'duban-feishu-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
