import type { Target } from '../model.ts'
import { condense } from '../text/condense.ts'
import { type PlacedQuantity, placeQuantities } from './target-place.ts'
import { TARGET_REFINERS } from './target-refiners.ts'
import { wordTargets } from './target-wording.ts'

/**
 * The numbers a task is measured by, in order. Extractors are the shapes of `scanQuantities`, refiners those of
 * `TARGET_REFINERS`; a programme name, a threshold, a capacity of a project is not a target.
 * readTargets('年底全省可再生能源装机规模达到7500万千瓦以上。') => [{ metric: '可再生能源装机规模', comparator: '>=', value: 7500, … }]
 */
export function readTargets(text: string): Target[] {
  const condensed = condense(text)
  const kept = placeQuantities(condensed.text).filter(
    quantity => !TARGET_REFINERS.some(refiner => refiner.drops(quantity)),
  )
  const wordings = wordTargets(condensed.text, kept)
  return kept.flatMap((quantity, index) => {
    const wording = wordings[index]
    if (!wording) return []
    const { start, end, metric, baseline } = wording
    return [
      {
        text: condensed.quote(start, end),
        metric,
        comparator: quantity.comparator,
        value: quantity.value,
        ...(quantity.valueMax === undefined ? {} : { valueMax: quantity.valueMax }),
        unit: unitOf(quantity),
        ...(baseline === null ? {} : { baseline }),
        span: condensed.span(start, end),
        rule: quantity.rule,
      },
    ]
  })
}

/** 人次达到3.5万: the measure word stands before the number. */
function unitOf({ rule, unit, before }: PlacedQuantity): string {
  if (rule !== 'bare-multiple') return unit
  const word = /(?<word>人次|户次|车次|人数|户数)[^，。；]{0,8}$/.exec(before)?.groups?.['word'] ?? ''
  return unit + word.replace('数', '')
}
