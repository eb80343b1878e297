import { acts, beginsWord, unlistedEnd } from './boundary.ts'
import { mayBeName } from './latin.ts'
import { rightKind } from './misspelling.ts'
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

type Found = Pick<Mention, 'certainty' | 'units' | 'rest'>

/** The mention of the first word that means something. */
function first(
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

const meaning = (certainty: Mention['certainty'], rest: string, units: readonly UnitRef[]): Found | undefined =>
  units.length === 0 ? undefined : { certainty, rest, units }

const wordsTo = (text: string, start: number, ends: readonly number[]): readonly string[] =>
  ends.map(end => text.slice(start, end))

/** 委教育工委 needs its 省 or 市 in front; 教育工委 stands alone. */
const PARTY_HALF = /^委/

/** 省教育厅, and 教育厅 where the prefix is left out. */
export const named: Recogniser = ({ register, listedAt }, { text }, start, prefix) => {
  const read = (rest: string): Found | undefined => {
    const isBare = prefix.mark === '' && !register.isWhole(rest)
    if (isBare && (PARTY_HALF.test(rest) || !standsBare(text, prefix.end, rest))) return undefined
    const certainty = isBare ? 'short' : 'exact'
    return meaning(certainty, rest, register.called(rest, prefix))
  }
  return first(listedAt(text, prefix.end), read, start, prefix)
}

/** 省人社厅 */
const abbreviated: Recogniser = ({ shortened, unitsCalled }, { text, endsAfter }, start, prefix) => {
  const words = wordsTo(text, prefix.end, endsAfter(prefix.end + 1))
  const read = (rest: string): Found | undefined =>
    prefix.mark !== '' || standsBare(text, prefix.end, rest)
      ? meaning('short', rest, unitsCalled(shortened(rest), prefix))
      : undefined
  return first(words, read, start, prefix)
}

/** A real name that no unit of the ledger bears, or a short form of one; it is never taken for another. */
const elsewhere: Recogniser = ({ listedAt, shortened }, { text, endsAfter }, start, prefix) => {
  const shorts = wordsTo(text, prefix.end, endsAfter(prefix.end + 1)).filter(word => shortened(word).length > 0)
  const read = (rest: string): Found | undefined =>
    prefix.mark !== '' || standsAlone(text, prefix.end, rest) ? { certainty: 'exact', rest, units: [] } : undefined
  return first([...listedAt(text, prefix.end), ...shorts], read, start, prefix)
}

/** 省水力厅, 市卫建委. Without a prefix there is more to mistake: 发展格局 is no 发展改革局. */
const misspelt: Recogniser = ({ isRealCore, misspellings, unitsCalled }, { text, endsAfter }, start, prefix) => {
  const read = (rest: string): Found | undefined => {
    if (isRealCore(rest)) return undefined
    const { namesOf, shortFormsOf } = misspellings()
    const isMarked = prefix.mark !== ''
    const whole = meaning('fuzzy', rest, unitsCalled(namesOf(rest, isMarked), prefix))
    if (whole !== undefined || !(isMarked || acts(text, prefix.end + rest.length))) return whole
    return meaning('fuzzy', rest, unitsCalled(shortFormsOf(rest), prefix))
  }
  return first(wordsTo(text, prefix.end, endsAfter(prefix.end + 1)), read, start, prefix)
}

/** 省教育听 */
const misheard: Recogniser = ({ shortened, unitsCalled }, { text, slipsAfter }, start, prefix) => {
  const read = (word: string): Found | undefined => {
    const rest = rightKind(word)
    const forms = prefix.mark === '' ? [] : shortened(rest)
    return meaning('fuzzy', rest, unitsCalled([rest, ...forms], prefix))
  }
  return first(wordsTo(text, prefix.end, slipsAfter(prefix.end + 1)), read, start, prefix)
}

const LETTERS = /(?<![a-z0-9])[a-z]{2,}(?![a-z0-9])/y

/** sjyt, shengjiaoyuting, 省jyt: only where one unit can be meant. */
const inLatin: Recogniser = ({ latin }, { text }, start, prefix) => {
  LETTERS.lastIndex = prefix.end
  const typed = LETTERS.exec(text)?.[0]
  if (typed === undefined || !mayBeName(typed)) return undefined
  const units = latin().unitsOf(typed, prefix.mark)
  return units.length === 1
    ? { start, end: prefix.end + typed.length, certainty: 'fuzzy', units, prefix, rest: typed }
    : undefined
}

/** 省航天局: a name by its form, in no table. */
const unlisted: Recogniser = (_names, { text }, start, prefix) => {
  const end = prefix.mark === '' ? undefined : unlistedEnd(text, prefix.end)
  if (end === undefined) return undefined
  return { start, end, certainty: 'exact', units: [], prefix, rest: text.slice(prefix.end, end) }
}

/** From the surest to the most tolerant; what one understands is not shown to the next. */
export const RECOGNISERS: readonly Recogniser[] = [named, abbreviated, elsewhere, misspelt, misheard, inLatin, unlisted]

/** 大数据中心 is a unit in 大数据中心牵头哪些, but a topic in 工业大数据中心体系; 教育局 is nothing but a unit. */
const standsBare = (text: string, start: number, word: string): boolean =>
  DEPARTMENT.test(word) ||
  (beginsWord(text, start) && (start + word.length === text.length || acts(text, start + word.length)))

const DEPARTMENT = /(?:[厅局委办部署]|联|法院|检察院)$/

/** Without a prefix, only what can hardly be anything but a department: not 人大 or 电视台, which are topics too. */
const standsAlone = (text: string, start: number, word: string): boolean =>
  (/.{2}[厅局委办部署]$/.test(word) && !PARTY_HALF.test(word)) || (word.length > 2 && acts(text, start + word.length))
