import { afterLastVerb, baselineOf, metricOf, partOfHead, shareMetric, trimHead } from './target-metric.ts'
import type { PlacedQuantity } from './target-place.ts'
import { type Measured, withSubject } from './target-subject.ts'

/** What a target says and measures; offsets into the condensed text. */
export interface TargetWording {
  readonly start: number
  readonly end: number
  readonly metric: string
  readonly baseline: string | null
}

/** Numbering, limits and hopes before the thing itself: 一是, 年底, 到2025年, 力争. */
const OPENING =
  /^(?:[一二三四五六七八九十]是|（\d{1,2}）|[自到至]?(?:20\d\d年(?:年?[底末]前?|起|\d{1,2}月底前?)?|[一二三四]季度末?前?|[上下]半年|年[底末]前?|年内|[一二两三四五\d]年内|\d{1,2}月底前?|主?汛期前|力争|确保|努力|其中|全年|并|，))+/
/** Words behind a counted noun that say what becomes of it; the last of a list says it for all. */
const PREDICATES: readonly RegExp[] = [
  /(?:达到|实现|完成|纳入|入选|获|通过).*$/,
  /(?:安全|技术|质量|提标|综合|节能|除险|达标|清淤)?(?:鉴定|治理|改造|整治|修复|验收|评估|普查|加固)$/,
  /的[^的]{4,}$/,
]
/** 1个市级、9个县级服务中心 */
const LEVEL_ONLY = /^(?:国家|[省市县区镇村]|乡镇)级$/
const OF_LEVEL = /级(?<noun>[^、和及级]{2,})$/
const SEPARATOR = /[、和及]|以及|并/g

/** The clause and the metric of each target, in the order given; all targets of one clause are given. */
export function wordTargets(text: string, targets: readonly PlacedQuantity[]): TargetWording[] {
  const items = itemsOf(text, targets)
  let previous: Measured | undefined
  return targets.map((target, index) => {
    const item = items[index] ?? wholeClause(target, index)
    const start =
      item.start + (OPENING.exec(text.slice(item.start, targets[item.first]?.start ?? target.start))?.[0].length ?? 0)
    const own = { target, metric: ownMetric(text, targets, { index, item, start }) }
    previous = { target, metric: withSubject(text, own, previous) }
    return {
      start,
      end: item.end,
      metric: previous.metric ?? text.slice(start, item.end),
      baseline: baselineOf(target.before),
    }
  })
}

/** Where a target stands among the others of its clause, and where its words begin. */
interface Place {
  readonly index: number
  readonly item: Item
  readonly start: number
}

/** What a target measures by the words of its clause. */
function ownMetric(text: string, targets: readonly PlacedQuantity[], { index, item, start }: Place): string | null {
  const target = targets[index]
  if (!target) return null
  const head = headOf(text, targets, { index, item, start })
  const tail = tailOf(text, targets, { index, item, start }) + item.shared
  const share = target.dimension === 'share' && head.length < 2 ? shareMetric(tail) : null
  return (share ?? metricOf(head, tail, target.value)) || null
}

/** What stands behind a number: up to the next of its item, but of 6类15项事项 both count 事项. */
function tailOf(text: string, targets: readonly PlacedQuantity[], { index, item }: Place): string {
  const [target, next] = [targets[index], targets[index + 1]]
  if (!target || !next || index >= item.last) return text.slice(target?.end ?? item.ownEnd, item.ownEnd)
  return next.start > target.end ? text.slice(target.end, next.start) : text.slice(next.end, item.ownEnd)
}

/** A stretch of a clause with the targets it states: 3家、80家左右 share one. */
interface Item {
  readonly start: number
  /** Where its own words end, and where those it shares with what follows in a list. */
  readonly ownEnd: number
  readonly end: number
  /** What the end of the list says of it too: 安全鉴定. */
  readonly shared: string
  readonly first: number
  readonly last: number
}

function wholeClause({ clauseStart, clauseEnd }: PlacedQuantity, index: number): Item {
  return { start: clauseStart, ownEnd: clauseEnd, end: clauseEnd, shared: '', first: index, last: index }
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

function itemOf(text: string, targets: readonly PlacedQuantity[], range: Pick<Item, 'start' | 'first' | 'last'>): Item {
  const [last, next] = [targets[range.last], targets[range.last + 1]]
  if (!last) return { ...range, ownEnd: range.start, end: range.start, shared: '' }
  if (next?.clauseStart !== last.clauseStart) {
    return { ...range, ownEnd: last.clauseEnd, end: last.clauseEnd, shared: '' }
  }
  const ownEnd = separatorBefore(text, last, next)
  const shared = sharedEnd(text, last, next)
  return { ...range, ownEnd, end: shared === '' ? ownEnd : next.clauseEnd, shared }
}

/** 213座水库、75座水闸安全鉴定: what is done with the last of a list is done with the one before it. */
function sharedEnd(text: string, last: PlacedQuantity, next: PlacedQuantity): string {
  const between = text.slice(last.end, next.start)
  if (!/[、和及]$/.test(between)) return ''
  const own = between.slice(0, -1)
  if (LEVEL_ONLY.test(own)) return OF_LEVEL.exec(next.after)?.groups?.['noun'] ?? ''
  return predicateOf(own) === '' ? predicateOf(next.after) : ''
}

function predicateOf(words: string): string {
  const predicate = PREDICATES.find(pattern => pattern.test(words))
  return predicate?.exec(words)?.[0] ?? ''
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
function headOf(text: string, targets: readonly PlacedQuantity[], { index, item, start }: Place): string {
  let first = index
  while (first > item.first && /^[、和及与]$/.test(text.slice(targets[first - 1]?.end, targets[first]?.start))) first--
  const from = first > item.first ? (targets[first - 1]?.end ?? start) : start
  const words = text.slice(from, targets[first]?.start)
  const head = trimHead(first > item.first ? afterLastVerb(words) : words)
  return partOfHead(head, { index: index - first, count: item.last - first + 1 })
}
