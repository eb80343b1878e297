import { acts, beginsWord, endsMention, isCommonWord, unlistedEnd } from './boundary.ts'
import { endsLikeBranch, headIn } from './branch.ts'
import { mayBeName } from './latin.ts'
import { rightKind, undoubled, unswapped } from './misspelling.ts'
import type { NameIndex } from './name-index.ts'
import { levelOfMark, type Prefix } from './prefix.ts'
import { REACH, type Sites } from './sites.ts'
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

/** 委教育工委 needs its 省 or 市 in front, or to be all that is asked about; 教育工委 stands alone. */
const PARTY_HALF = /^委/

/** 省教育厅, and 教育厅 where the prefix is left out. */
export const named: Recogniser = ({ register, listedAt }, { text }, start, prefix) => {
  const read = (rest: string): Found | undefined => {
    const isBare = prefix.mark === '' && !register.isWhole(rest)
    const end = prefix.end + rest.length
    const stands = PARTY_HALF.test(rest) ? standsByItself : standsBare
    if (isBare && !stands(text, start, end)) return undefined
    const certainty = isBare ? 'short' : 'exact'
    return meaning(certainty, rest, register.called(rest, prefix))
  }
  return first(listedAt(text, prefix.end), read, start, prefix)
}

/** 省人社厅 */
const abbreviated: Recogniser = ({ shortened, unitsCalled }, { text, endsAfter }, start, prefix) => {
  const words = wordsTo(text, prefix.end, endsAfter(prefix.end + 1))
  const read = (rest: string): Found | undefined =>
    prefix.mark !== '' || standsBare(text, start, prefix.end + rest.length)
      ? meaning('short', rest, unitsCalled(shortened(rest), prefix))
      : undefined
  return first(words, read, start, prefix)
}

/** 省金融局 for 省地方金融监管局, but 山东金融监管局 is the name of another body. */
const beheaded: Recogniser = ({ register, tailed, unitsCalled }, { text, endsAfter }, start, prefix) => {
  const read = (rest: string): Found | undefined => {
    const end = prefix.end + rest.length
    if (prefix.mark === '' && !standsByItself(text, start, end)) return undefined
    if (register.lists(text.slice(start, end), prefix, rest)) return undefined
    return meaning('short', rest, unitsCalled(tailed(rest), prefix))
  }
  return first(wordsTo(text, prefix.end, endsAfter(prefix.end + 1)), read, start, prefix)
}

/** A real name that no unit of the ledger bears, or a short form of one; it is never taken for another. */
const elsewhere: Recogniser = ({ listedAt, shortened }, { text, endsAfter }, start, prefix) => {
  const shorts = wordsTo(text, prefix.end, endsAfter(prefix.end + 1)).filter(word => shortened(word).length > 0)
  const read = (rest: string): Found | undefined =>
    prefix.mark !== '' || standsAlone(text, prefix.end, rest) ? { certainty: 'exact', rest, units: [] } : undefined
  return first([...listedAt(text, prefix.end), ...shorts], read, start, prefix)
}

/** 省水力厅, 市卫建委, 省自然源厅. Without a prefix there is more to mistake: 发展格局 is no 发展改革局. */
const misspelt: Recogniser = (names, { text, endsAfter }, start, prefix) => {
  const read = (rest: string): Found | undefined => {
    if (names.isRealCore(rest) || isCommonWord(rest) || dropsMark(rest, prefix)) return undefined
    const isSure = prefix.mark !== '' || standsByItself(text, start, prefix.end + rest.length)
    return meaning('fuzzy', rest, slipsOf(rest, names, prefix, isSure))
  }
  return first(wordsTo(text, prefix.end, endsAfter(prefix.end + 1)), read, start, prefix)
}

/** 省务局 says its level, and is no slip for a name without one; 市场监管局 begins with a word. */
const dropsMark = (rest: string, { mark }: Prefix): boolean =>
  mark === '' && levelOfMark(rest.charAt(0)) !== undefined && !/^(?:市[场政]|区域)/.test(rest)

/** 省教厅育, 县投资促进衷心: the end itself is wrong, so that only what follows shows where the name ends. */
const garbled: Recogniser = (names, { text }, start, prefix) => {
  if (prefix.mark === '' && !beginsWord(text, start)) return undefined
  const ends = Array.from({ length: REACH }, (_, i) => prefix.end + REACH - i).filter(
    end => end >= prefix.end + 2 && end <= text.length && endsMention(text, end),
  )
  const read = (rest: string): Found | undefined =>
    names.isRealCore(rest) || isCommonWord(rest) || dropsMark(rest, prefix)
      ? undefined
      : meaning('fuzzy', rest, slipsOf(rest, names, prefix, true))
  return first(wordsTo(text, prefix.end, ends), read, start, prefix)
}

/** The units that a wrongly written name can mean, by the likeliest mistake that gives any. */
function slipsOf(rest: string, names: NameIndex, prefix: Prefix, isSure: boolean): readonly UnitRef[] {
  const { misspellings, shortened, unitsCalled } = names
  const { namesOf, lackingOf, shortFormsOf } = misspellings()
  const likely = unitsCalled(namesOf(rest, prefix.mark !== ''), prefix)
  if (likely.length > 0 || !isSure) return likely
  const mistakes = [
    () => unswapped(rest),
    () => shortFormsOf(rest),
    () => lackingOf(rest),
    () => undoubled(rest),
    () => unswapped(rest).flatMap(shortened),
  ]
  for (const mistake of mistakes) {
    const units = unitsCalled(mistake(), prefix)
    if (units.length > 0) return units
  }
  return []
}

/** 科省技厅: the mark is the second character. */
const transposed: Recogniser = ({ register }, { text, endsAfter }, start, { mark, end: at }) => {
  const second = text.charAt(start + 1)
  if (mark !== '' || at !== start || levelOfMark(second) === undefined) return undefined
  const prefix = { mark: second, region: undefined, end: start + 2 }
  for (const end of endsAfter(prefix.end)) {
    const rest = text.charAt(start) + text.slice(prefix.end, end)
    const found = meaning('fuzzy', rest, register.called(rest, prefix))
    if (found !== undefined) return { start, end, prefix, ...found }
  }
  return undefined
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

/** 医保局高青分局 is the branch and never the 医保局 with which it begins. */
const ofBranch: Recogniser = (names, sites, start, prefix) => {
  const words = wordsTo(sites.text, prefix.end, sites.endsAfter(prefix.end + 1)).filter(endsLikeBranch)
  const slips = wordsTo(sites.text, prefix.end, sites.slipsAfter(prefix.end + 1))
    .map(rightKind)
    .filter(endsLikeBranch)
  const said = (rest: string): Found | undefined => {
    const found = knownBranch(rest, names, prefix)
    return found === undefined ? undefined : { ...found, certainty: 'fuzzy' }
  }
  return (
    first(words, rest => knownBranch(rest, names, prefix), start, prefix) ??
    first(slips, said, start, prefix) ??
    first(words, rest => foreignBranch(rest, names), start, prefix)
  )
}

function knownBranch(rest: string, names: NameIndex, prefix: Prefix): Found | undefined {
  const { register, shortened, tailed, unitsCalled } = names
  return (
    meaning('exact', rest, register.called(rest, prefix)) ??
    meaning('short', rest, unitsCalled(shortened(rest), prefix)) ??
    meaning('short', rest, unitsCalled(tailed(rest), prefix)) ??
    meaning('fuzzy', rest, slipsOf(rest, names, prefix, true))
  )
}

/** 市公安局张店分局 is a branch that the ledger does not have. */
function foreignBranch(rest: string, { register, shortened }: NameIndex): Found | undefined {
  const head = headIn(rest)
  return register.has(head) || shortened(head).length > 0 ? { certainty: 'exact', rest, units: [] } : undefined
}

/** From the surest to the most tolerant; what one understands is not shown to the next. */
export const RECOGNISERS: readonly Recogniser[] = [
  ofBranch,
  named,
  abbreviated,
  beheaded,
  elsewhere,
  misspelt,
  misheard,
  garbled,
  transposed,
  inLatin,
  unlisted,
]

/** True where the words are all that is asked about, or what they say they do follows. */
const standsByItself = (text: string, start: number, end: number): boolean =>
  beginsWord(text, start) && (end === text.length || acts(text, end))

/** 大数据中心 is a unit in 大数据中心牵头哪些, but a topic in 工业大数据中心体系; 教育局 is nothing but a unit. */
const standsBare = (text: string, start: number, end: number): boolean =>
  DEPARTMENT.test(text.slice(start, end)) || standsByItself(text, start, end)

const DEPARTMENT = /(?:[厅局委办部署]|联|法院|检察院)$/

/** Without a prefix, only what can hardly be anything but a department: not 人大 or 电视台, which are topics too. */
const standsAlone = (text: string, start: number, word: string): boolean =>
  (/.{2}[厅局委办部署]$/.test(word) && !PARTY_HALF.test(word)) || (word.length > 2 && acts(text, start + word.length))
