import * as z from 'zod/mini'
import { createWorkCalendar } from '../../adapters/calendar/chinese-days.ts'
import { createAssistant } from '../../src/core/dialog/assistant.ts'
import type { LedgerDocument } from '../../src/core/ports.ts'
import type { Entry } from '../../src/core/progress/entry.ts'
import { createProgress } from '../../src/core/progress/progress.ts'
import { createRecords, type Records } from '../../src/core/progress/records.ts'
import { createLedger, type Ledger } from '../../src/core/search/ledger.ts'
import { decideRun } from '../../src/core/supervision/run.ts'
import { addDays } from '../../src/core/text/calendar.ts'
import { memory, time } from './measure.ts'
import { nonEmpty, type Random, seededRandom } from './random.ts'
import { seedDocuments, seedUnits } from './seeds.ts'
import { syntheticDocuments } from './synthetic-ledger.ts'

/** Deciding what is due in a ledger of that size, measured in a process of its own so that memory is its own. */
export const DueFigures = z.object({
  tasks: z.number(),
  recipients: z.number(),
  subscriptions: z.number(),
  /** The day's notices, in the process that decides them first, and again. */
  firstMs: z.number(),
  againMs: z.number(),
  letters: z.number(),
  rssMegabytes: z.number(),
  /** A Monday at nine, when every subscription speaks. */
  mondayMs: z.number(),
  fired: z.number(),
  /** A tick at which nothing is due. */
  idleMs: z.number(),
  /** Reference: one pass over the same deadlines, comparing days. */
  scanMs: z.number(),
})

const SEED = 5

/** Every task gets a deadline of the year: the words the ledger is made of name few. */
function withDeadlines(documents: readonly LedgerDocument[], random: Random): readonly LedgerDocument[] {
  return documents.map(document => {
    const tasks = document.parsed.tasks.map(task => {
      const date = addDays('2023-03-01', Math.floor(random.next() * 306))
      const deadline = {
        text: '按期',
        date,
        certainty: 'stated',
        clause: task.title,
        span: task.span,
        rule: '',
      } as const
      return { ...task, deadlines: [deadline] }
    })
    return { ...document, parsed: { ...document.parsed, tasks } }
  })
}

/** Two people for each unit, and subscriptions of a thousand of them about their own units for Mondays at nine. */
function populated(ledger: Ledger, random: Random, subscriptions: number): Records {
  const made = { at: '2023-02-01T09:00:00+08:00', by: 'feishu:ou_管' }
  const bindings = ledger.units.units.flatMap(({ key }, unit) =>
    [1, 2].map((n): Entry => {
      const person = `feishu:ou_${unit}_${n}`
      const bound = { role: 'liaison', unit: key, standing: 'approved' } as const
      return { kind: 'binding', id: person, ...made, person, name: person, ...bound }
    }),
  )
  const kinds = nonEmpty(['overdue', 'due-soon', 'unreported', 'digest'] as const)
  const wishes = Array.from({ length: subscriptions }, (_, i): Entry => {
    const by = `feishu:ou_${i}_1`
    const content = { kind: random.pick(kinds), words: '清单', query: null }
    const schedule = { kind: 'weekly', weekdays: [1], every: 1, from: null, minute: 540, onDaysOff: 'move' } as const
    return { kind: 'subscription', id: `s${i}`, at: made.at, by, scope: 'me', chat: 'feishu:oc_1', schedule, content }
  })
  const records = createRecords()
  records.add([...bindings, ...wishes])
  return records
}

function measure(size: number, subscriptions: number): z.infer<typeof DueFigures> {
  const random = seededRandom(SEED)
  const documents = withDeadlines(syntheticDocuments(seedDocuments(), size), random)
  const ledger = createLedger(documents, seedUnits())
  const records = populated(ledger, random, subscriptions)
  const assistant = createAssistant(ledger)
  const calendar = createWorkCalendar({})
  const run = (iso: string) => {
    const today = iso.slice(0, 10)
    const progress = createProgress(ledger, records, today)
    const now = { iso, ms: Date.parse(iso), today }
    const findTasks = (query: string) =>
      assistant.ask(query, { today, progress }).answer.tasks.flatMap(task => ledger.tasks[task]?.id ?? [])
    return decideRun({ ledger, assistant, records, progress, calendar, now, findTasks, unsent: [], waiting: [] })
  }
  const done = (until: string, noticesUntil: string): Entry => {
    const at = `${until}+08:00`
    const run = { noticesUntil, firedUntil: Date.parse(at), superseded: [] }
    return { kind: 'run', id: until, at, by: 'duban', ...run }
  }

  records.add([done('2023-05-31T18:00:00', '2023-05-31')])
  const before = memory()
  let letters = 0
  const firstMs = time(() => {
    letters = run('2023-06-01T08:30:00+08:00').letters.length
  })
  const after = memory()
  const againMs = time(() => run('2023-06-01T08:30:00+08:00'))
  records.add([done('2023-06-05T08:30:00', '2023-06-05')])
  const idleMs = time(() => run('2023-06-05T08:35:00+08:00'))
  let fired = 0
  const mondayMs = time(() => {
    fired = run('2023-06-05T09:00:00+08:00').letters.length
  })
  const days = new Set(['2023-06-08', '2023-06-04', '2023-06-01', '2023-05-31', '2023-07-01'])
  const scan = () =>
    ledger.tasks.filter(({ deadlines }) => deadlines.some(({ date }) => date !== null && days.has(date)))
  scan()
  const scanMs = time(scan)
  return {
    tasks: ledger.tasks.length,
    recipients: ledger.units.units.length * 2,
    subscriptions,
    firstMs,
    againMs,
    letters,
    rssMegabytes: (after.rss - before.rss) / 1e6,
    mondayMs,
    fired,
    idleMs,
    scanMs,
  }
}

const [size, subscriptions] = process.argv.slice(2)
if (size !== undefined) console.log(JSON.stringify(measure(Number(size), Number(subscriptions))))
