import { dimensionOf } from '../text/quantity.ts'
import { type QuantityMention, scanQuantities } from '../text/quantity-mention.ts'
import { findClauseEnd, findClauseStart } from './clause.ts'
import { namesIn } from './quotation.ts'

/** A quantity in its clause: what the refiners and the wording look at. All offsets are into the condensed text. */
export interface PlacedQuantity extends QuantityMention {
  /** The clause (between ，。；) it stands in. */
  readonly clauseStart: number
  readonly clauseEnd: number
  /** The clause before and after its words. */
  readonly before: string
  readonly after: string
  /** What its unit measures. */
  readonly dimension: string
  /** Inside “”, 《》: a name. */
  readonly quoted: boolean
}

/** Every quantity of a condensed text with its surroundings. */
export function placeQuantities(text: string): PlacedQuantity[] {
  const mentions = scanQuantities(text)
  if (mentions.length === 0) return []
  const isName = namesIn(text)
  return mentions.map(mention => {
    const clauseStart = findClauseStart(text, mention.start)
    const clauseEnd = findClauseEnd(text, mention.end)
    return {
      ...mention,
      clauseStart,
      clauseEnd,
      before: text.slice(clauseStart, mention.start),
      after: text.slice(mention.end, clauseEnd),
      dimension: dimensionOf(mention.unit),
      quoted: isName(mention.start, mention.end),
    }
  })
}
