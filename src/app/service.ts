import { createAssistant } from '../core/dialog/assistant.ts'
import type { Log } from '../core/log.ts'
import type { ChatAdapter, Clock, Store } from '../core/ports.ts'
import { createProgress } from '../core/progress/progress.ts'
import type { Ledger } from '../core/search/ledger.ts'
import type { Knowledge } from './compose.ts'
import { createConverse, type Surroundings } from './converse.ts'
import { type Courier, createCourier } from './courier.ts'
import { createDesk, type DeskOptions } from './desk.ts'
import { createInbox, type Inbox } from './inbox.ts'
import { createRecordKeeper, type RecordKeeper } from './record-keeper.ts'

export interface ServiceOptions extends Pick<DeskOptions, 'sheetFile' | 'skipsConfirmation'> {
  readonly adapter: Omit<ChatAdapter, 'receive'>
  readonly store: Store
  readonly ledger: Ledger
  readonly clock: Clock
  readonly log: Log
  /** Ids of administrators by configuration: feishu:ou_…. */
  readonly admins?: readonly string[]
}

/** One chat platform with everything that answers it. */
export interface Service {
  readonly inbox: Inbox
  readonly courier: Courier
}

export function createService(options: ServiceOptions): Service {
  const { adapter, store, log } = options
  const { knowledge, courier } = createAnswers(options)
  return { inbox: createInbox({ adapter, store, log, ...knowledge }), courier }
}

/** What the people of one chat platform are answered from, and what sends them letters. */
export interface Answers {
  readonly knowledge: Knowledge
  readonly courier: Courier
}

export function createAnswers({ admins = [], ...options }: ServiceOptions): Answers {
  const { adapter, store, ledger, clock, log } = options
  const assistant = createAssistant(ledger)
  const keeper = createRecordKeeper({ store, admins })
  const surroundings = surroundingsOf({ ledger, keeper, channel: adapter.name })
  const converse = createConverse({ assistant, clock, surroundings })
  const courier = createCourier({ adapter, store, clock, log })
  const desk = createDesk({ ...options, keeper, onLetters: () => courier.deliver() })
  return { knowledge: { ledger, assistant, converse, desk, clock }, courier }
}

interface Known {
  readonly ledger: Ledger
  readonly keeper: RecordKeeper
  /** Name of the platform, in front of the ids of its people. */
  readonly channel: string
}

/** How the tasks stand, and what is known of who asks. */
const surroundingsOf =
  ({ ledger, keeper, channel }: Known): Surroundings =>
  async ({ person }, today) => {
    const records = await keeper.current()
    return { progress: createProgress(ledger, records, today), speaker: records.person(`${channel}:${person}`) }
  }
