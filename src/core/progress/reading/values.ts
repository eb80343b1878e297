import type { ReportedValue } from '../../model.ts'
import { condense } from '../../text/condense.ts'
import { scanQuantities } from '../../text/quantity-mention.ts'
import type { Range } from './clauses.ts'
import type { Typed } from './typed.ts'

/** 差2个, 还剩30户: what is missing is no value that was reached. */
const MISSING = /[还尚]?(?:差|缺|欠|剩下?|剩余|还有|尚有|余下|未[^,\d]{1,6})[^,\d]{0,6}$/
/** 新增58个、改造30户: where the words of one number end and those of the next begin. */
const JOINT = /[、和及与](?=[^、和及与]*$)/

/** The number of a point before the words, a joint behind them. */
const EDGES = /^(?:[0-9０-９]{1,2}[、.．)）](?![0-9０-９])|[一二三四五六七八九十]、)\s*|[、和及与]$/gu

/** The numbers with units that a clause reports, but for the shares of the task already read. 一期 counts nothing. */
export function valuesIn(typed: Typed, clause: Range, shares: readonly Range[]): readonly ReportedValue[] {
  const folded = typed.text.slice(clause.start, clause.end)
  const { text, span } = condense(folded)
  const mentions = scanQuantities(text).map(mention => ({ mention, range: placeOf(span(mention.start, mention.end)) }))
  return mentions.flatMap(({ mention, range }, i) => {
    if (
      mention.unit === '期' ||
      MISSING.test(folded.slice(0, range.start)) ||
      shares.some(share => overlaps(share, range, clause.start))
    )
      return []
    const start = beginningAfter(folded, mentions[i - 1]?.range.end ?? 0, range.start)
    const next = mentions[i + 1]?.range
    const end = next ? beginningAfter(folded, range.end, next.start) : folded.length
    const words = typed.quote(clause.start + start, clause.start + end).replace(EDGES, '')
    return [{ text: words, value: mention.value, unit: mention.unit }]
  })
}

const placeOf = ([start, end]: readonly [number, number]): Range => ({ start, end })

const overlaps = (share: Range, { start, end }: Range, offset: number): boolean =>
  share.start < offset + end && share.end > offset + start

/** Where between two numbers the second one's words begin: at 还差, after the last 、 or right after the first number. */
function beginningAfter(text: string, from: number, to: number): number {
  if (from === 0) return 0
  const between = text.slice(from, to)
  const missing = MISSING.exec(between)
  if (missing) return from + missing.index
  const joint = JOINT.exec(between)
  return joint ? from + joint.index + 1 : from
}
