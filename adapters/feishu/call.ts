import type * as z from 'zod/mini'
import { PlatformError } from '../../src/core/errors.ts'
import type { Log } from '../../src/core/log.ts'
import type { Clock } from '../../src/core/ports.ts'
import { failureOf, isRecipientGone, isUncertain, reactionTo } from './failure.ts'
import { type ApiRequest, openPlatform } from './platform.ts'
import { createRateLimiter, type RateLimiter } from './rate.ts'
import { createRedact, type Redact } from './redact.ts'
import { growingPause, retrying, type Sleep, sleepFor } from './retry.ts'
import { SEND_LIMITS } from './send-limits.ts'
import type { FeishuSettings } from './settings.ts'

export interface CallOptions {
  readonly fetch?: typeof fetch
  readonly clock: Clock
  readonly sleep?: Sleep
  readonly log: Log
}

/** One call of the platform. */
interface Call<T> {
  /** For the log. */
  readonly name: string
  /** Whose limit it counts against besides the app's: a chat, a person or a message; null for nobody's. */
  readonly chat: string | null
  readonly answer: z.ZodMiniType<T>
  readonly request: ApiRequest
}

export type Caller = <T>(call: Call<T>) => Promise<T>

/** Makes calls: each in its turn, with the token, again where that helps. Throws PlatformError when the attempt is over. */
export function createCaller(settings: FeishuSettings, { sleep = sleepFor, ...options }: CallOptions): Caller {
  const { clock, log } = options
  const limiter = createRateLimiter({ app: SEND_LIMITS.app, chat: SEND_LIMITS.chat, clock, sleep })
  const platform = openPlatform(settings, options)
  const redact = createRedact(settings)

  const once = async <T>({ chat, answer, request }: Call<T>): Promise<T> => {
    const token = await platform.tokens.get()
    await limiter.turn(chat)
    try {
      return answer.parse(await platform.request(request, token))
    } catch (error) {
      const failure = failureOf(error)
      if (failure !== null && reactionTo(failure) === 'renew-token') platform.tokens.drop(token)
      throw error
    }
  }

  return async call => {
    const patience = createPatience(call.name, { limiter, log, redact })
    let mayHaveArrived = false
    const pauseAfter = (error: unknown, tries: number): number | null => {
      const failure = failureOf(error)
      mayHaveArrived ||= failure === null || isUncertain(failure)
      return patience(error, tries)
    }
    try {
      return await retrying(() => once(call), { sleep, pauseAfter })
    } catch (error) {
      throw platformError(error, { redact, mayHaveArrived })
    }
  }
}

interface PatienceOptions {
  readonly limiter: RateLimiter
  readonly log: Log
  readonly redact: Redact
}

interface PlatformErrorOptions {
  readonly redact: Redact
  readonly mayHaveArrived: boolean
}

/** How long one call waits after each of its failures; null when waiting is of no use. */
function createPatience(call: string, { limiter, log, redact }: PatienceOptions) {
  let renewed = false

  return (error: unknown, tries: number): number | null => {
    const failure = failureOf(error)
    if (failure === null || tries >= SEND_LIMITS.tries) return null
    const reaction = reactionTo(failure)
    if (reaction === 'over' || (reaction === 'renew-token' && renewed)) return null
    renewed ||= reaction === 'renew-token'
    const { code, logId, resetMs } = failure
    if (resetMs !== null) limiter.hold(resetMs)
    const pauseMs = reaction === 'renew-token' ? 0 : Math.max(growingPause(tries, SEND_LIMITS), resetMs ?? 0)
    log.warn({ call, code, logId, tries, pauseMs, reason: redact(failure.reason) }, 'feishu: a call failed, made again')
    return pauseMs
  }
}

function platformError(cause: unknown, { redact, mayHaveArrived }: PlatformErrorOptions): PlatformError {
  const failure = failureOf(cause)
  if (failure !== null) {
    return new PlatformError('feishu', failure.code, redact(failure.reason), {
      logId: failure.logId,
      passing: reactionTo(failure) !== 'over',
      recipientGone: isRecipientGone(failure),
      mayHaveArrived,
      cause,
    })
  }
  const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : 'unknown'
  return new PlatformError('feishu', 'unexpected', redact(reason), { mayHaveArrived, cause })
}
