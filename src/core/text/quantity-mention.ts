import type { Comparator } from '../model.ts'
import { parseNumber } from './numerals.ts'
import { MEASURE_WORDS, MEASURES, MULTIPLIER_SIZES } from './units-of-measure.ts'

/** A quantity found in running text, with the words of comparison around it. */
export interface QuantityMention {
  readonly value: number
  readonly valueMax?: number
  readonly unit: string
  readonly comparator: Comparator
  /** Whether words state the comparator; a bare number means `=`. */
  readonly compares: boolean
  /** The shape that was read. */
  readonly rule: string
  /** From the first digit to the end of 以上, 左右, … */
  readonly start: number
  readonly end: number
  /** The words after the unit that qualify it: 以上. */
  readonly trail: string
}

interface Match extends Omit<QuantityMention, 'comparator' | 'compares'> {
  readonly more: boolean
}

const ARABIC = String.raw`\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?`
const HAN = '[一二两三四五六七八九十百千][〇零一二两三四五六七八九十百千]{0,8}'
const DASH = '[-—–~～至到]'
const MULTIPLIER = `(?:${Object.keys(MULTIPLIER_SIZES).join('|')})`
const MULTIPLIED = `(?<more>[余多])?(?<multiplier>${MULTIPLIER})?(?<further>[余多])?`
const UNIT_AFTER_HAN = unitPattern(([, afterHan]) => afterHan)
const UNIT_AFTER_DIGITS = unitPattern(([, , afterDigits]) => afterDigits)
const PER = '(?:/(?:立方米|平方米|千瓦时|小时|年|月|日|天|人|次|吨|亩|户))'
const TRAIL = '(?<trail>(?:[（(]含[）)])?(?:及?以上|及?以下|以内|之内|左右|上下))'
const OR_ELSE = '(?:[（(](?:人次|[次间个家户套台件处座部辆支项栋名])[）)])'
const TAIL_AFTER_HAN = `(?<unit>(?:${UNIT_AFTER_HAN})${OR_ELSE}?${PER}?)${TRAIL}?`
const TAIL_AFTER_DIGITS = `(?<unit>(?:${UNIT_AFTER_DIGITS})${OR_ELSE}?${PER}?)${TRAIL}?`
/** Not in 5G-3, HG30, 第3, 2+3, 〔2022〕18, 1.5.3. */
const ALONE = String.raw`(?<![A-Za-z\d.第+/]|\d[-—–,])`

/** The shapes of a number with its unit, each with a sign no text with it lacks; each adds mentions the ones before it did not cover. */
const SHAPES: readonly (readonly [rule: string, sign: RegExp, pattern: RegExp])[] = [
  [
    'range',
    /[-—–~～至到]\d/,
    shape(
      `${ALONE}(?<value>${ARABIC})${MULTIPLIER}?(?:%?${DASH}|(?:${UNIT_AFTER_DIGITS})[-—–~～])(?<max>${ARABIC})${MULTIPLIED}${TAIL_AFTER_DIGITS}`,
    ),
  ],
  ['arabic', /\d/, shape(`${ALONE}(?<value>${ARABIC})${MULTIPLIED}${TAIL_AFTER_DIGITS}`)],
  [
    'han',
    /[一二两三四五六七八九十百千]/,
    shape(`(?<![第〇零一二两三四五六七八九十百千])(?<value>${HAN})${MULTIPLIED}${TAIL_AFTER_HAN}`),
  ],
  ['percent-in-words', /百分之/, shape(`百分之(?<value>${ARABIC}|${HAN})(?<unit>)${TRAIL}?`)],
  [
    'bare-multiple',
    /\d[万亿]/,
    shape(`${ALONE}(?<value>${ARABIC})(?<multiplier>万亿|万|亿)(?<unit>)${TRAIL}?(?=[，。；、）)]|$)`),
  ],
]

const BARE_NUMBER = shape(`(?<value>${ARABIC}|${HAN})(?<multiplier>${MULTIPLIER})?(?<unit>)${TRAIL}?`)

/** Words before a number, nearest first in meaning: 不超过 must be seen before 超过. */
const LEADS: readonly (readonly [Comparator, RegExp])[] = [
  ['<=', /(?:不(?:得|能|应)?超过|不[高大多]于|(?<!不|不得|不能)[低少小]于|控制[在到]|最多|<=?|≤|小于等于)$/],
  ['>=', /(?:不[少低小]于|不得[少低]于|达到?了?|超过了?|超出|突破|逾|超|[高大多]于|至少|最少|>=?|≥|大于等于)$/],
  ['>=', /至少[^，。；：、\d]{1,8}$/],
  ['>=', /(?:不[少低]于|达到)[^，。；：、\d]{1,16}的$/],
  ['~', /(?:(?<![节预签合契集])约|大约|约为|(?<![附最临就邻])近|接近)$/],
]

const TRAILS: readonly (readonly [Comparator, RegExp])[] = [
  ['>=', /以上$/],
  ['<=', /(?:以下|以内|之内)$/],
  ['~', /(?:左右|上下)$/],
]

/** How far before a number its comparator may stand. */
const LEAD_REACH = 24

/** Every number with a unit, in order of place, with its comparator. `text` has no whitespace and is half width. */
export function scanQuantities(text: string): QuantityMention[] {
  const matches: Match[] = []
  for (const [rule, sign, pattern] of SHAPES) if (sign.test(text)) matches.push(...matchesOf(text, rule, pattern))
  return withComparators(text, withoutOverlaps(matches.sort((a, b) => a.start - b.start || b.end - a.end)))
}

function withoutOverlaps(ordered: readonly Match[]): Match[] {
  let end = 0
  return ordered.filter(match => {
    if (match.start < end) return false
    end = match.end
    return true
  })
}

/** A number without a unit, as in a question: 超过1000. */
export function scanBareNumber(text: string): QuantityMention | null {
  const matches = [...matchesOf(text, 'bare-number', BARE_NUMBER)]
  return withComparators(text, matches.slice(0, 1))[0] ?? null
}

function* matchesOf(text: string, rule: string, pattern: RegExp): Generator<Match> {
  for (const found of text.matchAll(pattern)) {
    const groups = found.groups ?? {}
    const more = groups['more'] ?? groups['further']
    const [value, max] = [numberOf(groups['value'], more), numberOf(groups['max'])]
    if (value === null) continue
    yield {
      value,
      ...(max === null ? {} : { valueMax: max }),
      unit: rule === 'percent-in-words' ? '%' : (groups['multiplier'] ?? '') + (groups['unit'] ?? ''),
      rule,
      start: found.index,
      end: found.index + found[0].length,
      trail: groups['trail'] ?? '',
      more: more !== undefined,
    }
  }
}

/** 百余家 counts from 一百. */
function numberOf(words: string | undefined, more?: string): number | null {
  if (words === undefined) return null
  return parseNumber(words) ?? (more ? parseNumber(`一${words}`) : null)
}

/** A leading 达到 holds for a whole list (分别达到72家、78家); a trailing 以上 or a 约 for its own number. */
function withComparators(text: string, matches: readonly Match[]): QuantityMention[] {
  let shared: Comparator | null = null
  let listEnd = 0
  return matches.map(({ more, ...match }) => {
    const continues = listEnd > 0 && /^[、和及与]$/.test(text.slice(listEnd, match.start))
    const lead: Comparator | null = continues ? shared : leadingComparator(text, match.start)
    const comparator = trailingComparator(match.trail) ?? (more ? '>=' : lead)
    shared = lead === '~' ? null : lead
    listEnd = match.end
    return { ...match, comparator: comparator ?? '=', compares: comparator !== null }
  })
}

function leadingComparator(text: string, start: number): Comparator | null {
  const before = text.slice(Math.max(0, start - LEAD_REACH), start)
  return LEADS.find(([, pattern]) => pattern.test(before))?.[0] ?? null
}

function trailingComparator(trail: string): Comparator | null {
  return TRAILS.find(([, pattern]) => pattern.test(trail))?.[0] ?? null
}

function shape(source: string): RegExp {
  return new RegExp(source, 'g')
}

/** Longest words first; a measure word is not the beginning of another word; people type gw for GW. */
function unitPattern(guardOf: (entry: (typeof MEASURE_WORDS)[number]) => string | undefined): string {
  const words = MEASURE_WORDS.map(entry => {
    const guard = guardOf(entry)
    return { word: entry[0], guard: guard ? `(?!${guard})` : '' }
  })
  const counted = new Set(words.map(({ word }) => word))
  const sized = MEASURES.flatMap(([, , factors]) => Object.keys(factors)).filter(word => !counted.has(word))
  const typed = [...new Set(sized.flatMap(word => [word, word.toLowerCase()]))]
  return [...words, ...typed.map(word => ({ word, guard: '' }))]
    .sort((a, b) => b.word.length - a.word.length)
    .map(({ word, guard }) => word + guard)
    .join('|')
}
