import type { PlacedQuantity } from './target-place.ts'
import { ACHIEVING, DELIVERING } from './target-words.ts'

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
  '全面|持续|积极|大力|加快|进一步|着力|重点|高标准(?!农田)|高质量|高水平|争取|累计|每年|全省|全市|全县|全区|全国|各市|各县|各区县|我省|我市|我县|各设区市|共同|分别|至少|将(?!军)'
const LEADING_VERB = new RegExp(
  `^(?:(?:${DELIVERING})(?!率|量(?!子)|数(?![字据])|比(?!赛)|度(?!假)|化(?![工解学])|用地|规模(?!以上|化)|面积|能力|资金|计划|任务)|${ADVERBS})+`,
)
const ENDS_IN_VERB = new RegExp(`(?:${ACHIEVING}|${ADVERBS}|的|前|将|使|对|为|在|与)$`)
/** 为老年人建设, 落实…关于 */
const FOR_WHOM = new RegExp(`^(?:[为对向].*(?:${DELIVERING})|.*关于)`)
const LAST_VERB = new RegExp(`^.*(?:${DELIVERING})`)
const TRAILING_CHANGE =
  /(?:(?:分别|累计|均|已|总体|稳步)?(?:较|比)[^，。；、]{2,8}?(?=下降|降低|提高|增长|增加|减少|压减)|)(?<kept>下降|降低|提高|增长|增加|减少|压减|改善)?(?:(?:提高|提升|增长|增加|下降|降低|压减|压缩|缩短|稳定|保持|控制|扩大)[到至在]|达到?了?|不[少低小]于(?:[^，。；、]{1,16}的)?|不得[少低]于|不超过|超过|突破|至少|约|共|各|为|占|分别|累计|均|力争|总计|合计)*$/
const BASELINE = /(?:(?:较|比|对比)(?:20\d\d年|上年|去年|基期|上年同期)(?:同期|底|末)?|同比|由[\d.]+%|从[\d.]+%)/
/** A noun ends where the next verb or the rest of a list begins. */
const NOUN_END =
  /开展|达到|完成|实现|创建(?!单位)|争创|具备|基本|为目标|有关要求|挂牌|入选|进行|举办|提供|配备|强化|申报|全面|依次|举行|落地$|纳入|参与|数字化转型$|在(?=[^，]{2,}中)|[、和及]一批|（见附件|[，、]$/
/** What the parts of a list share: 原油、天然气产量. */
const CHANGE = /(?:下降|降低|提高|增长|增加|减少|压减|改善)$/
const SHARED_TAIL =
  /(?<noun>产量|占比|比重|比例|比率|率|收入|规模|面积|用水量|增加值|数量|人数|总量)?(?<change>下降|降低|提高|增长|增加|减少|压减|改善)?$/
const SEPARATOR = /[、和及]|以及|并/g

/** The clause and the metric of each target, in the order given; all targets of one clause are given. */
export function wordTargets(text: string, targets: readonly PlacedQuantity[]): TargetWording[] {
  const items = itemsOf(text, targets)
  return targets.map((target, index) => {
    const item = items[index] ?? { start: target.clauseStart, end: target.clauseEnd, first: index, last: index }
    const start =
      item.start + (OPENING.exec(text.slice(item.start, targets[item.first]?.start ?? target.start))?.[0].length ?? 0)
    const head = headOf(text, targets, { index, item, start })
    const tail = text.slice(target.end, index < item.last ? targets[index + 1]?.start : item.end)
    return {
      start,
      end: item.end,
      metric: metricOf(head, tail) || text.slice(start, item.end),
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

function itemOf(text: string, targets: readonly PlacedQuantity[], range: Omit<Item, 'end'>): Item {
  const [last, next] = [targets[range.last], targets[range.last + 1]]
  if (!last) return { ...range, end: range.start }
  const end = next?.clauseStart === last.clauseStart ? separatorBefore(text, last, next) : last.clauseEnd
  return { ...range, end }
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
  const head = trimHead(first > item.first ? words.replace(LAST_VERB, '') : words)
  const parts = head
    .replace('分别', '')
    .split(/[、和及与]/)
    .filter(part => part !== '')
  return item.last > first && parts.length === item.last - first + 1 ? partOf(parts, index - first) : head
}

/** 原油、天然气产量 with two numbers is 原油产量 and 天然气产量. */
function partOf(parts: readonly string[], index: number): string {
  const { noun = '', change = '' } = SHARED_TAIL.exec(parts.at(-1) ?? '')?.groups ?? {}
  const part = (parts[index] ?? '').replace(CHANGE, '')
  return part.endsWith(noun) ? part + change : part + noun + change
}

function trimHead(head: string): string {
  const opened = plainHead(head)
  const match = TRAILING_CHANGE.exec(opened)
  return match ? opened.slice(0, match.index) + (match.groups?.['kept'] ?? '') : opened
}

/** Without its opening, its verbs and a quotation that is still open (“两个100%”). */
function plainHead(head: string): string {
  const closed = head.replace(OPENING, '').replace(/[“‘][^”’]*$/, '')
  const about = /^[为对向]|关于/.test(closed) ? closed.replace(FOR_WHOM, '') : closed
  return about.replace(LEADING_VERB, '')
}

/** The nouns around the number: 沿线4个港口项目 => 沿线港口项目; a list or a verb before it counts for nothing. */
function metricOf(head: string, tail: string): string {
  const noun = nounOf(tail)
  if (noun === '') return head
  return head.length < 2 || /[、等]/.test(head) || ENDS_IN_VERB.test(head) ? noun : head + noun
}

/** 5家具有消费力的商圈开展试点 => 商圈 */
function nounOf(tail: string): string {
  const plain = tail.replace(/^[的、和及与”’]+/, '')
  const end = plain.search(NOUN_END)
  const noun = end > 1 ? plain.slice(0, end) : plain
  if (end === 0 && !noun.includes('的')) return ''
  const core = noun.length > 10 ? noun.slice(noun.lastIndexOf('的') + 1) : noun
  return core.length >= 2 ? core : noun
}
