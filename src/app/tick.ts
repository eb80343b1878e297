import type { Assistant } from '../core/dialog/assistant.ts'
import type { Log } from '../core/log.ts'
import type { Clock, Store } from '../core/ports.ts'
import type { Ledger } from '../core/search/ledger.ts'
import {
  decideRun,
  type RunDecision,
  type RunRequest,
  readNoticeKey,
  type UnsentLetter,
} from '../core/supervision/run.ts'
import type { WorkCalendar } from '../core/supervision/work-calendar.ts'
import { DOUBLE_MS } from './courier.ts'
import { fieldsOf } from './fault-fields.ts'
import type { ProgressNow } from './progress-now.ts'
import type { RecordKeeper } from './record-keeper.ts'
import { momentOf } from './today.ts'

export interface TickOptions {
  readonly ledger: Ledger
  readonly assistant: Assistant
  readonly keeper: RecordKeeper
  readonly progressNow: ProgressNow
  readonly store: Pick<Store, 'append' | 'letters' | 'attempt' | 'giveBack' | 'settleLetter'>
  readonly calendar: WorkCalendar
  readonly clock: Clock
  readonly log: Log
}

/** Decisions made again because another process was quicker. */
const TRIES = 3

const LOOK_MS = 60_000

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
  const unsent = await unsentLetters(options)
  const records = await keeper.current()
  const { entry, letters, dropped } = decideRun(await requestOf(options, unsent))
  if (entry === null) {
    for (const { key } of unsent) await store.giveBack(key)
    return true
  }
  const written = await store.append([entry], { seen: records.seen, letters })
  if (written === 'outdated') return false
  for (const { key } of unsent) await store.settleLetter(key, 'dropped')
  log.info({ letters: letters.length, dropped, superseded: unsent.length }, 'clock')
  return true
}

/** Letters of notices of earlier days that nobody has tried to send, or for certain in vain. They are held while this run decides. */
async function unsentLetters({ store, clock }: TickOptions): Promise<readonly UnsentLetter[]> {
  const { today, ms } = momentOf(clock)
  const late = (await store.letters()).flatMap(({ key }) => readNoticeKey(key) ?? []).filter(({ day }) => day < today)
  const held = await Promise.all(
    late.map(async letter => ({
      letter,
      first: await store.attempt(letter.key, { now: clock.now(), forMs: LOOK_MS }),
    })),
  )
  const uncertain = held.filter(({ first }) => first !== null && ms - first > DOUBLE_MS)
  for (const { letter } of uncertain) await store.settleLetter(letter.key, 'dropped')
  return held.flatMap(({ letter, first }) => (first !== null && first >= ms ? [letter] : []))
}

/** What would be sent now, and why; nothing is written. */
export async function preview(options: TickOptions): Promise<RunDecision> {
  return decideRun(await requestOf(options, []))
}

async function requestOf(
  { ledger, assistant, keeper, progressNow, calendar, clock }: TickOptions,
  unsent: readonly UnsentLetter[],
): Promise<RunRequest> {
  const records = await keeper.current()
  const now = momentOf(clock)
  const progress = await progressNow(now.today)
  const findTasks = (query: string) => {
    const { answer } = assistant.ask(query, { today: now.today, progress })
    return answer.tasks.flatMap(task => ledger.tasks[task]?.id ?? [])
  }
  return { ledger, assistant, records, progress, calendar, now, findTasks, unsent }
}
