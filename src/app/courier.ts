import { PlatformError } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import type { ChatAdapter, Clock, Letter, LetterEnd, Store } from '../core/ports.ts'
import { LATE_MS, readNoticeKey } from '../core/supervision/run.ts'
import type { WorkCalendar } from '../core/supervision/work-calendar.ts'
import { epochMsOf, localTime, workingTimeAtOrAfter } from '../core/supervision/working-time.ts'
import { fieldsOf } from './fault-fields.ts'
import type { RecordKeeper } from './record-keeper.ts'
import { reportGone } from './report-gone.ts'

/** Sends what waits in the store. */
export interface Courier {
  /**
   * Delivers the letters that are due, at most so many where the runtime sets limits; resolves with when it wants to be called
   * again, in epoch milliseconds, and with null where no letter waits. Never rejects.
   */
  deliver(limit?: DeliveryLimit): Promise<number | null>
}

export interface DeliveryLimit {
  readonly most?: number
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
const DOUBLE_MS = 50 * MINUTE_MS

/** Letters that could not be delivered, or that somebody else is at, are looked at again after that. */
const AGAIN_MS = MINUTE_MS

/** Letters that could not be delivered one after another, after which the platform is taken to be down. */
const FAILURES = 3

export function createCourier(options: CourierOptions): Courier {
  const { clock, log } = options
  let running: Promise<number | null> | null = null
  let isWanted = false

  async function rounds(most: number): Promise<number | null> {
    let left = most
    let next: number | null = null
    try {
      do {
        isWanted = false
        const round = await deliverRound(options, left)
        left -= round.tried
        next = round.next
      } while (isWanted && left > 0)
    } catch (error) {
      log.error(fieldsOf(error), 'letters')
      next = clock.now().getTime() + AGAIN_MS
    } finally {
      running = null
    }
    return next
  }

  return {
    deliver({ most = Number.POSITIVE_INFINITY } = {}) {
      isWanted = true
      running ??= rounds(most)
      return running
    },
  }
}

interface Round {
  readonly tried: number
  readonly next: number | null
}

async function deliverRound(options: CourierOptions, most: number): Promise<Round> {
  const { store, clock } = options
  const waits: number[] = []
  let tried = 0
  let failures = 0
  for (const letter of await store.letters()) {
    const now = clock.now().getTime()
    const at = dueAt(letter, options, now)
    const isDown = failures === FAILURES
    if (at > now || tried >= most || isDown) {
      waits.push(isDown ? Math.max(at, now + AGAIN_MS) : at)
      continue
    }
    tried += 1
    const outcome = await deliverOne(letter, options)
    failures = outcome === 'postponed' ? failures + 1 : 0
    if (outcome === 'postponed' || outcome === 'elsewhere') waits.push(clock.now().getTime() + AGAIN_MS)
  }
  const next = Math.min(...waits)
  return { tried, next: Number.isFinite(next) ? next : null }
}

/**
 * When a letter may go out, now or later. Unless somebody asked for another time, nothing goes out outside working time
 * (design §7). Notices go out on their own day or never: the run of a later day takes their place, and nobody gets both.
 */
function dueAt(
  { key, channel, notBefore, atAnyTime }: Letter,
  { adapter, calendar }: CourierOptions,
  now: number,
): number {
  if (channel !== adapter.name) return Number.POSITIVE_INFINITY
  const earliest = Math.max(notBefore, now)
  const isTimely = atAnyTime && earliest - notBefore < LATE_MS
  const working = epochMsOf(workingTimeAtOrAfter(calendar, localTime(earliest)))
  const at = isTimely ? earliest : Math.max(earliest, working)
  const notice = readNoticeKey(key)
  return notice === null || notice.day === localTime(at).day ? at : Number.POSITIVE_INFINITY
}

type Outcome = LetterEnd | 'postponed' | 'elsewhere'

/** One delivery: begun, sent under the letter's own key, settled. Nobody begins the same at the same time. */
async function deliverOne(letter: Letter, options: CourierOptions): Promise<Outcome> {
  const { store, keeper, clock, log } = options
  const now = clock.now()
  const first = await store.attempt(letter.key, { now, forMs: ATTEMPT_MS })
  if (first === null) return 'elsewhere'
  if ((await keeper.current()).isSuperseded(letter.key)) return settled(letter, 'dropped', options)
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
  try {
    await options.adapter.send(letter.to, letter.reply, letter.key)
  } catch (error) {
    options.log.warn({ key: letter.key, ...fieldsOf(error) }, 'letter')
    // Another fault says nothing of how far it came, and holds up no other letter.
    return error instanceof PlatformError ? refused(letter, error, { ...options, isFirst }) : 'postponed'
  }
  return settled(letter, 'delivered', options)
}

async function refused(
  letter: Letter,
  { passing, mayHaveArrived, recipientGone }: PlatformError,
  { isFirst, ...options }: CourierOptions & { readonly isFirst: boolean },
): Promise<Outcome> {
  if (passing) {
    if (isFirst && !mayHaveArrived) await options.store.giveBack(letter.key)
    return 'postponed'
  }
  if (recipientGone) await reportGone(letter, options)
  return settled(letter, 'gone', options)
}
