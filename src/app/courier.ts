import { PlatformError } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import type { ChatAdapter, Clock, Letter, LetterEnd, Store } from '../core/ports.ts'
import { fieldsOf } from './fault-fields.ts'

/** Sends what waits in the store. */
export interface Courier {
  /** Delivers every letter that is due; resolves when none is left or the rest has to wait. Never rejects. */
  deliver(): Promise<void>
}

export interface CourierOptions {
  readonly adapter: Pick<ChatAdapter, 'name' | 'send'>
  readonly store: Pick<Store, 'letters' | 'settleLetter' | 'claimOnce'>
  readonly clock: Clock
  readonly log: Log
}

/** A delivery that has not ended by then is taken over: by its key the platform drops a double for an hour. */
const DELIVERY_MS = 5 * 60 * 1000

export function createCourier(options: CourierOptions): Courier {
  const { store, adapter, clock, log } = options
  let running: Promise<void> | null = null
  let isWanted = false

  async function round(): Promise<void> {
    isWanted = false
    const now = clock.now().getTime()
    const due = (await store.letters()).filter(({ channel, notBefore }) => channel === adapter.name && notBefore <= now)
    for (const letter of due) await deliverOne(letter, options)
  }

  async function rounds(): Promise<void> {
    try {
      do await round()
      while (isWanted)
    } catch (error) {
      log.error(fieldsOf(error), 'letters')
    } finally {
      running = null
    }
  }

  return {
    deliver() {
      isWanted = true
      running ??= rounds()
      return running
    },
  }
}

/** One delivery: claimed, sent under the letter's own key, settled. */
async function deliverOne(letter: Letter, { adapter, store, clock, log }: CourierOptions): Promise<void> {
  if (!(await store.claimOnce(`letter:${letter.key}`, { now: clock.now(), forMs: DELIVERY_MS }))) return
  const end = await attempt(letter, { adapter, log })
  if (end !== null) await store.settleLetter(letter.key, end)
}

/** How the delivery ended; null where it may end otherwise another time. */
async function attempt(
  letter: Letter,
  { adapter, log }: Pick<CourierOptions, 'adapter' | 'log'>,
): Promise<LetterEnd | null> {
  const about = { key: letter.key }
  try {
    await adapter.send(letter.to, letter.reply, letter.key)
    log.info({ ...about, result: 'delivered' }, 'letter')
    return 'delivered'
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    const end = error.passing ? null : 'gone'
    log.warn({ ...about, ...fieldsOf(error), result: end ?? 'postponed' }, 'letter')
    return end
  }
}
