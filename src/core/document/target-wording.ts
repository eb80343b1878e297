import type { PlacedQuantity } from './target-place.ts'
import { ACHIEVING } from './target-words.ts'

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
const ADVERBS =
  '全面|持续|积极|大力|加快|进一步|着力|重点|高标准|高质量|高水平|争取|累计|每年|全省|全市|全县|全区|全国|各市|各县|各区县|我省|我市|我县|各设区市|新|再|共同|共|均|分别|至少|至|择优|采用|通过|为|对|将|使|在'
const LEADING_VERB = new RegExp(`^(?:${ADVERBS}|(?:${ACHIEVING})(?!率|量|数|比|度|用地|规模|面积|能力|资金|计划))+`)
const TRAILING_CHANGE =
  /(?:(?:分别|累计|均|已|总体|稳步)?(?:较|比)[^，。；、]{2,8}?(?=下降|降低|提高|增长|增加|减少|压减)|)(?<kept>下降|降低|提高|增长|增加|减少|压减|改善)?(?:(?:提高|提升|增长|增加|下降|降低|压减|压缩|缩短|稳定|保持|控制|扩大)[到至在]|达到?了?|不[少低小]于|不得[少低]于|不超过|超过|突破|至少|约|共|各|等|为|占|分别|累计|均|力争|总计|合计)*$/
const BASELINE = /(?:(?:较|比|对比)(?:20\d\d年|上年|去年|基期|上年同期)(?:同期|底|末)?|同比|由[\d.]+%|从[\d.]+%)/
/** A noun ends where the next verb begins. */
const NEXT_VERB =
  /(?:开展|达到|完成|实现|挂牌|入选|进行|举办|提供|配备|强化|创建|申报|全面|依次|举行|落地$|纳入|参与|数字化转型)/
const SEPARATOR = /[、和及]|以及|并/g

/** The clause and the metric of each target, in the order given; all targets of one clause are given. */
export function wordTargets(text: string, targets: readonly PlacedQuantity[]): TargetWording[] {
  const items = itemsOf(text, targets)
  return targets.map((target, index) => {
    const item = items[index] ?? { start: target.clauseStart, end: target.clauseEnd, first: index, last: index }
    const start = item.start + (OPENING.exec(text.slice(item.start, targets[item.first]?.start ?? target.start))?.[0].length ?? 0)
    const heads = headsOf(text.slice(start, targets[item.first]?.start), item.last - item.first + 1)
    const tail = text.slice(target.end, index < item.last ? targets[index + 1]?.start : item.end)
    return {
      start,
      end: item.end,
      metric: metricOf(heads[index - item.first] ?? '', tail) || text.slice(start, item.end),
      baseline: BASELINE.exec(text.slice(target.clauseStart, target.start))?.[0] ?? null,
    }
  })
}

/** A stretch of a clause with the targets it states: 3家、80家左右 share one. */
interface Item {
  readonly start: number
  readonly end: number
  readonly first: number
  readonly last: number
}

function itemsOf(text: string, targets: readonly PlacedQuantity[]): Item[] {
  const cuts = targets.map((target, index) => cutBefore(text, targets[index - 1], target))
  const firsts = cuts.map((_, index) => {
    let first = index
    while (first > 0 && cuts[first] === null) first--
    return first
  })
  return targets.map((target, index) => {
    const first = firsts[index] ?? index
    const last = firsts.lastIndexOf(first)
    const next = targets[last + 1]
    const inClause = next !== undefined && next.clauseStart === target.clauseStart
    return {
      start: cuts[first] ?? target.clauseStart,
      end: inClause ? separatorBefore(text, targets[last] ?? target, next) : target.clauseEnd,
      first,
      last,
    }
  })
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

/** 原油、天然气产量 with two numbers is 原油产量 and 天然气产量; otherwise every number has the whole head. */
function headsOf(head: string, count: number): string[] {
  const plain = trimHead(head)
  const parts = plain.split(/[、和及与]/)
  if (count < 2 || parts.length !== count) return Array.from({ length: count }, () => plain)
  const shared = /(?:产量|占比|比重|比例|比率|率|收入|规模|面积|用水量|增加值|数量|人数|总量)$/.exec(plain)?.[0] ?? ''
  return parts.map(part => (part.endsWith(shared) ? part : part + shared))
}

function trimHead(head: string): string {
  const opened = head.replace(OPENING, '').replace(LEADING_VERB, '')
  const match = TRAILING_CHANGE.exec(opened)
  return match ? opened.slice(0, match.index) + (match.groups?.['kept'] ?? '') : opened
}

/** The noun before the number, or else the one after it. */
function metricOf(head: string, tail: string): string {
  const noun = nounOf(tail)
  const lists = /[、等]/.test(head) || head.length < 2
  return (noun !== '' && lists) || head.length < 2 ? noun || head : head
}

/** 5家具有消费力的商圈开展试点 => 商圈 */
function nounOf(tail: string): string {
  const plain = tail.replace(/^[的、和及与]+/, '')
  const verb = plain.search(NEXT_VERB)
  const noun = verb >= 2 ? plain.slice(0, verb) : plain
  const core = noun.includes('的') && noun.length > 10 ? noun.slice(noun.lastIndexOf('的') + 1) : noun
  return (core.length >= 2 ? core : noun).replace(/[、，]$/, '')
}
