import type { Change } from './changes.ts'
import type { StoreRecord } from './record.ts'
import type { StoreState } from './state.ts'

/** Makes records durable, all or none, and brings the state up to date. */
export type Write = (records: readonly StoreRecord[]) => Promise<void>

export interface GroupCommit {
  submit<Result>(change: Change<Result>): Promise<Result>
  /** Resolves when everything that was submitted is answered. */
  idle(): Promise<void>
}

interface Waiting {
  readonly touches: readonly string[]
  readonly decide: () => Decided
  readonly reject: (error: unknown) => void
}

interface Decided {
  readonly records: readonly StoreRecord[]
  readonly answer: () => void
}

/**
 * Writes what comes in while a write is under way together with the next one: a hundred callers wait for two writes to the
 * disk, not for a hundred. Where the write fails, nobody of that batch was served.
 */
export function createGroupCommit(state: StoreState, write: Write): GroupCommit {
  let waiting: Waiting[] = []
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    // The first of a burst waits for the rest of it.
    await null
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      const later = await serve(batch, write)
      waiting = [...later, ...waiting]
    }
    running = null
  }

  return {
    submit: ({ touches, decide }) =>
      new Promise((resolve, reject) => {
        const decided = (): Decided => {
          const { records, result } = decide(state)
          return { records, answer: () => resolve(result) }
        }
        waiting.push({ touches, decide: decided, reject })
        running ??= run()
      }),
    idle: async () => {
      await running
    },
  }
}

/** Serves a batch but for those that have to wait for what another of the batch writes. */
async function serve(batch: readonly Waiting[], write: Write): Promise<readonly Waiting[]> {
  const later: Waiting[] = []
  const served: Waiting[] = []
  const decided: Decided[] = []
  const touched = new Set<string>()
  for (const one of batch) {
    const hasToWait = one.touches.some(what => touched.has(what))
    const decision = hasToWait ? null : one.decide()
    if (decision) {
      served.push(one)
      decided.push(decision)
    } else later.push(one)
    if (decision?.records.length !== 0) for (const what of one.touches) touched.add(what)
  }
  try {
    const records = decided.flatMap(decision => decision.records)
    if (records.length > 0) await write(records)
    for (const { answer } of decided) answer()
  } catch (error) {
    for (const { reject } of served) reject(error)
  }
  return later
}
