import { syllablesOf } from '../text/pinyin.ts'
import { kindOf } from './short-form.ts'
import type { UnitRef } from './unit.ts'

/** Names typed in Latin letters: 省教育厅 as shengjiaoyuting or sjyt. */
export interface LatinNames {
  /** The units a run of letters can mean; `mark` is what stands in front of it in Chinese, if anything. */
  unitsOf(letters: string, mark: string): readonly UnitRef[]
}

interface Surface {
  readonly mark: string
  readonly rest: string
  readonly unit: UnitRef
}

/** Fewer letters are initials of anything. */
const LEAST_LETTERS = 3

/** Abbreviations of official texts that are not unit names. */
const WORDS = new Set(
  'app aigc apec brt bim cbd ceo cdm cng cpi cod dna eod epc esg etc gdp gps hse ict ipo ipv iso it kpi led lng lpg mpa mba npc ofdi ppi ppp ppt pdf pmi rcep rfid sci stem soho tod ugc usb vip vocs voc vpn wto wps xr'.split(
    ' ',
  ),
)

/** False for GDP and the like: the table of names is not even built for these. */
export const mayBeName = (typed: string): boolean => typed.length >= LEAST_LETTERS && !WORDS.has(typed)

/** Readings of a character with several multiply; a name never needs more than these. */
const MOST_SPELLINGS = 8

function spellings(name: string): readonly string[][] {
  let all: string[][] = [[]]
  for (const character of name) {
    const readings = syllablesOf(character)
    if (readings.length === 0) return []
    all = all.flatMap(begun => readings.map(reading => [...begun, reading])).slice(0, MOST_SPELLINGS)
  }
  return all
}

/** The two-character short forms people say: the first character and one that begins a later word, 发改委. */
function spokenForms(name: string): readonly string[] {
  const kind = kindOf(name)
  const core = name.slice(0, name.length - kind.length)
  const seconds = kind === '' ? [] : [...core].filter((_, i) => i > 0 && i % 2 === 0)
  return seconds.map(second => core.charAt(0) + second + kind)
}

/** In full and as initials. */
const lettersOf = (name: string): readonly string[] =>
  spellings(name).flatMap(syllables => [syllables.join(''), syllables.map(syllable => syllable.charAt(0)).join('')])

type Units = ReadonlyMap<string, ReadonlySet<UnitRef>>

function fileByLetters(surfaces: Iterable<Surface>, formsOf: (name: string) => readonly string[]): Units {
  const units = new Map<string, Set<UnitRef>>()
  const file = (key: string, unit: UnitRef): void => {
    const filed = units.get(key)
    if (filed === undefined) units.set(key, new Set([unit]))
    else filed.add(unit)
  }
  const letters = remembered((name: string) => formsOf(name).flatMap(lettersOf))
  const marks = remembered(lettersOf)
  for (const { mark, rest, unit } of surfaces) {
    for (const word of letters(rest)) {
      for (const key of new Set([mark + word, word, ...marks(mark).map(spelt => spelt + word)])) file(key, unit)
    }
  }
  return units
}

/** Thousands of bodies share a few names. */
function remembered(compute: (name: string) => readonly string[]): (name: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return name => {
    const result = known.get(name) ?? compute(name)
    known.set(name, result)
    return result
  }
}

export function createLatinNames(surfaces: readonly Surface[]): LatinNames {
  const whole = fileByLetters(surfaces, name => [name])
  const spoken = fileByLetters(surfaces, spokenForms)
  return { unitsOf: (typed, mark) => [...(whole.get(mark + typed) ?? spoken.get(mark + typed) ?? [])] }
}
