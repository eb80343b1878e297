import { createAssistant } from '../core/dialog/assistant.ts'
import type { Log } from '../core/log.ts'
import type { ChatAdapter, Clock, Store } from '../core/ports.ts'
import type { Ledger } from '../core/search/ledger.ts'
import type { LegalCalendar } from '../core/supervision/work-calendar.ts'
import type { Knowledge } from './compose.ts'
import { createConverse, type Surroundings } from './converse.ts'
import { type Courier, createCourier } from './courier.ts'
import { createDesk, type DeskOptions } from './desk.ts'
import { createInbox, type Inbox } from './inbox.ts'
import { createProgressNow } from './progress-now.ts'
import { createRecordKeeper } from './record-keeper.ts'
import { tick } from './tick.ts'

export interface ServiceOptions extends Pick<DeskOptions, 'sheetFile' | 'skipsConfirmation'> {
  readonly adapter: Omit<ChatAdapter, 'receive'>
  readonly store: Store
  readonly ledger: Ledger
  readonly clock: Clock
  readonly calendar: LegalCalendar
  readonly log: Log
  /** Ids of administrators by configuration: feishu:ou_…. */
  readonly admins?: readonly string[]
  /** Letters may be waiting: sees to it that `deliver` is called when it wants to be. Without it they are delivered at once. */
  readonly onLetters?: () => Promise<unknown>
}

/** One chat platform with everything that answers it. */
export interface Service {
  readonly inbox: Inbox
  /** Asks what is due, and sends it or has it sent; to be called every few minutes. Never rejects unless `onLetters` does. */
  tick(): Promise<void>
  readonly deliver: Courier['deliver']
}

export function createService(options: ServiceOptions): Service {
  const { knowledge, ...post } = createAnswers(options)
  return { inbox: createInbox({ ...options, ...knowledge }), ...post }
}

/** What the people of one chat platform are answered from, and what sends them letters. */
export interface Answers extends Pick<Service, 'tick' | 'deliver'> {
  readonly knowledge: Knowledge
}

export function createAnswers({ admins = [], ...options }: ServiceOptions): Answers {
  const { adapter, ledger, clock, store } = options
  const assistant = createAssistant(ledger)
  const keeper = createRecordKeeper({ store, admins })
  const progressNow = createProgressNow(ledger, keeper)
  const surroundings: Surroundings = async ({ chat, person }, today) => {
    const records = await keeper.current()
    return {
      progress: await progressNow(today),
      speaker: records.person(`${adapter.name}:${person}`),
      documentId: records.chat(`${adapter.name}:${chat}`).documentId,
    }
  }
  const converse = createConverse({ ...options, assistant, surroundings })
  const courier = createCourier({ ...options, keeper })
  const onLetters = options.onLetters ?? (() => courier.deliver())
  const desk = createDesk({ ...options, keeper, onLetters })
  return {
    knowledge: { ledger, assistant, converse, desk, clock },
    async tick() {
      await tick({ ...options, assistant, keeper, progressNow })
      await onLetters()
    },
    deliver: courier.deliver,
  }
}
