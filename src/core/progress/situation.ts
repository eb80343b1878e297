import type { Conversation } from '../dialog/follow-up.ts'
import type { Reply, ReplyAction, ReplyItem } from '../dialog/reply.ts'
import type { Slots } from '../dialog/slots.ts'
import { understand } from '../dialog/understand.ts'
import type { Letter, Profile, Speaker } from '../ports.ts'
import type { Ledger } from '../search/ledger.ts'
import type { LegalCalendar } from '../supervision/work-calendar.ts'
import type { Entry, Proposal } from './entry.ts'
import type { Records } from './records.ts'

/** Now, in the forms that are needed; Shanghai's own time. */
export interface Moment {
  /** 2023-06-01T09:00:00+08:00 */
  readonly iso: string
  /** Epoch milliseconds. */
  readonly ms: number
  /** 2023-06-01 */
  readonly today: string
}

/** Everything a decision rests on. Persons and chats are named with their platform: feishu:ou_…, feishu:oc_…. */
export interface Situation {
  readonly ledger: Ledger
  readonly records: Records
  readonly now: Moment
  /** What caused it: ids of what is written come from it, so that doing it again writes nothing twice. */
  readonly cause: string
  readonly speaker: Speaker
  /** What the platform's address book says of the person; null where it says nothing. */
  readonly profile: Profile | null
  /** A private chat, where a person settles things for themselves. */
  readonly isPrivate: boolean
  /** What was asked last, for 这条 and bare numbers. */
  readonly conversation: Conversation | null
  /** What this person was asked to confirm here and has not answered, oldest first. */
  readonly proposals: readonly Proposal[]
  readonly calendar: LegalCalendar
  /** Whether an exact ordinal of one's own task is written without asking back. */
  readonly skipsConfirmation: boolean
}

/** What is to be done: what is written, then what is shown. */
export interface Decision {
  /** Shown once all of the rest is durable. */
  readonly reply: Reply
  readonly entries: readonly Entry[]
  readonly letters: readonly Letter[]
  readonly propose: Proposal | null
  /** Letters that are not to go out any more; where one has, the other goes after it. */
  readonly recall: readonly { readonly key: string; readonly instead: Letter }[]
  /** Ids of proposals that can no more be confirmed. */
  readonly drop: readonly string[]
  /** The tasks of a sheet to send, with its title. */
  readonly sheet: { readonly title: string; readonly tasks: readonly number[] } | null
}

const NOTHING: Omit<Decision, 'reply'> = { entries: [], letters: [], propose: null, drop: [], recall: [], sheet: null }

/** A decision that does no more than it says. */
export const decision = (reply: Reply, parts: Partial<Omit<Decision, 'reply'>> = {}): Decision => ({
  ...NOTHING,
  ...parts,
  reply,
})

interface Words {
  readonly notes?: readonly string[]
  readonly items?: readonly ReplyItem[]
  readonly actions?: readonly ReplyAction[]
  readonly suggestions?: readonly string[]
  readonly hint?: string
}

/** A reply that is no answer to a question. */
export const say = ({ now }: Pick<Situation, 'now'>, summary: string, words: Words = {}): Reply => ({
  summary,
  notes: words.notes ?? [],
  items: words.items ?? [],
  page: null,
  choices: [],
  suggestions: words.suggestions ?? [],
  ...(words.actions && words.actions.length > 0 ? { actions: words.actions } : {}),
  again: { turns: [], today: now.today },
  hint: words.hint ?? null,
})

/** A sentence and nothing else. */
export const tell = (situation: Pick<Situation, 'now'>, summary: string, hint?: string): Decision =>
  decision(say(situation, summary, hint === undefined ? {} : { hint }))

/** What some words of a command say of tasks, units and documents; words about progress are no filter here. */
export const slotsOf = (words: string, { ledger, now }: Pick<Situation, 'ledger' | 'now'>): Slots =>
  understand(words, { ledger, today: now.today, hasProgress: false, speaker: null })
