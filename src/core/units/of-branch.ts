import { endsLikeBranch, headIn } from './branch.ts'
import { type Found, first, meaning, type Recogniser, wordsTo } from './mention.ts'
import { rightKind } from './misspelling.ts'
import { slipsOf } from './mistaken.ts'
import type { NameIndex } from './name-index.ts'
import type { Prefix } from './prefix.ts'

/** 医保局高青分局 is the branch and never the 医保局 with which it begins. */
export const ofBranch: Recogniser = (names, { text, mayHaveBranch, endsAfter, slipsAfter }, start, prefix) => {
  if (!mayHaveBranch) return undefined
  const words = wordsTo(text, prefix.end, endsAfter(prefix.end + 1)).filter(endsLikeBranch)
  const slips = wordsTo(text, prefix.end, slipsAfter(prefix.end + 1))
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
    meaning('fuzzy', rest, slipsOf(rest, names, prefix))
  )
}

/** 市公安局张店分局 is a branch that the ledger does not have. */
function foreignBranch(rest: string, { register, shortened }: NameIndex): Found | undefined {
  const head = headIn(rest)
  return register.has(head) || shortened(head).length > 0 ? { certainty: 'exact', rest, units: [] } : undefined
}
