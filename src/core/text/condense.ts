import type { Span } from '../model.ts'
import { foldWidth } from './numerals.ts'

/** A text without its whitespace, folded to half width, that can still be quoted: extractors read `text` and cite the original. */
export interface Condensed {
  /** What patterns match on. */
  readonly text: string
  /** The original characters of [start, end), without whitespace. */
  quote(start: number, end: number): string
  /** Where [start, end) stands in the original. */
  span(start: number, end: number): Span
}

/** condense('达到 ７５００ 万\n千瓦').text => '达到7500万千瓦' */
export function condense(original: string): Condensed {
  const spaced = /\s/.test(original)
  const squeezed = spaced ? original.replace(/\s+/g, '') : original
  let offsets: Uint32Array | null = null
  const at = (index: number): number => {
    if (spaced) offsets ??= visibleOffsets(original, squeezed)
    return offsets?.[index] ?? index
  }
  return {
    text: foldMarks(foldWidth(squeezed)),
    quote: (start, end) => squeezed.slice(start, end),
    span: (start, end) => (end > start ? [at(start), at(end - 1) + 1] : [at(start), at(start)]),
  }
}

/** Where each character of `squeezed` stands in `original`; only worked out when something is quoted. */
function visibleOffsets(original: string, squeezed: string): Uint32Array {
  const offsets = new Uint32Array(squeezed.length)
  let from = 0
  for (let index = 0; index < squeezed.length; index++) {
    while (original.charCodeAt(from) !== squeezed.charCodeAt(index)) from++
    offsets[index] = from++
  }
  return offsets
}

const TYPED_MARKS: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  ':': '：',
  ';': '；',
  '｡': '。',
  '､': '、',
}
/** 8亿元. and 500,增长 but 2.8, 10,000 and v.2 */
const TYPED_MARK = /[｡､]|(?<![\dA-Za-z])\.(?![\dA-Za-z])|(?<!\d)[,;:]|[,;:](?!\d)/g

/** Marks typed on a Latin keyboard as their Chinese twins, one for one, but inside numbers and names. */
function foldMarks(text: string): string {
  return /[.,:;｡､]/.test(text) ? text.replace(TYPED_MARK, mark => TYPED_MARKS[mark] ?? mark) : text
}
