import { describe, expect, it } from 'vitest'
import type { Deadline, Target, Task } from '../../../src/core/model.ts'
import { type Flag, flagLookup } from '../../../src/core/search/flags.ts'

const bare: Task = {
  id: '甲#1',
  documentId: '甲',
  ordinal: '1',
  path: [],
  title: '',
  body: '',
  leadUnits: [],
  supportingUnits: [],
  responsibleUnits: [],
  responsibilityText: '',
  deadlines: [],
  targets: [],
  span: [0, 1],
}
const stated: Deadline = { text: '年底前', date: '2023-12-31', certainty: 'stated', clause: '', span: [0, 1], rule: '' }
const target: Target = { text: '', metric: '', comparator: '=', value: 1, unit: '家', span: [0, 1], rule: '' }

const tasks: readonly Task[] = [
  bare,
  { ...bare, leadUnits: ['省教育厅'] },
  { ...bare, leadUnits: ['省教育厅', '省科技厅'], supportingUnits: ['省财政厅'] },
  { ...bare, responsibleUnits: ['县水利局'], targets: [target] },
  { ...bare, leadUnits: ['省能源局'], deadlines: [stated], targets: [target] },
  { ...bare, deadlines: [{ ...stated, certainty: 'implied' }] },
  { ...bare, deadlines: [{ ...stated, date: null, text: '汛期前' }] },
]

describe('the tasks with a property', () => {
  it.each<[Flag, readonly number[]]>([
    ['no-lead', [0, 3, 5, 6]],
    ['sole-lead', [1, 4]],
    ['no-unit', [0, 5, 6]],
    ['no-support', [0, 1, 3, 4, 5, 6]],
    ['has-support', [2]],
    ['no-target', [0, 1, 2, 5, 6]],
    ['has-target', [3, 4]],
    ['no-deadline', [0, 1, 2, 3, 5]],
    ['has-deadline', [4, 6]],
  ])('%s: %j', (flag, numbers) => {
    const having = flagLookup(tasks)
    expect([...having(flag)]).toEqual(numbers)
    expect([...having(flag)]).toEqual(numbers)
  })

  it('are none of none', () => {
    expect([...flagLookup([])('no-lead')]).toEqual([])
  })
})
