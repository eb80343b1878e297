import type { WSClient } from '@larksuiteoapi/node-sdk'
import * as z from 'zod/mini'
import { ConfigError } from '../../src/core/errors.ts'
import type { Log } from '../../src/core/log.ts'
import { createHttpInstance } from './http.ts'
import { createRedact, createSdkLogger } from './redact.ts'
import type { FeishuSettings } from './settings.ts'

/** Our own figures: the SDK would wait for ever for a handshake or for a server that fell silent. */
export const CONNECTION_LIMITS = {
  endpointTimeoutMs: 15_000,
  handshakeTimeoutMs: 10_000,
  /** How long a ping may stay without any answer before the connection counts as dead. */
  silenceSeconds: 15,
  /** After the platform refused us, the SDK gives up; we ask again after so long, somebody may have set it right. */
  restartMs: 60_000,
} as const

export type ConnectionState = 'connected' | 'reconnecting' | 'failed'

export interface LongConnectionOptions {
  /**
   * Gets every event and card callback as the webhook gets it once decrypted: `{ schema, header, event }`. What it
   * resolves to is the answer to a card callback; when it throws, the platform delivers again.
   */
  handle(envelope: unknown): Promise<unknown>
  readonly log: Log
  readonly onState: (state: ConnectionState) => void
  readonly fetch?: typeof fetch
  readonly restartMs?: number
}

export interface LongConnection {
  /** Takes nothing more, waits until what was taken is acknowledged, then closes. */
  stop(): Promise<void>
}

/**
 * Receives events over a connection that we open (长连接), for intranets that Feishu cannot reach. Resolves once it is
 * under way; how it fares is told by `onState`. Throws `ConfigError` for an app id that the SDK would refuse without a word.
 */
export async function startLongConnection(
  settings: FeishuSettings,
  { handle, log, onState, fetch = globalThis.fetch, restartMs = CONNECTION_LIMITS.restartMs }: LongConnectionOptions,
): Promise<LongConnection> {
  checkAppId(settings.appId)
  const sdk = await import('@larksuiteoapi/node-sdk')
  const redact = createRedact(settings)
  const logging = { logger: createSdkLogger(log, redact), loggerLevel: sdk.LoggerLevel.warn }
  const intake = createIntake(handle)
  const restart = createTimer(restartMs, () => start())

  const { appId, appSecret, domain } = settings
  const client: WSClient = new sdk.WSClient({
    appId,
    appSecret,
    domain,
    ...logging,
    httpInstance: createHttpInstance({ fetch, timeoutMs: CONNECTION_LIMITS.endpointTimeoutMs, read: withData }),
    handshakeTimeoutMs: CONNECTION_LIMITS.handshakeTimeoutMs,
    wsConfig: { pingTimeout: CONNECTION_LIMITS.silenceSeconds },
    onReady: () => onState('connected'),
    onReconnecting: () => onState('reconnecting'),
    onReconnected: () => onState('connected'),
    onError: error => {
      log.error({ reason: redact(error.message), againInMs: restartMs }, 'feishu: the long connection was refused')
      onState('failed')
      restart.set()
    },
  })
  // Taken at the door: past it the SDK flattens header and event into one, so that the token of a card callback
  // overwrites the one of the header, and it answers events that have no handler with a sentence of its own.
  const dispatcher = Object.assign(new sdk.EventDispatcher(logging), { invoke: intake.take })
  const start = () => client.start({ eventDispatcher: dispatcher })
  await start()

  return {
    async stop() {
      await intake.close()
      restart.close()
      client.close()
    },
  }
}

function checkAppId(appId: string): void {
  if (/^cli_[0-9a-fA-F]{16}$/.test(appId)) return
  throw new ConfigError(
    'FEISHU_APP_ID',
    `the long connection needs “cli_” and 16 hexadecimal digits, as the developer console shows them, got “${appId}”`,
  )
}

const Answer = z.looseObject({ code: z.number() })

/** A refusal comes without `data`, which the SDK takes apart before it looks at the code. */
function withData(answer: unknown): unknown {
  const refusal = Answer.safeParse(answer)
  return refusal.success ? { data: {}, ...refusal.data } : answer
}

/** Hands envelopes on until it is closed; what comes later is refused, so that the platform delivers it again. */
function createIntake(handle: LongConnectionOptions['handle']) {
  const running = new Set<Promise<unknown>>()
  let closed = false

  return {
    async take(envelope: unknown): Promise<unknown> {
      if (closed) throw new Error('the server is stopping')
      const work = handle(envelope)
      running.add(work)
      try {
        return await work
      } finally {
        running.delete(work)
      }
    },
    async close(): Promise<void> {
      closed = true
      await Promise.allSettled(running)
      // The SDK sends its acknowledgements in the turns of the event loop that follow.
      await new Promise(resolve => setTimeout(resolve, 0))
    },
  }
}

/** Rings once for the last time it was set; never after it is closed, though a refusal be still on its way. */
function createTimer(ms: number, ring: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false
  return {
    set: (): void => {
      clearTimeout(timer)
      if (!closed) timer = setTimeout(ring, ms)
    },
    close: (): void => {
      closed = true
      clearTimeout(timer)
    },
  }
}
