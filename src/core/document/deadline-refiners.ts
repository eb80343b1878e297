import type { PlacedLimit } from './deadline-place.ts'

/** Says why words that look like a limit are none, by its name. */
export interface DeadlineRefiner {
  readonly name: string
  readonly drops: (limit: PlacedLimit) => boolean
}

const COUNTED = /[\d一二三四五六七八九十两几数多半学财青近]$/
const SINCE = /^(?:起|开始|以来|的|度|印发的|相比|持平)/

/** In order; the first that drops a limit names the reason. */
export const DEADLINE_REFINERS: readonly DeadlineRefiner[] = [
  { name: 'title', drops: ({ inTitle }) => inTitle },
  { name: 'recurring', drops: ({ before }) => /(?:每个?|逐|历|各)(?:年度?|月|季度?|半年)?的?$/.test(before) },
  { name: 'baseline', drops: ({ before }) => /(?:较|比|去|上|前|自|从|以|与)$/.test(before) },
  { name: 'counted', drops: ({ before, groups }) => groups['year'] === undefined && COUNTED.test(before) },
  { name: 'since', drops: ({ after, pattern }) => pattern.rule !== 'season' && SINCE.test(after) },
  {
    name: 'status',
    drops: ({ words, before, after }) => /截[至止]到?$/.test(before) && !words.endsWith('前') && !looksAhead(after),
  },
]

/** 2025年3月—12月: the first lends its year to the second and is no limit. */
export function startsRange({ after }: PlacedLimit): boolean {
  return /^(?:[—–~～-]|至|到)+(?:20)?\d/.test(after)
}

/** 截至2025年底，力争建成3个 looks ahead; 截至2024年底，已建成3个 does not. */
function looksAhead(after: string): boolean {
  return /力争|确保|达到|完成|实现|建成/.test(after) && !/已|目前/.test(after)
}
