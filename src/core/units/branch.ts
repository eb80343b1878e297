import type { SplitName } from './catalogue.ts'
import { markOfRegion } from './prefix.ts'
import { type Region, type RegionTable, stemOf } from './regions.ts'
import { coreOf } from './short-form.ts'

/** 派出机构: a branch of a head office, at work in a region: 生态环境局 + 高青 + 分局. */
export interface Branch {
  readonly head: string
  readonly kind: string
  readonly region: Region
}

const BRANCH = /^(?<core>.+?)(?<kind>局|中心|公司|大队|支队)(?<place>[一-龥]{1,6}?)分(?:局|中心|公司|大队|支队)$/u

export function branchOf(rest: string, regions: RegionTable): Branch | undefined {
  const { core = '', kind = '', place = '' } = BRANCH.exec(rest)?.groups ?? {}
  const region = regions.find(place)
  return region === undefined ? undefined : { head: core + kind, kind, region }
}

/** What a branch is called when its head office has these names: 环保局高青分局, 环保高青分局 and, there, 环保分局. */
export function branchNames({ kind, region }: Branch, heads: Iterable<string>): readonly SplitName[] {
  const there = { mark: markOfRegion(region.name), region: region.name }
  const places = new Set([stemOf(region.name), region.name])
  const names = new Set([...heads].flatMap(head => [head, coreOf(head)]))
  return [...names].flatMap(head => [
    ...[...places].map((place): SplitName => ({ mark: '', region: '', rest: `${head}${place}分${kind}` })),
    { ...there, rest: `${head}分${kind}` },
  ])
}

/** Bodies of which a ledger may name a part only, and the part follows: 人民银行 + 济南分行, 军分区 + 战备建设处. */
const PART = /^(?<head>[一-龥]+银行(?=[一-龥]{2,8}分行$)|(?:军分|警备)区(?=[一-龥]{2}))/u

/** The whole that the unit is a part of, empty where it is none. */
export const wholeOf = (rest: string): string => PART.exec(rest)?.groups?.['head'] ?? ''

/** Words that do not stand for one place. */
const NO_PLACE = /区县|县区|市县|所属|下属|下设|基层|中心|[各的及在局厅委]/

const SHAPE = /^(?<head>.{2,}?(?:局|中心|公司|银行|支队|大队))(?<place>[一-龥]{2,6})分(?:局|中心|公司|行|大队|支队)$/u

/** The head office that a name shaped like a branch's says it has, empty for other names. */
export function headIn(word: string): string {
  const { head = '', place = '' } = SHAPE.exec(word)?.groups ?? {}
  return NO_PLACE.test(place) ? '' : head
}

/** How a branch's name ends, with a slip too: 高青份局, 高分青局. */
const BRANCH_END = /[分份芬纷粉氛坟].?(?:局|中心|公司|行|大队|支队)$/

export const endsLikeBranch = (word: string): boolean => BRANCH_END.test(word)

export const hasBranch = (text: string): boolean => /[分份芬纷粉氛坟]/.test(text)
