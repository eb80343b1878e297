import { foreignPlace } from './boundary.ts'
import { type Folded, fold } from './fold.ts'
import { createRecognisers, type Mention, type Recogniser } from './recognise.ts'
import type { RegionTable } from './regions.ts'
import type { Register } from './register.ts'
import { createSites, type Sites } from './sites.ts'
import type { UnitReading } from './unit.ts'

/** What may stand between two units of one list. */
const LIST = /^[、,，和与及\s]*$/

/** Finds the units a question names, from left to right. */
export function createReader(register: Register, regions: RegionTable): (question: string) => readonly UnitReading[] {
  const { inOrder, named, similarTo } = createRecognisers(register)

  const recognise = (sites: Sites, start: number, from: number): Mention | undefined => {
    const tail = sites.isTail(start, from)
    const prefixes = sites.prefixesAt(start).filter(({ mark }) => mark !== '' || !tail)
    for (const recogniser of inOrder) {
      for (const prefix of prefixes) {
        const mention = recogniser(sites, start, prefix)
        if (mention !== undefined && !hidesName(sites, mention, named)) return mention
      }
    }
    return undefined
  }

  const mentions = (sites: Sites): Mention[] => {
    const found: Mention[] = []
    for (let at = 0; at < sites.text.length; ) {
      const mention = recognise(sites, at, found.at(-1)?.end ?? 0)
      if (mention !== undefined) found.push(mention)
      at = mention?.end ?? at + 1
    }
    return found
  }

  const reading = (folded: Folded, question: string, { start, end, certainty, units, rest }: Mention): UnitReading => {
    const from = folded.starts[start] ?? 0
    const until = folded.ends[end - 1] ?? from
    const similar = units.length > 0 ? [] : similarTo(rest)
    return { start: from, end: until, text: question.slice(from, until), certainty, candidates: units, similar }
  }

  return question => {
    const folded = fold(question)
    const sites = createSites(folded.text, regions)
    const own = mentions(sites).map((mention, i, all) => keepAbroad(sites.text, mention, all[i - 1]?.end ?? 0))
    return own
      .map(mention => reading(folded, question, mention))
      .map((unit, i, all) => shareRegion(question, unit, all[i - 1]))
  }
}

/** A tolerant reading must not swallow a name that stands in it: 由省教育厅. */
const hidesName = (sites: Sites, { start, end, units, certainty }: Mention, named: Recogniser): boolean => {
  if (certainty === 'exact' && units.length > 0) return false
  for (let at = start + 1; at < end; at++) {
    for (const prefix of sites.prefixesAt(at)) {
      if (prefix.mark !== '' && (named(sites, at, prefix)?.end ?? 0) >= end) return true
    }
  }
  return false
}

/** 昆山市教育局 is not the 市教育局 of the ledger, wherever 昆山 may be. */
function keepAbroad(text: string, mention: Mention, from: number): Mention {
  if (mention.prefix.region !== undefined || !['市', '县', '区'].includes(mention.prefix.mark)) return mention
  const place = foreignPlace(text, from, mention.start)
  return place === '' ? mention : { ...mention, start: mention.start - place.length, units: [] }
}

/** 市教育局和财政局: a prefix is written once for the whole list. */
function shareRegion(question: string, unit: UnitReading, before: UnitReading | undefined): UnitReading {
  const [first, ...others] = before?.candidates ?? []
  if (before === undefined || first === undefined || others.length > 0 || unit.candidates.length < 2) return unit
  if (!LIST.test(question.slice(before.end, unit.start))) return unit
  const same = unit.candidates.filter(({ region }) => region === first.region)
  return same.length === 0 ? unit : { ...unit, candidates: same }
}
