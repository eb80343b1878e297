import { createService } from '../../src/app/service.ts'
import type { Log } from '../../src/core/log.ts'
import type { ChatAdapter, Letter, LetterEnd, Store } from '../../src/core/ports.ts'
import type { Entry } from '../../src/core/progress/entry.ts'
import type { Ledger } from '../../src/core/search/ledger.ts'
import type { LegalCalendar } from '../../src/core/supervision/work-calendar.ts'
import { type FaultyPlatform, turns } from './faults-year-platform.ts'
import type { Random } from './random.ts'

/** What the processes wrote, for the judge: nothing of it is read by them. */
export interface Chronicle {
  /** By id of the entry: what it rests on, and the letters that went with it. */
  readonly runs: Map<string, { readonly seen: number; readonly letters: readonly Letter[]; readonly at: number }>
  readonly ends: Map<string, { readonly end: LetterEnd; readonly at: number }>
  readonly goneEntries: Extract<Entry, { kind: 'gone' }>[]
  kills: number
  readonly killedAt: Map<string, number>
  readonly unexpected: string[]
}

export const emptyChronicle = (): Chronicle => ({
  runs: new Map(),
  ends: new Map(),
  goneEntries: [],
  kills: 0,
  killedAt: new Map(),
  unexpected: [],
})

/** The power was cut: nothing this process does reaches anybody any more. */
class Killed extends Error {}

/** Of so many calls that write or send, one is the last: half of them before it is done, half after. */
const KILL_ONE_IN = 80

export interface ProcessOptions {
  readonly store: Store
  readonly platform: FaultyPlatform
  readonly ledger: Ledger
  readonly calendar: LegalCalendar
  readonly now: () => number
  readonly random: Random
  readonly chronicle: Chronicle
}

export interface Process {
  tick(): Promise<void>
  isDead(): boolean
}

/** A service over the common store and platform that is killed at some call. */
export function startProcess(options: ProcessOptions): Process {
  const { store, platform, ledger, calendar, now, random, chronicle } = options
  let isDead = false

  function die(at: string): never {
    isDead = true
    chronicle.kills += 1
    chronicle.killedAt.set(at, (chronicle.killedAt.get(at) ?? 0) + 1)
    throw new Killed(at)
  }

  const mustLive = () => {
    if (isDead) throw new Killed()
  }

  const mortal =
    <Args extends readonly unknown[], Result>(name: string, verb: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      const roll = random.next() * KILL_ONE_IN
      mustLive()
      await turns(random)
      mustLive()
      if (roll < 0.5) die(`before ${name}`)
      const result = await verb(...args)
      mustLive()
      return roll < 1 ? die(`after ${name}`) : result
    }

  const reading =
    <Args extends readonly unknown[], Result>(verb: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      await turns(random)
      mustLive()
      return verb(...args)
    }

  const chronicled: Store = {
    ...store,
    async append(entries, context) {
      const result = await store.append(entries, context)
      if (result === 'appended') note(entries, context, { now, chronicle })
      return result
    },
    async settleLetter(key, end) {
      const isSettled = await store.settleLetter(key, end)
      if (isSettled) chronicle.ends.set(key, { end, at: now() })
      return isSettled
    },
  }

  const adapter: Omit<ChatAdapter, 'receive'> = {
    name: 'feishu',
    send: mortal('send', platform.send),
    show: () => ({}),
    tell: () => ({}),
    sendFile: async () => undefined,
    profile: async () => null,
  }

  const { tick } = createService({
    adapter,
    ledger,
    calendar,
    clock: { now: () => new Date(now()) },
    store: {
      ...chronicled,
      entries: reading(store.entries),
      letters: reading(store.letters),
      append: mortal('append', chronicled.append),
      attempt: mortal('attempt', store.attempt),
      giveBack: mortal('giveBack', store.giveBack),
      settleLetter: mortal('settle', chronicled.settleLetter),
    },
    log: quietLog(chronicle),
    sheetFile: async () => ({ name: '', bytes: new Uint8Array() }),
  })
  return { tick, isDead: () => isDead }
}

function note(
  entries: readonly Entry[],
  { seen, letters = [] }: Parameters<Store['append']>[1],
  { now, chronicle }: Pick<ProcessOptions, 'now' | 'chronicle'>,
): void {
  for (const entry of entries) {
    if (entry.kind === 'run') chronicle.runs.set(entry.id, { seen, letters, at: now() })
    if (entry.kind === 'gone') chronicle.goneEntries.push(entry)
  }
}

/** Faults nobody planned are kept. */
function quietLog({ unexpected }: Chronicle): Log {
  const nothing = () => undefined
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error({ err }, message) {
      if (!(err instanceof Killed)) unexpected.push(`${message}: ${String(err)}`)
    },
  }
}
