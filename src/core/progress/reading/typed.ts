import { toSimplified } from '../../text/traditional.ts'

/** What somebody typed, made plain for patterns, that can still be quoted as it was written. */
export interface Typed {
  /** Simplified, half width, without the spaces that mean nothing; a run of line breaks is one `\n`. */
  readonly text: string
  /** Whether white space or an emoji stood before this character. */
  hasGap(index: number): boolean
  /** The words of [start, end) as they were written, without the white space around them. */
  quote(start: number, end: number): string
}

/** Latin letters, digits and what closes a number keep the space between them: `27 80%`, `1. 27条`. */
const KEEPS_SPACE_BEHIND = /[A-Za-z0-9%.]/
const KEEPS_SPACE_BEFORE = /[A-Za-z0-9]/
const LINE_BREAK = /[\n\r\u2028\u2029\f\v]/
/** White space, invisible characters, and the pictures that phones put in. */
const IDLE = /\s|\p{Cf}|\p{Cc}|\p{Extended_Pictographic}|\u{FE0F}|\u{20E3}|[\u{1F3FB}-\u{1F3FF}✓√☑]/u
/** Circled numbers are the marks of a list, not numbers. */
const CIRCLED = /[\u2460-\u24ff\u2776-\u2793]/
const PLAIN = /[\u0020-\u007e\u4e00-\u9fff]/

/** foldTyped('第２７條　完成８０％').text => '第27条完成80%' */
export function foldTyped(original: string): Typed {
  const folded = new Folded(original)
  let at = 0
  for (const char of toSimplified(original)) {
    folded.add(char, at)
    at += char.length
  }
  return folded
}

class Folded implements Typed {
  text = ''
  readonly #original: string
  readonly #places: number[] = []
  readonly #gaps = new Set<number>()
  #pending: { readonly at: number; readonly breaks: boolean } | null = null

  constructor(original: string) {
    this.#original = original
  }

  add(char: string, at: number): void {
    if (LINE_BREAK.test(char)) this.#pending = { at, breaks: true }
    else if (IDLE.test(char)) this.#pending ??= { at, breaks: false }
    else this.#push(plainChar(char), at)
  }

  #push(chars: string, at: number): void {
    if (this.#pending && this.text !== '') {
      if (this.#pending.breaks) this.#put('\n', this.#pending.at)
      else if (KEEPS_SPACE_BEHIND.test(this.text.slice(-1)) && KEEPS_SPACE_BEFORE.test(chars))
        this.#put(' ', this.#pending.at)
      this.#gaps.add(this.text.length)
    }
    this.#pending = null
    for (let unit = 0; unit < chars.length; unit++) this.#put(chars.charAt(unit), at + unit)
  }

  #put(unit: string, at: number): void {
    this.text += unit
    this.#places.push(at)
  }

  hasGap(index: number): boolean {
    return this.#gaps.has(index)
  }

  quote(start: number, end: number): string {
    if (end <= start) return ''
    const [first, last] = [this.#places[start] ?? 0, this.#places[end - 1] ?? 0]
    const next = end < this.#places.length ? (this.#places[end] ?? last + 1) : this.#original.length
    return this.#original.slice(first, next).trim()
  }
}

/** Only what stays as long as it was is folded, so that places hold. */
function plainChar(char: string): string {
  if (PLAIN.test(char) || CIRCLED.test(char)) return char
  const folded = char.normalize('NFKC')
  return folded.length === char.length ? folded : char
}
