import type { Level } from '../model.ts'

/** A unit of the ledger: one body, whatever the documents and the people call it. */
export interface UnitRef {
  /** Unique over the ledger: region and name, 淄博市/市教育局. */
  readonly key: string
  /** As the documents write it: 市教育局. */
  readonly name: string
  /** Null for bodies outside the level system (有关行业部门, companies). */
  readonly level: Level | null
  /** 山东省, 淄博市, 高青县; empty for national bodies and where it is unknown. */
  readonly region: string
}

/** What some words of a question say about units. */
export interface UnitReading {
  /** Range of the words in the question, UTF-16 offsets. */
  readonly start: number
  readonly end: number
  /** The words themselves. */
  readonly text: string
  /** `exact`: a name or listed short name; `short`: a short form by rule; `fuzzy`: homophone, wrong character, pinyin. */
  readonly certainty: 'exact' | 'short' | 'fuzzy'
  /** Units of the ledger they can mean, best first. Empty: the words name a unit, but none of this ledger. */
  readonly candidates: readonly UnitRef[]
  /** True where the words mean all candidates at once, so that there is nothing to ask: 海关 for 青岛海关 and 济南海关. */
  readonly together?: true
  /** Units of the ledger with a like name, for a suggestion, never for an answer. At most three. */
  readonly similar: readonly UnitRef[]
}

/** The unit directory: names as people and documents write them, to units. */
export interface UnitDirectory {
  /** Every unit of the ledger, in order of first mention. */
  readonly units: readonly UnitRef[]
  /** The unit a document means by a name in one of its unit lists. */
  refOf(name: string, document: { readonly region: string; readonly level: Level }): UnitRef
  /** Finds every unit that a question names, in order, without overlaps. */
  read(question: string): readonly UnitReading[]
}
