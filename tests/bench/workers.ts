import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { PlatformRequest } from '../../src/core/ports.ts'
import { createFakeFeishu, SETTINGS } from '../feishu/fake-feishu.ts'
import { APP, type StandIn, startStandIn } from '../feishu/stand-in.ts'
import { benchQuestions } from './questions.ts'
import { seedDocuments } from './seeds.ts'
import type { Row } from './table.ts'
import { type Load, underLoad } from './webhook.ts'
import { bundleWorker } from './worker-bundle.ts'
import { type Program, startWorkerd } from './workerd.ts'

const STARTS = 9
const LONGEST_WAIT = 10_000
const WARM_UP = 200
const REQUESTS = 1500

/** Issue of the Worker: compressed, and from a cold start to the first answer. */
const MOST_KIBIBYTES = 1024
const MOST_MS = 150

const fake = createFakeFeishu({ ...SETTINGS, ...APP })

const variablesFor = ({ domain }: StandIn) => ({
  FEISHU_APP_ID: APP.appId,
  FEISHU_APP_SECRET: APP.appSecret,
  FEISHU_ENCRYPT_KEY: SETTINGS.encryptKey,
  FEISHU_VERIFICATION_TOKEN: SETTINGS.verificationToken,
  FEISHU_DOMAIN: domain,
})

/** A Worker with an object that does nothing: what workerd itself takes. */
const IDLE = `
import { DurableObject } from 'cloudflare:workers'
export class Organisation extends DurableObject {
  async fetch() { return Response.json({}) }
}
export default { fetch: (request, { ORGANISATION }) => ORGANISATION.getByName('').fetch(request) }
`

function question(text: string, i: number): PlatformRequest {
  const place = { chatType: 'p2p', chat: `oc_${i}`, person: `ou_${i}`, messageId: `om_${i}` } as const
  return fake.request(fake.message({ text, ...place }))
}

interface Start {
  /** From the start of the process until it takes requests: its program is loaded and run. */
  readonly load: number
  /** From a signed question until the platform has the answer. */
  readonly first: number
}

let serial = 0

/** Starts a process whose object has never been, and asks it one question. */
async function coldStart(program: Program, answered: () => Promise<void>): Promise<Start> {
  const { port, startMs, stop } = await startWorkerd(program)
  const started = performance.now()
  serial += 1
  await post(port, question('省教育厅牵头哪些任务', serial))
  await answered()
  const first = performance.now() - started
  await stop()
  rmSync(join(program.folder, 'objects'), { recursive: true })
  return { load: startMs, first }
}

async function post(port: number, { headers, body }: PlatformRequest): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/webhooks/feishu`, {
    method: 'POST',
    headers: { ...headers },
    body,
  })
  if (!response.ok) throw new Error(`answered ${response.status}`)
  await response.text()
}

/** The least of several: what else the machine does makes a start longer, never shorter. */
async function leastOf(program: Program, answered: () => Promise<void>): Promise<Start> {
  const starts: Start[] = []
  for (let i = 0; i < STARTS; i++) starts.push(await coldStart(program, answered))
  return { load: Math.min(...starts.map(({ load }) => load)), first: Math.min(...starts.map(({ first }) => first)) }
}

async function coldStarts(program: Program): Promise<Start> {
  const standIn = await startStandIn()
  let seen = 0
  const answered = async () => {
    for (let i = 0; i < LONGEST_WAIT && standIn.sent.length === seen; i++) await pause(1)
    if (standIn.sent.length === seen) throw new Error('no answer came')
    seen = standIn.sent.length
  }
  const least = await leastOf({ ...program, variables: variablesFor(standIn) }, answered)
  await standIn.close()
  return least
}

async function onNode(folder: string, standIn: StandIn) {
  const env = { ...process.env, ...variablesFor(standIn), DUBAN_DATA: join(folder, 'duban.json'), PORT: '0' }
  const child = spawn(process.execPath, ['src/node.ts'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
  const port = Number(/localhost:(?<port>\d+)/.exec(String(line))?.groups?.['port'])
  return { port, stop: async () => child.kill('SIGKILL') }
}

/** The same signed questions, with a platform that takes the answers behind them. */
async function measure(
  start: (standIn: StandIn) => Promise<{ readonly port: number; stop(): Promise<unknown> }>,
): Promise<Load> {
  const standIn = await startStandIn()
  const asked = benchQuestions(seedDocuments(), WARM_UP + REQUESTS).map(({ text }, i) => question(text, i))
  const server = await start(standIn)
  try {
    await underLoad(server.port, asked.slice(0, WARM_UP))
    return await underLoad(server.port, asked.slice(WARM_UP))
  } finally {
    await server.stop()
    await standIn.close()
  }
}

const shown = ({ perSecond, p50, p99 }: Load): string =>
  `${perSecond.toFixed(0)} requests/s, p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms`
const milliseconds = ({ load, first }: Start): string => `load ${load.toFixed(0)} + answer ${first.toFixed(0)} ms`

/** The Worker in workerd: what is uploaded, how it starts, and its webhook beside that of Node. */
export async function benchWorkers(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-workers-'))
  try {
    const { gzipKibibytes, texts } = bundleWorker(join(folder, 'duban'))
    const program = { folder: join(folder, 'duban'), texts }
    const idleFolder = mkdtempSync(join(folder, 'idle-'))
    writeFileSync(join(idleFolder, 'worker.js'), IDLE)
    const cold = await coldStarts(program)
    const idle = await leastOf({ folder: idleFolder }, async () => undefined)
    const coldMs = cold.load + cold.first - idle.load - idle.first
    const workers = await measure(standIn => startWorkerd({ ...program, variables: variablesFor(standIn) }))
    const node = await measure(standIn => onNode(folder, standIn))
    return [
      {
        what: 'Workers: bundle, compressed',
        figure: `${gzipKibibytes.toFixed(0)} KiB`,
        bound: '<= 1024 KiB',
        isKept: gzipKibibytes <= MOST_KIBIBYTES,
      },
      {
        what: `Workers: cold start to first answer, least of ${STARTS}`,
        figure: `${coldMs.toFixed(0)} ms more (${milliseconds(cold)})`,
        reference: `an idle object: ${milliseconds(idle)}`,
        bound: '<= 150 ms',
        isKept: coldMs <= MOST_MS,
      },
      {
        what: `signed question on Workers, ${REQUESTS} requests`,
        figure: shown(workers),
        reference: `Node: ${shown(node)}`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
