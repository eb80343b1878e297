import { afterLastVerb, baselineOf, metricOf, partOfHead, trimHead } from './target-metric.ts'
import type { PlacedQuantity } from './target-place.ts'

/** What a target says and measures; offsets into the condensed text. */
export interface TargetWording {
  readonly start: number
  readonly end: number
  readonly metric: string
  readonly baseline: string | null
}

/** Limits and hopes before the thing itself: 年底, 到2025年, 力争. */
const OPENING =
  /^(?:到|至)?(?:20\d\d年(?:年?[底末]前?|\d{1,2}月底前?)?|年[底末]前?|年内|\d{1,2}月底前?|力争|确保|努力|其中|全年|并|，)+/
/** Words behind a counted noun that say what becomes of it. */
const PREDICATE = /达到|实现|完成|纳入|入选|的.{4,}$|(?:鉴定|治理|改造|整治|修复|验收|评估|普查)$/
const SEPARATOR = /[、和及]|以及|并/g

/** The clause and the metric of each target, in the order given; all targets of one clause are given. */
export function wordTargets(text: string, targets: readonly PlacedQuantity[]): TargetWording[] {
  const items = itemsOf(text, targets)
  return targets.map((target, index) => {
    const item = items[index] ?? wholeClause(target, index)
    const start =
      item.start + (OPENING.exec(text.slice(item.start, targets[item.first]?.start ?? target.start))?.[0].length ?? 0)
    const head = headOf(text, targets, { index, item, start })
    const tail = text.slice(target.end, index < item.last ? targets[index + 1]?.start : item.ownEnd)
    return {
      start,
      end: item.end,
      metric: metricOf(head, tail) || text.slice(start, item.end),
      baseline: baselineOf(target.before),
    }
  })
}

/** A stretch of a clause with the targets it states: 3家、80家左右 share one. */
interface Item {
  readonly start: number
  /** Where its own words end, and where those it shares with what follows in a list. */
  readonly ownEnd: number
  readonly end: number
  readonly first: number
  readonly last: number
}

function wholeClause({ clauseStart, clauseEnd }: PlacedQuantity, index: number): Item {
  return { start: clauseStart, ownEnd: clauseEnd, end: clauseEnd, first: index, last: index }
}

/** The item of each target. */
function itemsOf(text: string, targets: readonly PlacedQuantity[]): Item[] {
  const cuts = targets.map((target, index) => cutBefore(text, targets[index - 1], target))
  const items: Item[] = []
  for (let first = 0; first < targets.length; ) {
    let next = first + 1
    while (next < targets.length && cuts[next] === null) next++
    const item = itemOf(text, targets, { first, last: next - 1, start: cuts[first] ?? 0 })
    for (; first < next; first++) items.push(item)
  }
  return items
}

function itemOf(text: string, targets: readonly PlacedQuantity[], range: Omit<Item, 'end' | 'ownEnd'>): Item {
  const [last, next] = [targets[range.last], targets[range.last + 1]]
  if (!last) return { ...range, ownEnd: range.start, end: range.start }
  if (next?.clauseStart !== last.clauseStart) return { ...range, ownEnd: last.clauseEnd, end: last.clauseEnd }
  const ownEnd = separatorBefore(text, last, next)
  return { ...range, ownEnd, end: sharesEnd(text, last, next) ? next.clauseEnd : ownEnd }
}

/** 213座水库、75座水闸安全鉴定: what is done with the last of a list is done with the one before it. */
function sharesEnd(text: string, last: PlacedQuantity, next: PlacedQuantity): boolean {
  const between = text.slice(last.end, next.start)
  return /[、和及]$/.test(between) && !PREDICATE.test(between.slice(0, -1)) && PREDICATE.test(next.after)
}

/** Where the item of `target` begins, or null when it goes on with the one before (3家、80家). */
function cutBefore(text: string, previous: PlacedQuantity | undefined, target: PlacedQuantity): number | null {
  if (!previous || previous.clauseStart !== target.clauseStart) return target.clauseStart
  const between = text.slice(previous.end, target.start)
  const bare = /^[、和及]$/.test(between) && !/^[^、，和及]/.test(target.after)
  const separator = separatorBefore(text, previous, target)
  return bare || separator === target.start ? null : separator + 1
}

function separatorBefore(text: string, previous: PlacedQuantity, target: PlacedQuantity): number {
  const between = text.slice(previous.end, target.start)
  if (/[、和及]$/.test(between)) return target.start - 1
  SEPARATOR.lastIndex = 0
  const found = SEPARATOR.exec(between)
  return found ? previous.end + found.index : target.start
}

/** What stands before a number: of a list (3家、80家) the words before its first, else the words since the number before. */
function headOf(
  text: string,
  targets: readonly PlacedQuantity[],
  place: { index: number; item: Item; start: number },
): string {
  const { index, item, start } = place
  let first = index
  while (first > item.first && /^[、和及与]$/.test(text.slice(targets[first - 1]?.end, targets[first]?.start))) first--
  const from = first > item.first ? (targets[first - 1]?.end ?? start) : start
  const words = text.slice(from, targets[first]?.start)
  const head = trimHead(first > item.first ? afterLastVerb(words) : words)
  return partOfHead(head, { index: index - first, count: item.last - first + 1 })
}
