import * as z from 'zod/mini'
import { createAssistant } from '../../src/core/dialog/assistant.ts'
import type { LedgerDocument } from '../../src/core/ports.ts'
import { buildTaskIndex } from '../../src/core/search/build-index.ts'
import { createLedger } from '../../src/core/search/ledger.ts'
import { createFuse, createMiniSearch, type Engine, engineRecords } from './engines.ts'
import { memory, percentile, time } from './measure.ts'
import { benchQuestions } from './questions.ts'
import { seedDocuments, seedUnits } from './seeds.ts'
import { syntheticDocuments } from './synthetic-ledger.ts'

/** One part of the system at one size of ledger, measured in a process of its own so that memory is its own. */
export const PARTS = ['assistant', 'index', 'minisearch', 'fuse'] as const
export type Part = (typeof PARTS)[number]

export const Measurement = z.object({
  tasks: z.number(),
  buildSeconds: z.number(),
  rssMegabytes: z.number(),
  arrayMegabytes: z.number(),
  p50: z.number(),
  p95: z.number(),
})
export type Measurement = z.infer<typeof Measurement>

/** Fuse reads every record: seconds a question in a large ledger. */
const FUSE_READS = 30_000
const QUESTIONS = 400
const WARM_UP = 100
/** A small ledger answers so fast that the runtime has not compiled everything by then: a server is measured once it has. */
const SMALL = 1000
const STEADY = { questions: 2000, warmUp: 1500 }

interface Subject {
  /** Makes the thing measured: its making is timed and weighed. */
  make(): (question: { readonly text: string; readonly words: string }) => unknown
  readonly questions: number
  readonly warmUp: number
}

function engine(create: () => Engine): Subject['make'] {
  return () => {
    const search = create()
    return ({ words }) => search(words)
  }
}

function subjects(documents: readonly LedgerDocument[]): Record<Part, Subject> {
  const tasks = documents.flatMap(({ parsed }) => parsed.tasks)
  const units = seedUnits()
  const fuseQuestions = Math.max(3, Math.min(QUESTIONS, Math.floor(FUSE_READS / tasks.length)))
  const askToday = { today: '2023-05-10' }
  const makeAssistant: Subject['make'] = () => {
    const assistant = createAssistant(createLedger(documents, units))
    return ({ text }) => assistant.ask(text, askToday)
  }
  const makeIndex = engine(() => {
    const index = buildTaskIndex(tasks)
    return words => index.rank(words)
  })
  const full = tasks.length < SMALL ? STEADY : { questions: QUESTIONS, warmUp: WARM_UP }
  return {
    assistant: { make: makeAssistant, ...full },
    index: { make: makeIndex, ...full },
    minisearch: { make: engine(() => createMiniSearch(engineRecords(tasks))), ...full },
    fuse: { make: engine(() => createFuse(engineRecords(tasks))), questions: fuseQuestions, warmUp: 1 },
  }
}

function measure(part: Part, size: number): Measurement {
  const seeds = seedDocuments()
  const documents = size === 0 ? seeds : syntheticDocuments(seeds, size)
  const { make, questions, warmUp } = subjects(documents)[part]
  const asked = benchQuestions(documents, questions + warmUp)
  const before = memory()
  let ask: ReturnType<typeof make> = () => undefined
  const buildSeconds =
    time(() => {
      ask = make()
    }) / 1000
  const after = memory()
  const times = asked.map(question => time(() => ask(question))).slice(warmUp)
  return {
    tasks: documents.reduce((sum, { parsed }) => sum + parsed.tasks.length, 0),
    buildSeconds,
    rssMegabytes: (after.rss - before.rss) / 1e6,
    arrayMegabytes: (after.arrayBuffers - before.arrayBuffers) / 1e6,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  }
}

const [wanted, size] = process.argv.slice(2)
const part = PARTS.find(name => name === wanted)
if (part !== undefined) console.log(JSON.stringify(measure(part, Number(size))))
