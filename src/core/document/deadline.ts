import type { Deadline } from '../model.ts'
import { type Condensed, condense } from '../text/condense.ts'
import { parseNumber } from '../text/numerals.ts'
import { findClauseEnd, findClauseStart } from './clause.ts'
import { FIELD_PATTERNS } from './deadline-field-patterns.ts'
import { type DeadlinePattern, PROSE_PATTERNS } from './deadline-patterns.ts'
import { type PlacedLimit, placeLimits } from './deadline-place.ts'
import { DEADLINE_REFINERS, startsRange } from './deadline-refiners.ts'
import type { Groups } from './deadline-words.ts'

/** What a deadline without a year is read against. */
export interface DeadlineContext {
  /** 文件年份: the year a plan is for. */
  readonly year: number | null
  /** 成文日期 */
  readonly issuedOn: string | null
}

/**
 * The limits a task's prose states, in order: patterns find, refiners drop, years are filled in.
 * readDeadlines('6月底前印发实施。', { year: 2023, issuedOn: null }) => [{ text: '6月底前', date: '2023-06-30', certainty: 'stated', … }]
 */
export function readDeadlines(text: string, context: DeadlineContext): Deadline[] {
  return readLimits(text, context, PROSE_PATTERNS).filter(deadline => isPossible(deadline, context))
}

/** The limits a whole 完成时限 cell or field states: there a bare 2025年 is one; 长期, 全年, / are none. */
export function readDeadlineField(text: string, context: DeadlineContext): Deadline[] {
  return readLimits(text, context, FIELD_PATTERNS)
}

function readLimits(text: string, context: DeadlineContext, patterns: readonly DeadlinePattern[]): Deadline[] {
  const condensed = condense(text)
  const limits = placeLimits(condensed.text, patterns).filter(
    limit => !DEADLINE_REFINERS.some(refiner => refiner.drops(limit)),
  )
  const years = yearsOf(condensed.text, limits, documentYear(context))
  return limits.flatMap((limit, index) =>
    startsRange(limit) ? [] : [toDeadline(condensed, limit, years[index] ?? null)],
  )
}

/** A limit without a year has that of the limit before it in its sentence, or else the document's. */
function yearsOf(text: string, limits: readonly PlacedLimit[], documentYear: number | null): (number | null)[] {
  const years: (number | null)[] = []
  limits.forEach(({ groups, start }, index) => {
    const previous = limits[index - 1]
    const sameSentence = previous !== undefined && !text.slice(previous.end, start).includes('。')
    const inherited = sameSentence ? (years[index - 1] ?? documentYear) : documentYear
    years.push(yearOf(groups, inherited, documentYear))
  })
  return years
}

function documentYear({ year, issuedOn }: DeadlineContext): number | null {
  return year ?? (issuedOn === null ? null : Number(issuedOn.slice(0, 4)))
}

function yearOf(groups: Groups, inherited: number | null, documentYear: number | null): number | null {
  if (groups['year'] !== undefined) return parseNumber(groups['year'].replaceAll('○', '〇'))
  const word = groups['relative']
  if (word === '今年' || word === '本年') return documentYear
  if (word === '明年') return documentYear === null ? null : documentYear + 1
  if (word === '次年') return inherited === null ? null : inherited + 1
  return inherited
}

function toDeadline(condensed: Condensed, { start, end, groups, pattern }: PlacedLimit, year: number | null): Deadline {
  return {
    text: condensed.quote(start, end),
    date: dateOf(pattern, groups, year),
    certainty: pattern.certainty ?? 'stated',
    clause: condensed.quote(...clauseOf(condensed.text, start, end)),
    span: condensed.span(start, end),
    rule: pattern.rule,
  }
}

function dateOf(pattern: DeadlinePattern, groups: Groups, year: number | null): string | null {
  if (pattern.dateless || (year === null && groups['plan'] === undefined)) return null
  return pattern.date(groups, year ?? 0)
}

/** The clause the limit opens or stands in; 2022年年底前，配齐… binds what follows the comma. */
function clauseOf(text: string, start: number, end: number): [number, number] {
  const clauseStart = findClauseStart(text, start)
  const clauseEnd = findClauseEnd(text, end)
  const alone = clauseEnd === end && text.charAt(end) === '，'
  return [clauseStart, alone ? findClauseEnd(text, end + 1) : clauseEnd]
}

/** A limit that had passed before the document's own year is a fact about the past. */
function isPossible({ date }: Deadline, { year, issuedOn }: DeadlineContext): boolean {
  const years = [year, issuedOn === null ? null : Number(issuedOn.slice(0, 4))].filter(known => known !== null)
  return date === null || years.length === 0 || Number(date.slice(0, 4)) >= Math.min(...years)
}
