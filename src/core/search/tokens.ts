/** Receives the tokens of a text; `at` counts positions from 0. Adjacent tokens have adjacent positions. */
export interface TokenVisitor {
  /** Two neighbouring characters; `second` is 0 for the last character of a run. */
  pair(at: number, first: number, second: number): void
  /** A Latin word or a number, folded: 5g, rcep, 7500, 2.8. */
  word(at: number, word: string): void
}

const SKIPPED = 0
const SEPARATOR = 1
const WORD = 2
const CHARACTER = 3
type TokenClass = typeof SKIPPED | typeof SEPARATOR | typeof WORD | typeof CHARACTER

/** First match wins. Quote marks vanish, so that 十强产业 finds “十强”产业; % and ‰ are read like characters. */
const CLASSES: readonly (readonly [RegExp, TokenClass])[] = [
  [/[\p{White_Space}\p{Cc}\p{Cf}“”‘’"'「」『』《》]/u, SKIPPED],
  [/[%‰]/u, CHARACTER],
  [/\p{P}/u, SEPARATOR],
  [/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u, WORD],
]

/** Radicals, compatibility ideographs and full-width forms, which NFKC turns into the usual character. */
const COMPATIBILITY = /[\u2e80-\u2fdf\uf900-\ufaff\uff00-\uffef]/

/** Per UTF-16 code unit: the folded unit shifted by two, and its class. Filled on first sight; 0 is not yet seen. */
const SEEN = new Int32Array(0x10000)

function foldUnit(unit: number): number {
  const char = String.fromCharCode(unit)
  const folded = (COMPATIBILITY.test(char) ? char.normalize('NFKC') : char).toLowerCase()
  return folded.length === 1 ? folded.charCodeAt(0) : unit
}

function look(unit: number): number {
  const folded = foldUnit(unit)
  const char = String.fromCharCode(folded)
  const kind = CLASSES.find(([pattern]) => pattern.test(char))?.[1] ?? CHARACTER
  const entry = (Math.max(folded, 1) << 2) | kind
  SEEN[unit] = entry
  return entry
}

function entryOf(unit: number): number {
  return SEEN[unit] || look(unit)
}

const POINT = '.'.charCodeAt(0)

function isDigit(unit: number): boolean {
  const folded = entryOf(unit) >> 2
  return folded >= 48 && folded <= 57
}

function isDecimalPoint(text: string, at: number): boolean {
  if (entryOf(text.charCodeAt(at)) >> 2 !== POINT || at + 1 >= text.length) return false
  return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
}

function wordEnd(text: string, from: number): number {
  let end = from + 1
  while (end < text.length && ((entryOf(text.charCodeAt(end)) & 3) === WORD || isDecimalPoint(text, end))) end++
  return end
}

/**
 * Walks the tokens of a text and returns the number of positions it takes.
 *
 * Every character of a Han run stands at its own position and is told as the pair it forms with the next one; a word
 * takes one position, and so does any stretch of punctuation, which is not told. Spaces and quote marks take none.
 * Width and case are folded: `建设５Ｇ 基站，` gives 建设, 设·, 5g, 基站, 站· and a gap.
 */
export function walkTokens(text: string, visitor: TokenVisitor): number {
  let at = 0
  let afterGap = 0
  let pending = 0
  for (let index = 0; index < text.length; index++) {
    const entry = entryOf(text.charCodeAt(index))
    const kind = entry & 3
    if (kind === SKIPPED) continue
    const next = kind === CHARACTER ? entry >> 2 : 0
    if (pending !== 0) visitor.pair(at++, pending, next)
    pending = next
    if (kind === WORD) {
      const end = wordEnd(text, index)
      visitor.word(at++, text.slice(index, end).normalize('NFKC').toLowerCase())
      index = end - 1
    }
    if (kind === SEPARATOR && at !== afterGap) afterGap = ++at
  }
  if (pending !== 0) visitor.pair(at++, pending, 0)
  return at
}
