import type { UnitDirectory, UnitRef } from './unit.ts'

/** What a name means that must mean one unit; without one, those it may be mistaken for. */
export type NamedUnit = { readonly unit: UnitRef } | { readonly unit: null; readonly problem: string }

/**
 * The unit of a name in a list that somebody wrote: a name, a short name, or the region and the name. A record is made of it,
 * so nothing is guessed.
 */
export function namedUnit(words: string, directory: Pick<UnitDirectory, 'units' | 'read'>): NamedUnit {
  const called = directory.units.find(({ key, region, name }) => key === words || region + name === words)
  if (called) return { unit: called }
  const [reading, ...others] = directory.read(words)
  if (!reading || others.length > 0 || reading.text !== words) return { unit: null, problem: unknown(words) }
  const { candidates, certainty, similar } = reading
  const [only, ...more] = candidates
  if (only && more.length === 0 && certainty !== 'fuzzy') return { unit: only }
  return { unit: null, problem: `${unknown(words)}${meant([...candidates, ...similar])}` }
}

const unknown = (words: string): string => `台账里没有“${words}”这个单位`

const MOST_MEANT = 3

const meant = (units: readonly UnitRef[]): string =>
  units.length === 0
    ? ''
    : `，是不是指${units
        .slice(0, MOST_MEANT)
        .map(({ name }) => `“${name}”`)
        .join('、')}`
