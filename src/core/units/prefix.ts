import type { Level } from '../model.ts'
import type { Region, RegionTable } from './regions.ts'

/**
 * What stands before the body proper and says whose it is: 省 in 省教育厅, 山东省 in 山东省教育厅, 国家 in 国家能源局.
 * A mark alone leaves the region open; a region implies its mark.
 */
export interface Prefix {
  /** Length in the folded text. */
  readonly end: number
  /** 省, 市, 县, 区, …, 国家, 中央; empty for a name that carries none. */
  readonly mark: string
  readonly region: Region | undefined
}

/** The characters a level is written with, and the words for the State's own bodies. */
const LEVEL_OF_MARK: Readonly<Record<string, Level>> = {
  国家: 'national',
  中央: 'national',
  全国: 'national',
  省: 'province',
  自治区: 'province',
  市: 'city',
  州: 'city',
  盟: 'city',
  县: 'county',
  区: 'county',
  旗: 'county',
}
const MARK = new RegExp(`(?:${Object.keys(LEVEL_OF_MARK).join('|')})`, 'y')

/** What official full names put in front of the region: 中共山东省委, 国家税务总局山东省税务局, 国网山东省电力公司高青县供电公司. */
const LEAD_IN =
  /中共|中国共产党|中国(?=人民银行)|中华人民共和国(?=[一-龥]{2,4}海关)|国家税务总局(?=[一-龥]{2,4}[省市县区]税务局)|国(?:家电)?网(?:[一-龥]{2,3}省?电力公司(?=[一-龥]{2,6}供电公司))?/uy

const LEADS = '中国'

/** 山东省人民政府国有资产监督管理委员会 is 省国资委; 省政府办公厅 is a body of its own. */
const GOVERNMENT = /政府(?=[一-龥]{2})(?!办)/uy

/** `市` may be the mark of a county-level city or a municipality too; the document decides, see `directory.ts`. */
export const levelOfMark = (mark: string): Level | undefined => LEVEL_OF_MARK[mark]

/** The mark the bodies of a region write: 山东省 → 省, 高青县 → 县. */
export const markOfRegion = (region: string): string => /(?:自治区|省|市|州|盟|县|区|旗)$/.exec(region)?.[0] ?? ''

const after = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** 山东省淄博市教育局: of several regions in a row the last one counts. */
function regionAt(text: string, at: number, regions: RegionTable): { region: Region; end: number } | undefined {
  let last = regions.longestAt(text, at)
  for (let next = last; next !== undefined; next = regions.longestAt(text, next.end)) last = next
  return last
}

const withGovernment =
  (text: string) =>
  (prefix: Prefix): readonly Prefix[] => {
    const word = after(GOVERNMENT, text, prefix.end)
    return word === '' ? [] : [{ ...prefix, end: prefix.end + word.length }]
  }

/** Every way to read a prefix at `at`, the likeliest first; the last one is no prefix at all. */
export function prefixesAt(text: string, at: number, regions: RegionTable): readonly Prefix[] {
  const start = LEADS.includes(text.charAt(at)) ? at + after(LEAD_IN, text, at).length : at
  const prefixes: Prefix[] = []
  const named = regionAt(text, start, regions)
  if (named !== undefined) {
    prefixes.push({ end: named.end, mark: markOfRegion(named.region.name), region: named.region })
  }
  const mark = after(MARK, text, start)
  if (mark !== '') prefixes.push({ end: start + mark.length, mark, region: undefined })
  const bare = { end: start, mark: '', region: undefined }
  return prefixes.length === 0 ? [bare] : [...prefixes, ...prefixes.flatMap(withGovernment(text)), bare]
}
