import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatBatch } from '../../adapters/store/journal-file.ts'
import { createLowdbStore } from '../../adapters/store/lowdb.ts'
import { report } from '../contracts/samples.ts'
import { percentile, time } from './measure.ts'
import type { Row } from './table.ts'

/** How many wait for their report to be durable at the same time. */
const IN_FLIGHT = [1, 10, 100]
const ROUNDS = 3
const REPORTS_A_ROUND = 4000
const LARGE = 100_000

/** Makes one report durable. */
type Keep = (serial: number) => Promise<unknown>

interface Load {
  readonly perSecond: number
  readonly p99: number
}

/** Each of so many starts its next report when its last one is durable. */
async function underLoad(inFlight: number, keep: Keep): Promise<Load> {
  const latencies: number[] = []
  const serials = Array.from({ length: REPORTS_A_ROUND }, (_, serial) => serial).values()
  const worker = async () => {
    for (const serial of serials) {
      const started = performance.now()
      await keep(serial)
      latencies.push(performance.now() - started)
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: inFlight }, worker))
  const seconds = (performance.now() - started) / 1000
  return { perSecond: REPORTS_A_ROUND / seconds, p99: percentile(latencies, 0.99) }
}

const entry = (serial: number, round: number) => report(`${round}-${serial}`, `鲁政办字〔2023〕5号#${serial}`)

/** Opens what is measured in a file of its own; `close` ends it. */
type Subject = (folder: string) => Promise<{ readonly keep: Keep; readonly close: () => Promise<void> }>

const duban: Subject = async folder => {
  const store = await createLowdbStore(join(folder, 'duban.json'))
  return { keep: serial => store.append([entry(serial, 0)], { seen: 0 }), close: () => store.close() }
}

/** A line of the same bytes at the end of a file, and fdatasync, for each report on its own. */
const bare: Subject = async folder => {
  const handle = await open(join(folder, 'bare.jsonl'), 'a')
  const keep: Keep = async serial => {
    await handle.appendFile(formatBatch({ number: serial, records: [{ kind: 'entry', entry: entry(serial, 0) }] }))
    await handle.datasync()
  }
  return { keep, close: () => handle.close() }
}

async function measure(subject: Subject, inFlight: number): Promise<Load> {
  const folder = await mkdtemp(join(tmpdir(), 'duban-bench-'))
  const { keep, close } = await subject(folder)
  const load = await underLoad(inFlight, keep)
  await close()
  await rm(folder, { recursive: true })
  return load
}

/** The middle one of several rounds, in which both take turns. */
async function compare(inFlight: number): Promise<Row> {
  const rounds: { duban: Load; bare: Load }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ duban: await measure(duban, inFlight), bare: await measure(bare, inFlight) })
  }
  const [ours, reference] = [middle(rounds.map(round => round.duban)), middle(rounds.map(round => round.bare))]
  return {
    what: `durable reports, ${inFlight} in flight`,
    figure: formatLoad(ours),
    reference: `append + fdatasync each: ${formatLoad(reference)}`,
  }
}

const middle = (loads: readonly Load[]): Load => ({
  perSecond: percentile(
    loads.map(({ perSecond }) => perSecond),
    0.5,
  ),
  p99: percentile(
    loads.map(({ p99 }) => p99),
    0.5,
  ),
})

const formatLoad = ({ perSecond, p99 }: Load): string => `${perSecond.toFixed(0)} /s, p99 ${p99.toFixed(2)} ms`

/** A start with many reports, all in the journal or all in the snapshot, beside `JSON.parse` of that text alone. */
async function benchOpening(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'duban-bench-'))
  const file = join(folder, 'duban.json')
  const store = await createLowdbStore(file, { snapshotAfter: Number.POSITIVE_INFINITY })
  const reports = Array.from({ length: LARGE }, (_, serial) => entry(serial, 0))
  await Promise.all(reports.map(one => store.append([one], { seen: 0 })))
  const fromJournal = await timeOpening(file)
  const snapshot = await timeSnapshot(store)
  const parsing = await readFile(file, 'utf8').then(text => time(() => JSON.parse(text)))
  const row = (from: string, ms: number): Row => ({
    what: `start with ${LARGE} reports in the ${from}`,
    figure: `${(ms / 1000).toFixed(2)} s`,
    reference: `JSON.parse alone: ${(parsing / 1000).toFixed(2)} s`,
    bound: '<= 2 s',
  })
  const rows = [row('journal', fromJournal), row('snapshot', await timeOpening(file)), snapshot]
  await rm(folder, { recursive: true })
  return rows
}

async function timeOpening(file: string): Promise<number> {
  const started = performance.now()
  await createLowdbStore(file, { mode: 'read' })
  return performance.now() - started
}

/** How long anything else has to wait at most while the snapshot is written. */
async function timeSnapshot(store: { close(): Promise<void> }): Promise<Row> {
  let last = performance.now()
  let longest = 0
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  const started = performance.now()
  await store.close()
  clearInterval(watch)
  return {
    what: `snapshot of ${LARGE} reports, beside the work`,
    figure: `${(performance.now() - started).toFixed(0)} ms, blocks ${longest.toFixed(0)} ms at a time`,
  }
}

export async function benchReports(): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const inFlight of IN_FLIGHT) rows.push(await compare(inFlight))
  return [...rows, ...(await benchOpening())]
}
