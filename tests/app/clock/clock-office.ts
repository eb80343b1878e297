import { createWorkCalendar } from '../../../adapters/calendar/chinese-days.ts'
import { createService, type Service } from '../../../src/app/service.ts'
import { PlatformError } from '../../../src/core/errors.ts'
import type { Store } from '../../../src/core/ports.ts'
import { mainUnits } from '../../../src/core/progress/duties.ts'
import type { Entry } from '../../../src/core/progress/entry.ts'
import type { Schedule } from '../../../src/core/supervision/subscription/schedule.ts'
import { createMemoryStore } from '../../contracts/memory-store.ts'
import { ledger } from '../../core/dialog/seed-ledger.ts'
import { createFakeAdapter, createFakeLog, type Sent, sheetFile } from '../fake-adapter.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Tasks of which the documents name no day, each answered for by one unit. */
const undated = ledger.tasks.filter(
  ({ id, deadlines }) => deadlines.every(({ date }) => date === null) && mainUnits(ledger, id).length === 1,
)

const ofUnit = (unit: string): readonly string[] =>
  undated.flatMap(({ id }) => (mainUnits(ledger, id)[0]?.key === unit ? [id] : []))

export const EDUCATION = '淄博市/市教育局'
export const PLANNING = '高青县/县发展和改革局'

export const refused = new PlatformError('fake', 429, 'too many', { passing: true })
export const timeout = new PlatformError('fake', 'timeout', 'no answer', { passing: true, mayHaveArrived: true })
export const unreachable = new PlatformError('fake', 230013, 'left', { recipientGone: true })

/** A call after which, or before which, a process is no more. */
export interface Death {
  readonly when: 'before' | 'after'
  readonly verb: 'append' | 'attempt' | 'settleLetter' | 'send'
}

/**
 * A store and a platform that drops doubles within the hour, and as many processes over them as a test starts. The first
 * day is Thursday, 1 June 2023.
 */
export function clockOffice({ at = '2023-06-01T08:30:00+08:00' }: { readonly at?: string } = {}) {
  const time = { at: Date.parse(at) }
  const store = createMemoryStore()
  const { adapter, sent, behaviour } = createFakeAdapter()
  const { log, lines } = createFakeLog()
  const taken = { [EDUCATION]: 0, [PLANNING]: 0 }
  const accepted = new Map<string, number>()
  const arrived: Sent[] = []
  let serial = 0

  const made = (by: string) => ({ id: `e${++serial}`, at: iso(time.at), by })

  async function write(...entries: readonly Entry[]): Promise<void> {
    for (const entry of entries) await store.append([entry], { seen: Number.MAX_SAFE_INTEGER })
  }

  /** As a platform does: one key, one message, for an hour. */
  const send: typeof adapter.send = async (to, reply, key) => {
    await adapter.send(to, reply, key)
    const before = accepted.get(key) ?? Number.NEGATIVE_INFINITY
    if (time.at - before < HOUR_MS) return
    accepted.set(key, time.at)
    arrived.push({ to, reply, key })
  }

  /** A process, its clock ahead by so much; with a death, one that dies at that call the first time. */
  function start(death: Death | null = null, aheadMs = 0): Service {
    let isDead = false
    const mortal =
      <Args extends readonly unknown[], Result>(verb: Death['verb'], call: (...args: Args) => Promise<Result>) =>
      async (...args: Args): Promise<Result> => {
        if (isDead) throw new Error('dead')
        isDead = death?.verb === verb
        if (isDead && death?.when === 'before') throw new Error('dies')
        const result = await call(...args)
        if (isDead) throw new Error('dies')
        return result
      }
    const verbs: Store = {
      ...store,
      append: mortal('append', store.append),
      attempt: mortal('attempt', store.attempt),
      settleLetter: mortal('settleLetter', store.settleLetter),
    }
    return createService({
      adapter: { ...adapter, send: mortal('send', send) },
      store: death === null ? store : verbs,
      ledger,
      clock: { now: () => new Date(time.at + aheadMs) },
      calendar: createWorkCalendar({}),
      log,
      sheetFile,
    })
  }

  const first = start()

  return {
    store,
    sent,
    arrived,
    lines,
    behaviour,
    start,
    write,
    tick: first.tick,
    deliver: first.deliver,
    /** What arrived at a person or a chat, by its first line. */
    at: (place: string) =>
      arrived.filter(({ to }) => (to.chat ?? to.person) === place).map(({ reply }) => reply.summary),
    set(instant: string) {
      time.at = Date.parse(instant)
    },
    later(minutes: number) {
      time.at += minutes * MINUTE_MS
    },
    /** Another task of a unit becomes due on a day; gives its id. */
    async due(date: string, unit: keyof typeof taken = EDUCATION) {
      const taskId = ofUnit(unit)[taken[unit]++] ?? ''
      const asked = { ...made('fake:张'), taskId }
      await write(
        { kind: 'extension', ...asked, unit, until: date, reason: '设备未到货' },
        { kind: 'extension-decision', ...made('fake:督'), taskId, extensionId: asked.id, isApproved: true },
      )
      return taskId
    },
    bind: (person: string, unit: string | null = EDUCATION) =>
      write({
        kind: 'binding',
        ...made('fake:管'),
        person: `fake:${person}`,
        name: person,
        role: unit === null ? 'office' : 'liaison',
        unit,
        standing: 'approved',
      }),
    subscribe: (person: string, minute: number, more: Partial<Schedule> = {}) =>
      write({
        kind: 'subscription',
        ...made(`fake:${person}`),
        scope: 'me',
        chat: 'fake:私聊',
        schedule: { kind: 'daily', minute, onDaysOff: 'move', ...more } as Schedule,
        content: { kind: 'overdue', words: '逾期清单', query: null },
      }),
    wish: (person: string) => ({ ...made(`fake:${person}`), scope: 'me' as const, chat: 'fake:私聊' }),
    /** Nothing gets through, each call for that reason. */
    fail(error: Error | null) {
      behaviour.fail = () => error
    },
  }
}

const iso = (ms: number): string => `${new Date(ms + 8 * HOUR_MS).toISOString().slice(0, 19)}+08:00`
