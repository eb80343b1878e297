import type { Clock } from '../../src/core/ports.ts'
import { createPace, createPaces, type RateWindow } from './pace.ts'
import type { Sleep } from './retry.ts'

interface RateOptions {
  readonly app: readonly RateWindow[]
  readonly chat: readonly RateWindow[]
  readonly clock: Clock
  readonly sleep: Sleep
}

/** Lets calls through one by one. */
export interface RateLimiter {
  /** Resolves when it is this chat's turn; null is a call that belongs to no chat. */
  turn(chat: string | null): Promise<void>
  /** Nobody's turn comes for so long: the platform asked for it. */
  hold(ms: number): void
}

type Waiting = Map<string | null, (() => void)[]>

/**
 * Keeps to the limits of the app and of each chat. Within a chat first come, first served; between chats in turn, so
 * that a chat with a hundred messages does not keep another one waiting.
 */
export function createRateLimiter({ app, chat: chatWindows, clock, sleep }: RateOptions): RateLimiter {
  const waiting: Waiting = new Map()
  const appPace = createPace(app)
  const paceOf = createPaces(chatWindows)
  const wakeAt = createAlarm(sleep, () => run())
  let held = { since: 0, ms: 0 }

  const time = (): number => clock.now().getTime()
  const appWait = (now: number): number =>
    Math.max(appPace.waitAt(now), now < held.since ? 0 : held.since + held.ms - now)
  const chatWait = (chat: string | null, now: number): number => (chat === null ? 0 : paceOf(chat, now).waitAt(now))

  /** Lets through all who may go now; says how long until somebody else may. */
  const letThrough = (now: number): number => {
    while (waiting.size > 0) {
      const closed = appWait(now)
      if (closed > 0) return closed
      const waits = [...waiting.keys()].map(chat => ({ chat, ms: chatWait(chat, now) }))
      const next = waits.find(({ ms }) => ms === 0)
      if (next === undefined) return Math.min(...waits.map(({ ms }) => ms))
      appPace.pass(now)
      if (next.chat !== null) paceOf(next.chat, now).pass(now)
      takeFirst(waiting, next.chat)()
    }
    return Number.POSITIVE_INFINITY
  }
  const run = (): void => {
    const now = time()
    wakeAt(letThrough(now), now)
  }

  return {
    turn(chat) {
      return new Promise(resolve => {
        const others = waiting.get(chat)
        if (others === undefined) waiting.set(chat, [resolve])
        else others.push(resolve)
        run()
      })
    },
    hold(ms) {
      const now = time()
      held = { since: now, ms: Math.max(ms, appWait(now)) }
    },
  }
}

/** Takes the first of a chat out, and puts the chat behind the others. */
function takeFirst(waiting: Waiting, chat: string | null): () => void {
  const [first = () => undefined, ...rest] = waiting.get(chat) ?? []
  waiting.delete(chat)
  if (rest.length > 0) waiting.set(chat, rest)
  return first
}

/** Rings once after the wait asked for last, unless it would ring earlier anyway. */
function createAlarm(sleep: Sleep, ring: () => void) {
  let at = Number.POSITIVE_INFINITY
  let latest = 0

  return async (wait: number, now: number): Promise<void> => {
    if (now + wait >= at) return
    latest += 1
    const mine = latest
    at = now + wait
    await sleep(wait)
    if (mine !== latest) return
    at = Number.POSITIVE_INFINITY
    ring()
  }
}
