import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { PlatformRequest } from '../../src/core/ports.ts'
import { createFakeFeishu } from '../feishu/fake-feishu.ts'
import { percentile } from './measure.ts'
import { benchQuestions } from './questions.ts'
import { seedDocuments } from './seeds.ts'
import type { Row } from './table.ts'

const SERVER = fileURLToPath(new URL('webhook-server.ts', import.meta.url))
const CONNECTIONS = 32
const WARM_UP = 1000
const REQUESTS = 6000

/** Different questions of different people in private chats, encrypted and signed. */
function questions(): readonly PlatformRequest[] {
  const fake = createFakeFeishu()
  const asked = benchQuestions(seedDocuments(), WARM_UP + REQUESTS)
  return asked.map(({ text }, i) => {
    const place = { chatType: 'p2p', chat: `oc_${i % 500}`, person: `ou_${i % 500}` } as const
    return fake.request(fake.message({ text, ...place }))
  })
}

export interface Load {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** Each connection posts its next request when the last one is acknowledged. */
export async function underLoad(port: number, requests: readonly PlatformRequest[]): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const latencies: number[] = []
  const waiting = requests.values()
  const worker = async () => {
    for (const one of waiting) latencies.push(await post(port, agent, one))
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: CONNECTIONS }, worker))
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  return { perSecond: requests.length / seconds, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) }
}

function post(port: number, agent: Agent, { headers, body }: PlatformRequest): Promise<number> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const path = '/webhooks/feishu'
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers: { ...headers } }, answer => {
      if (answer.statusCode !== 200) reject(new Error(`answered ${answer.statusCode}`))
      answer.resume().on('end', () => resolve(performance.now() - started))
    })
    sent.on('error', reject).end(body)
  })
}

async function measureServer(kind: 'duban' | 'reference', requests: readonly PlatformRequest[]): Promise<Load> {
  const server = spawn(process.execPath, [SERVER, kind], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const [line] = await once(server.stdout.setEncoding('utf8'), 'data')
    await underLoad(Number(line), requests.slice(0, WARM_UP))
    return await underLoad(Number(line), requests.slice(WARM_UP))
  } finally {
    server.kill('SIGTERM')
  }
}

const rate = ({ perSecond }: Load): string => `${perSecond.toFixed(0)} requests/s`
const latency = ({ p50, p99 }: Load): string => `p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms`

/** The webhook of Feishu, beside one that only decrypts and verifies: what is left is keeping the message and answering it. */
export async function benchWebhook(): Promise<readonly Row[]> {
  const requests = questions()
  const reference = await measureServer('reference', requests)
  const duban = await measureServer('duban', requests)
  const at = `webhook, ${CONNECTIONS} connections:`
  const beside = 'decrypt, verify, fixed answer:'
  return [
    { what: `${at} messages taken and answered`, figure: rate(duban), reference: `${beside} ${rate(reference)}` },
    {
      what: `${at} acknowledgement`,
      figure: latency(duban),
      reference: `${beside} ${latency(reference)}`,
      bound: 'p99 <= 1 s (Feishu waits 3 s)',
    },
  ]
}
