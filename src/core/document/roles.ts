import type { DocumentRule, Task } from '../model.ts'
import type { Assignment, Draft, NamedUnit } from './draft.ts'

type TaskUnits = Pick<Task, 'leadUnits' | 'supportingUnits' | 'responsibleUnits'>

/** A rule binds from where it is stated; one that stands after everything (a note at the end) binds all of it. */
function isBound(assignment: Assignment, rules: readonly DocumentRule[], closing: boolean): boolean {
  return closing || rules.some(rule => rule.span[0] <= assignment.span[1])
}

/** 列第一位的为牵头部门: where nobody else leads, the first of those responsible does and the rest support. */
function firstLeads(units: readonly NamedUnit[]): readonly NamedUnit[] {
  if (units.some(unit => unit.role === 'lead')) return units
  const first = units.find(unit => unit.role === 'responsible')
  return units.map(unit =>
    unit.role === 'responsible' ? { ...unit, role: unit === first ? 'lead' : 'support' } : unit,
  )
}

/** The three lists of a task: the union of its annotations, each name once in each part. */
export function assignUnits(
  assignments: readonly Assignment[],
  { rules, closing }: { rules: readonly DocumentRule[]; closing: boolean },
): TaskUnits {
  const units = assignments.flatMap(assignment =>
    isBound(assignment, rules, closing) && rules.length > 0 ? firstLeads(assignment.units) : assignment.units,
  )
  const named = (role: NamedUnit['role']): string[] => [
    ...new Set(units.filter(unit => unit.role === role).map(unit => unit.name)),
  ]
  return { leadUnits: named('lead'), supportingUnits: named('support'), responsibleUnits: named('responsible') }
}

/** Whether the rules stand after every annotation. */
export function closesDocument(rules: readonly DocumentRule[], drafts: readonly Draft[]): boolean {
  const first = Math.min(...rules.map(rule => rule.span[0]))
  return rules.length > 0 && drafts.every(draft => draft.assignments.every(assignment => assignment.span[1] < first))
}
