import { describe, expect, it } from 'vitest'
import { select } from '../../../src/core/dialog/select.ts'
import { understand } from '../../../src/core/dialog/understand.ts'
import type { PolicyDocument, Task } from '../../../src/core/model.ts'
import { ledger, TODAY } from './seed-ledger.ts'

type Test = (task: Task, document: PolicyDocument) => boolean

const leads =
  (unit: string): Test =>
  ({ leadUnits }) =>
    leadUnits.includes(unit)
const supports =
  (unit: string): Test =>
  ({ supportingUnits }) =>
    supportingUnits.includes(unit)
const charged =
  (unit: string): Test =>
  ({ responsibleUnits }) =>
    responsibleUnits.includes(unit)
const speaksOf =
  (words: string): Test =>
  ({ title, body }) =>
    `${title}。${body}`.includes(words)
const of =
  (id: string): Test =>
  (_, document) =>
    document.id === id
const at =
  (level: string): Test =>
  (_, document) =>
    document.level === level
const both =
  (...tests: readonly Test[]): Test =>
  (task, document) =>
    tests.every(test => test(task, document))
const either =
  (...tests: readonly Test[]): Test =>
  (task, document) =>
    tests.some(test => test(task, document))
const not =
  (test: Test): Test =>
  (task, document) =>
    !test(task, document)
const dueBetween =
  (from: string, to: string): Test =>
  ({ deadlines }) =>
    deadlines.some(({ date, certainty }) => certainty === 'stated' && date !== null && date >= from && date <= to)

const PLAN = '鲁政办字〔2023〕5号'
const SCHOOLS = '鲁政发〔2023〕6号'
const CITY = '淄政发〔2022〕2号'
const COUNTY = '高政办字〔2024〕12号'

const selected = (question: string, today = TODAY) => select(ledger, understand(question, { ledger, today }))
const idsOf = (tasks: Iterable<number>) => [...tasks].map(task => ledger.tasks[task]?.id)
const filtered = (test: Test) =>
  ledger.tasks.filter((task, number) => test(task, ledger.entryOf(number).document)).map(({ id }) => id)

describe('the tasks that fit a question', () => {
  it.each<[string, Test]>([
    ['省教育厅牵头哪些任务', leads('省教育厅')],
    ['省教育厅参与哪些任务', supports('省教育厅')],
    ['省教育厅负责哪些任务', either(leads('省教育厅'), charged('省教育厅'))],
    ['省教育厅有哪些任务', either(leads('省教育厅'), supports('省教育厅'), charged('省教育厅'))],
    ['省教育厅、省科技厅牵头的任务', either(leads('省教育厅'), leads('省科技厅'))],
    ['省工业和信息化厅和省大数据局共同牵头的任务', both(leads('省工业和信息化厅'), leads('省大数据局'))],
    ['省能源局牵头、省发展改革委参与的任务', both(leads('省能源局'), supports('省发展改革委'))],
    ['省发展改革委参与但不牵头的任务', both(supports('省发展改革委'), not(leads('省发展改革委')))],
    ['省发展改革委牵头、省能源局没有参与的任务', both(leads('省发展改革委'), not(supports('省能源局')))],
    ['省教育厅在鲁政发6号里牵头的任务', both(leads('省教育厅'), of(SCHOOLS))],
    ['5号文和6号文里省教育厅牵头的任务', both(leads('省教育厅'), either(of(PLAN), of(SCHOOLS)))],
    ['县级任务', at('county')],
    ['高青县的任务', of(COUNTY)],
    ['省里没有牵头单位的任务', both(at('province'), ({ leadUnits }) => leadUnits.length === 0)],
    [
      '淄博市有时限的任务',
      both(of(CITY), ({ deadlines }) => deadlines.some(({ certainty }) => certainty === 'stated')),
    ],
    ['省商务厅牵头的没有指标的任务', both(leads('省商务厅'), ({ targets }) => targets.length === 0)],
    ['鲁政办字5号第七部分的任务', both(of(PLAN), ({ path }) => path[0]?.startsWith('七、') === true)],
    ['鲁政办字5号27到34条', both(of(PLAN), ({ ordinal }) => Number(ordinal) >= 27 && Number(ordinal) <= 34)],
    ['鲁政办字5号最后一条', both(of(PLAN), ({ ordinal }) => ordinal === '116')],
    ['淄政发2号二（一）的任务', both(of(CITY), ({ ordinal }) => ordinal.startsWith('二（一）'))],
    ['提到高标准农田的任务', speaksOf('高标准农田')],
    ['省里提到核电的任务', both(at('province'), speaksOf('核电'))],
    ['年底前要完成的任务', dueBetween(TODAY, '2023-12-31')],
    ['2025年底到期的任务', dueBetween('2025-12-01', '2025-12-31')],
    [
      '汛期前要完成的任务',
      ({ deadlines }) => deadlines.some(({ date, text }) => date === null && text.includes('汛期')),
    ],
  ])('%s', (question, test) => {
    const { tasks, ranked, emptiedBy } = selected(question)
    expect(idsOf(tasks).toSorted()).toEqual(filtered(test).toSorted())
    expect(tasks.length).toBeGreaterThan(0)
    expect([...ranked].toSorted((a, b) => a - b)).toEqual([...tasks])
    expect(emptiedBy).toBeNull()
  })

  it.each([
    ['省教育厅和省能源局共同牵头的任务', 'unit'],
    ['济南市科技局牵头的任务', 'unit'],
    ['量子计算机的任务', 'topic'],
    ['鲁政办字5号第117条', 'ordinal'],
    ['高青县三季度要完成的任务', 'due'],
    ['指标超过9000万千瓦的任务', 'quantity'],
    ['鲁政办字5号第十九部分的任务', 'section'],
    ['国家级的任务', 'place'],
  ])('%s: nothing is left after the %s', (question, slot) => {
    const { tasks, emptiedBy } = selected(question)
    expect([tasks.length, emptiedBy]).toEqual([0, slot])
  })

  it('come best first where a topic ranks them', () => {
    const { ranked } = selected('跨境电商')
    expect(ledger.tasks[ranked[0] ?? -1]?.title).toContain('跨境电商')
  })

  it('are of other years where the own year has none, and it says so', () => {
    expect(selected('省里6月底前要完成的任务', '2024-03-01')).toMatchObject({ otherYears: true, emptiedBy: null })
    expect(selected('省里6月底前要完成的任务', '2023-03-01')).toMatchObject({ otherYears: false, emptiedBy: null })
    expect(selected('省里2024年6月底前要完成的任务', '2024-03-01').tasks).toHaveLength(0)
  })
})

describe('a short form of several units', () => {
  it('is unclear where several have such tasks', () => {
    const { unclear } = selected('发改委参与哪些任务')
    expect(unclear?.choices.map(({ name }) => name)).toEqual(['省发展改革委', '市发展改革委'])
  })

  it.each([
    ['发改委牵头哪些任务', '省发展改革委'],
    ['市里的发改委参与哪些任务', '市发展改革委'],
    ['鲁政办字5号里发改委参与哪些任务', '省发展改革委'],
  ])('is the one that has: %s', (question, name) => {
    const { unclear, units } = selected(question)
    expect([unclear, units.map(unit => unit?.name)]).toEqual([null, [name]])
  })
})
