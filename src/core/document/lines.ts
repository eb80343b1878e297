import type { Source } from '../text/source.ts'

/** One printed line that carries words: range in the cleaned text. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly text: string
}

const MARKDOWN_PREFIX = /^(?:#{1,6}\s+|>\s*|[-*+•●■◆]\s+)+/
const PAGE_NUMBER =
  /^(?:[-—–―－·\s]*\d{1,3}[-—–―－·\s]*|第\s*\d{1,3}\s*页(?:[，,\s/]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})$/
const RULE_LINE = /^[-=_*—─━·.\s]+$/

/** The lines of a text that say something: page numbers, rules, empty and doubled lines are dropped, list marks cut. */
export function readLines(source: Source): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= source.text.length) {
    const found = source.text.indexOf('\n', start)
    const end = found < 0 ? source.text.length : found
    const line = trimLine(source.text, start, end)
    if (line !== null && line.text !== lines.at(-1)?.text) lines.push(line)
    start = end + 1
  }
  return lines
}

function trimLine(text: string, from: number, to: number): Line | null {
  let start = from
  let end = to
  while (start < end && isBlank(text.charCodeAt(start))) start += 1
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1
  const words = text.slice(start, end)
  if (words.length === 0 || PAGE_NUMBER.test(words) || RULE_LINE.test(words)) return null
  start += MARKDOWN_PREFIX.exec(words)?.[0].length ?? 0
  return start === end ? null : { start, end, text: text.slice(start, end) }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9
}
