import { endsName } from './boundary.ts'
import { createLatinNames, type LatinNames } from './latin.ts'
import { createMisspellings, type Misspellings } from './misspelling.ts'
import { once } from './once.ts'
import type { Prefix } from './prefix.ts'
import type { Register } from './register.ts'
import { coreOf, createShortForms, createTails } from './short-form.ts'
import type { UnitRef } from './unit.ts'

/** The names of a register, filed for each way of recognising them. All are folded and without prefix. */
export interface NameIndex {
  readonly register: Register
  /** Every known name that begins at an offset, the longest first. */
  listedAt(text: string, start: number): readonly string[]
  /** Names that a short form can stand for. */
  shortened(word: string): readonly string[]
  /** Names whose first words a short form leaves out. */
  tailed(word: string): readonly string[]
  readonly misspellings: () => Misspellings
  readonly latin: () => LatinNames
  /** True where some body has this name but for its kind: 公安局 is real, whatever else it looks like. */
  isRealCore(word: string): boolean
  /** The units that any of these names means behind a prefix. */
  unitsCalled(names: readonly string[], prefix: Prefix): readonly UnitRef[]
}

export function createNameIndex(register: Register): NameIndex {
  const names = [...register.names()]
  const lengths = lengthsByHead(names)
  const shortForms = createShortForms(names)
  const tails = once(() => createTails(names))
  const cores = once(() => new Set(names.map(coreOf)))
  return {
    register,
    listedAt: (text, start) =>
      (lengths.get(text.slice(start, start + 2)) ?? [])
        .filter(length => start + length <= text.length)
        .map(length => text.slice(start, start + length))
        .filter(word => register.has(word) && endsName(text, start + word.length)),
    shortened: shortForms.namesOf,
    tailed: word => tails()(word),
    misspellings: once(() => createMisspellings(names)),
    latin: once(() => createLatinNames(register.surfaces())),
    isRealCore: word => cores().has(coreOf(word)),
    unitsCalled: (candidates, prefix) => [...new Set(candidates.flatMap(name => register.called(name, prefix)))],
  }
}

/** Lengths of the names that begin with two characters, the longest first. */
function lengthsByHead(names: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const byHead = new Map<string, number[]>()
  for (const name of names) {
    const head = name.slice(0, 2)
    const lengths = byHead.get(head)
    if (lengths === undefined) byHead.set(head, [name.length])
    else if (!lengths.includes(name.length)) lengths.push(name.length)
  }
  for (const lengths of byHead.values()) lengths.sort((a, b) => b - a)
  return byHead
}
