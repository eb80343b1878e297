import { toSimplified } from '../text/traditional.ts'

/** What nearly all is written in: every one of these folds to one character. */
const ONE_TO_ONE = /^[ -~\n\u00B7\u2018-\u201D\u3000-\u301F\u4E00-\u9FFF\uFF01-\uFF5E]*$/u

/** One character for one, so that places in the result are places in the text: half width, simplified. */
export function foldInPlace(text: string): string {
  if (ONE_TO_ONE.test(text)) return toSimplified(text.normalize('NFKC'))
  return Array.from({ length: text.length }, (_, i) => foldUnit(text.charAt(i))).join('')
}

function foldUnit(unit: string): string {
  const folded = toSimplified(unit.normalize('NFKC'))
  return folded.length === 1 ? folded : unit
}

/** A text as it was written, and the same folded: many patterns look at the one and quote the other. */
export interface Verbatim {
  readonly text: string
  readonly folded: string
}

export const verbatim = (text: string): Verbatim => ({ text, folded: foldInPlace(text) })

/** What a pattern's named groups match in a text, read tolerantly and given as it was written, without the space around it. */
export function matchVerbatim(pattern: RegExp, { text, folded }: Verbatim): Readonly<Record<string, string>> | null {
  // Places cost more than the match itself, and most patterns do not match.
  if (!pattern.test(folded)) return null
  const match = new RegExp(pattern, `${pattern.flags}d`).exec(folded)
  const places = Object.entries(match?.indices?.groups ?? {})
  return Object.fromEntries(places.map(([name, place]) => [name, place ? text.slice(...place).trim() : '']))
}
