import type { Reply } from './dialog/reply.ts'
import type { ParsedDocument } from './model.ts'

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

/** What a request turned out to be. */
export type Inbound =
  | Accepted
  | Action
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
}

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
}
