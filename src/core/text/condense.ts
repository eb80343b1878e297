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
  const squeezed = /\s/.test(original) ? original.replace(/\s+/g, '') : original
  const offsets = squeezed.length === original.length ? null : visibleOffsets(original, squeezed.length)
  const at = (index: number): number => offsets?.[index] ?? index
  return {
    text: foldWidth(squeezed),
    quote: (start, end) => squeezed.slice(start, end),
    span: (start, end) => (end > start ? [at(start), at(end - 1) + 1] : [at(start), at(start)]),
  }
}

function visibleOffsets(original: string, count: number): Uint32Array {
  const offsets = new Uint32Array(count)
  let next = 0
  let from = 0
  for (const gap of original.matchAll(/\s+|$/g)) {
    for (let index = from; index < gap.index; index++) offsets[next++] = index
    from = gap.index + gap[0].length
  }
  return offsets
}
