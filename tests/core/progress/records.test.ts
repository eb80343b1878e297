import { describe, expect, it } from 'vitest'
import { createRecords } from '../../../src/core/progress/records.ts'
import { ENERGY, entry, TASK } from './entries.ts'

const recordsOf = (...entries: Parameters<ReturnType<typeof createRecords>['add']>[0]) => {
  const records = createRecords({ admins: ['feishu:ou_admin'] })
  for (const one of entries) records.add([one])
  return records
}

describe('the records of a task', () => {
  it('are empty where nobody has said anything', () => {
    expect(recordsOf().task(TASK)).toMatchObject({ stage: 'not-started', reports: [], updatedAt: null })
  })

  it('keep what the main unit reports apart from notes of others', () => {
    const [report, note] = [entry.report(), entry.report({ role: 'note', unit: '山东省/省财政厅' })]
    expect(recordsOf(report, note).task(TASK)).toMatchObject({
      reports: [report],
      notes: [note],
      history: [report, note],
    })
  })

  it('a withdrawal undoes what the report had led to, and both stay in the history', () => {
    const report = entry.report({ declaresDone: true })
    const withdrawal = entry.withdrawal({ reportId: report.id })
    const { stage, reports, history } = recordsOf(report, withdrawal).task(TASK)
    expect({ stage, reports, history }).toEqual({ stage: 'not-started', reports: [], history: [report, withdrawal] })
  })

  it('a correction takes the place of what it corrects', () => {
    const first = entry.report({ percent: 76 })
    const second = entry.report({ percent: 70, supersedes: first.id })
    expect(recordsOf(first, second).task(TASK)).toMatchObject({ reports: [second], history: [first, second] })
  })

  it('know the extension that is asked for, and the last that was given', () => {
    const [first, second] = [entry.extension(), entry.extension({ until: '2023-10-31' })]
    const records = recordsOf(first, entry.decision({ extensionId: first.id }), second)
    expect(records.task(TASK)).toMatchObject({ askedExtension: second, extendedTo: '2023-09-30' })
    records.add([entry.decision({ extensionId: second.id, isApproved: false, reason: '理由不足' })])
    expect(records.task(TASK)).toMatchObject({ askedExtension: null, extendedTo: '2023-09-30' })
  })

  it('keep a problem open until it is solved', () => {
    const report = entry.report({ problem: '资金未到位' })
    const records = recordsOf(report, entry.step({ problemId: report.id }))
    expect(records.problem(report.id)).toMatchObject({ isOpen: true, steps: [{ text: '已协调省财政厅' }] })
    records.add([entry.step({ problemId: report.id, step: 'solve' })])
    expect(records.problem(report.id)?.isOpen).toBe(false)
  })

  it('a withdrawn report takes its problem with it', () => {
    const report = entry.report({ problem: '资金未到位' })
    expect(recordsOf(report, entry.withdrawal({ reportId: report.id })).task(TASK).problems).toEqual([])
  })
})

describe('the records of people', () => {
  it('know administrators by configuration', () => {
    expect([...recordsOf().person('feishu:ou_admin').roles]).toEqual(['admin'])
    expect(recordsOf().people()).toMatchObject([{ id: 'feishu:ou_admin' }])
  })

  it.each([
    ['approved', [ENERGY]],
    ['requested', []],
    ['rejected', []],
    ['revoked', []],
  ] as const)('a binding that is %s gives units %s', (standing, units) => {
    expect(recordsOf(entry.binding({ standing })).person('feishu:ou_energy').units).toEqual(units)
  })

  it('the last word about each unit counts', () => {
    const records = recordsOf(
      entry.binding(),
      entry.binding({ unit: '山东省/省科技厅' }),
      entry.binding({ standing: 'revoked' }),
    )
    expect(records.person('feishu:ou_energy').units).toEqual(['山东省/省科技厅'])
  })

  it('roles without a unit', () => {
    const records = recordsOf(entry.binding({ role: 'office', unit: null, person: 'feishu:ou_office' }))
    expect([...records.person('feishu:ou_office').roles]).toEqual(['office'])
  })
})

describe('the records of a chat', () => {
  const chat = (standing: 'requested' | 'approved' | 'rejected' | 'revoked') => ({
    kind: 'chat-unit' as const,
    id: `c-${standing}`,
    at: '2023-06-01T09:00:00+08:00',
    by: 'feishu:ou_energy',
    chat: 'feishu:oc_1',
    unit: ENERGY,
    standing,
  })

  it('are its unit’s once that is approved', () => {
    const records = recordsOf(chat('requested'))
    expect(records.chat('feishu:oc_1')).toMatchObject({ unit: null, requestedUnit: { unit: ENERGY } })
    records.add([chat('approved')])
    expect(records.chat('feishu:oc_1')).toMatchObject({ unit: ENERGY, requestedUnit: null })
    expect(records.chatsOf(ENERGY)).toEqual(['feishu:oc_1'])
    records.add([chat('revoked')])
    expect(records.chatsOf(ENERGY)).toEqual([])
  })
})

it('counts its entries', () => {
  expect(recordsOf(entry.report(), entry.report(), entry.binding()).seen).toBe(3)
})
