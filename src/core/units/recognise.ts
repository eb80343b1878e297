import { acts, unlistedEnd } from './boundary.ts'
import { mayBeName } from './latin.ts'
import { type Found, first, meaning, type Recogniser, standsBare, standsByItself, wordsTo } from './mention.ts'
import { garbled, misheard, misspelt, transposed } from './mistaken.ts'
import { ofBranch } from './of-branch.ts'

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

/** Without a prefix, only what can hardly be anything but a department: not 人大 or 电视台, which are topics too. */
const standsAlone = (text: string, start: number, word: string): boolean =>
  (/.{2}[厅局委办部署](?<!^.工委)$/.test(word) && !PARTY_HALF.test(word)) ||
  (word.length > 2 && acts(text, start + word.length))
