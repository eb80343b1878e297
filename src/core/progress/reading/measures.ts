import type { ReportedValue } from '../../model.ts'
import { parseNumber } from '../../text/numerals.ts'
import { sharesIn } from './share.ts'
import { foldTyped } from './typed.ts'
import { valuesIn } from './values.ts'

/** A share typed where nothing else is asked for: 80, 80%, 八成; null where it is none. */
export function readPercent(text: string): number | null {
  const typed = foldTyped(text.trim())
  const bare = parseNumber(typed.text.replace(/%$/u, ''))
  if (bare !== null) return bare <= 100 ? bare : null
  return sharesIn(typed.text, { start: 0, end: typed.text.length })[0]?.percent ?? null
}

/** The numbers with units of a text. */
export function readValues(text: string): readonly ReportedValue[] {
  const typed = foldTyped(text)
  const whole = { start: 0, end: typed.text.length }
  return valuesIn(typed, whole, sharesIn(typed.text, whole))
}
