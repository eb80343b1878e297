import type { ReplyAction, ReplyChoice, ReplyItem } from './reply.ts'
import type { Slots } from './slots.ts'

/** The kind of an answer, as `duban ask --json` prints it. */
export type AnswerKind = 'tasks' | 'count' | 'fact' | 'document' | 'clarify' | 'none' | 'help'

/** What a task's lines show besides where it stands. */
export type View = 'list' | 'who' | 'target' | 'when' | 'detail' | 'original' | 'progress'

/** A possible reading, offered when a question is ambiguous. */
export interface Choice extends ReplyChoice {
  readonly slots: Slots
}

/** The complete answer to a question, before it is cut into pages. */
export interface Answer {
  readonly kind: AnswerKind
  /** What it answers, with everything a follow-up inherited. */
  readonly slots: Slots
  /** How many there are: of tasks, or of what was counted. */
  readonly total: number
  /** Every task of the answer, in its order. */
  readonly tasks: readonly number[]
  readonly summary: string
  readonly notes: readonly string[]
  readonly view: View
  /** Why each task is there, where the list itself does not say. */
  readonly reasons: readonly string[]
  /** Lines that are no tasks: counts per unit, facts of a document. */
  readonly lines: readonly ReplyItem[]
  /** Ids of the documents that are listed. */
  readonly documents: readonly string[]
  readonly choices: readonly Choice[]
  readonly suggestions: readonly string[]
  /** What can be done about it. */
  readonly actions?: readonly ReplyAction[]
  /** What to say next, where it is not the usual. */
  readonly hint?: string
}

/** An answer with nothing in it yet. */
export const blank = (slots: Slots, kind: AnswerKind, summary: string): Answer => ({
  kind,
  slots,
  total: 0,
  tasks: [],
  summary,
  notes: [],
  view: 'list',
  reasons: [],
  lines: [],
  documents: [],
  choices: [],
  suggestions: [],
})
