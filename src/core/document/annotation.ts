import type { Responsibility } from './responsibility.ts'

/** An annotation found in an item's words: its range with brackets, and what it says (offsets into the same words). */
export interface Annotation {
  readonly start: number
  readonly end: number
  readonly said: Responsibility
  /** The bracket that opened it was never closed, or the other way round. */
  readonly unclosed: boolean
  /** The words also say what is to be done, so the body keeps them. */
  readonly keepsWords?: boolean
}

/** A reading of words that begin `by` characters into a longer text, with its offsets in that text. */
export function shifted(said: Responsibility, by: number): Responsibility {
  return {
    ...said,
    mentions: said.mentions.map(mention => ({ ...mention, start: mention.start + by, end: mention.end + by })),
    deadlines: said.deadlines.map(([start, end]) => [start + by, end + by] as const),
  }
}
