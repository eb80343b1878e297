import type { CleanText } from '../text/clean.ts'
import { type PrintedLine, withoutRunningHeaders } from './running-header.ts'

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

/**
 * The lines of a text that say something: page numbers, running headers, rules, empty and doubled lines are dropped,
 * list marks cut.
 */
export function readLines({ text, pageBreaks }: CleanText): Line[] {
  const pages = new PageReader()
  const feeds = new Set(pageBreaks)
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const line = trimmed(text, start, end)
    if (feeds.has(start) || PAGE_NUMBER.test(line.text)) pages.endPage()
    pages.add(wordsOf(line))
    start = end + 1
  }
  return withoutRunningHeaders(pages.lines)
}

/** Collects lines and remembers where pages end. */
class PageReader {
  readonly lines: PrintedLine[] = []
  #atPageBreak = false
  #isFirstPage = true

  /** The line above the end of a page stands at it as the one below does. */
  endPage(): void {
    const last = this.lines.pop()
    if (last !== undefined) this.lines.push({ ...last, atPageBreak: true })
    this.#atPageBreak = true
    this.#isFirstPage = last === undefined
  }

  add(line: Line | null): void {
    if (line === null) return
    if (line.text !== this.lines.at(-1)?.text)
      this.lines.push({ ...line, atPageBreak: this.#atPageBreak, isFirstPage: this.#isFirstPage })
    this.#atPageBreak = false
  }
}

function trimmed(text: string, from: number, to: number): Line {
  let start = from
  let end = to
  while (start < end && isBlank(text.charCodeAt(start))) start += 1
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1
  return { start, end, text: text.slice(start, end), step: 1 }
}

function wordsOf({ start, end, text }: Line): Line | null {
  if (text.length === 0 || PAGE_NUMBER.test(text) || RULE_LINE.test(text)) return null
  const mark = MARKDOWN_PREFIX.exec(text)?.[0].length ?? 0
  return start + mark === end ? null : onceOnly({ start: start + mark, end, text: text.slice(mark), step: 1 })
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
