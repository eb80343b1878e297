import type { Comparator, Level } from '../model.ts'
import type { Period, State } from '../progress/progress.ts'
import type { Flag } from '../search/flags.ts'
import type { UnitRef } from '../units/unit.ts'

/** The part a unit plays in a task, as a question puts it. 负责 (`charge`) = lead or responsible. */
export type Role = 'lead' | 'support' | 'charge' | 'any'

/** A unit that a question names, with the role it is asked about. */
export interface UnitTerm {
  readonly text: string
  readonly certainty: 'exact' | 'short' | 'fuzzy'
  /** What the words can mean; none: a unit, but not one of the ledger's. */
  readonly candidates: readonly UnitRef[]
  readonly similar: readonly UnitRef[]
  /** 海关: all of the candidates at once. */
  readonly together: boolean
  /** Null: the question's common role. */
  readonly role: Role | null
  /** 不牵头、除…外 */
  readonly except: boolean
}

/** How several units go together: 都/共同 → all, 和/或 → any. */
export type UnitLogic = 'any' | 'all'

/** 第27条 by the document's numbering; 第3个 by the last answer's; 下一条 by the last question's. */
export interface OrdinalTerm {
  readonly of: 'document' | 'answer' | 'neighbour'
  readonly from: number
  readonly to: number
  /** Where it stands in the question. */
  readonly at: number
  /** The ordinal with its path, where the question gives one: 二（一）1. */
  readonly path: string | null
  readonly text: string
}

/** When tasks must be done by. Dates are inclusive; null: open. */
export interface DueTerm {
  readonly text: string
  readonly from: string | null
  readonly to: string | null
  /** Month and day to look for in other years, when the question names no year and its own has nothing. */
  readonly anyYear: boolean
  /** A limit without a date: 汛期前. */
  readonly words: string | null
}

/** 指标超过1000家 */
export interface QuantityTerm {
  readonly text: string
  readonly comparator: Comparator | null
  readonly value: number | null
  readonly valueMax?: number | undefined
  readonly unit: string
}

/** 没报进展的, 逾期的: in one of the states; 最近一周更新的: something was done in the period. */
export type StandingTerm = {
  /** As a summary says it: 未反馈. */
  readonly text: string
  /** 没逾期的 */
  readonly except: boolean
} & (
  | { readonly kind: 'state'; readonly any: readonly State[] }
  /** `reports`: somebody reported. */
  | { readonly kind: 'updated'; readonly period: Period; readonly reports: boolean }
)

/** What the person wants to know of the tasks. */
export type Ask =
  | 'list'
  | 'count'
  | 'group'
  | 'who'
  | 'target'
  | 'when'
  | 'original'
  | 'detail'
  | 'compare'
  | 'related'
  | 'progress'
  | 'history'
  | 'problems'
  | 'solved'
  | 'facts'
  | 'documents'
  | 'mine'
  | 'help'
  | 'decline'
  | 'thanks'
  | 'page'

/** 文件的事实: what a question asks about a document. */
export type Fact = 'issuer' | 'date' | 'title' | 'number' | 'summary' | 'publicity' | 'sections' | 'rules'

/** By what an answer is counted out: 各单位、各文件、各部分、各级. */
export type Grouping = 'unit' | 'document' | 'section' | 'level'

/** Where the words point: a level (省里) or a region (高青县). */
export interface Place {
  /** Where it stands in the question. */
  readonly at: number
  readonly text: string
  readonly level: Level | null
  readonly region: string | null
  readonly except: boolean
}

/** A turn of pages in the last answer. */
export type PageTurn =
  | { readonly to: 'next' | 'previous' | 'first' | 'last' | 'all' }
  | { readonly to: 'number'; readonly page: number }

/** Everything one utterance says, each part by the reader that knows it. Plain data: kept between turns. */
export interface Slots {
  readonly ask: Ask | null
  readonly facts: readonly Fact[]
  readonly units: readonly UnitTerm[]
  readonly unitLogic: UnitLogic | null
  readonly role: Role | null
  /** Document ids; several: the words fit several. */
  readonly documents: readonly string[]
  /** A document the question names that the ledger has not: 鲁政发〔2020〕9号. */
  readonly unknownDocument: string | null
  readonly places: readonly Place[]
  readonly ordinals: readonly OrdinalTerm[]
  /** Ids of the tasks the conversation has come to: 第3个, 它. */
  readonly taskIds: readonly string[]
  readonly section: string | null
  readonly due: DueTerm | null
  /** A bare year: of the plan, not of a deadline. */
  readonly year: number | null
  readonly quantity: QuantityTerm | null
  readonly flags: readonly Flag[]
  /** How far the tasks have come; they must fit all of these. */
  readonly standing: readonly StandingTerm[]
  readonly grouping: Grouping | null
  /** 最多的三个 → 3; negative: 最少 */
  readonly top: number | null
  /** What no reader took: phrases a task must speak of. */
  readonly topic: readonly string[]
  /** 其中、那、呢、它: the utterance leans on the last one. */
  readonly follows: 'within' | 'without' | 'replaces' | 'refers' | null
  /** What is left out of the answer: 不要6号文的, 除了第35条. */
  readonly without: readonly Slots[]
  readonly page: PageTurn | null
  /** The question itself says 任务: it asks of all of them, not of the last list. */
  readonly namesTasks: boolean | null
  /** 所有单位, 全省: of everybody, whoever asks. */
  readonly ofAll: boolean | null
}

export const emptySlots: Slots = {
  ask: null,
  facts: [],
  units: [],
  unitLogic: null,
  role: null,
  documents: [],
  unknownDocument: null,
  places: [],
  ordinals: [],
  taskIds: [],
  section: null,
  due: null,
  year: null,
  quantity: null,
  flags: [],
  standing: [],
  grouping: null,
  top: null,
  topic: [],
  follows: null,
  without: [],
  page: null,
  namesTasks: null,
  ofAll: null,
}
