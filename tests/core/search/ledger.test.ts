import { describe, expect, it } from 'vitest'
import type { Task } from '../../../src/core/model.ts'
import { createLedger } from '../../../src/core/search/ledger.ts'
import { ledger } from '../dialog/seed-ledger.ts'

const numbers = (test: (task: Task, number: number) => boolean) =>
  ledger.tasks.flatMap((task, number) => (test(task, number) ? [number] : []))

const LISTS = {
  lead: task => task.leadUnits,
  support: task => task.supportingUnits,
  responsible: task => task.responsibleUnits,
} as const satisfies Readonly<Record<string, (task: Task) => readonly string[]>>
type Duty = keyof typeof LISTS
const DUTIES = ['lead', 'support', 'responsible'] as const satisfies readonly Duty[]

const keysOf = (number: number, duty: Duty): readonly string[] => {
  const task = ledger.tasks[number]
  const { document } = ledger.entryOf(number)
  return task ? [...new Set(LISTS[duty](task).map(name => ledger.units.refOf(name, document).key))] : []
}

describe('the ledger', () => {
  it('has every task once, in the order of its documents', () => {
    expect(ledger.tasks.length).toBe(276)
    expect(new Set(ledger.tasks.map(({ id }) => id)).size).toBe(276)
    expect([...ledger.all]).toEqual(numbers(() => true))
    let end = 0
    for (const entry of ledger.documents) {
      expect(entry.start).toBe(end)
      end = entry.end
    }
    expect(end).toBe(276)
  })

  it('knows the document of each task', () => {
    expect(numbers((task, number) => ledger.entryOf(number).document.id !== task.documentId)).toEqual([])
  })

  it.each(DUTIES)('finds the tasks of a unit by its duty: %s', duty => {
    for (const { key } of ledger.units.units) {
      expect([...ledger.tasksOf(key, duty)]).toEqual(numbers((_, number) => keysOf(number, duty).includes(key)))
    }
  })

  it.each([
    [27, ['鲁政办字〔2023〕5号#27', '高政办字〔2024〕12号#27']],
    [116, ['鲁政办字〔2023〕5号#116']],
    [14, ['鲁政办字〔2023〕5号#14', '鲁政发〔2023〕6号#（十四）', '高政办字〔2024〕12号#14']],
    [117, []],
    [0, []],
  ])('finds the tasks numbered %i', (number, ids) => {
    expect([...ledger.numbered(number)].map(task => ledger.tasks[task]?.id)).toEqual(ids)
  })

  it('finds tasks by the numbers of their targets', () => {
    const firms = ledger.tasksFitting({ comparator: '>=', value: 2000, unit: '家' })
    const many = { 家: 2000, 万家: 0.2 } as const
    const plainly = numbers(({ targets }) =>
      targets.some(({ unit, value }) => (unit === '家' || unit === '万家') && value >= many[unit]),
    )
    expect([...firms]).toEqual(plainly)
    expect(plainly.length).toBeGreaterThan(0)
  })

  it('converts what is measured before it compares', () => {
    const power = (value: number, unit: string) => [...ledger.tasksFitting({ comparator: '>=', value, unit })]
    expect(power(10, 'GW')).toEqual(power(1000, '万千瓦'))
    expect(power(10, 'GW').length).toBeGreaterThan(0)
  })

  it('has nothing for units and duties that are not there', () => {
    expect([...ledger.tasksOf('济南市/市科技局', 'lead')]).toEqual([])
    expect(() => createLedger([], []).entryOf(0)).toThrow(RangeError)
  })

  it('is empty without documents', () => {
    const empty = createLedger([], [])
    expect([empty.tasks, empty.documents, [...empty.all], [...empty.having('no-lead')]]).toEqual([[], [], [], []])
  })

  it('works out key terms where none came with the import', () => {
    const number = ledger.tasks.findIndex(({ id }) => id === '鲁政办字〔2023〕5号#1')
    expect(ledger.keyTermsOf(number).join()).toContain('崂山实验室')
    expect(ledger.keyTermsOf(9999)).toEqual([])
  })
})
