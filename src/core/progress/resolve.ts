import { select } from '../dialog/select.ts'
import type { Slots } from '../dialog/slots.ts'
import { partOf } from './duties.ts'
import type { TaskPointer } from './reading/pointer.ts'
import { type Situation, slotsOf } from './situation.ts'

/** The tasks that some words point at. */
export interface Resolved {
  /** Numbers of the tasks; several where the words name several, or fit several. */
  readonly tasks: readonly number[]
  /** `exact`: by number, of one document; `guess`: by topic, context or a like name, which is asked about before anything is written. */
  readonly certainty: 'exact' | 'guess'
  /** The words fit several tasks but mean one: the person has to say which. */
  readonly isUnclear: boolean
}

/** Whether what is to be done can be done with a task: of several with one number, the one that waits for it is meant. */
export type Fits = (taskId: string) => boolean

const NONE: Resolved = { tasks: [], certainty: 'guess', isUnclear: false }

/** Finds the tasks that are meant: by number in the chat's document, by topic, or by what was spoken of last. */
export function resolveTasks(pointer: TaskPointer, situation: Situation, fits?: Fits): Resolved {
  if (pointer.kind === 'context') return fromContext(situation)
  const slots = slotsOf(pointer.words, situation)
  if (slots.follows === 'refers' && slots.ordinals.length === 0 && slots.topic.length === 0)
    return fromContext(situation)
  return slots.ordinals.length > 0 || slots.taskIds.length > 0
    ? byOrdinal(slots, situation, fits)
    : byTopic(slots, situation)
}

/** The only task that was shown or reported last. */
function fromContext({ ledger, conversation }: Situation): Resolved {
  const pinned = conversation?.slots.taskIds ?? []
  const ids = pinned.length > 0 ? pinned : (conversation?.listed ?? [])
  const tasks = ids.flatMap(id => ledger.numberOf(id) ?? [])
  return tasks.length === 1 ? { tasks, certainty: 'guess', isUnclear: false } : NONE
}

/** 27 in several documents: the chat's, else the one where it is the person's own, else that of the last answer. */
function byOrdinal(slots: Slots, situation: Situation, fits?: Fits): Resolved {
  const pointed = pointedAt(slots, situation)
  if (pointed) return pointed
  const named = slots.documents.length > 0 || slots.places.length > 0
  const inOwn = select(situation.ledger, named ? slots : inChat(slots, situation))
  // A number that the chat's document does not have is another document's.
  const { ranked, units } = inOwn.ranked.length > 0 ? inOwn : select(situation.ledger, slots)
  const certainty = units.length > 0 && slots.units.some(term => term.certainty === 'fuzzy') ? 'guess' : 'exact'
  if (isOneDocument(ranked, situation)) return { tasks: ranked, certainty, isUnclear: false }
  const own = ranked.filter(task => isOwn(task, situation))
  // All of 25-30 in that document: those that are not the person's own are refused by name, not passed over.
  const beside = ranked.filter(task =>
    own.some(other => situation.ledger.entryOf(other) === situation.ledger.entryOf(task)),
  )
  if (own.length > 0 && isOneDocument(beside, situation)) return { tasks: beside, certainty, isUnclear: false }
  const only = own.length > 0 ? own : fitting(ranked, situation, fits)
  if (only.length === 1) return { tasks: only, certainty, isUnclear: false }
  const recent = ranked.filter(task => isOfLast(task, situation))
  if (recent.length > 0 && isOneDocument(recent, situation)) {
    return { tasks: recent, certainty: 'guess', isUnclear: false }
  }
  return { tasks: ranked, certainty: 'guess', isUnclear: ranked.length > 0 }
}

/** Those that wait for what is to be done; where none does, those about which anything was done, to say why it cannot be. */
function fitting(tasks: readonly number[], { ledger, records }: Situation, fits?: Fits): readonly number[] {
  if (!fits) return []
  const idOf = (task: number) => ledger.tasks[task]?.id ?? ''
  const waiting = tasks.filter(task => fits(idOf(task)))
  return waiting.length > 0 ? waiting : tasks.filter(task => records.task(idOf(task)).updatedAt !== null)
}

/** 第3个: the third of the last list. */
function pointedAt({ ordinals }: Slots, { ledger, conversation }: Situation): Resolved | null {
  const [first] = ordinals
  if (first?.of !== 'answer') return null
  const ids = (conversation?.listed ?? []).slice(first.from - 1, first.to)
  return { tasks: ids.flatMap(id => ledger.numberOf(id) ?? []), certainty: 'guess', isUnclear: false }
}

const inChat = (slots: Slots, { records, speaker }: Situation): Slots => {
  const { documentId } = records.chat(speaker.chat)
  return documentId === null ? slots : { ...slots, documents: [documentId] }
}

/** One number may name two tasks of a document whose numbering starts again; then nothing is clear. */
function isOneDocument(tasks: readonly number[], { ledger }: Situation): boolean {
  const ordinals = tasks.map(task => ledger.tasks[task]?.ordinal)
  return (
    new Set(tasks.map(ledger.entryOf)).size === 1 &&
    new Set(ordinals).size === tasks.length &&
    !isRepeated(tasks, ledger)
  )
}

/** （一）1 and （二）1 both end in 1: a bare 1 means neither. */
function isRepeated(tasks: readonly number[], { tasks: all }: Situation['ledger']): boolean {
  const lasts = tasks.map(
    task => /(?:[0-9]+|[一二三四五六七八九十]+)[^0-9一二三四五六七八九十]*$/u.exec(all[task]?.ordinal ?? '')?.[0],
  )
  return new Set(lasts).size < tasks.length
}

export function isOwn(task: number, { ledger, records, speaker }: Situation): boolean {
  const id = ledger.tasks[task]?.id ?? ''
  return records.person(speaker.person).units.some(unit => partOf(ledger, id, unit) !== null)
}

function isOfLast(task: number, { ledger, conversation }: Situation): boolean {
  const { document } = ledger.entryOf(task)
  if (!conversation) return false
  const listed = conversation.listed.some(id => id.startsWith(`${document.id}#`))
  return listed || conversation.slots.documents.includes(document.id)
}

/** Most tasks that a topic may leave to choose from. */
const MOST_CHOICES = 5

/** 崂山实验室那条: the tasks that speak of it, the person's own before others'. */
function byTopic(slots: Slots, situation: Situation): Resolved {
  if (slots.topic.length === 0 && slots.units.length === 0 && slots.section === null) return NONE
  const found = select(situation.ledger, { ...slots, ask: null })
  const own = found.ranked.filter(task => isOwn(task, situation))
  const tasks = (own.length > 0 ? own : found.ranked).slice(0, MOST_CHOICES)
  return { tasks, certainty: 'guess', isUnclear: tasks.length > 1 }
}
