import type { UnitEntry } from '../model.ts'
import { createCatalogue } from './catalogue.ts'
import { createReader } from './reader.ts'
import { createRegionTable, type Region } from './regions.ts'
import { createRegister, type LedgerName } from './register.ts'
import type { UnitDirectory } from './unit.ts'

/**
 * The directory of a ledger. `entries` is `seeds/units.json`; `ledgerNames` are the names in the unit lists of the
 * ledger's documents, in their order and as often as they occur.
 */
export function createUnitDirectory(entries: readonly UnitEntry[], ledgerNames: Iterable<LedgerName>): UnitDirectory {
  const names = distinct(ledgerNames)
  const regions = createRegionTable(documentRegions(names))
  const register = createRegister(names, { catalogue: createCatalogue(entries, regions), regions })
  const read = createReader(register, regions)
  return { units: register.units, refOf: register.refOf, read }
}

function distinct(names: Iterable<LedgerName>): readonly LedgerName[] {
  const seen = new Map<string, LedgerName>()
  for (const entry of names) {
    const key = `${entry.region}/${entry.name}`
    if (!seen.has(key)) seen.set(key, entry)
  }
  return [...seen.values()]
}

/** The regions that issue the documents: any county may be among them, listed or not. */
function documentRegions(names: readonly LedgerName[]): readonly Region[] {
  const byName = new Map(names.map(({ region, level }) => [region, level]))
  return [...byName].filter(([name]) => name !== '').map(([name, level]) => ({ name, level, parent: '' }))
}
