import type { Doubt } from '../model.ts'
import type { NamedUnit } from './draft.ts'
import { looksLikeUnit } from './unit-name.ts'

/** A name and where a person finds it: 第3项. */
export interface FoundName extends NamedUnit {
  readonly place: string
}

const SHORTEST_TWIN = 5

/** Names that do not end like a unit: a slip of the pen (省教育听), or words that are no unit at all. */
export function oddNames(names: readonly FoundName[]): Doubt[] {
  const odd = new Map(names.filter(({ name }) => !looksLikeUnit(name)).map(found => [found.name, found]))
  return [...odd.values()].map(({ name, place, span }) => ({
    code: 'unusual-unit',
    message: `${place}的“${name}”不像单位名称`,
    span,
  }))
}

/** Names of which one shortens another (省畜牧局, 省畜牧兽医局) or differs by one character from it. */
export function twinNames(found: readonly FoundName[]): Doubt[] {
  const uses = new Map<string, FoundName[]>()
  for (const unit of found) {
    const known = uses.get(unit.name)
    if (known === undefined) uses.set(unit.name, [unit])
    else known.push(unit)
  }
  const names = [...uses.keys()].sort((a, b) => (uses.get(a)?.length ?? 0) - (uses.get(b)?.length ?? 0))
  return names.flatMap((name, i) => {
    const twin = names.slice(i + 1).find(other => isTwin(name, other))
    const rare = uses.get(name)?.[0]
    if (twin === undefined || rare === undefined) return []
    const message = `${rare.place}的“${name}”与“${twin}”可能是同一单位的不同写法`
    return [{ code: 'unusual-unit', message, span: rare.span }]
  })
}

function isTwin(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false
  if (short.length === long.length) return short.length > SHORTEST_TWIN && differences(short, long) === 1
  return short.length >= 3 && !long.startsWith(short) && isSubsequence(short, long)
}

function differences(a: string, b: string): number {
  return [...a].filter((character, i) => character !== b[i]).length
}

/** Whether the characters of one stand in the other in the same order. */
function isSubsequence(short: string, long: string): boolean {
  let at = 0
  for (const character of long) if (character === short[at]) at += 1
  return at === short.length
}
