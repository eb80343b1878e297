import type { Ledger } from '../../search/ledger.ts'
import type { Slots } from '../slots.ts'

/** Units by role as the document writes them: 牵头：省能源局. One line per role that is filled. */
export function roleLines(ledger: Ledger, task: number): readonly string[] {
  const { leadUnits = [], supportingUnits = [], responsibleUnits = [] } = ledger.tasks[task] ?? {}
  const roles = [
    ['牵头', leadUnits],
    ['参与', supportingUnits],
    ['责任单位（没有写明牵头）', responsibleUnits],
  ] as const
  const lines = roles.filter(([, units]) => units.length > 0).map(([role, units]) => `${role}：${units.join('、')}`)
  return lines.length > 0 ? lines : ['文件没有写明责任单位。']
}

/** How the words were read, where they were not the unit's own name: （“教育厅”按“省教育厅”理解）. */
export function readingNotes(slots: Slots, names: readonly (string | null)[]): readonly string[] {
  const readings = slots.units.flatMap((term, i) => {
    const name = names[i]
    return name && name !== term.text ? [`（“${term.text}”按“${name}”理解）`] : []
  })
  return [...new Set(readings)]
}
