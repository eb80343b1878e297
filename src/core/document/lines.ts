import type { Source } from '../text/source.ts'

/** One printed line that carries words: range in the cleaned text. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly text: string
  /** 2 where a PDF prints every character of a bold heading twice, else 1. */
  readonly step: number
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
  return start === end ? null : onceOnly({ start, end, text: text.slice(start, end), step: 1 })
}

const DOUBLED = /^(?:(.)\1){4,60}$/u
const SHORTEST_REPEAT = 8

/** 一一、、总总则则 and 一、总则一、总则 as 一、总则: headings that a PDF's text layer holds twice. */
function onceOnly(line: Line): Line {
  const { start, text } = line
  if (text.length > 160) return line
  if (DOUBLED.test(text)) return { ...line, text: [...text].filter((_, i) => i % 2 === 0).join(''), step: 2 }
  const half = text.length / 2
  if (text.length < SHORTEST_REPEAT || text.slice(0, half) !== text.slice(half)) return line
  return { start, end: start + half, text: text.slice(0, half), step: 1 }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9
}
