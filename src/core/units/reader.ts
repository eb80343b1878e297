import { foreignPlace } from './boundary.ts'
import { type Folded, fold } from './fold.ts'
import type { Mention } from './mention.ts'
import { createNameIndex, type NameIndex } from './name-index.ts'
import { named, RECOGNISERS } from './recognise.ts'
import type { RegionTable } from './regions.ts'
import type { Register } from './register.ts'
import { createSites, type Sites } from './sites.ts'
import type { UnitReading, UnitRef } from './unit.ts'

/** Finds the units a question names, from left to right. */
export function createReader(register: Register, regions: RegionTable): (question: string) => readonly UnitReading[] {
  const names = createNameIndex(register)
  return question => {
    const folded = fold(question)
    const sites = createSites(folded.text, regions)
    const readings: UnitReading[] = []
    for (const mention of mentionsIn(sites, names)) {
      readings.push(shareRegion(question, reading(question, folded, mention, names), readings.at(-1)))
    }
    return readings
  }
}

function mentionsIn(sites: Sites, names: NameIndex): readonly Mention[] {
  const found: Mention[] = []
  for (let at = 0; at < sites.text.length; ) {
    const mention = mentionAt(sites, names, at, found.at(-1)?.end ?? 0)
    if (mention !== undefined) found.push(keepAbroad(sites.text, mention, found.at(-1)?.end ?? 0))
    at = mention?.end ?? at + 1
  }
  return found
}

function mentionAt(sites: Sites, names: NameIndex, start: number, from: number): Mention | undefined {
  const options = sites.prefixesAt(start)
  const prefixes = sites.isTail(start, from) ? options.filter(({ mark }) => mark !== '') : options
  for (const recognise of RECOGNISERS) {
    for (const prefix of prefixes) {
      const mention = recognise(names, sites, start, prefix)
      if (mention !== undefined && !hidesName(sites, names, mention)) return mention
    }
  }
  return undefined
}

/** A tolerant reading must not swallow a name that stands in it: 由省教育厅. */
function hidesName(sites: Sites, names: NameIndex, { start, end, units, certainty }: Mention): boolean {
  if (certainty === 'exact' && units.length > 0) return false
  for (let at = start + 1; at < end; at++) {
    const marked = sites.prefixesAt(at).filter(({ mark }) => mark !== '')
    if (marked.some(prefix => (named(names, sites, at, prefix)?.end ?? 0) >= end)) return true
  }
  return false
}

/** 昆山市教育局 is not the 市教育局 of the ledger, wherever 昆山 may be. */
function keepAbroad(text: string, mention: Mention, from: number): Mention {
  if (mention.prefix.region !== undefined || !['市', '县', '区'].includes(mention.prefix.mark)) return mention
  const place = foreignPlace(text, from, mention.start)
  return place === '' ? mention : { ...mention, start: mention.start - place.length, units: [] }
}

function reading(question: string, { starts, ends }: Folded, mention: Mention, names: NameIndex): UnitReading {
  const start = starts[mention.start] ?? 0
  const end = ends[mention.end - 1] ?? start
  const { certainty, units: candidates } = mention
  const similar = candidates.length > 0 ? [] : similarTo(mention, names)
  const together = isCollective(mention) ? { together: true as const } : {}
  return { start, end, text: question.slice(start, end), certainty, candidates, ...together, similar }
}

/** Bodies that are organised by port and not by level: their kind means all of them, not one in doubt. */
const WITHOUT_LEVEL = /^(?:海关|海事局|边检站)$/

const isCollective = ({ units, rest }: Mention): boolean => units.length > 1 && WITHOUT_LEVEL.test(rest)

const MOST_SIMILAR = 3

/** Units with a like name whatever their prefix, those with the same mark first. */
function similarTo({ prefix, rest }: Mention, { shortened, misspellings, unitsCalled }: NameIndex): readonly UnitRef[] {
  const like = [rest, ...shortened(rest), ...misspellings().namesOf(rest, true)]
  const sameMark = { ...prefix, region: undefined }
  const anyMark = { ...sameMark, mark: '' }
  return [...new Set([...unitsCalled(like, sameMark), ...unitsCalled(like, anyMark)])].slice(0, MOST_SIMILAR)
}

/** What may stand between two units of one list. */
const BETWEEN = /^[、,，和与及\s]*$/

/** 市教育局和财政局: a prefix is written once for the whole list. */
function shareRegion(question: string, unit: UnitReading, before: UnitReading | undefined): UnitReading {
  const [first, ...others] = before?.candidates ?? []
  if (before === undefined || first === undefined || others.length > 0 || unit.candidates.length < 2) return unit
  if (!BETWEEN.test(question.slice(before.end, unit.start))) return unit
  const same = unit.candidates.filter(({ region }) => region === first.region)
  return same.length === 0 ? unit : { ...unit, candidates: same }
}
