import type { DeadlinePattern } from './deadline-patterns.ts'
import type { Groups } from './deadline-words.ts'
import { titlesIn } from './quotation.ts'

/** Words that state a limit, before their year is known, with what stands around them. Offsets are into the condensed text. */
export interface PlacedLimit {
  readonly start: number
  readonly end: number
  readonly groups: Groups
  readonly pattern: DeadlinePattern
  readonly words: string
  readonly before: string
  readonly after: string
  /** Inside 《》: part of a title. */
  readonly inTitle: boolean
}

type Match = Pick<PlacedLimit, 'start' | 'end' | 'groups' | 'pattern'>

/** How far the words that change a limit's meaning may stand before and after it. */
const REACH_BACK = 12
const REACH_AHEAD = 40

/** Every match of the patterns in order of place; of two that overlap the longer stays. */
export function placeLimits(text: string, patterns: readonly DeadlinePattern[]): PlacedLimit[] {
  const found = patterns.filter(({ sign }) => text.includes(sign)).flatMap(pattern => matchesOf(text, pattern))
  if (found.length === 0) return []
  const inTitle = titlesIn(text)
  return withoutOverlaps(found).map(match => ({
    ...match,
    words: text.slice(match.start, match.end),
    before: text.slice(Math.max(0, match.start - REACH_BACK), match.start),
    after: text.slice(match.end, match.end + REACH_AHEAD),
    inTitle: inTitle(match.start, match.end),
  }))
}

function matchesOf(text: string, pattern: DeadlinePattern): Match[] {
  return [...text.matchAll(pattern.pattern)].map(({ 0: words, index, groups }) => ({
    start: index,
    end: index + words.length,
    groups: groups ?? {},
    pattern,
  }))
}

function withoutOverlaps(found: readonly Match[]): Match[] {
  const kept: Match[] = []
  for (const match of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || match.start >= last.end) kept.push(match)
    else if (match.end - match.start > last.end - last.start) kept[kept.length - 1] = match
  }
  return kept
}
