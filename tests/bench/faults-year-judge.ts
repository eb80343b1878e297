import type { Entry } from '../../src/core/progress/entry.ts'
import { createRecords } from '../../src/core/progress/records.ts'
import { groupBy } from '../../src/core/search/group.ts'
import type { Ledger } from '../../src/core/search/ledger.ts'
import type { LegalCalendar } from '../../src/core/supervision/work-calendar.ts'
import { epochMsOf, isWorkingTime, localTime } from '../../src/core/supervision/working-time.ts'
import type { Stretch } from './faults-year.ts'
import { judgeNotices } from './faults-year-notices.ts'
import type { Arrival, FaultyPlatform } from './faults-year-platform.ts'
import type { Chronicle } from './faults-year-process.ts'
import type { createWatch, Occurrence } from './faults-year-wanted.ts'

/** What was seen of a stretch of time. */
export interface Evidence {
  readonly stretch: Stretch
  readonly ledger: Ledger
  readonly calendar: LegalCalendar
  readonly platform: FaultyPlatform
  readonly chronicle: Chronicle
  readonly watch: ReturnType<typeof createWatch>
  /** When a process had looked for what is due and lived on, epoch milliseconds. */
  readonly looked: readonly number[]
  readonly counts: { readonly ticks: number; readonly restarts: number; readonly acts: number }
  readonly entries: readonly Entry[]
  /** Keys of letters that still wait. */
  readonly waiting: ReadonlySet<string>
}

/** How many came to each end, by its name. */
export type Tally = ReadonlyMap<string, number>

/** Where findings are put down. */
export interface Court extends Evidence {
  /** By key, what the platform delivered. */
  readonly arrived: ReadonlyMap<string, readonly Arrival[]>
  /** Keys of letters that a later one took the place of. */
  readonly overtaken: ReadonlySet<string>
  /** What must not be, one line each. */
  readonly faults: string[]
}

export interface Verdict {
  readonly evidence: Evidence
  readonly notices: Tally
  readonly occurrences: Tally
  readonly gone: Tally
  readonly faults: readonly string[]
}

/** Judges what arrived by what should have. */
export function judgeYear(evidence: Evidence): Verdict {
  const court: Court = {
    ...evidence,
    arrived: groupBy(evidence.platform.arrivals, ({ key }) => key),
    overtaken: new Set(evidence.entries.flatMap(entry => (entry.kind === 'run' ? entry.superseded : []))),
    faults: [...evidence.chronicle.unexpected],
  }
  const notices = judgeNotices(court)
  const occurrences = judgeOccurrences(court)
  const gone = judgeGone(court)
  judgeArrivals(court)
  return { evidence, notices, occurrences, gone, faults: court.faults }
}

/** Counts by name. */
export function counter() {
  const tally = new Map<string, number>()
  const count = (name: string, by = 1) => {
    if (by > 0) tally.set(name, (tally.get(name) ?? 0) + by)
  }
  return { tally, count }
}

export const ONCE = 'arrived once'

/** What became of a letter by its key. */
export function endOf(key: string, { arrived, chronicle, waiting, stretch, faults }: Court): string {
  const times = arrived.get(key)?.length ?? 0
  if (times > 0) return times === 1 ? ONCE : 'ARRIVED TWICE'
  if (waiting.has(key)) return 'still waiting at the end'
  const ended = chronicle.ends.get(key)
  if (ended?.end === 'gone') return 'dropped: recipient gone'
  if (ended?.end !== 'dropped') {
    faults.push(`never arrived: ${key}`)
    return 'MISSED'
  }
  const isSilent = [...stretch.platformDown.keys()].some(day => key.includes(day) || localTime(ended.at).day === day)
  return isSilent ? 'dropped: risked on a platform silent all day' : 'dropped: of unknown end for 50 minutes'
}

const MERGED = 'merged into a later one'

/** Every time a subscription was to speak: it did once, or a later message of it stands for that one too. */
function judgeOccurrences(court: Court): Tally {
  const { watch, chronicle, overtaken, looked, arrived, platform, faults } = court
  const { tally, count } = counter()
  const posted = new Set([...chronicle.runs.values()].flatMap(({ letters }) => letters.map(({ key }) => key)))
  const bySubscription = groupBy(watch.occurrences, ({ subscriptionId }) => subscriptionId)

  const unsaid = ({ key, at, subscriptionId, place }: Occurrence): string => {
    const back = looked.find(tick => tick >= at) ?? Number.POSITIVE_INFINITY
    const isBetween = (instant: number) => instant > at && instant <= back
    if (overtaken.has(key)) return MERGED
    if (bySubscription.get(subscriptionId)?.some(other => isBetween(other.at))) return MERGED
    if (watch.changes.get(place)?.some(isBetween)) return 'not wanted any more when we came back'
    if (wasGone(place, back, court)) return 'left out: recipient gone'
    if (back === Number.POSITIVE_INFINITY) return 'still waiting at the end'
    faults.push(`no message for ${key} of ${place}`)
    return 'MISSED'
  }

  for (const wanted of watch.occurrences) {
    const { key } = wanted
    const isLetter = arrived.has(key) || (posted.has(key) && !overtaken.has(key))
    count(isLetter ? endOf(key, court) : unsaid(wanted))
  }
  const wanted = new Set(watch.occurrences.map(({ key }) => key))
  const isPlanned = (key: string) => !key.startsWith('["subscription"') || key.includes('"again/') || wanted.has(key)
  for (const { key } of platform.arrivals) if (!isPlanned(key)) faults.push(`nobody expected ${key}`)
  return tally
}

/** By the entries: a recipient was out of reach, and nothing had lifted it. */
function wasGone(place: string, at: number, { entries }: Evidence): boolean {
  const records = createRecords()
  const about = entries.filter(entry => JSON.stringify(entry).includes(place.slice(place.indexOf(':') + 1)))
  records.add(about.filter(entry => Date.parse(entry.at) <= at))
  return records.isGone(place)
}

/** The office is told once of each recipient that is gone. */
function judgeGone(court: Court): Tally {
  const { tally, count } = counter()
  const records = createRecords()
  for (const entry of court.entries) {
    if (entry.kind === 'gone') {
      if (records.isGone(entry.recipient)) court.faults.push(`reported twice as gone: ${entry.recipient}`)
      const office = records.people().filter(({ roles }) => roles.has('office'))
      count('recipients gone')
      for (const { id } of office) count(endOf(`gone/${entry.recipient}/${entry.at}/${id}`, court))
    }
    records.add([entry])
  }
  return tally
}

const LATEST_MS = 2 * 60 * 60_000
const MINUTE_MS = 60_000

/** What holds of every message, whatever it is. */
function judgeArrivals({ platform, calendar, arrived, faults }: Court): void {
  for (const [key, messages] of arrived) if (messages.length > 1) faults.push(`delivered twice: ${key}`)
  const unasked = platform.arrivals.filter(({ key }) => key.startsWith('["letter"'))
  const perDay = groupBy(unasked, ({ recipient, at }) => `${recipient} ${localTime(at).day}`)
  for (const [day, messages] of perDay) if (messages.length > 1) faults.push(`two unasked for on one day: ${day}`)
  for (const { key, at } of platform.arrivals) {
    const asked = firingOf(key)
    const isOnTime = asked !== null && at - asked.at < LATEST_MS
    if (!isOnTime && !isWorkingTime(calendar, localTime(at)))
      faults.push(`outside hours: ${key} at ${localTime(at).day}`)
  }
  const firings = platform.arrivals.flatMap(({ key, at }) => ({ id: firingOf(key)?.id ?? null, at }))
  for (const [id, messages] of groupBy(firings, firing => firing.id)) {
    const isClose = messages.some(({ at }, i) => i > 0 && at - (messages[i - 1]?.at ?? 0) < MINUTE_MS)
    if (id !== null && isClose) faults.push(`two within a minute: ${id}`)
  }
}

/** ["subscription", id, day, minute] */
function firingOf(key: string): { readonly id: string; readonly at: number } | null {
  if (!key.startsWith('["subscription"')) return null
  const [, id, day, minute]: unknown[] = JSON.parse(key)
  return { id: String(id), at: epochMsOf({ day: String(day), minute: Number(minute) }) }
}
