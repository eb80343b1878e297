import type { Line } from './lines.ts'

/** A line with what is known of the page it stands on. */
export interface PrintedLine extends Line {
  /** The end of a page (a page number, a form feed) stands right above or below it. */
  readonly atPageBreak: boolean
  readonly isFirstPage: boolean
}

/** 某省人民政府公报 2021年第18期: no sentence, no list, no bracket. */
const HEADER = /^[^，。；：、:;（）()]{5,40}$/
/** How far down the head of a document its own title may stand. */
const HEAD_LINES = 8

/** 眉题: a line printed again at one page break after another, or the head's own words at one, belongs to no sentence. */
export function withoutRunningHeaders(lines: readonly PrintedLine[]): PrintedLine[] {
  const atBreaks = new Map<string, number>()
  for (const line of lines) {
    if (isHeaderLike(line)) atBreaks.set(keyOf(line), (atBreaks.get(keyOf(line)) ?? 0) + 1)
  }
  if (atBreaks.size === 0) return [...lines]
  const head = new Set(lines.slice(0, HEAD_LINES).map(keyOf))
  const isTitle = (line: PrintedLine, at: number): boolean => at < HEAD_LINES && line.isFirstPage
  const isRepeated = (line: Line): boolean => (atBreaks.get(keyOf(line)) ?? 0) > 1 || head.has(keyOf(line))
  return lines.filter((line, i) => isTitle(line, i) || !isHeaderLike(line) || !isRepeated(line))
}

function isHeaderLike({ text, atPageBreak }: PrintedLine): boolean {
  return atPageBreak && HEADER.test(text)
}

/** Pages count on; the rest of a header stays the same. */
function keyOf({ text }: Line): string {
  return text.replace(/\s+/g, '').replace(/\d+/g, '0')
}
