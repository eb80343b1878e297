import { PlatformError } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import type { ChatAdapter, Clock, Letter, LetterEnd, Store } from '../core/ports.ts'
import { LATE_MS, readNoticeKey } from '../core/supervision/run.ts'
import type { WorkCalendar } from '../core/supervision/work-calendar.ts'
import { epochMsOf, localTime, workingTimeAtOrAfter } from '../core/supervision/working-time.ts'
import { fieldsOf } from './fault-fields.ts'
import type { RecordKeeper } from './record-keeper.ts'
import { reportGone } from './report-gone.ts'
import { createSilence, type Heard, type Silence } from './silence.ts'

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
  const silence = createSilence()
  let running: Promise<number | null> | null = null
  let isWanted = false

  async function rounds(most: number): Promise<number | null> {
    let left = most
    let next: number | null = null
    try {
      do {
        isWanted = false
        const round = await deliverRound(options, { most: left, silence })
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

interface RoundOptions {
  readonly most: number
  readonly silence: Silence
}

async function deliverRound(options: CourierOptions, { most, silence }: RoundOptions): Promise<Round> {
  const waits: number[] = []
  let tried = 0
  let failures = 0
  for (const letter of await inOrder(options, silence)) {
    const now = options.clock.now().getTime()
    const at = dueAt(letter, options, now)
    const isHeld = failures === FAILURES || !silence.isWorthTheRisk(letter.key, now)
    if (at > now || tried >= most || isHeld) {
      waits.push(isHeld ? Math.max(at, now + AGAIN_MS) : at)
      continue
    }
    tried += 1
    const outcome = await deliverOne(letter, options)
    silence.hear(HEARD[outcome], letter.key, now)
    failures = failuresAfter(outcome, failures)
    if (!HAS_ENDED.has(outcome)) waits.push(options.clock.now().getTime() + AGAIN_MS)
  }
  const next = Math.min(...waits)
  return { tried, next: Number.isFinite(next) ? next : null }
}

/** What somebody else is at says nothing of the platform. */
function failuresAfter(outcome: Outcome, before: number): number {
  if (outcome === 'elsewhere') return before
  return HAS_ENDED.has(outcome) ? 0 : before + 1
}

/** First those that may be there already: whether the platform answers again is asked with them. */
async function inOrder({ store }: CourierOptions, silence: Silence): Promise<readonly Letter[]> {
  const letters = await store.letters()
  silence.keep(new Set(letters.map(({ key }) => key)))
  const isUnknown = ({ key }: Letter) => silence.unknown.has(key)
  return [...letters.filter(isUnknown), ...letters.filter(letter => !isUnknown(letter))]
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

/** `refused` or of `unknown` end: it will be tried again. `elsewhere`: somebody else is at it, or was. */
type Outcome = LetterEnd | 'refused' | 'unknown' | 'elsewhere'

const HEARD: Readonly<Record<Outcome, Heard>> = {
  delivered: 'answer',
  gone: 'answer',
  refused: 'refusal',
  unknown: 'silence',
  dropped: 'given-up',
  withdrawn: 'given-up',
  elsewhere: 'nothing',
}

const HAS_ENDED: ReadonlySet<Outcome> = new Set(['delivered', 'gone', 'dropped', 'withdrawn'])

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
    const isRefusal = error instanceof PlatformError
    options.log[isRefusal ? 'warn' : 'error']({ key: letter.key, ...fieldsOf(error) }, 'letter')
    // Another fault says nothing of how far it came, and holds up no other letter.
    return isRefusal ? refused(letter, error, { ...options, isFirst }) : 'unknown'
  }
  return settled(letter, 'delivered', options)
}

async function refused(
  letter: Letter,
  { passing, mayHaveArrived, recipientGone }: PlatformError,
  { isFirst, ...options }: CourierOptions & { readonly isFirst: boolean },
): Promise<Outcome> {
  if (passing && mayHaveArrived) return 'unknown'
  if (passing) {
    if (isFirst) await options.store.giveBack(letter.key)
    return 'refused'
  }
  if (recipientGone) await reportGone(letter, options)
  return settled(letter, 'gone', options)
}
