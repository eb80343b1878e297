import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { formatBatch, parseJournal } from '../../adapters/store/journal-file.ts'
import { createLowdbStore } from '../../adapters/store/lowdb.ts'
import { report } from '../contracts/samples.ts'
import { type Random, seededRandom } from './random.ts'
import type { Row } from './table.ts'

/** What came of a run, and how many things went wrong that must not. */
export interface FaultRun {
  readonly rows: readonly Row[]
  readonly failures: number
}

const TRIALS = 200
/** Trials that go on with the files of the one before. */
const TRIALS_A_LEDGER = 5
const SEED = 20230601
/** Of so many kills one falls into the opening, the others into the burst; milliseconds until then. */
const OPENING_ONE_IN = 8
const LONGEST_OPENING_MS = 300
/** After so many kills one leaves a torn line, as a power cut would. */
const TEAR_ONE_IN = 4
const LONGEST_BURST_MS = 120

const WRITER = fileURLToPath(new URL('faults-writer.ts', import.meta.url))

/** What was seen after the kills; reports by their ids, of which no two trials have one in common. */
interface Tally {
  readonly acknowledged: Set<string>
  readonly found: Set<string>
  readonly lost: Set<string>
  readonly doubled: Set<string>
  /** A report without the letter that went with it, or the letter without the report. */
  readonly halved: Set<string>
  torn: number
  /** Torn on purpose, of which the next writer knows nothing. */
  made: number
  opened: number
  snapshots: number
}

/** Kills a process in the middle of a burst of reports, again and again, and looks after each for every acknowledged one. */
export async function killInBursts(): Promise<FaultRun> {
  const tally: Tally = {
    acknowledged: new Set(),
    found: new Set(),
    lost: new Set(),
    doubled: new Set(),
    halved: new Set(),
    torn: 0,
    made: 0,
    opened: 0,
    snapshots: 0,
  }
  // One after another: a busy machine would kill late.
  for (let serial = 0; serial < TRIALS / TRIALS_A_LEDGER; serial++) await killWritersOf(serial, tally)
  return { rows: rowsOf(tally), failures: tally.lost.size + tally.doubled.size + tally.halved.size }
}

/** One ledger, whose writers are killed one after another. */
async function killWritersOf(serial: number, tally: Tally): Promise<void> {
  const random = seededRandom(SEED + serial)
  const folder = await mkdtemp(join(tmpdir(), 'duban-faults-'))
  const file = join(folder, 'duban.json')
  const acknowledged = new Set<string>()
  for (let trial = 0; trial < TRIALS_A_LEDGER; trial++) {
    const inOpening = random.next() * OPENING_ONE_IN < 1
    const afterMs = random.next() * (inOpening ? LONGEST_OPENING_MS : LONGEST_BURST_MS)
    const ids = await runUntilKilled({ file, trial: serial * TRIALS_A_LEDGER + trial, inOpening, afterMs })
    for (const id of ids) acknowledged.add(id)
    await inspect(file, acknowledged, tally)
    if (random.next() * TEAR_ONE_IN < 1) await tear(file, random, tally)
  }
  for (const id of acknowledged) tally.acknowledged.add(id)
  await rm(folder, { recursive: true })
}

interface Trial {
  readonly file: string
  readonly trial: number
  readonly inOpening: boolean
  readonly afterMs: number
}

/** The ids that were acknowledged before the kill. */
async function runUntilKilled({ file, trial, inOpening, afterMs }: Trial): Promise<readonly string[]> {
  const child = spawn(process.execPath, [WRITER, file, String(trial)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const output = collect(child)
  const closed = once(child, 'close')
  if (!inOpening) await Promise.race([once(child.stdout, 'data'), closed])
  await pause(afterMs)
  child.kill('SIGKILL')
  const [, signal] = await closed
  if (signal !== 'SIGKILL') throw new Error(`the writer of trial ${trial} ended by itself`)
  // The last line is whole only if its end was printed.
  return output.text
    .split('\n')
    .slice(0, -1)
    .filter(line => line !== 'open')
}

function collect(child: ChildProcessByStdio<null, Readable, null>) {
  const output = { text: '' }
  child.stdout.setEncoding('utf8').on('data', chunk => {
    output.text += chunk
  })
  return output
}

/** What a restart would see, beside what was acknowledged. */
async function inspect(file: string, acknowledged: ReadonlySet<string>, tally: Tally): Promise<void> {
  const journal = journalOf(file)
  if (!existsSync(journal)) return
  const { isTorn, after } = parseJournal(journal, await readFile(journal), file)
  const store = await createLowdbStore(file, { mode: 'read' })
  const ids = (await store.entries(0)).map(({ id }) => id)
  const found = new Set(ids)
  const letters = new Set((await store.letters()).map(({ key }) => key))
  const withLetter = [...found].filter(id => Number(id.split('-')[2]) % 3 === 0)
  tally.opened += 1
  tally.torn += isTorn ? 1 : 0
  tally.snapshots += after > 0 ? 1 : 0
  for (const id of found) tally.found.add(id)
  for (const id of acknowledged.difference(found)) tally.lost.add(id)
  for (const id of repeated(ids)) tally.doubled.add(id)
  for (const id of new Set(withLetter).symmetricDifference(letters)) tally.halved.add(id)
}

/** Puts a part of a line at the end of the journal. */
async function tear(file: string, random: Random, tally: Tally): Promise<void> {
  const journal = journalOf(file)
  if (!existsSync(journal)) return
  const line = formatBatch({ number: 1, records: [{ kind: 'entry', entry: report('torn') }] })
  await appendFile(journal, line.slice(0, 1 + Math.floor(random.next() * (line.length - 1))))
  tally.made += 1
}

const journalOf = (file: string): string => file.replace('.json', '.journal.jsonl')

function repeated(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return ids.filter(id => seen.has(id) || !seen.add(id))
}

function rowsOf(tally: Tally): readonly Row[] {
  const none = { bound: '0' }
  return [
    { what: `kill -9 in a burst of reports, seed ${SEED}: trials`, figure: String(TRIALS) },
    { what: 'kill -9: restarts that were looked at', figure: String(tally.opened) },
    { what: 'kill -9: restarts behind a snapshot', figure: String(tally.snapshots) },
    { what: 'kill -9: last lines found torn, torn on purpose', figure: `${tally.torn}, ${tally.made}` },
    { what: 'kill -9: reports acknowledged', figure: String(tally.acknowledged.size) },
    {
      what: 'kill -9: kept, though the acknowledgement did not go out',
      figure: String(tally.found.difference(tally.acknowledged).size),
    },
    { what: 'kill -9: acknowledged and lost', figure: String(tally.lost.size), ...none },
    { what: 'kill -9: there twice', figure: String(tally.doubled.size), ...none },
    { what: 'kill -9: report or letter without the other', figure: String(tally.halved.size), ...none },
  ]
}
