import { PlatformError } from '../../src/core/errors.ts'
import type { ChatAdapter, Destination } from '../../src/core/ports.ts'
import { recipientOf } from '../../src/core/supervision/gone.ts'
import { nonEmpty, type Random } from './random.ts'

/** A message that somebody got, as the platform saw it. */
export interface Arrival {
  readonly key: string
  /** chat:feishu:oc_…, person:feishu:ou_…. */
  readonly recipient: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly summary: string
}

/** A platform that refuses, answers late or not at all, and drops doubles for an hour. */
export interface FaultyPlatform {
  readonly send: ChatAdapter['send']
  readonly arrivals: readonly Arrival[]
  /** Recipients that nobody can reach. */
  readonly gone: Set<string>
  /** Keys that were tried on a recipient that is gone. */
  readonly triedOnGone: string[]
  /** `silentShare`: nothing works, and so many calls have no answer at all; null on other days. */
  readonly weather: { errorShare: number; silentShare: number | null }
  readonly faults: { refused: number; lost: number; acceptedUnsaid: number; slow: number; doublesDropped: number }
  /** Calls whose answers are slow. */
  hanging(): number
  /** Lets them return. */
  answerSlow(): void
}

const HOUR_MS = 3_600_000

/** What may go wrong with a call: whether it arrives all the same, and whether the caller can know that it did not. */
interface Fault {
  readonly code: number | string
  readonly kind: 'refused' | 'lost' | 'acceptedUnsaid'
}

const REFUSED: Fault = { code: 429, kind: 'refused' }
const LOST: Fault = { code: 'timeout', kind: 'lost' }
const FAULTS = nonEmpty<Fault>([
  REFUSED,
  { code: 230020, kind: 'refused' },
  LOST,
  { code: 503, kind: 'lost' },
  { code: 502, kind: 'acceptedUnsaid' },
  { code: 'timeout', kind: 'acceptedUnsaid' },
])

/** Of so many good calls one is answered only after the next tick. */
const SLOW_ONE_IN = 300

/** A few turns of the event loop, so that two processes pass each other in every order. */
export async function turns(random: Random): Promise<void> {
  for (let left = Math.floor(random.next() * 4); left > 0; left -= 1) await null
}

export function createFaultyPlatform(random: Random, now: () => number): FaultyPlatform {
  const arrivals: Arrival[] = []
  const accepted = new Map<string, number>()
  const gone = new Set<string>()
  const triedOnGone: string[] = []
  const weather = { errorShare: 0, silentShare: null as number | null }
  const faults = { refused: 0, lost: 0, acceptedUnsaid: 0, slow: 0, doublesDropped: 0 }
  let slow: (() => void)[] = []

  function take(key: string, to: Destination, summary: string): void {
    const before = accepted.get(key)
    if (before !== undefined && now() - before < HOUR_MS) {
      faults.doublesDropped += 1
      return
    }
    accepted.set(key, now())
    arrivals.push({ key, recipient: recipientOf({ channel: 'feishu', to }), at: now(), summary })
  }

  function failure(): Fault | null {
    if (weather.silentShare !== null) return random.next() < weather.silentShare ? LOST : REFUSED
    return random.next() < weather.errorShare ? random.pick(FAULTS) : null
  }

  function fail({ code, kind }: Fault): never {
    faults[kind] += 1
    throw new PlatformError('feishu', code, 'out of order', { passing: true, mayHaveArrived: kind !== 'refused' })
  }

  return {
    async send(to, { summary }, key) {
      await turns(random)
      const fault = failure()
      const recipient = recipientOf({ channel: 'feishu', to })
      if (fault && fault.kind !== 'acceptedUnsaid') fail(fault)
      if (gone.has(recipient)) {
        triedOnGone.push(key)
        throw new PlatformError('feishu', 230013, 'out of reach', { recipientGone: true })
      }
      take(key, to, summary)
      if (fault) fail(fault)
      if (random.next() * SLOW_ONE_IN < 1) {
        faults.slow += 1
        await new Promise<void>(resolve => slow.push(resolve))
      }
      await turns(random)
    },
    arrivals,
    gone,
    triedOnGone,
    weather,
    faults,
    hanging: () => slow.length,
    answerSlow() {
      const waiting = slow
      slow = []
      for (const answer of waiting) answer()
    },
  }
}
