import * as z from 'zod/mini'
import { HttpFailure, type HttpResponse, isSuccessStatus } from './http.ts'
import { SEND_LIMITS } from './send-limits.ts'

/** Why a call failed: the platform's code where it gave one, else what stood in its place. */
export interface Failure {
  readonly code: number | string
  readonly status: number | null
  /** The platform's own words: to be redacted. */
  readonly reason: string
  readonly logId: string | null
  /** How long the gateway asks to wait. */
  readonly resetMs: number | null
}

/** What to do about it: call again after a pause, once more with a new token, or not at all. */
type Reaction = 'again' | 'renew-token' | 'over'

/** By code (通用错误码, 发送消息, 频控策略). One that is not here ends the attempt, unless the status blames the server. */
const REACTIONS: Readonly<Record<string, Reaction>> = {
  timeout: 'again',
  network: 'again',
  unreadable: 'again',
  /** The gateway's limit; on old interfaces with HTTP 400. */
  99991400: 'again',
  /** Too many messages to one chat. */
  230020: 'again',
  /** The message is still being sent. */
  230049: 'again',
  /** The token is not valid any more. */
  99991663: 'renew-token',
}

export function reactionTo({ code, status }: Failure): Reaction {
  const listed = REACTIONS[code]
  if (listed !== undefined) return listed
  return status !== null && (status === 429 || status >= 500) ? 'again' : 'over'
}

/**
 * Codes that say the recipient cannot be reached any more (发送消息): 230002 we are not in the group, 230013 out of our reach or
 * left, 230029 resigned, 230034 no such receiver, 230053 switched us off, 232009 the group is dissolved.
 */
const GONE: ReadonlySet<number | string> = new Set([230002, 230013, 230029, 230034, 230053, 232009])

export const isRecipientGone = ({ code }: Failure): boolean => GONE.has(code)

/** No answer, a fault of the server, still being sent: the message may be there all the same. */
export const isUncertain = ({ code, status }: Failure): boolean =>
  status === null || status >= 500 || code === 'unreadable' || code === 230049

const AnswerBody = z.object({
  code: z.number(),
  msg: z.optional(z.string()),
  error: z.optional(z.object({ log_id: z.optional(z.string()) })),
})

/** HTTP 200 is not success yet: only code 0 is. */
export function isFailedAnswer(response: HttpResponse): boolean {
  return !isSuccessStatus(response) || AnswerBody.safeParse(response.data).data?.code !== 0
}

/** What a failed call says about itself; null for an error that is no failed call. */
export function failureOf(error: unknown): Failure | null {
  if (!(error instanceof HttpFailure)) return null
  const { response } = error
  if (response === null) return { code: error.message, status: null, reason: 'no answer', logId: null, resetMs: null }
  const body = AnswerBody.safeParse(response.data).data
  const code = body?.code ?? (isSuccessStatus(response) ? 'unreadable' : `http_${response.status}`)
  return {
    code,
    status: response.status,
    reason: body?.msg ?? error.message,
    logId: response.headers['x-tt-logid'] ?? body?.error?.log_id ?? null,
    resetMs: code === 99991400 || response.status === 429 ? resetOf(response.headers['x-ogw-ratelimit-reset']) : null,
  }
}

function resetOf(seconds: string | undefined): number | null {
  if (seconds === undefined || !/^\d{1,9}$/.test(seconds)) return null
  return Math.min(Number(seconds) * 1000, SEND_LIMITS.longestResetMs)
}
