import type { Level } from '../model.ts'
import { type Branch, branchNames, branchOf, wholeOf } from './branch.ts'
import { type Body, type Catalogue, formsOf, type SplitName, splitName } from './catalogue.ts'
import { levelOfMark, markOfRegion, type Prefix } from './prefix.ts'
import type { RegionTable } from './regions.ts'
import type { UnitRef } from './unit.ts'

/** The document that writes a name: it says whose 市教育局 is meant. */
export interface Writer {
  readonly region: string
  readonly level: Level
}

/** A name in a unit list of a document, with the document's own region and level. */
export interface LedgerName extends Writer {
  readonly name: string
}

/** The units of a ledger under all their names, which are kept folded and without prefix. */
export interface Register {
  readonly units: readonly UnitRef[]
  /** Every name known; one that no unit of the ledger bears is known too. */
  names(): Iterable<string>
  has(rest: string): boolean
  /** True where `units.json` lists a body of this name or abbreviation, whether the ledger has it or not. */
  lists(text: string, prefix: Prefix, rest: string): boolean
  /** True for a name that some unit bears without any prefix: 经济开发区. */
  isWhole(rest: string): boolean
  /** The units called `rest` that the prefix allows, higher levels first. */
  called(rest: string, prefix: Prefix): readonly UnitRef[]
  surfaces(): readonly Surface[]
  refOf(name: string, writer: Writer): UnitRef
}

/** Where a body is at home and the mark its names carry. */
interface Home {
  readonly mark: string
  readonly region: string
  readonly level: Level | null
}

/** One way to name one unit: `市` + `教育局`, in 淄博市. */
export interface Surface {
  readonly mark: string
  readonly region: string
  readonly rest: string
  readonly unit: UnitRef
}

/** Who is meant by a name in a document. */
interface Identity {
  readonly ref: UnitRef
  readonly home: Home
  readonly rest: string
  readonly body: Body | undefined
  readonly branch: Branch | undefined
}

/** Finds out whose body a name means: what its prefix says, or else the document. */
function homeOf(split: SplitName, writer: Writer, catalogue: Catalogue, regions: RegionTable): Home {
  const { mark, region, rest } = split
  const level = levelOfMark(mark)
  if (level === 'national') return { mark, region: '', level }
  if (region !== '') return { mark, region, level: regions.find(region)?.level ?? null }
  if (mark !== '' && mark === markOfRegion(writer.region)) return { mark, ...writer }
  if (level !== undefined) return { mark, region: regions.at(writer.region, level)?.name ?? '', level }
  return homeOfUnmarked(rest, writer, catalogue, regions)
}

/** A name without prefix is a body of the document's own level, one above it, or in no level at all (有关行业部门). */
function homeOfUnmarked(rest: string, writer: Writer, catalogue: Catalogue, regions: RegionTable): Home {
  const own = catalogue.find(writer.level, rest)
  if (own !== undefined) return { mark: own.name.mark === '' ? '' : markOfRegion(writer.region), ...writer }
  for (const level of ['city', 'province', 'national'] as const) {
    if (catalogue.find(level, rest)?.name.mark === '') {
      return { mark: '', region: regions.at(writer.region, level)?.name ?? '', level }
    }
  }
  return { mark: '', region: writer.region, level: null }
}

/** A branch is at home where it works. */
const homeOfBranch = ({ region: { name, level } }: Branch): Home => ({ mark: markOfRegion(name), region: name, level })

function identify(name: string, writer: Writer, catalogue: Catalogue, regions: RegionTable): Identity {
  const split = splitName(name, regions, catalogue.has)
  const branch = branchOf(split.rest, regions)
  const home = branch === undefined ? homeOf(split, writer, catalogue, regions) : homeOfBranch(branch)
  const body = home.level === null ? undefined : catalogue.find(home.level, split.rest)
  // 青岛海关 bears the name of a place without being one of its departments.
  const isNamedAfterPlace = split.region !== '' && !name.includes(split.region) && body === undefined
  const level = isNamedAfterPlace ? null : home.level
  const ref = { key: `${keyRegion(home, writer)}/${body?.entry.name ?? name}`, name, level, region: home.region }
  return { ref, home: branch === undefined ? home : { ...home, mark: split.mark }, rest: split.rest, body, branch }
}

/** The city above a county that is not listed has no name here, and is another one than that above the next county. */
const keyRegion = ({ region, level }: Home, writer: Writer): string =>
  region === '' && level !== null && level !== 'national' ? `${writer.region}（上级）` : region

/** One unit for each body named. It bears its proper name if any document writes that, otherwise the first written. */
function unitsOf(identities: readonly Identity[]): ReadonlyMap<string, UnitRef> {
  const units = new Map<string, UnitRef>()
  for (const { ref, body } of identities) {
    if (!units.has(ref.key) || isProperName(ref.name, body)) units.set(ref.key, ref)
  }
  return units
}

/** 省畜牧兽医局 rather than 省畜牧局, yet 省科技厅 as written rather than 省科学技术厅. */
const isProperName = (name: string, body: Body | undefined): boolean => name === body?.entry.name

/** 开发区 and its 管委会 are one body. */
const ZONE = /^(?<zone>.+(?:开发|高新)区)(?<office>管委会)?$/u

function zoneNames(rest: string): readonly string[] {
  const { zone, office } = ZONE.exec(rest)?.groups ?? {}
  return zone === undefined ? [] : [office === undefined ? `${zone}管委会` : zone]
}

function surfacesOf({ home, rest, body, branch }: Identity, unit: UnitRef, catalogue: Catalogue): readonly Surface[] {
  const own: SplitName = { mark: home.mark, region: home.region, rest }
  const zones = zoneNames(rest).map(name => ({ ...own, rest: name }))
  const branches = branch === undefined ? [] : branchNames(branch, headNames(branch, home, catalogue))
  return [...formsOf(own), ...(body?.aliases ?? []), ...branches, ...zones].map(alias => {
    const { mark, region } = alias.region === '' ? own : alias
    return { mark, region, rest: alias.rest, unit }
  })
}

function headNames({ head }: Branch, { mark }: Home, { find }: Catalogue): ReadonlySet<string> {
  const body = find(levelOfMark(mark) ?? 'city', head) ?? find('province', head)
  return new Set([head, ...(body?.aliases ?? []).map(({ rest }) => rest)])
}

/** No name begins so: a surface with this mark is found by its bare name only. */
const UNMARKED = '总'

/** Names of the whole that a unit is a part of. They mean the part where the ledger has nobody else of that name. */
function wholeSurfaces({ home, rest, branch }: Identity, unit: UnitRef, catalogue: Catalogue): readonly Surface[] {
  if (branch !== undefined) {
    return [...headNames(branch, home, catalogue)].map(head => ({ mark: UNMARKED, region: '', rest: head, unit }))
  }
  const whole = wholeOf(rest)
  return whole === '' ? [] : [{ mark: home.mark || UNMARKED, region: home.region, rest: whole, unit }]
}

const LEVELS = ['national', 'province', 'city', 'county'] as const
const RANK = { national: 0, province: 1, city: 2, county: 3 } as const satisfies Record<Level, number>
const rankOf = ({ level }: UnitRef): number => (level === null ? 4 : RANK[level])

/** The units of one name: all of them, and by the mark they write. */
interface Namesakes {
  readonly all: readonly UnitRef[]
  readonly byMark: ReadonlyMap<string, { readonly units: readonly UnitRef[]; readonly surfaces: readonly Surface[] }>
}

const distinctUnits = (surfaces: readonly Surface[]): readonly UnitRef[] => [
  ...new Set(surfaces.map(({ unit }) => unit)),
]

function group<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const filed = groups.get(keyOf(item))
    if (filed === undefined) groups.set(keyOf(item), [item])
    else filed.push(item)
  }
  return groups
}

/** Units of higher levels first. */
function namesakes(unsorted: readonly Surface[]): Namesakes {
  const surfaces = unsorted.toSorted((a, b) => rankOf(a.unit) - rankOf(b.unit))
  const byMark = [...group(surfaces, ({ mark }) => mark)].map(
    ([mark, marked]) => [mark, { units: distinctUnits(marked), surfaces: marked }] as const,
  )
  return { all: distinctUnits(surfaces), byMark: new Map(byMark) }
}

/** 高青经济开发区: the region may be put in front of a name that carries no mark. */
const isOf = ({ region: home }: Surface, { region, mark }: Prefix): boolean =>
  region === undefined ? markOfRegion(home) === mark : region.name === home

/** Units by name; a listed name that nobody in the ledger bears has none. */
function fileByName(catalogue: Catalogue, surfaces: readonly Surface[]): ReadonlyMap<string, Namesakes> {
  const byName = new Map<string, Namesakes>()
  const nobody = namesakes([])
  for (const { aliases } of catalogue.bodies) for (const { rest } of aliases) byName.set(rest, nobody)
  for (const [rest, named] of group(surfaces, surface => surface.rest)) byName.set(rest, namesakes(named))
  return byName
}

export function createRegister(
  names: readonly LedgerName[],
  { catalogue, regions }: { readonly catalogue: Catalogue; readonly regions: RegionTable },
): Register {
  const identities = names.map(({ name, ...writer }) => identify(name, writer, catalogue, regions))
  const units = unitsOf(identities)
  const unitOf = ({ ref }: Identity): UnitRef => units.get(ref.key) ?? ref
  const surfaces = identities.flatMap(identity => surfacesOf(identity, unitOf(identity), catalogue))
  const borne = new Set(surfaces.map(({ rest }) => rest))
  const wholes = identities
    .flatMap(identity => wholeSurfaces(identity, unitOf(identity), catalogue))
    .filter(({ rest }) => !borne.has(rest))
  const byName = fileByName(catalogue, [...surfaces, ...wholes])
  const byMemo = new Map(names.map((written, i) => [memoKey(written.name, written), identities[i]]))

  const isListedAt = (level: Level | undefined, rest: string): boolean =>
    (level === undefined ? LEVELS : [level]).some(each => catalogue.find(each, rest)?.name.region === '')
  const isWithin = (surface: Surface, { region }: Prefix): boolean =>
    region === undefined || regions.at(surface.region, region.level)?.name === region.name
  const called = (rest: string, prefix: Prefix): readonly UnitRef[] => {
    const namesakes = byName.get(rest)
    if (namesakes === undefined) return []
    if (prefix.mark === '') return namesakes.all
    const marked = namesakes.byMark.get(prefix.mark)
    const unmarked = (namesakes.byMark.get('')?.surfaces ?? []).filter(surface => isOf(surface, prefix))
    if (unmarked.length === 0 && prefix.region === undefined) return marked?.units ?? []
    return distinctUnits([...(marked?.surfaces ?? []).filter(surface => isWithin(surface, prefix)), ...unmarked])
  }

  return {
    units: [...units.values()],
    names: () => byName.keys(),
    has: rest => byName.has(rest),
    lists: (text, { mark }, rest) => catalogue.lists(text) || isListedAt(levelOfMark(mark), rest),
    isWhole: rest => byName.get(rest)?.byMark.has('') ?? false,
    called,
    surfaces: () => surfaces,
    refOf: (name, writer) => unitOf(byMemo.get(memoKey(name, writer)) ?? identify(name, writer, catalogue, regions)),
  }
}

const memoKey = (name: string, { level, region }: Writer): string => `${level}/${region}/${name}`
