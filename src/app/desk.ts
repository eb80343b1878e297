import type { Conversation } from '../core/dialog/follow-up.ts'
import type { Reply } from '../core/dialog/reply.ts'
import type { ChatAdapter, Clock, SentFile, Speaker, Store, Submission } from '../core/ports.ts'
import { type Command, readCommand } from '../core/progress/command.ts'
import { decide, decideFilled } from '../core/progress/decide.ts'
import { isAnswered } from '../core/progress/decisions/confirm.ts'
import type { SheetRow } from '../core/progress/sheet.ts'
import { sheetRows } from '../core/progress/sheet-rows.ts'
import type { Decision, Situation } from '../core/progress/situation.ts'
import type { Ledger } from '../core/search/ledger.ts'
import type { LegalCalendar } from '../core/supervision/work-calendar.ts'
import type { RecordKeeper } from './record-keeper.ts'
import { momentOf } from './today.ts'
import { writeDecision } from './write-decision.ts'

/** What somebody said to the desk, and what it came from. */
export interface Utterance {
  /** Id of the message or the press: doing it again writes nothing twice. */
  readonly id: string
  readonly speaker: Speaker
  readonly text: string
  readonly isPrivate: boolean
  readonly conversation: Conversation | null
  /** It was heard before, by a process that ended before it had answered. */
  readonly isResumed?: boolean
}

/** What was done, durable by now. */
export interface Done {
  readonly reply: Reply
  /** What the log calls it. */
  readonly intent: string
  readonly files: readonly SentFile[]
  /** Nothing was done, and only who asked for it needs to know: a card that others see stays as it is. */
  readonly isAside: boolean
}

/** 督办台: takes what people want done, where the assistant takes what they ask. */
export interface Desk {
  /** Null for what is no command. */
  hear(utterance: Utterance): Promise<Done | null>
  fill(submission: Submission, conversation: Conversation | null): Promise<Done>
}

export interface DeskOptions {
  readonly ledger: Ledger
  readonly store: Pick<Store, 'append' | 'post' | 'propose' | 'dropProposal' | 'proposals' | 'settleLetter'>
  readonly keeper: RecordKeeper
  readonly clock: Clock
  readonly calendar: LegalCalendar
  readonly adapter: Pick<ChatAdapter, 'name' | 'profile'>
  /** Makes the file of a sheet. */
  readonly sheetFile: (rows: readonly SheetRow[], title: string) => Promise<SentFile>
  readonly skipsConfirmation?: boolean
  /** Letters were posted: they may go out now. */
  readonly onLetters?: () => void
}

/** Decisions made again because somebody else was quicker, before it counts as a fault; of any number at once one is. */
const TRIES = 200

export function createDesk(options: DeskOptions): Desk {
  const { ledger, store } = options
  const hasTopic = (words: string) => ledger.index.containing(words, 1).length > 0

  async function carryOut(
    said: Omit<Utterance, 'text'>,
    decideIn: (situation: Situation) => Decision,
  ): Promise<Decision> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const situation = await situationOf(said, options)
      // The records grow while others write: nothing may be awaited between here and the writing.
      const { seen } = situation.records
      const isAgain = attempt > 0 || said.isResumed === true
      const decision = decideIn(isAgain ? { ...situation, records: situation.records.before(said.id) } : situation)
      if (await writeDecision(decision, { seen }, store)) {
        if (decision.letters.length + decision.recall.length > 0) options.onLetters?.()
        return decision
      }
    }
    throw new Error(`written to by others ${TRIES} times in a row`)
  }

  async function done(decision: Decision, intent: string): Promise<Done> {
    return { reply: decision.reply, intent, files: await filesOf(decision, options), isAside: isAside(decision) }
  }

  return {
    async hear(utterance) {
      const isAsked = await wasAsked(utterance, options)
      const command = readCommand(utterance.text, { isAsked, hasTopic })
      if (command === null) return null
      return done(await carryOut(utterance, situation => decideCommand(command, situation)), command.kind)
    },
    async fill({ id, speaker, ...filled }, conversation) {
      const said = { id, speaker, isPrivate: false, conversation }
      return done(await carryOut(said, situation => decideFilled(filled, situation)), `form:${filled.name}`)
    },
  }
}

const isAside = ({ reply, entries, letters, propose, recall, drop, sheet }: Decision): boolean =>
  [...entries, ...letters, ...recall, ...drop, ...reply.items, ...(reply.actions ?? [])].length === 0 &&
  propose === null &&
  sheet === null &&
  reply.form === undefined

const decideCommand = (command: Command, situation: Situation): Decision => decide(command, situation)

/** Persons and chats are known by their platform too. */
const qualified = ({ chat, person }: Speaker, channel: string): Speaker => ({
  chat: `${channel}:${chat}`,
  person: `${channel}:${person}`,
})

/** Something waits for this person's 是; after a crash also what their 是 has settled already. */
async function wasAsked({ speaker, isResumed = false }: Utterance, { store, clock, adapter, keeper }: DeskOptions) {
  const proposals = await store.proposals(qualified(speaker, adapter.name), clock.now())
  if (isResumed || proposals.length === 0) return proposals.length > 0
  const records = await keeper.current()
  return proposals.some(proposal => !isAnswered(proposal, records))
}

async function situationOf(said: Omit<Utterance, 'text'>, options: DeskOptions): Promise<Situation> {
  const { ledger, store, keeper, clock, calendar, adapter, skipsConfirmation = false } = options
  const speaker = qualified(said.speaker, adapter.name)
  const records = await keeper.current()
  const isKnown = records.person(speaker.person).roles.size > 0
  return {
    ledger,
    records,
    now: momentOf(clock),
    cause: said.id,
    speaker,
    profile: isKnown ? null : await adapter.profile(said.speaker.person),
    isPrivate: said.isPrivate,
    conversation: said.conversation,
    proposals: await store.proposals(speaker, clock.now()),
    skipsConfirmation,
    calendar,
  }
}

async function filesOf(
  { sheet }: Decision,
  { ledger, keeper, clock, sheetFile }: DeskOptions,
): Promise<readonly SentFile[]> {
  if (sheet === null) return []
  const { today } = momentOf(clock)
  const rows = sheetRows(sheet.tasks, { ledger, records: await keeper.current(), today })
  return [await sheetFile(rows, sheet.title)]
}
