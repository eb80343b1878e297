import type { Task } from '../../model.ts'
import type { Slots } from '../slots.ts'

const ROLE_LISTS = [
  ['牵头', 'leadUnits'],
  ['参与', 'supportingUnits'],
  ['责任单位（没有写明牵头）', 'responsibleUnits'],
] as const satisfies readonly (readonly [string, keyof Task])[]

/** Units by role as the document writes them: 牵头：省能源局. One line per role that is filled. */
export function roleLines(task: Task): readonly string[] {
  const lines = ROLE_LISTS.map(([role, list]) => [role, task[list]] as const)
    .filter(([, units]) => units.length > 0)
    .map(([role, units]) => `${role}：${units.join('、')}`)
  return lines.length > 0 ? lines : ['文件没有写明责任单位。']
}

/** Units named before 等…家. */
const NAMED = 3

/** Who answers for a task, in a few words: 省能源局牵头, 县公安局等5家负责. */
export function shortDuty({ leadUnits, responsibleUnits }: Task): string {
  const [units, role] = leadUnits.length > 0 ? [leadUnits, '牵头'] : [responsibleUnits, '负责']
  if (units.length === 0) return '没有写明责任单位'
  const more = units.length > NAMED ? `等${units.length}家` : ''
  return `${units.slice(0, NAMED).join('、')}${more}${role}`
}

/** How the words were read, where they were not the unit's own name: （“教育厅”按“省教育厅”理解）. */
export function readingNotes(slots: Slots, names: readonly (string | null)[]): readonly string[] {
  const readings = slots.units.flatMap((term, i) => {
    const name = names[i]
    return name && name !== term.text && !term.together ? [`（“${term.text}”按“${name}”理解）`] : []
  })
  return [...new Set(readings)]
}
