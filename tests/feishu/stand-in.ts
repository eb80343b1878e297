import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { checkCard } from './card-check.ts'
import type { ApiAnswer, ApiRequest } from './stand-in-answers.ts'
import { CONNECTION, createConnections } from './stand-in-connection.ts'
import { type Fault, type FaultScope, MESSAGES } from './stand-in-faults.ts'
import { readMultipart, type UploadedFile } from './stand-in-files.ts'
import { createPlatform, type PlatformOptions, type SentMessage } from './stand-in-platform.ts'

/** The app that the stand-in knows. */
export const APP = { appId: 'cli_0123456789abcdef', appSecret: 'standin-secret-7f3a9c' } as const

type StandInOptions = Partial<PlatformOptions>

export type StandIn = Awaited<ReturnType<typeof startStandIn>>

/**
 * A stand-in for the open platform on loopback: validates what it is sent, remembers uuids for an hour, records
 * everything, and fails on request. Give its `domain` to whatever should talk to it, the SDK included.
 */
export async function startStandIn(options: StandInOptions = {}) {
  const platform = createPlatform({
    ...APP,
    now: () => Date.now(),
    checkCard: card => checkCard(card)[0] ?? null,
    ...options,
  })
  const requests: ApiRequest[] = []
  const faults = createFaults()
  const server = createServer(async (incoming, outgoing) => {
    const request = await readRequest(incoming).catch(ifGone(incoming))
    if (request === null) return
    requests.push(request)
    const answer = () => {
      const host = incoming.headers.host ?? ''
      return request.path === CONNECTION ? connections.endpoint(request, host) : platform.answer(request)
    }
    await respond(outgoing, { fault: faults.next(request), answer })
  })
  const connections = createConnections(server, { ...APP, ...options })
  server.listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo

  return {
    ...platform,
    ...connections,
    requests,
    domain: `http://127.0.0.1:${port}`,
    /** The messages of a chat, oldest first. Replies are found once `messageInChat` has told where they belong. */
    sentTo: (chat: string) => platform.sent.filter(message => message.chat === chat),
    /** The file that a message of type `file` carries. */
    fileIn: ({ content }: SentMessage): UploadedFile | null => platform.files.get(Object(content).file_key) ?? null,
    repliesTo: (messageId: string) => platform.sent.filter(({ inReplyTo }) => inReplyTo === messageId),
    failNext: faults.failNext,
    failFor: faults.failFor,
    /** No fault is left over: neither queued nor by receive_id. */
    recover: faults.recover,
    async close(): Promise<void> {
      connections.close()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** Faults to come: a queue, and those that strike one receiver (or a message to be replied to) for good. */
function createFaults() {
  let queue: { readonly fault: Fault; readonly on: string }[] = []
  const byReceiver = new Map<string, Fault>()

  const fromQueue = (path: string): Fault | null => {
    const at = queue.findIndex(({ on }) => path.startsWith(on))
    const found = queue[at]
    if (found === undefined) return null
    queue = queue.toSpliced(at, 1)
    return found.fault
  }
  const forReceiver = ({ path, body }: ApiRequest): Fault | null => {
    if (!path.startsWith(MESSAGES)) return null
    const [id = receiveIdOf(body)] = path
      .slice(MESSAGES.length + 1)
      .split('/')
      .filter(part => part !== '')
    return byReceiver.get(id) ?? null
  }

  return {
    next: (request: ApiRequest): Fault | null => fromQueue(request.path) ?? forReceiver(request),
    /** The next `times` requests fail, those of the message API unless `on` says others. Calls queue up. */
    failNext(times: number, fault: Fault, { on = MESSAGES }: FaultScope = {}): void {
      queue = [...queue, ...Array.from({ length: times }, () => ({ fault, on }))]
    },
    /** Everything sent to this receive_id, or in reply to this message_id, fails. */
    failFor: (receiveId: string, fault: Fault) => byReceiver.set(receiveId, fault),
    recover(): void {
      queue = []
      byReceiver.clear()
    },
  }
}

function receiveIdOf(body: unknown): string {
  return typeof body === 'object' && body !== null && 'receive_id' in body ? String(body.receive_id) : ''
}

/** A process that was killed does not end its requests. */
const ifGone =
  (incoming: IncomingMessage) =>
  (error: unknown): null => {
    if (incoming.destroyed) return null
    throw error
  }

async function readRequest(incoming: IncomingMessage): Promise<ApiRequest> {
  const url = new URL(incoming.url ?? '/', 'http://stand-in')
  const raw = Uint8Array.from(await buffer(incoming))
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, value?.toString()]))
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers,
    body: await readBody(raw, incoming.headers['content-type'] ?? ''),
  }
}

async function readBody(raw: Uint8Array<ArrayBuffer>, contentType: string): Promise<unknown> {
  if (contentType.startsWith('multipart/')) return readMultipart(raw, contentType)
  const text = new TextDecoder().decode(raw)
  return text === '' ? undefined : JSON.parse(text)
}

async function respond(
  outgoing: ServerResponse,
  { fault, answer }: { readonly fault: Fault | null; readonly answer: () => ApiAnswer },
): Promise<void> {
  switch (fault?.kind) {
    case 'answer':
      write(outgoing, fault)
      return
    case 'hang':
    case 'reset':
      if (fault.accepted) answer()
      if (fault.kind === 'reset') outgoing.socket?.resetAndDestroy()
      return
    case 'slow':
      await pause(fault.ms)
  }
  const { status, body } = answer()
  write(outgoing, { status, body: typeof body === 'string' ? body : JSON.stringify(body) })
}

interface WireAnswer {
  readonly status: number
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

let answered = 0

function write(outgoing: ServerResponse, { status, body, headers = {} }: WireAnswer): void {
  answered += 1
  outgoing.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-tt-logid': `tt-log-${answered}`,
    ...headers,
  })
  outgoing.end(body)
}
