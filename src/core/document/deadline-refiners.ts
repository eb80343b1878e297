import type { FoundLimit } from './deadline-patterns.ts'

/** Says why words that look like a limit are none, by its name. */
export interface DeadlineRefiner {
  readonly name: string
  readonly drops: (limit: FoundLimit, text: string) => boolean
}

/** How far back the words that change a limit's meaning may stand. */
const REACH = 12
const QUOTES = /《[^《》]{1,120}》|〔[^〔〕]{1,12}〕/g

const before = (text: string, { start }: FoundLimit): string => text.slice(Math.max(0, start - REACH), start)

/** In order; the first that drops a limit names the reason. */
export const DEADLINE_REFINERS: readonly DeadlineRefiner[] = [
  {
    name: 'recurring',
    drops: (limit, text) => /(?:每个?|逐|历|各)(?:年度?|月|季度?|半年)?的?$/.test(before(text, limit)),
  },
  { name: 'baseline', drops: (limit, text) => /(?:较|比|去|上|前|自|从|以|与)$/.test(before(text, limit)) },
  {
    name: 'counted',
    drops: (limit, text) =>
      limit.groups['year'] === undefined && /[\d一二三四五六七八九十两几数多半学财青近]$/.test(before(text, limit)),
  },
  {
    name: 'since',
    drops: (limit, text) =>
      /^(?:起|开始|以来|的|度|印发的|相比|持平)/.test(text.slice(limit.end, limit.end + REACH)) &&
      limit.pattern.rule !== 'season',
  },
  { name: 'status', drops: (limit, text) => /截[至止]到?$/.test(before(text, limit)) && !isAhead(text, limit) },
  { name: 'title', drops: isInTitle },
]

/** 2025年3月—12月: the first lends its year and is no limit. */
export function startsRange({ end }: FoundLimit, text: string): boolean {
  return /^(?:[—–~～-]|至|到)+(?:20)?\d/.test(text.slice(end, end + REACH))
}

/** 截至2025年底，力争建成3个 looks ahead; 截至2024年底，已建成3个 does not. */
function isAhead(text: string, { end }: FoundLimit): boolean {
  const follows = text.slice(end, end + 40)
  return /力争|确保|达到|完成|实现|建成/.test(follows) && !/已|目前/.test(follows)
}

/** 《…2025年底前…》 names a document. */
function isInTitle({ start, end }: FoundLimit, text: string): boolean {
  if (!text.includes('《') && !text.includes('〔')) return false
  return [...text.matchAll(QUOTES)].some(({ 0: words, index }) => index < start && end <= index + words.length)
}
