import type { Level, UnitEntry } from '../model.ts'
import { foldName } from './fold.ts'
import { once } from './once.ts'
import { prefixesAt } from './prefix.ts'
import type { RegionTable } from './regions.ts'
import { createShortForms } from './short-form.ts'

/** A folded name cut into what says whose body it is and the body itself: 省 + 教育厅. */
export interface SplitName {
  /** 省, 市, …; empty for a name that carries no prefix. */
  readonly mark: string
  /** The region where the prefix names one, otherwise empty. */
  readonly region: string
  readonly rest: string
}

/** A listed body and everything it is called. */
export interface Body {
  readonly entry: UnitEntry
  readonly name: SplitName
  /** Proper, short and former names. */
  readonly aliases: readonly SplitName[]
}

/** The bodies of `units.json`, found by level and name. */
export interface Catalogue {
  readonly bodies: readonly Body[]
  /** The body that a name without its prefix means at that level: exactly listed, or the only one it abbreviates. */
  find(level: Level, rest: string): Body | undefined
  has(rest: string): boolean
  /** True for a whole name as `units.json` lists it: 山东金融监管局, which is another body than 省金融监管局. */
  lists(name: string): boolean
}

/** 委宣传部 is also called 宣传部, 委教育工委 教育工委; 委办公厅 is not called 办公厅. */
const PARTY_BODY = /^委(?!办).{2,}/

/** The names under which a split name is understood. */
export const formsOf = (name: SplitName): readonly SplitName[] =>
  PARTY_BODY.test(name.rest) ? [name, { ...name, rest: name.rest.slice(1) }] : [name]

/** Beginnings that show the mark to be part of the name: 市场监管局, 区域合作办. */
const PART_OF_NAME = /^(?:[场域县区]|政(?![府务协法策]))/

/** Splits off the longest prefix that leaves a body: 市场监管局 keeps its 市, because 场监管局 is none. */
export function splitName(name: string, regions: RegionTable, isBody: (rest: string) => boolean): SplitName {
  const text = foldName(name)
  const options = prefixesAt(text, 0, regions).map(
    ({ mark, region, end }): SplitName => ({ mark, region: region?.name ?? '', rest: text.slice(end) }),
  )
  const isLikely = ({ rest }: SplitName): boolean => rest.length > 1 && !PART_OF_NAME.test(rest)
  return options.find(({ rest }) => isBody(rest)) ?? options.find(isLikely) ?? { mark: '', region: '', rest: text }
}

/** Nearly every listed name begins with a plain mark, and there are hundreds of them to split at start. */
const LISTED = /^(?<mark>[省市县]|国家|中央)(?<rest>(?![场域县区]|政(?![府务协法策])).{2,})$/

function splitListed(name: string): SplitName | undefined {
  const { mark, rest } = LISTED.exec(foldName(name))?.groups ?? {}
  return mark === undefined || rest === undefined ? undefined : { mark, region: '', rest }
}

const namesOf = ({ name, short = [], former = [] }: UnitEntry): readonly string[] => [name, ...short, ...former]

/** Bodies of one level by every name, and by short forms of these. */
function levelIndex(bodies: readonly Body[]): (rest: string) => Body | undefined {
  const byName = new Map<string, Body>()
  for (const body of bodies) {
    for (const { rest } of body.aliases) if (!byName.has(rest)) byName.set(rest, body)
  }
  const shortForms = once(() => createShortForms(byName.keys()))
  return rest => {
    const exact = byName.get(rest)
    if (exact !== undefined) return exact
    const [best, ...others] = new Set(
      shortForms()
        .bestNamesOf(rest)
        .map(name => byName.get(name)),
    )
    return others.length === 0 ? best : undefined
  }
}

export function createCatalogue(entries: readonly UnitEntry[], regions: RegionTable): Catalogue {
  const split = (name: string): SplitName => splitListed(name) ?? splitName(name, regions, () => false)
  const bodies = entries.map((entry): Body => {
    const name = split(entry.name)
    return { entry, name, aliases: namesOf(entry).map(split).flatMap(formsOf) }
  })
  const ofLevel = {
    national: levelIndex(bodies.filter(({ entry }) => entry.level === 'national')),
    province: levelIndex(bodies.filter(({ entry }) => entry.level === 'province')),
    city: levelIndex(bodies.filter(({ entry }) => entry.level === 'city')),
    county: levelIndex(bodies.filter(({ entry }) => entry.level === 'county')),
  } satisfies Record<Level, (rest: string) => Body | undefined>
  const listed = new Set(bodies.flatMap(({ aliases }) => aliases.map(({ rest }) => rest)))
  const wholeNames = once(() => new Set(entries.flatMap(namesOf).map(foldName)))
  return {
    bodies,
    find: (level, rest) => ofLevel[level](rest),
    has: rest => listed.has(rest),
    lists: name => wholeNames().has(name),
  }
}
