import type { PersonRecord } from '../progress/records.ts'
import type { Ledger } from '../search/ledger.ts'
import { emptySlots, type Slots } from './slots.ts'

/** Stands in the text for words that a reader has taken. */
export const TAKEN = '\u{E000}'

/** Who asks: the units they speak for, and what they may do. */
export type Asker = Pick<PersonRecord, 'units' | 'roles'>

/** What a reader may look at besides the words. */
export interface ReadingContext {
  readonly ledger: Ledger
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly today: string
  /** Whether there are records: without them, words for progress are words like others. */
  readonly hasProgress?: boolean
  readonly speaker?: Asker | null
  /** What the readers before have found. */
  readonly slots: Slots
}

/** Words a reader understood and what they say. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly says: Partial<Slots>
}

/** Finds its own kind of words in what is left of an utterance. */
export type Reader = (text: string, context: ReadingContext) => readonly Found[]

/** Runs the readers in order; each sees only what the ones before have left. */
export function readAll(text: string, readers: readonly Reader[], context: Omit<ReadingContext, 'slots'>) {
  let rest = text
  let slots = emptySlots
  for (const read of readers) {
    for (const { start, end, says } of read(rest, { ...context, slots })) {
      slots = mergeSlots(slots, says)
      rest = rest.slice(0, start) + TAKEN.repeat(end - start) + rest.slice(end)
    }
  }
  return { slots, rest }
}

/** Lists grow; of single values the first reader's stands. */
export function mergeSlots(slots: Slots, says: Partial<Slots>): Slots {
  const merged = Object.entries(says).map(([name, value]) => {
    const known = slots[name as keyof Slots]
    return [name, Array.isArray(known) ? [...known, ...(value as unknown[])] : (known ?? value)]
  })
  return { ...slots, ...Object.fromEntries(merged) }
}

/** A phrase of a question: its words, what may stand before and after them, and what it says. Each part is a regex source. */
export interface Phrase {
  readonly before?: string
  readonly words: string
  readonly after?: string
  readonly says: Partial<Slots>
}

/** A reader from a table: the first phrase that matches takes its words, before the later ones look. */
export function phraseReader(phrases: readonly Phrase[]): Reader {
  const patterns = phrases.map(phrase => ({ pattern: patternOf(phrase), says: phrase.says }))
  return text => {
    const found: Found[] = []
    let rest = text
    for (const { pattern, says } of patterns) {
      for (const { 0: words, index: start } of rest.matchAll(pattern)) {
        const end = start + words.length
        found.push({ start, end, says })
        rest = rest.slice(0, start) + TAKEN.repeat(words.length) + rest.slice(end)
      }
    }
    return found
  }
}

function patternOf({ before, words, after }: Phrase): RegExp {
  const head = before ? `(?:${before})?` : ''
  const tail = after ? `(?:${after})?` : ''
  return new RegExp(`${head}(?:${words})${tail}`, 'giu')
}
