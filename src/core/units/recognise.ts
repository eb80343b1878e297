import { acts, endsName, unlistedEnd } from './boundary.ts'
import { createMisspellings, rightKind } from './misspelling.ts'
import type { Prefix } from './prefix.ts'
import type { Register } from './register.ts'
import { createShortForms, kindOf } from './short-form.ts'
import type { Sites } from './sites.ts'
import type { UnitReading, UnitRef } from './unit.ts'

/** A unit named in a folded text. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly certainty: UnitReading['certainty']
  readonly units: readonly UnitRef[]
  readonly prefix: Prefix
  /** The name without its prefix. */
  readonly rest: string
}

/** Recognises a name behind a prefix in one way; undefined where there is none. */
export type Recogniser = (sites: Sites, start: number, prefix: Prefix) => Mention | undefined

export interface Recognisers {
  /** From the surest to the most tolerant; a name that one understands is not shown to the next. */
  readonly inOrder: readonly Recogniser[]
  readonly named: Recogniser
  /** Units of the ledger with a like name, whatever their prefix. */
  similarTo(rest: string): readonly UnitRef[]
}

const ANY: Prefix = { end: 0, mark: '', region: undefined }
const MOST_SIMILAR = 3

export function createRecognisers(register: Register): Recognisers {
  const listed = [...register.names()]
  const lengths = lengthsByHead(listed)
  const shortForms = createShortForms(listed)
  const misspellings = once(() => createMisspellings(listed))
  const cores = once(() => new Set([...listed].map(coreOf)))

  const unitsCalled = (candidates: readonly string[], prefix: Prefix): readonly UnitRef[] => [
    ...new Set(candidates.flatMap(name => register.called(name, prefix))),
  ]

  /** Every listed name that begins behind the prefix, the longest first. */
  const listedAt = ({ text }: Sites, from: number): readonly string[] =>
    (lengths.get(text.slice(from, from + 2)) ?? [])
      .filter(length => from + length <= text.length)
      .map(length => text.slice(from, from + length))
      .filter(word => register.has(word) && endsName(text, from + word.length))

  const wordsAt = (sites: Sites, from: number): readonly string[] =>
    sites.endsAfter(from + 1).map(end => sites.text.slice(from, end))

  const named: Recogniser = (sites, start, prefix) => {
    for (const rest of listedAt(sites, prefix.end)) {
      const units = register.called(rest, prefix)
      const certainty = prefix.mark === '' && !register.isWhole(rest) ? 'short' : 'exact'
      if (units.length > 0) return { start, end: prefix.end + rest.length, certainty, units, prefix, rest }
    }
    return undefined
  }

  const abbreviated: Recogniser = (sites, start, prefix) => {
    for (const rest of wordsAt(sites, prefix.end)) {
      const units = unitsCalled(shortForms.namesOf(rest), prefix)
      if (units.length > 0) return { start, end: prefix.end + rest.length, certainty: 'short', units, prefix, rest }
    }
    return undefined
  }

  /** A real name that no unit of the ledger bears is never taken for another one. */
  const elsewhere: Recogniser = (sites, start, prefix) => {
    const rest = listedAt(sites, prefix.end).find(
      word => prefix.mark !== '' || standsAlone(sites.text, prefix.end, word),
    )
    return rest === undefined
      ? undefined
      : { start, end: prefix.end + rest.length, certainty: 'exact', units: [], prefix, rest }
  }

  const misspelt: Recogniser = (sites, start, prefix) => {
    for (const rest of wordsAt(sites, prefix.end)) {
      if (cores().has(coreOf(rest))) continue
      const { namesOf, shortFormsOf } = misspellings()
      const whole = unitsCalled(namesOf(rest), prefix)
      const units = whole.length > 0 ? whole : unitsCalled(shortFormsOf(rest), prefix)
      if (units.length > 0) return { start, end: prefix.end + rest.length, certainty: 'fuzzy', units, prefix, rest }
    }
    return undefined
  }

  const misheard: Recogniser = (sites, start, prefix) => {
    for (const end of sites.slipsAfter(prefix.end + 1)) {
      const rest = rightKind(sites.text.slice(prefix.end, end))
      const units = unitsCalled([rest, ...shortForms.namesOf(rest)], prefix)
      if (units.length > 0) return { start, end, certainty: 'fuzzy', units, prefix, rest }
    }
    return undefined
  }

  const unlisted: Recogniser = ({ text }, start, prefix) => {
    const end = prefix.mark === '' ? undefined : unlistedEnd(text, prefix.end)
    if (end === undefined) return undefined
    return { start, end, certainty: 'exact', units: [], prefix, rest: text.slice(prefix.end, end) }
  }

  return {
    named,
    inOrder: [named, abbreviated, elsewhere, misspelt, misheard, unlisted],
    similarTo: rest =>
      unitsCalled([rest, ...shortForms.namesOf(rest), ...misspellings().namesOf(rest)], ANY).slice(0, MOST_SIMILAR),
  }
}

/** Without a prefix, only what can hardly be anything but a department: not 人大 or 电视台, which are topics too. */
const standsAlone = (text: string, start: number, word: string): boolean =>
  /.{2}(?:[厅局委办署]|总局)$/.test(word) || (word.length > 2 && acts(text, start + word.length))

const coreOf = (name: string): string => name.slice(0, name.length - kindOf(name).length)

/** Tables for mistakes are built with the first mistake: most questions make none. */
function once<T>(build: () => T): () => T {
  let built: { readonly value: T } | undefined
  return () => {
    built ??= { value: build() }
    return built.value
  }
}

function lengthsByHead(names: Iterable<string>): ReadonlyMap<string, readonly number[]> {
  const byHead = new Map<string, number[]>()
  for (const name of names) {
    const head = name.slice(0, 2)
    const lengths = byHead.get(head) ?? []
    if (!lengths.includes(name.length))
      byHead.set(
        head,
        [...lengths, name.length].sort((a, b) => b - a),
      )
  }
  return byHead
}
