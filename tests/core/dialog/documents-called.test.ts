import { describe, expect, it } from 'vitest'
import { documentsCalled } from '../../../src/core/dialog/documents-called.ts'
import { ledger, TODAY } from './seed-ledger.ts'

describe('the documents that some words name', () => {
  it.each([
    ['鲁政办字〔2023〕5号', ['鲁政办字〔2023〕5号']],
    ['5号文', ['鲁政办字〔2023〕5号']],
    ['鲁政发6号', ['鲁政发〔2023〕6号']],
    ['99号文', []],
    ['天上的云', []],
  ])('%s', (words, ids) => {
    expect(documentsCalled(words, { ledger, today: TODAY })).toEqual(ids)
  })

  it('go by their titles where no number is named', () => {
    const [{ document } = { document: { id: '', title: '' } }] = ledger.documents
    expect(documentsCalled(document.title, { ledger, today: TODAY })).toContain(document.id)
  })
})
