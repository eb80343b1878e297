import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as ioTurn } from 'node:timers/promises'
import { createWorkCalendar } from '../../adapters/calendar/chinese-days.ts'
import { createLowdbStore } from '../../adapters/store/lowdb.ts'
import { createNodeSqliteStore } from '../../adapters/store/node-sqlite.ts'
import { openLedger } from '../../src/app/open-ledger.ts'
import { createRecordKeeper } from '../../src/app/record-keeper.ts'
import { momentOf } from '../../src/app/today.ts'
import type { Store } from '../../src/core/ports.ts'
import type { Ledger } from '../../src/core/search/ledger.ts'
import { createMemoryStore } from '../contracts/memory-store.ts'
import type { FaultRun } from './faults-reports.ts'
import { judgeYear, type Verdict } from './faults-year-judge.ts'
import { createPeople } from './faults-year-people.ts'
import { createFaultyPlatform } from './faults-year-platform.ts'
import { emptyChronicle, type Process, startProcess } from './faults-year-process.ts'
import { rowsOfYear } from './faults-year-rows.ts'
import { createWatch } from './faults-year-wanted.ts'
import { nonEmpty, seededRandom } from './random.ts'
import { seedFiles, seedUnits } from './seeds.ts'

/** From one day to the day before another, with the days on which something is down altogether. */
export interface Stretch {
  readonly seed: number
  readonly first: string
  readonly end: string
  /** By day, the share of calls that are not answered at all; the others are refused. */
  readonly platformDown: ReadonlyMap<string, number>
  readonly weDown: readonly string[]
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const SHANGHAI_AHEAD_MS = 8 * HOUR_MS
/** The clock of the second process goes ahead by so much. */
const SKEWS_MS = [0, 7_000]
/** Of so many ticks of a process one is its last, though nothing went wrong. */
const RESTART_ONE_IN = 400
/** Of so many restarts one takes hours. */
const LONG_RESTART_ONE_IN = 5
const ACT_SHARE = 0.08
/** Of so many ticks in daytime one puts a recipient out of reach, or brings one back. */
const GONE_ONE_IN = 250

const openSeeds = (): Promise<Ledger> => openLedger({ documents: seedFiles(), units: seedUnits() })

/** Lives through a stretch of time with two processes over one store, and judges what arrived. */
async function liveThrough(stretch: Stretch, store: Store, ledger: Ledger): Promise<Verdict> {
  const { seed, first, end } = stretch
  const random = seededRandom(seed)
  const calendar = createWorkCalendar({})
  const time = { at: Date.parse(first) - SHANGHAI_AHEAD_MS }
  const now = () => time.at
  const moment = () => momentOf({ now: () => new Date(time.at) })
  const platform = createFaultyPlatform(seededRandom(seed + 1), now)
  const chronicle = emptyChronicle()
  const people = createPeople(ledger, seededRandom(seed + 2))
  const watch = createWatch(calendar)
  const keeper = createRecordKeeper({ store })
  const counts = { ticks: 0, restarts: 0, acts: 0 }
  const looked: number[] = []

  const start = (skew: number): Process =>
    startProcess({ store, platform, ledger, calendar, now: () => time.at + skew, random, chronicle })
  const seats = SKEWS_MS.map(skew => ({ skew, process: start(skew), backAt: 0, running: null as Promise<void> | null }))

  async function write(entries: Parameters<Store['append']>[0]): Promise<void> {
    const { seen } = await keeper.current()
    for (const entry of entries) await store.append([entry], { seen: seen + entries.length })
    counts.acts += entries.length
  }

  async function live(): Promise<void> {
    if (random.next() < ACT_SHARE) await write(people.act(await keeper.current(), moment()))
    if (isDaytime(time.at) && random.next() * GONE_ONE_IN < 1) {
      const recipient = random.pick(nonEmpty(people.recipients))
      if (platform.gone.delete(recipient)) await write(people.rebound(recipient, moment()))
      else if (platform.gone.size < 4) platform.gone.add(recipient)
    }
    watch.look(await keeper.current(), time.at)
  }

  function restart(seat: (typeof seats)[number]): void {
    const isLong = random.next() * LONG_RESTART_ONE_IN < 1
    seat.backAt = time.at + (isLong ? Math.floor(random.next() * 3 * HOUR_MS) : 0)
    seat.process = start(seat.skew)
    seat.running = null
    counts.restarts += 1
  }

  async function tickAll(): Promise<void> {
    const awake = seats.filter(({ backAt, running }) => backAt <= time.at && running === null)
    for (const seat of awake) {
      counts.ticks += 1
      const { process } = seat
      const running = process.tick().then(() => {
        if (!process.isDead()) looked.push(time.at)
        if (seat.running === running) seat.running = null
      })
      seat.running = running
    }
    const isBusy = () => seats.filter(({ running }) => running !== null).length > platform.hanging()
    do await ioTurn()
    while (isBusy())
    platform.answerSlow()
    for (const seat of seats) {
      if (seat.process.isDead() || random.next() * RESTART_ONE_IN < 1) restart(seat)
    }
  }

  await write(people.bindings(moment()))
  for (; momentOf({ now: () => new Date(now()) }).today < end; time.at += stepAt(time.at)) {
    const { today } = moment()
    if (minuteOf(time.at) === 0) platform.weather.errorShare = 0.1 + random.next() * 0.2
    platform.weather.silentShare = stretch.platformDown.get(today) ?? null
    await live()
    if (!stretch.weDown.includes(today)) await tickAll()
  }
  return judgeYear({
    stretch,
    ledger,
    calendar,
    platform,
    chronicle,
    watch,
    looked,
    counts,
    entries: await store.entries(0),
    waiting: new Set((await store.letters()).map(({ key }) => key)),
  })
}

const minuteOf = (ms: number): number => ((ms + SHANGHAI_AHEAD_MS) / MINUTE_MS) % (24 * 60)

const isDaytime = (ms: number): boolean => minuteOf(ms) >= 8 * 60 && minuteOf(ms) < 18 * 60 + 30

/** Subscriptions of the evening are on time; in the small hours there are few. */
function stepAt(ms: number): number {
  if (isDaytime(ms)) return 10 * MINUTE_MS
  return (minuteOf(ms) < 8 * 60 ? 30 : 15) * MINUTE_MS
}

/** With the holidays of the notices for 2023 and 2024 and a leap day. */
const YEAR: Stretch = {
  seed: 20230301,
  first: '2023-03-01',
  end: '2024-03-01',
  platformDown: new Map([
    ['2023-04-12', 0],
    ['2023-09-07', 0.3],
    ['2023-12-29', 1],
  ]),
  weDown: ['2023-06-14', '2023-06-15'],
}

/** National Day with its make-up Saturdays, and two days without us. */
const AUTUMN: Stretch = {
  seed: 20230918,
  first: '2023-09-18',
  end: '2023-10-13',
  platformDown: new Map([['2023-09-26', 0.1]]),
  weDown: ['2023-10-10', '2023-10-11'],
}

/** The year over the memory store; some weeks of it over the stores that keep a file. */
export async function liveThroughAll(): Promise<FaultRun> {
  const ledger = await openSeeds()
  const folder = await mkdtemp(join(tmpdir(), 'duban-year-'))
  const sqlite = await createNodeSqliteStore(join(folder, 'duban.sqlite'))
  const lowdb = await createLowdbStore(join(folder, 'duban.json'))
  const runs = [
    rowsOfYear('a year', await liveThrough(YEAR, createMemoryStore(), ledger)),
    rowsOfYear('4 weeks over lowdb', await liveThrough(AUTUMN, lowdb, ledger)),
    rowsOfYear('4 weeks over node:sqlite', await liveThrough({ ...AUTUMN, seed: 20231016 }, sqlite, ledger)),
  ]
  await Promise.all([sqlite.close(), lowdb.close()])
  await rm(folder, { recursive: true })
  return { rows: runs.flatMap(({ rows }) => rows), failures: runs.reduce((sum, { failures }) => sum + failures, 0) }
}
