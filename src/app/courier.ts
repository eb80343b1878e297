import { PlatformError } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import type { ChatAdapter, Clock, Letter, LetterEnd, Store } from '../core/ports.ts'
import type { Records } from '../core/progress/records.ts'
import type { WorkCalendar } from '../core/supervision/work-calendar.ts'
import { isWorkingTime, localTime } from '../core/supervision/working-time.ts'
import { fieldsOf } from './fault-fields.ts'
import type { RecordKeeper } from './record-keeper.ts'
import { reportGone } from './report-gone.ts'

/** Sends what waits in the store. */
export interface Courier {
  /** Delivers every letter that is due; resolves when none is left or the rest has to wait. Never rejects. */
  deliver(): Promise<void>
}

export interface CourierOptions {
  readonly adapter: Pick<ChatAdapter, 'name' | 'send'>
  readonly store: Pick<Store, 'letters' | 'settleLetter' | 'attempt' | 'giveBack' | 'append'>
  readonly keeper: RecordKeeper
  readonly calendar: WorkCalendar
  readonly clock: Clock
  readonly log: Log
}

const MINUTE_MS = 60_000

/** An attempt that has not ended by then is made again by whoever comes next: all tries of one call end sooner. */
const ATTEMPT_MS = 3 * MINUTE_MS

/** For this long the platform drops a double by its key (发送消息: uuid, one hour), with a margin for clocks. */
export const DOUBLE_MS = 50 * MINUTE_MS

/** Letters that could not be delivered one after another, after which the platform is taken to be down. */
const FAILURES = 3

export function createCourier(options: CourierOptions): Courier {
  let running: Promise<void> | null = null
  let isWanted = false

  async function rounds(): Promise<void> {
    try {
      do {
        isWanted = false
        await round(options)
      } while (isWanted)
    } catch (error) {
      options.log.error(fieldsOf(error), 'letters')
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

async function round(options: CourierOptions): Promise<void> {
  const { store, keeper } = options
  const records = await keeper.current()
  let failures = 0
  for (const letter of await store.letters()) {
    if (failures === FAILURES) return
    if (!isDue(letter, options)) continue
    const outcome = await deliverOne(letter, records, options)
    failures = outcome === 'postponed' ? failures + 1 : 0
  }
}

/** Unless somebody asked for another time, nothing goes out outside working time (design §7). */
function isDue({ channel, notBefore, atAnyTime }: Letter, { adapter, calendar, clock }: CourierOptions): boolean {
  const now = clock.now().getTime()
  return channel === adapter.name && notBefore <= now && (atAnyTime || isWorkingTime(calendar, localTime(now)))
}

type Outcome = LetterEnd | 'postponed' | 'elsewhere'

/** One delivery: begun, sent under the letter's own key, settled. Nobody begins the same at the same time. */
async function deliverOne(letter: Letter, records: Records, options: CourierOptions): Promise<Outcome> {
  const { store, clock, log } = options
  const now = clock.now()
  const first = await store.attempt(letter.key, { now, forMs: ATTEMPT_MS })
  if (first === null) return 'elsewhere'
  if (records.isSuperseded(letter.key)) return settled(letter, 'dropped', options)
  if (now.getTime() - first > DOUBLE_MS) {
    // It may have arrived, and nobody can ask the platform: better once at most than twice.
    log.warn({ key: letter.key, result: 'uncertain' }, 'letter')
    return settled(letter, 'dropped', options)
  }
  return attempt(letter, { isFirst: first === now.getTime() }, options)
}

async function settled({ key }: Letter, end: LetterEnd, { store, log }: CourierOptions): Promise<LetterEnd> {
  await store.settleLetter(key, end)
  log.info({ key, result: end }, 'letter')
  return end
}

async function attempt(
  letter: Letter,
  { isFirst }: { readonly isFirst: boolean },
  options: CourierOptions,
): Promise<Outcome> {
  const { adapter, store, log } = options
  try {
    await adapter.send(letter.to, letter.reply, letter.key)
    return await settled(letter, 'delivered', options)
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    log.warn({ key: letter.key, ...fieldsOf(error) }, 'letter')
    if (error.passing) {
      if (isFirst && !error.mayHaveArrived) await store.giveBack(letter.key)
      return 'postponed'
    }
    if (error.recipientGone) await reportGone(letter, options)
    return settled(letter, 'gone', options)
  }
}
