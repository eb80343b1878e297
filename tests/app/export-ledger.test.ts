import { describe, expect, it } from 'vitest'
import { type ExportChoice, exportLedger } from '../../src/app/export-ledger.ts'
import { progressByDay } from '../../src/app/progress-by-day.ts'
import { createMemoryStore } from '../contracts/memory-store.ts'
import { ledger, TODAY } from '../core/dialog/seed-ledger.ts'
import { entry } from '../core/progress/entries.ts'

const store = createMemoryStore()
await store.append([entry.report({ text: '已完成选址' })], { seen: 0 })
const progressOn = await progressByDay(ledger, store)
const exported = (choice: ExportChoice, day = TODAY) => exportLedger(choice, ledger, progressOn(day))

describe('an exported ledger', () => {
  it('is all of it where nothing is named', () => {
    expect(exported({})).toMatchObject({ title: '督办台账', rows: { length: 276 } })
  })

  it('is what a unit has a part in', () => {
    const { title, rows } = exported({ unit: '省发改委' })
    expect(title).toBe('省发展改革委台账')
    expect(rows.length).toBeGreaterThan(1)
    const units = rows.map(row => [...row.leadUnits, ...row.supportingUnits, ...row.responsibleUnits])
    expect(units.filter(names => !names.includes('省发展改革委'))).toEqual([])
  })

  it('is one document, or what both names share', () => {
    const document = exported({ document: '5号文' })
    const both = exported({ document: '5号文', unit: '省能源局' })
    expect(new Set(document.rows.map(row => row.documentNumber))).toEqual(new Set(['鲁政办字〔2023〕5号']))
    expect(both.title).toBe('鲁政办字〔2023〕5号省能源局台账')
    expect(both.rows.length).toBeLessThan(exported({ unit: '省能源局' }).rows.length + 1)
    expect(both.rows.length).toBeLessThan(document.rows.length)
  })

  it('has the progress of its day', () => {
    const lines = (day: string) => exported({ unit: '省能源局' }, day).rows.filter(row => row.progress === '已完成选址')
    expect(lines('2023-06-01')).toHaveLength(1)
    expect(lines('2023-05-31')).toEqual([])
  })

  it.each([
    ['a unit that is not there', { unit: '省能源句' }, '是不是指“省能源局”'],
    ['a document that is not there', { document: '99号文' }, '现有：鲁政办字〔2023〕5号'],
    ['a name that several documents have', { document: '关于印发' }, '请写全文号'],
    ['a unit that a document does not name', { unit: '省能源局', document: '高政办字〔2024〕12号' }, '没有任务'],
  ])('says what is wrong with %s', (_, choice, reason) => {
    expect(() => exported(choice)).toThrow(reason)
  })
})
