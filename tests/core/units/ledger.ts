import { readdirSync, readFileSync } from 'node:fs'
import { parseDocument } from '../../../src/core/document/parse-document.ts'
import type { UnitEntry } from '../../../src/core/model.ts'
import { createUnitDirectory } from '../../../src/core/units/directory.ts'
import type { LedgerName } from '../../../src/core/units/register.ts'
import type { UnitReading } from '../../../src/core/units/unit.ts'

const seeds = new URL('../../../seeds/', import.meta.url)

export const entries: readonly UnitEntry[] = JSON.parse(readFileSync(new URL('units.json', seeds), 'utf8'))

export const documents = readdirSync(new URL('documents/', seeds)).map(fileName => {
  const text = readFileSync(new URL(`documents/${fileName}`, seeds), 'utf8')
  return { text, ...parseDocument(text, { fileName }) }
})

/** The unit names of the five documents, as their unit lists write them. */
export const ledgerNames: readonly LedgerName[] = documents.flatMap(({ document: { region, level }, tasks }) =>
  tasks
    .flatMap(task => [...task.leadUnits, ...task.supportingUnits, ...task.responsibleUnits])
    .map(name => ({ name, region, level })),
)

export const directory = createUnitDirectory(entries, ledgerNames)

/** `words = candidate / candidate` of each reading, with `~` where it is fuzzy and `∅` where there is no candidate. */
export const shown = (readings: readonly UnitReading[]): string =>
  readings
    .map(({ text, certainty, candidates }) => {
      const units = candidates.map(unit => unit.name).join('/') || '∅'
      return `${text}${certainty === 'fuzzy' ? ' ~ ' : ' = '}${units}`
    })
    .join('; ')
