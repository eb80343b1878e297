import type { Duty } from '../search/duties.ts'
import type { Ledger } from '../search/ledger.ts'
import { intersect, noTasks, subtract, type TaskSet, unite } from '../search/task-set.ts'
import type { UnitRef } from '../units/unit.ts'
import type { Role, Slots, UnitTerm } from './slots.ts'

const ROLE_DUTIES: Readonly<Record<Role, readonly Duty[]>> = {
  lead: ['lead'],
  support: ['support'],
  charge: ['lead', 'responsible'],
  any: ['lead', 'support', 'responsible'],
}

/** Tasks in which a unit plays a role. */
export function tasksInRole(ledger: Ledger, unit: UnitRef, role: Role): TaskSet {
  return ROLE_DUTIES[role].map(duty => ledger.tasksOf(unit.key, duty)).reduce(unite, noTasks)
}

/** Tasks in which any of the units, by their keys, plays any role. */
export const tasksOfUnits = (ledger: Ledger, keys: readonly string[]): TaskSet =>
  keys.flatMap(key => ROLE_DUTIES.any.map(duty => ledger.tasksOf(key, duty))).reduce(unite, noTasks)

/** The tasks of the units a question names. */
export interface UnitSelection {
  readonly tasks: TaskSet
  /** The unit each term was taken to mean, in the order of the terms; null: none of the ledger's. */
  readonly units: readonly (UnitRef | null)[]
  /** Several units fit a term equally well: the person has to say which. */
  readonly unclear: { readonly term: UnitTerm; readonly choices: readonly UnitRef[] } | null
}

/** Keeps those of the tasks in which the units play their roles; all of them where no unit is named. */
export function selectUnits(ledger: Ledger, slots: Slots, tasks: TaskSet): UnitSelection {
  if (slots.units.length === 0) return { tasks, units: [], unclear: null }
  const settled = settleAll(ledger, slots, tasks)
  const unclear = settled.find(({ choices, term }) => choices.length > 1 && !term.except)
  const units = settled.map(({ unit }) => unit)
  if (unclear) return { tasks: unclear.tasks, units, unclear: { term: unclear.term, choices: unclear.choices } }
  const sets = settled.map(({ tasks: own }) => own)
  const wanted = sets.filter((_, i) => slots.units[i]?.except === false)
  const joined = slots.unitLogic === 'all' ? wanted.reduce(intersect, tasks) : wanted.reduce(unite, noTasks)
  const base = wanted.length === 0 ? tasks : joined
  const left = sets.filter((_, i) => slots.units[i]?.except === true).reduce(subtract, base)
  return { tasks: left, units, unclear: null }
}

/** Of several units in one task, those whose names are clear tell which of the others can be meant. */
function settleAll(ledger: Ledger, slots: Slots, tasks: TaskSet) {
  const clear = slots.units.map(term => (term.candidates.length > 1 ? null : settle(ledger, slots, term, tasks)))
  const together =
    slots.unitLogic === 'all' ? clear.flatMap(found => (found && !found.term.except ? [found.tasks] : [])) : []
  const within = together.reduce(intersect, tasks)
  return slots.units.map((term, i) => clear[i] ?? settle(ledger, slots, term, term.except ? tasks : within))
}

/** Takes the one candidate that has such tasks; several that have are a question back. */
function settle(ledger: Ledger, slots: Slots, term: UnitTerm, tasks: TaskSet) {
  const role = term.role ?? slots.role ?? 'any'
  const sets = term.candidates.map(unit => ({ unit, tasks: intersect(tasksInRole(ledger, unit, role), tasks) }))
  const withTasks = sets.filter(set => set.tasks.length > 0)
  const best = withTasks[0] ?? sets[0]
  const choices = withTasks.length > 1 && !term.together ? withTasks.map(({ unit }) => unit) : []
  const all = withTasks.map(set => set.tasks).reduce(unite, noTasks)
  return { term, unit: best?.unit ?? null, tasks: withTasks.length > 1 ? all : (best?.tasks ?? noTasks), choices }
}
