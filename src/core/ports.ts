import type { Reply } from './dialog/reply.ts'
import type { ParsedDocument } from './model.ts'
import type { Entry, Proposal } from './progress/entry.ts'

/** Cuts a text into words. Used at import only: a question never waits for a dictionary. */
export type Segmenter = (text: string) => readonly string[]

/** The wall clock. Core never sees it; the app passes `today` down as a date. */
export interface Clock {
  now(): Date
}

/** A document in the ledger with what was worked out when it was imported. */
export interface LedgerDocument {
  /** SHA-256 of the original text, hex: the same text is never imported twice. */
  readonly digest: string
  /** The original text, which every span points into. */
  readonly text: string
  readonly parsed: ParsedDocument
  /** 关键词 of each task, by task id: programme names, units, key words. */
  readonly keyTerms: Readonly<Record<string, readonly string[]>>
}

/** Who speaks, and where: two people in one group have two conversations. */
export interface Speaker {
  readonly chat: string
  readonly person: string
}

/** A request as a platform made it: plain data, the body exactly as received. */
export interface PlatformRequest {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

/** What a platform is answered at once. */
export interface Acknowledgement {
  readonly status: 200 | 400 | 401 | 413 | 500
  /** JSON. */
  readonly body: unknown
}

/** Where an answer goes: to a chat, or as a reply to a message, in its thread where it has one. */
export interface Destination {
  readonly chat: string | null
  readonly person: string
  /** The message that is answered; null for a greeting. */
  readonly messageId: string | null
  readonly inThread: boolean
  readonly chatType: 'private' | 'group'
}

/** Something a person said or did, kept in the Store until its answer went out. `id` is the key it is claimed by. */
export type Accepted =
  | {
      readonly kind: 'message'
      readonly id: string
      readonly speaker: Speaker
      readonly to: Destination
      readonly text: string
    }
  /** A message we cannot read (picture, file, sticker): one kind sentence. */
  | { readonly kind: 'unreadable'; readonly id: string; readonly speaker: Speaker; readonly to: Destination }
  /** The bot was added, a private chat was opened, a menu was used: a short card with examples. */
  | { readonly kind: 'greeting'; readonly id: string; readonly speaker: Speaker; readonly to: Destination }

/** A button of a card: what to say, after which turns, on which day. Answered with the new card. */
export interface Action {
  readonly kind: 'action'
  readonly id: string
  readonly speaker: Speaker
  readonly turns: readonly string[]
  readonly today: string
}

/** A button that says something: heard as if who pressed it had typed it. Answered with the new card. */
export interface Said {
  readonly kind: 'said'
  readonly id: string
  readonly speaker: Speaker
  readonly text: string
}

/** A form that was filled in. Everything but the speaker is foreign input. Answered with the new card. */
export interface Submission {
  readonly kind: 'form'
  readonly id: string
  readonly speaker: Speaker
  readonly name: string
  readonly subject: string
  /** What was chosen or typed, by the names of the fields. */
  readonly fields: Readonly<Record<string, string>>
}

/** What is answered with a card's new state. */
export type Press = Action | Said | Submission

/** What a request turned out to be. */
export type Inbound =
  | Accepted
  | Press
  /** The platform checks the address: answer with this. */
  | { readonly kind: 'handshake'; readonly acknowledgement: Acknowledgement }
  /** Genuine, but not for us. */
  | { readonly kind: 'ignored'; readonly reason: string }
  /** Not genuine, or not readable: nothing is done. */
  | { readonly kind: 'rejected'; readonly status: 400 | 401 | 413; readonly reason: string }

/** A chat platform. */
export interface ChatAdapter {
  readonly name: string
  /** Verifies, then reads. Never throws for what the request holds. */
  receive(request: PlatformRequest): Promise<Inbound>
  /** Sends a reply, once for one `key` however often it is called within the hour. Throws PlatformError when the attempt is over. */
  send(to: Destination, reply: Reply, key: string): Promise<void>
  /** The acknowledgement of an action: the card in its new state. */
  show(reply: Reply): unknown
  /** The acknowledgement of an action that leaves the card as it is and says one sentence to who pressed. */
  tell(sentence: string): unknown
  /** Sends a file, once for one `key` like a reply. */
  sendFile(to: Destination, file: SentFile, key: string): Promise<void>
  /** What the platform's address book says of a person: null where it says nothing or may not. Never throws. */
  profile(person: string): Promise<Profile | null>
}

export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Profile {
  readonly name: string
  /** Names of the departments, the person's own first, then those above. */
  readonly departments: readonly string[]
}

/** A message of ours that waits for delivery, kept from the decision to send it until it went out or never will. */
export interface Letter {
  /** Says what it is, to whom and for which day: the same letter is never posted twice. */
  readonly key: string
  /** The platform that delivers it: feishu. */
  readonly channel: string
  readonly to: Destination
  readonly reply: Reply
  /** Epoch milliseconds before which it stays. */
  readonly notBefore: number
  /** It may go out at night and on days off, because somebody asked for that time. */
  readonly atAnyTime: boolean
}

/** `delivered` · the recipient is `gone` · `dropped` because it came too late · `withdrawn` by who sent it. */
export type LetterEnd = 'delivered' | 'gone' | 'dropped' | 'withdrawn'

/** For how long something is claimed, from when. */
export interface Term {
  readonly now: Date
  readonly forMs: number
}

/** What the organisation keeps. Verbs of the domain, never a generic get and set. Each resolves once it is durable. */
export interface Store {
  /** Documents imported into this ledger, in order of import. */
  documents(): Promise<readonly LedgerDocument[]>
  /** Adds a document, or replaces the one with its document id. */
  putDocument(document: LedgerDocument): Promise<void>
  /** Takes a key for a time; false where it is taken. Of any number of claims at once, one is told true. */
  claimOnce(key: string, term: Term): Promise<boolean>
  /** Claims what was received by its id and keeps it until it is settled, both in one step; false where it is claimed. */
  accept(received: Accepted, term: Term): Promise<boolean>
  /** Its answer went out, or will never. The claim stays. */
  settle(id: string): Promise<void>
  /** What was accepted and not settled, in the order it was accepted. */
  unsettled(): Promise<readonly Accepted[]>
  /**
   * Adds entries about one subject, and posts the letters that go with them: all or nothing, in one step. `known` where an
   * entry of the same id is there, which makes it safe to try again. `outdated` where an entry about the subject came after
   * the first `seen` of all entries, those that the decision rests on.
   */
  append(
    entries: readonly Entry[],
    context: { readonly seen: number; readonly letters?: readonly Letter[] },
  ): Promise<Appended>
  /** The entries after the first `seen`, in the order they were added. */
  entries(seen: number): Promise<readonly Entry[]>
  /** Keeps what somebody is asked to confirm. */
  propose(proposal: Proposal): Promise<void>
  /** What a person was asked in a chat and has not answered, the oldest first; nothing whose time is over. */
  proposals(speaker: Speaker, now: Date): Promise<readonly Proposal[]>
  /** It was confirmed or cancelled. */
  dropProposal(id: string): Promise<void>
  /** Keeps letters whose keys were never posted; gives the keys of those it took. */
  post(letters: readonly Letter[]): Promise<readonly string[]>
  /** Letters that wait for delivery, those with the earliest `notBefore` first. */
  letters(): Promise<readonly Letter[]>
  /**
   * Somebody begins to deliver a letter, alone for that term: null where it waits no more or somebody else is at it. Else the
   * epoch milliseconds of the first attempt of which nobody knows how it ended, which is this one where there was none.
   */
  attempt(key: string, term: Term): Promise<number | null>
  /** The attempts so far are certain not to have reached anybody: it is as if there had been none. */
  giveBack(key: string): Promise<void>
  /** A letter waits no more; its key stays known. False where it did not wait. */
  settleLetter(key: string, end: LetterEnd): Promise<boolean>
}

export type Appended = 'appended' | 'known' | 'outdated'
