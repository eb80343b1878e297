import type { Level, ParsedDocument, Task } from '../model.ts'
import type { UnitDirectory } from '../units/unit.ts'
import { noTasks, type TaskSet } from './task-set.ts'

/** 牵头 · 参与 · 责任（没有写明牵头） */
export type Duty = 'lead' | 'support' | 'responsible'

const UNIT_LISTS = {
  lead: 'leadUnits',
  support: 'supportingUnits',
  responsible: 'responsibleUnits',
} as const satisfies Record<Duty, keyof Task>

const DUTIES: readonly Duty[] = ['lead', 'support', 'responsible']

/** Every name in the unit lists of the documents, once a document. */
export function* unitNames(
  documents: readonly ParsedDocument[],
): Generator<{ readonly name: string; readonly region: string; readonly level: Level }> {
  for (const { document, tasks } of documents) {
    const { region, level } = document
    const names = new Set(tasks.flatMap(task => DUTIES.flatMap(duty => task[UNIT_LISTS[duty]])))
    for (const name of names) yield { name, region, level }
  }
}

/** Looks up the tasks in which a unit has a duty, by the unit's key. */
export function dutyLookup(documents: readonly ParsedDocument[], units: UnitDirectory) {
  const lists = new Map<string, Record<Duty, Set<number>>>()
  let number = 0
  for (const { document, tasks } of documents) {
    const keyOf = keysWithin(document, units)
    for (const task of tasks) {
      for (const duty of DUTIES) {
        for (const name of task[UNIT_LISTS[duty]]) dutiesOf(lists, keyOf(name))[duty].add(number)
      }
      number++
    }
  }
  const sets = new Map([...lists].map(([key, duties]) => [key, toSets(duties)] as const))
  return (unitKey: string, duty: Duty): TaskSet => sets.get(unitKey)?.[duty] ?? noTasks
}

/** Looks a name up once a document. */
function keysWithin(document: ParsedDocument['document'], units: UnitDirectory): (name: string) => string {
  const known = new Map<string, string>()
  return name => {
    const key = known.get(name) ?? units.refOf(name, document).key
    known.set(name, key)
    return key
  }
}

function dutiesOf(lists: Map<string, Record<Duty, Set<number>>>, key: string): Record<Duty, Set<number>> {
  const duties = lists.get(key) ?? { lead: new Set(), support: new Set(), responsible: new Set() }
  lists.set(key, duties)
  return duties
}

const toSets = ({ lead, support, responsible }: Record<Duty, Set<number>>): Record<Duty, TaskSet> => ({
  lead: Uint32Array.from(lead),
  support: Uint32Array.from(support),
  responsible: Uint32Array.from(responsible),
})
