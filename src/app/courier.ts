import { PlatformError } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import type { ChatAdapter, Clock, Letter, LetterEnd, Store } from '../core/ports.ts'
import { LATE_MS, readNoticeKey } from '../core/supervision/run.ts'
import type { WorkCalendar } from '../core/supervision/work-calendar.ts'
import { isWorkingTime, localTime } from '../core/supervision/working-time.ts'
import { fieldsOf } from './fault-fields.ts'
import type { RecordKeeper } from './record-keeper.ts'
import { reportGone } from './report-gone.ts'
import { createSilence, type Heard, type Silence } from './silence.ts'

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
const DOUBLE_MS = 50 * MINUTE_MS

/** Letters that could not be delivered one after another, after which the platform is taken to be down. */
const FAILURES = 3

export function createCourier(options: CourierOptions): Courier {
  const silence = createSilence()
  let running: Promise<void> | null = null
  let isWanted = false

  async function rounds(): Promise<void> {
    try {
      do {
        isWanted = false
        await round(options, silence)
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

async function round(options: CourierOptions, silence: Silence): Promise<void> {
  const letters = await options.store.letters()
  silence.keep(new Set(letters.map(({ key }) => key)))
  const isUnknown = ({ key }: Letter) => silence.unknown.has(key)
  let failures = 0
  for (const letter of [...letters.filter(isUnknown), ...letters.filter(one => !isUnknown(one))]) {
    if (failures === FAILURES) return
    const now = options.clock.now().getTime()
    if (!isDue(letter, now, options) || !silence.isWorthTheRisk(letter.key, now)) continue
    const outcome = await deliverOne(letter, options)
    if (outcome === 'elsewhere') continue
    silence.hear(HEARD[outcome], letter.key, now)
    failures = outcome === 'unknown' || outcome === 'refused' ? failures + 1 : 0
  }
}

/**
 * Unless somebody asked for another time, nothing goes out outside working time (design §7). Notices go out on their own
 * day or not at all: the run of a later day takes their place, and nobody gets both.
 */
function isDue(
  { key, channel, notBefore, atAnyTime }: Letter,
  now: number,
  { adapter, calendar }: CourierOptions,
): boolean {
  if (channel !== adapter.name || notBefore > now) return false
  const local = localTime(now)
  const notice = readNoticeKey(key)
  if (notice !== null && notice.day !== local.day) return false
  return (atAnyTime && now - notBefore < LATE_MS) || isWorkingTime(calendar, local)
}

/** `refused` or of `unknown` end: it will be tried again. `elsewhere`: somebody else is at it, or was. */
type Outcome = LetterEnd | 'refused' | 'unknown' | 'elsewhere'

const HEARD: Readonly<Record<Exclude<Outcome, 'elsewhere'>, Heard>> = {
  delivered: 'answer',
  gone: 'answer',
  refused: 'refusal',
  unknown: 'silence',
  dropped: 'given-up',
  withdrawn: 'given-up',
}

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
