import { toSimplified } from '../text/traditional.ts'

/** One character for one, so that places in the result are places in the text: half width, simplified. */
export const foldInPlace = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => foldUnit(text.charAt(i))).join('')

function foldUnit(unit: string): string {
  const folded = toSimplified(unit.normalize('NFKC'))
  return folded.length === 1 ? folded : unit
}

/** What a pattern's named groups match in a text, read tolerantly and given as it was written, without the space around it. */
export function matchVerbatim(pattern: RegExp, text: string): Readonly<Record<string, string>> | null {
  const match = new RegExp(pattern, `${pattern.flags.replace('d', '')}d`).exec(foldInPlace(text))
  if (!match) return null
  const places = Object.entries(match.indices?.groups ?? {})
  return Object.fromEntries(places.map(([name, place]) => [name, place ? text.slice(...place).trim() : '']))
}
