import { EventEmitter, once } from 'node:events'
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { decodeFrame, encodeFrame, METHOD } from './frames.ts'
import type { ApiAnswer, ApiRequest } from './stand-in-answers.ts'

/** Where a client asks for the address of its long connection. */
export const CONNECTION = '/callback/ws/endpoint'

/** What a client acknowledged: 200 or 500, and what it answered a card callback. */
export interface Delivery {
  readonly code: number
  readonly data: unknown
}

/** Seconds; the platform says 120, 30 and 120, a test has not that long. */
const CLIENT_CONFIG = { ReconnectCount: -1, ReconnectInterval: 0.05, ReconnectNonce: 0, PingInterval: 120 }

interface App {
  readonly appId: string
  readonly appSecret: string
}

/** The other end of long connections (长连接), on the stand-in's server. */
export function createConnections(server: Server, { appId, appSecret }: App) {
  const sockets = new WebSocketServer({ server, path: '/ws/v2' })
  const waiting = new Map<string, (delivery: Delivery) => void>()
  const tickets = new Set<string>()
  /** Clients that have pinged: what is sent before that, the SDK does not hear. */
  const ready = new Set<WebSocket>()
  const listening = new EventEmitter()
  let delivered = 0

  sockets.on('connection', (socket, { url = '' }) => {
    const ticket = new URL(url, 'ws://stand-in').searchParams.get('ticket') ?? ''
    if (!tickets.delete(ticket)) socket.terminate()
    socket.on('message', (data: Buffer) => receive(socket, data))
    socket.on('close', () => ready.delete(socket))
  })

  const receive = (socket: WebSocket, data: Buffer): void => {
    const { method, headers, payload } = decodeFrame(data)
    if (method === METHOD.control) {
      socket.send(frameOf(METHOD.control, { type: 'pong' }, JSON.stringify(CLIENT_CONFIG)))
      ready.add(socket)
      listening.emit('ready')
      return
    }
    const { code, data: answer } = JSON.parse(payload)
    const value = answer === undefined ? undefined : JSON.parse(Buffer.from(answer, 'base64').toString('utf8'))
    waiting.get(headers['message_id'] ?? '')?.({ code, data: value })
  }

  /** As the platform does, to any one of the clients; in so many frames. Resolves with the acknowledgement. */
  const deliver = async (envelope: unknown, { frames = 1, type = 'event' } = {}): Promise<Delivery> => {
    if (ready.size === 0) await once(listening, 'ready')
    const [socket] = ready
    delivered += 1
    const message_id = `delivery-${delivered}`
    const { promise: acknowledged, resolve } = Promise.withResolvers<Delivery>()
    waiting.set(message_id, resolve)
    piecesOf(Buffer.from(JSON.stringify(envelope)), frames).forEach((payload, seq) => {
      const headers = { type, message_id, sum: frames, seq, trace_id: `trace-${delivered}` }
      socket?.send(encodeFrame({ method: METHOD.data, headers, payload }))
    })
    return acknowledged
  }

  return {
    endpoint({ body }: ApiRequest, host: string): ApiAnswer {
      const { AppID, AppSecret } = Object(body)
      if (AppID !== appId || AppSecret !== appSecret) return { status: 200, body: { code: 514, msg: 'auth failed' } }
      const ticket = `ticket-${tickets.size}-${delivered}-${Date.now()}`
      tickets.add(ticket)
      const URL = `ws://${host}/ws/v2?device_id=7&service_id=33&ticket=${ticket}`
      return { status: 200, body: { code: 0, msg: '', data: { URL, ClientConfig: CLIENT_CONFIG } } }
    },
    deliver,
    /** How many clients are connected. */
    clients: () => ready.size,
    /** Every connection breaks, as when a cable is pulled. */
    dropConnections(): void {
      ready.clear()
      for (const socket of sockets.clients) socket.terminate()
    },
    close(): void {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

const frameOf = (method: number, headers: object, payload: string) =>
  encodeFrame({ method, headers, payload: Buffer.from(payload) })

function piecesOf(bytes: Buffer, count: number): readonly Buffer[] {
  const length = Math.ceil(bytes.length / count)
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * length, (i + 1) * length))
}
