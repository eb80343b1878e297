import { rateLike } from './target-metric.ts'
import type { PlacedQuantity } from './target-place.ts'

/** A target and what it measures by the words of its own clause; null where they do not say. */
export interface Measured {
  readonly target: PlacedQuantity
  readonly metric: string | null
}

/** How much of something that an earlier clause names: 总量, 营业收入. */
const AMOUNT =
  /^(?:总量|总数|总额|总?规模|数量|年?(?:营业|主营业务|销售)?(?:总?收入|额)|年?总?产值|增加值)(?:年均)?(?:增长|提高)?$/
const CHANGED = /(?:年均)?(?:下降|降低|提高|提升|增长|增加|减少|压减|压缩|缩短|改善)$/
/** 提高3个百分点 after 达标率提高到95%: the change of what was just measured. */
const BARE_CHANGE = new RegExp(`^${CHANGED.source}`)
/** 占比, 占工业投资比重: of what was just measured. */
const SHARE = /^(?:占比|比重|比例|占.+(?:比重|比例))$/
/** What an earlier metric says of its subject: 新能源船舶数量 => 新能源船舶. */
const SAID = /(?:数量|总数|总量|总额|占比|占[^占]*(?:比重|比例))$/
/** A longer subject is told by the text itself. */
const LONGEST_SUBJECT = 24
/** 推动文化创意产业转型, …: what the sentence is about. */
const SUBJECT =
  /(?:推动|推进|发展|壮大|做强|做优|培育|促进|打造|建设|支持)(?<subject>[^，。；、\d]{2,12}?(?:产业|行业|经济|园区|集群|企业|机构|市场|平台|基地))/g
/** How far back the sentence is looked at. */
const SENTENCE_REACH = 120

/** A metric that leans on the words before its clause, with its subject: 总量 after 新型研发机构30家 => 新型研发机构总量. */
export function withSubject(text: string, { target, metric }: Measured, previous: Measured | undefined): string | null {
  const before = sameSentence(text, previous?.target, target) ? (previous?.metric ?? '') : ''
  const alike = previous?.target.dimension === target.dimension ? before : ''
  if (metric === null) return alike || null
  if (before.length > LONGEST_SUBJECT) return metric
  if (BARE_CHANGE.test(metric)) return before.replace(CHANGED, '') + metric
  if (SHARE.test(metric)) return before.replace(CHANGED, '').replace(SAID, '') + metric
  if (AMOUNT.test(metric)) return (alike.replace(SAID, '') || subjectBefore(text, target.clauseStart)) + metric
  return rateLike(before, metric) ?? metric
}

function sameSentence(text: string, previous: PlacedQuantity | undefined, target: PlacedQuantity): boolean {
  return previous !== undefined && !/[。；]/.test(text.slice(previous.end, target.start))
}

function subjectBefore(text: string, clauseStart: number): string {
  const words = text.slice(Math.max(0, clauseStart - SENTENCE_REACH), clauseStart)
  const sentence = words.slice(words.search(/[^。；]*$/))
  return [...sentence.matchAll(SUBJECT)].at(-1)?.groups?.['subject'] ?? ''
}
