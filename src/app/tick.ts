import type { Assistant } from '../core/dialog/assistant.ts'
import type { Log } from '../core/log.ts'
import type { Clock, Store } from '../core/ports.ts'
import type { Ledger } from '../core/search/ledger.ts'
import { decideRun, isNoticeTime, type RunRequest, readNoticeKey, type UnsentLetter } from '../core/supervision/run.ts'
import type { WorkCalendar } from '../core/supervision/work-calendar.ts'
import { epochMsOf, localTime, WORKING_HOURS } from '../core/supervision/working-time.ts'
import { fieldsOf } from './fault-fields.ts'
import type { ProgressNow } from './progress-now.ts'
import type { RecordKeeper } from './record-keeper.ts'
import { momentOf } from './today.ts'

export interface TickOptions {
  readonly ledger: Ledger
  readonly assistant: Assistant
  readonly keeper: RecordKeeper
  readonly progressNow: ProgressNow
  readonly store: Pick<Store, 'append' | 'letters' | 'attempt' | 'settleLetter'>
  readonly calendar: WorkCalendar
  readonly clock: Clock
  readonly log: Log
}

/** Decisions made again because another process was quicker. */
const TRIES = 3

/**
 * Asks what is due now, and posts it. The decision and its letters are written in one step that only one of any number of
 * processes gets done. Never rejects.
 */
export async function tick(options: TickOptions): Promise<void> {
  try {
    for (let attempt = 0; attempt < TRIES; attempt++) if (await runOnce(options)) return
  } catch (error) {
    options.log.error(fieldsOf(error), 'clock')
  }
}

async function runOnce(options: TickOptions): Promise<boolean> {
  const { keeper, store, log } = options
  const waiting = await stillWaiting(options)
  const unsent = await unsentNotices(waiting, options)
  const records = await keeper.current()
  const { entry, letters, dropped } = decideRun(await requestOf(options, { unsent, waiting }))
  if (entry === null) return true
  const written = await store.append([entry], { seen: records.seen, letters })
  if (written === 'outdated') return false
  for (const key of entry.superseded) await store.settleLetter(key, 'dropped')
  log.info({ letters: letters.length, dropped, superseded: entry.superseded.length }, 'clock')
  return true
}

/** Keys of the letters that wait. One that was superseded by a process that ended before it could say so waits no more. */
async function stillWaiting({ keeper, store }: TickOptions): Promise<readonly string[]> {
  const keys = (await store.letters()).map(({ key }) => key)
  const records = await keeper.current()
  for (const key of keys) if (records.isSuperseded(key)) await store.settleLetter(key, 'dropped')
  return keys.filter(key => !records.isSuperseded(key))
}

/** Notices of earlier days that nobody has tried to send, or for certain in vain; looked for where this run would take their place. */
async function unsentNotices(waiting: readonly string[], options: TickOptions): Promise<readonly UnsentLetter[]> {
  const { keeper, store, calendar, clock, log } = options
  const now = momentOf(clock)
  if (!isNoticeTime({ records: await keeper.current(), calendar, now })) return []
  // The same instant for everybody who looks today, whatever their clocks say: one look is no hindrance to another.
  const term = { now: new Date(epochMsOf({ day: now.today, minute: WORKING_HOURS.from })), forMs: 0 }
  const unsent: UnsentLetter[] = []
  for (const letter of waiting.flatMap(key => readNoticeKey(key) ?? []).filter(({ day }) => day < now.today)) {
    const first = await store.attempt(letter.key, term)
    if (first === null) continue
    // Couriers send on the letter's own day only: a later attempt was a look like this one.
    if (localTime(first).day > letter.day) unsent.push(letter)
    else if (await store.settleLetter(letter.key, 'dropped'))
      log.warn({ key: letter.key, result: 'uncertain' }, 'letter')
  }
  return unsent
}

async function requestOf(
  { ledger, assistant, keeper, progressNow, calendar, clock }: TickOptions,
  letters: Pick<RunRequest, 'unsent' | 'waiting'>,
): Promise<RunRequest> {
  const records = await keeper.current()
  const now = momentOf(clock)
  const progress = await progressNow(now.today)
  const findTasks = (query: string) => {
    const { answer } = assistant.ask(query, { today: now.today, progress })
    return answer.tasks.flatMap(task => ledger.tasks[task]?.id ?? [])
  }
  return { ledger, assistant, records, progress, calendar, now, findTasks, ...letters }
}
