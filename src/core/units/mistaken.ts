import { beginsWord, isCommonWord } from './boundary.ts'
import { type Found, first, meaning, type Recogniser, standsByItself, wordsTo } from './mention.ts'
import { rightKind, undoubled, unswapped } from './misspelling.ts'
import type { NameIndex } from './name-index.ts'
import { levelOfMark, type Prefix } from './prefix.ts'
import type { UnitRef } from './unit.ts'

/** 省水力厅, 市卫建委, 省自然源厅. Without a prefix there is more to mistake: 发展格局 is no 发展改革局. */
export const misspelt: Recogniser = (names, { text, endsAfter }, start, prefix) => {
  const read = (rest: string): Found | undefined => {
    if (isRight(rest, names, prefix)) return undefined
    const isSure = prefix.mark !== '' || standsByItself(text, start, prefix.end + rest.length)
    return meaning('fuzzy', rest, isSure ? slipsOf(rest, names, prefix) : likelySlips(rest, names, prefix))
  }
  return first(wordsTo(text, prefix.end, endsAfter(prefix.end + 1)), read, start, prefix)
}

/** Words of the question around a name, never in it. */
const AROUND = /[的了在哪]|什么|多少/

/** 省教厅育, 县投资促进衷心: the end itself is wrong, so that only what follows shows where the name ends. */
export const garbled: Recogniser = (names, { text, stopsAfter }, start, prefix) => {
  if (prefix.mark === '' && !beginsWord(text, start)) return undefined
  const words = wordsTo(text, prefix.end, stopsAfter(prefix.end + 1)).filter(word => !AROUND.test(word))
  const read = (rest: string): Found | undefined =>
    isRight(rest, names, prefix) ? undefined : meaning('fuzzy', rest, wholeSlips(rest, names, prefix))
  return first(words, read, start, prefix)
}

/** True for words that are what they seem to be, and no slip for a unit's name. */
const isRight = (rest: string, { isRealCore }: NameIndex, prefix: Prefix): boolean =>
  isRealCore(rest) || isCommonWord(rest) || namesLevel(rest, prefix)

/** 省务局 says its level, and is no slip for a name without one; 市场监管局 begins with a word. */
const namesLevel = (rest: string, { mark }: Prefix): boolean =>
  mark === '' && levelOfMark(rest.charAt(0)) !== undefined && !/^(?:市[场政]|区域)/.test(rest)

const likelySlips = (rest: string, { misspellings, unitsCalled }: NameIndex, prefix: Prefix): readonly UnitRef[] =>
  unitsCalled(misspellings().namesOf(rest, prefix.mark !== ''), prefix)

type Mistake = (rest: string, names: NameIndex) => readonly string[]

/** Mistakes in a whole name, the likeliest first. */
const IN_NAME: readonly Mistake[] = [unswapped, (rest, { misspellings }) => misspellings().lackingOf(rest), undoubled]
const IN_SHORT_FORM: readonly Mistake[] = [
  (rest, { misspellings }) => misspellings().shortFormsOf(rest),
  (rest, { shortened }) => unswapped(rest).flatMap(shortened),
]

/** The units meant if the likeliest mistake was made that gives any. */
function unitsBy(mistakes: readonly Mistake[], rest: string, names: NameIndex, prefix: Prefix): readonly UnitRef[] {
  for (const mistake of mistakes) {
    const units = names.unitsCalled(mistake(rest, names), prefix)
    if (units.length > 0) return units
  }
  return []
}

function wholeSlips(rest: string, names: NameIndex, prefix: Prefix): readonly UnitRef[] {
  const likely = likelySlips(rest, names, prefix)
  return likely.length > 0 ? likely : unitsBy(IN_NAME, rest, names, prefix)
}

/** The units that a wrongly written name or short form can mean. */
export function slipsOf(rest: string, names: NameIndex, prefix: Prefix): readonly UnitRef[] {
  const whole = wholeSlips(rest, names, prefix)
  return whole.length > 0 ? whole : unitsBy(IN_SHORT_FORM, rest, names, prefix)
}

/** 科省技厅: the mark is the second character. */
export const transposed: Recogniser = ({ register }, { text, endsAfter }, start, { mark, end: at }) => {
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
export const misheard: Recogniser = ({ shortened, unitsCalled }, { text, slipsAfter }, start, prefix) => {
  const read = (word: string): Found | undefined => {
    const rest = rightKind(word)
    const forms = prefix.mark === '' ? [] : shortened(rest)
    return meaning('fuzzy', rest, unitsCalled([rest, ...forms], prefix))
  }
  return first(wordsTo(text, prefix.end, slipsAfter(prefix.end + 1)), read, start, prefix)
}
