import type { Ledger } from '../search/ledger.ts'
import type { UnitRef } from '../units/unit.ts'

/** What a unit does in a task: its people set progress (`main`), or add a note of their own (`support`). */
export type Part = 'main' | 'support'

/** Keys of the units that answer for a task: those that lead, else those responsible where nobody is named lead. */
export function mainUnits(ledger: Ledger, taskId: string): readonly UnitRef[] {
  const lists = unitsIn(ledger, taskId)
  const leads = lists.leads()
  return leads.length > 0 ? leads : lists.responsible()
}

/** The part a unit has in a task; null where it has none. */
export function partOf(ledger: Ledger, taskId: string, unitKey: string): Part | null {
  const lists = unitsIn(ledger, taskId)
  const leads = lists.leads()
  const responsible = lists.responsible()
  const has = (units: readonly UnitRef[]) => units.some(({ key }) => key === unitKey)
  if (has(leads.length > 0 ? leads : responsible)) return 'main'
  return has(lists.supporting()) || has(responsible) ? 'support' : null
}

type Units = () => readonly UnitRef[]

/** Each looked up when it is asked for: most want one of them. */
interface UnitsIn {
  readonly leads: Units
  readonly responsible: Units
  readonly supporting: Units
}

const NONE: Units = () => []

function unitsIn(ledger: Ledger, taskId: string): UnitsIn {
  const number = ledger.numberOf(taskId)
  const task = number === null ? undefined : ledger.tasks[number]
  if (number === null || !task) return { leads: NONE, responsible: NONE, supporting: NONE }
  const { document } = ledger.entryOf(number)
  const refs = (names: readonly string[]) => names.map(name => ledger.units.refOf(name, document))
  return {
    leads: () => refs(task.leadUnits),
    responsible: () => refs(task.responsibleUnits),
    supporting: () => refs(task.supportingUnits),
  }
}

/** A unit's name by its key; the key's own end where the ledger has it no more. */
export const unitName = (ledger: Ledger, key: string): string =>
  ledger.units.units.find(unit => unit.key === key)?.name ?? key.slice(key.indexOf('/') + 1)
