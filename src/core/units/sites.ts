import { endsMention, endsName, FUNCTION_WORD, isMark } from './boundary.ts'
import { hasBranch } from './branch.ts'
import { soundsLikeKind } from './misspelling.ts'
import { once } from './once.ts'
import { type Prefix, prefixesAt } from './prefix.ts'
import type { RegionTable } from './regions.ts'
import { kindOf } from './short-form.ts'

/** A folded question with the places where a unit's name may begin and end, worked out once for all recognisers. */
export interface Sites {
  readonly text: string
  /** The prefixes a name beginning at this offset may have, longest first. */
  prefixesAt(start: number): readonly Prefix[]
  /** Ends of words that say what kind of body they are, after `start` and within reach of a name, furthest first. */
  endsAfter(start: number): readonly number[]
  /** The same for characters that only sound like a kind of body: 听 for 厅. */
  slipsAfter(start: number): readonly number[]
  /** Places where whatever is in front of them is over, in the same order. */
  stopsAfter(start: number): readonly number[]
  /** False where no branch can be named. */
  readonly mayHaveBranch: boolean
  /** True where a name without prefix at `start` would be the tail of another: 教育厅 in 省科技教育厅, 宣传部 in 学校党委宣传部. */
  isTail(start: number, from: number): boolean
}

/** No unit of a real ledger has a longer name after its prefix. */
const REACH = 24
/** A prefix this far in front no longer belongs to the name. */
const TAIL = 6

/** Inside 广东省 there is no 省 that begins a name. */
function usable(text: string, all: readonly (readonly Prefix[])[]): readonly (readonly Prefix[])[] {
  let inside = 0
  return all.map((prefixes, at) => {
    if (at < inside) return []
    const region = prefixes.find(prefix => prefix.region !== undefined)
    if (region !== undefined && ENDS_IN_MARK.test(text.slice(at, region.end))) inside = region.end
    return prefixes.filter(prefix => isMark(text, at, prefix))
  })
}

const ENDS_IN_MARK = /[省市县区州盟旗]$/

export function createSites(text: string, regions: RegionTable): Sites {
  const all = Array.from({ length: text.length }, (_, at) => prefixesAt(text, at, regions))
  const prefixes = usable(text, all)
  const marked = all.flatMap(options => options.filter(({ mark }) => mark !== ''))
  const ends: number[] = []
  const slips: number[] = []
  for (let end = text.length; end > 0; end--) {
    if (soundsLikeKind(text, end)) slips.push(end)
    if (kindOf(text.slice(Math.max(0, end - 4), end)) !== '' && endsName(text, end)) ends.push(end)
  }
  const stops = once(() => Array.from(text, (_, i) => text.length - i).filter(end => endsMention(text, end)))
  const within = (all: readonly number[], start: number) => all.filter(end => end > start && end <= start + REACH)
  return {
    text,
    prefixesAt: start => prefixes[start] ?? [],
    endsAfter: start => within(ends, start),
    slipsAfter: start => within(slips, start),
    stopsAfter: start => within(stops(), start),
    mayHaveBranch: hasBranch(text),
    isTail: (start, from) =>
      (start > from && text[start - 1] === '委') ||
      marked.some(
        ({ end }) => end > from && end <= start && end >= start - TAIL && !FUNCTION_WORD.test(text.slice(end, start)),
      ),
  }
}
