import { parseNumber } from '../text/numerals.ts'

/**
 * 层级序数 of official documents. GB/T 9704 orders them 一、 （一） 1. （1）; ledgers add 任务一, parts 第一部分, articles
 * 第一条, decimal numbers 1.1, ① and boxes 专栏1. The order of this list is the order of the levels, outermost first.
 */
export const ORDINAL_KINDS = [
  'part',
  'subpart',
  'han',
  'label',
  'hanParen',
  'chapter',
  'num',
  'comma',
  'decimal',
  'numParen',
  'circled',
  'article',
  'box',
] as const
export type OrdinalKind = (typeof ORDINAL_KINDS)[number]

/** A number somebody may have meant as the ordinal of an item, before the sequence has confirmed it. */
export interface OrdinalMark {
  readonly kind: OrdinalKind
  readonly value: number
  /** As an id shows it: 27, （三）, 二, 任务一. */
  readonly label: string
  /** Numbers before the last one of 1.2.3: "1.2"; empty for the other kinds. */
  readonly prefix: string
  readonly start: number
  /** Where the words after it begin. */
  readonly end: number
}

const HAN = '一二三四五六七八九十百零〇'
const DIGIT = '[\\d０-９]'
const UNITS_AFTER_NUMBER = '万亿千百%％‰个家元吨米公亩倍项名人年月日号'

const FORMS = [
  `第(?<part>[${HAN}]{1,4}|${DIGIT}{1,2})(?<partWord>部分|章|节|篇|条)(?=[^，。；、的]|$)`,
  `(?<![^\\n])(?<word>任务|事项|举措|措施|行动|工程|项目|专栏)(?<wordNumber>[${HAN}]{1,4}|${DIGIT}{1,3})(?![览致些定般体样直旦切${UNITS_AFTER_NUMBER}])[:：、.．]?`,
  `[（(](?<hanParen>[${HAN}]{1,4})[）)][、.．]?`,
  `[（(](?<numParen>${DIGIT}{1,2})[）)][、.．]?`,
  `(?<halfParen>${DIGIT}{1,2})[）)]`,
  `(?<decimal>${DIGIT}{1,2}(?:[.．]${DIGIT}{1,2}){1,3})(?![\\d０-９.．${UNITS_AFTER_NUMBER}])[、.．]?`,
  `(?<num>${DIGIT}{1,3})[.．﹒](?!${DIGIT})`,
  `(?<comma>${DIGIT}{1,3})、(?!${DIGIT})`,
  `(?<han>[${HAN}]{1,4})[、.．](?![${HAN}])`,
  '(?<circled>[①-⑳])',
].join('|')
/** A bare number heads a chapter only where 1.1 follows: see the outline. */
const CHAPTER = `(?<![^\\n])(?<chapter>${DIGIT}{1,2})(?=[一-龥“])`
const MARK = new RegExp(`${FORMS}|${CHAPTER}`, 'g')
const LEADING_MARK = new RegExp(`^(?:${FORMS})`)

interface Reading {
  readonly kind: OrdinalKind
  readonly written: string
  readonly label: string
  readonly prefix?: string
}

const PART_KINDS: Readonly<Record<string, OrdinalKind>> = { 条: 'article', 节: 'subpart' }

function plainDigits(written: string): string {
  return written.normalize('NFKC')
}

/** The first alternative of MARK that matched, as a reading. */
function readGroups(groups: Readonly<Record<string, string | undefined>>): Reading | null {
  const {
    part,
    partWord,
    word,
    wordNumber,
    hanParen,
    numParen,
    halfParen,
    decimal,
    num,
    comma,
    han,
    circled,
    chapter,
  } = groups
  if (part !== undefined)
    return { kind: PART_KINDS[partWord ?? ''] ?? 'part', written: part, label: `第${part}${partWord}` }
  if (wordNumber !== undefined)
    return { kind: word === '专栏' ? 'box' : 'label', written: wordNumber, label: `${word}${wordNumber}` }
  if (hanParen !== undefined) return { kind: 'hanParen', written: hanParen, label: `（${hanParen}）` }
  if (numParen !== undefined) return { kind: 'numParen', written: numParen, label: `（${plainDigits(numParen)}）` }
  if (halfParen !== undefined) return { kind: 'numParen', written: halfParen, label: `${plainDigits(halfParen)}）` }
  if (decimal !== undefined) return readDecimal(plainDigits(decimal))
  if (num !== undefined) return { kind: 'num', written: num, label: plainDigits(num) }
  if (comma !== undefined) return { kind: 'comma', written: comma, label: plainDigits(comma) }
  if (han !== undefined) return { kind: 'han', written: han, label: han }
  if (chapter !== undefined) return { kind: 'chapter', written: chapter, label: plainDigits(chapter) }
  return circled === undefined ? null : { kind: 'circled', written: plainDigits(circled), label: circled }
}

function readDecimal(written: string): Reading {
  const dot = written.lastIndexOf('.')
  return { kind: 'decimal', written: written.slice(dot + 1), label: written, prefix: written.slice(0, dot) }
}

/** 二〇二六, 一一: a year or a doubled print, never an ordinal. */
const DIGIT_BY_DIGIT = /^[一二三四五六七八九零〇]{2,}$/

/** Whether a line begins with what may be an ordinal. */
export function startsWithOrdinal(line: string): boolean {
  return LEADING_MARK.test(line)
}

/** Every possible ordinal of a text, in order. Which of them number an item is for the outline to decide. */
export function findOrdinals(text: string): OrdinalMark[] {
  const marks: OrdinalMark[] = []
  for (const match of text.matchAll(MARK)) {
    const reading = readGroups(match.groups ?? {})
    const value = reading === null || DIGIT_BY_DIGIT.test(reading.written) ? null : parseNumber(reading.written)
    if (reading === null || !value) continue
    const { kind, label, prefix = '' } = reading
    marks.push({ kind, value, label, prefix, start: match.index, end: match.index + match[0].length })
  }
  return marks
}
