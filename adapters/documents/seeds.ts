import { readFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import { UnitEntry } from '../../src/core/model.ts'
import { WorkdayCorrections } from '../../src/core/supervision/work-calendar.ts'

/** The project's own `seeds/`. */
const SEEDS = new URL('../../seeds/', import.meta.url)

const KeyTerms = z.record(z.string(), z.record(z.string(), z.array(z.string())))

/** What the project knows before any document is read. */
export interface Seeds {
  /** 机构: names, short names, former names. */
  readonly units: readonly UnitEntry[]
  /** 关键词 of the seed documents, by digest of the text and task id. */
  readonly keyTerms: z.infer<typeof KeyTerms>
  /** 调休 that the calendar's package does not know yet. */
  readonly workdays: WorkdayCorrections
}

/** Reads and checks `units.json`, `key-terms.json` and `workdays.json`. */
export async function readSeeds(): Promise<Seeds> {
  const [units, keyTerms, workdays] = await Promise.all(NAMES.map(readJson))
  return {
    units: z.array(UnitEntry).parse(units),
    keyTerms: KeyTerms.parse(keyTerms),
    workdays: WorkdayCorrections.parse(workdays),
  }
}

const NAMES = ['units.json', 'key-terms.json', 'workdays.json'] as const

const readJson = async (name: string): Promise<unknown> => JSON.parse(await readFile(new URL(name, SEEDS), 'utf8'))
