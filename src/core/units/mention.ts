import { acts, beginsWord } from './boundary.ts'
import type { NameIndex } from './name-index.ts'
import type { Prefix } from './prefix.ts'
import type { Sites } from './sites.ts'
import type { UnitReading, UnitRef } from './unit.ts'

/** A unit named in a folded text. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly certainty: UnitReading['certainty']
  readonly units: readonly UnitRef[]
  readonly prefix: Prefix
  /** The name without its prefix. */
  readonly rest: string
}

/** Recognises, in one way, a name behind a prefix that begins at `start`; undefined where there is none. */
export type Recogniser = (names: NameIndex, sites: Sites, start: number, prefix: Prefix) => Mention | undefined

/** What a word behind a prefix means. */
export type Found = Pick<Mention, 'certainty' | 'units' | 'rest'>

/** The mention of the first word that means something. */
export function first(
  words: readonly string[],
  read: (word: string) => Found | undefined,
  start: number,
  prefix: Prefix,
): Mention | undefined {
  for (const word of words) {
    const found = read(word)
    if (found !== undefined) return { start, end: prefix.end + word.length, prefix, ...found }
  }
  return undefined
}

export const meaning = (certainty: Mention['certainty'], rest: string, units: readonly UnitRef[]): Found | undefined =>
  units.length === 0 ? undefined : { certainty, rest, units }

export const wordsTo = (text: string, start: number, ends: readonly number[]): readonly string[] =>
  ends.map(end => text.slice(start, end))

/** True where the words are all that is asked about, or what they say they do follows. */
export const standsByItself = (text: string, start: number, end: number): boolean =>
  beginsWord(text, start) && (end === text.length || acts(text, end))

/** 大数据中心 is a unit in 大数据中心牵头哪些, but a topic in 工业大数据中心体系; 教育局 is nothing but a unit. */
export const standsBare = (text: string, start: number, end: number): boolean =>
  DEPARTMENT.test(text.slice(start, end)) || standsByItself(text, start, end)

/** 教工委 alone is too little: it stands in 鲁教工委发 too. */
const DEPARTMENT = /(?:[厅局委办部署](?<!^.工委)|联|法院|检察院)$/
