import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/app/import-document.ts'
import { openLedger } from '../../src/app/open-ledger.ts'
import { createMemoryStore } from '../contracts/memory-store.ts'
import { documents, units } from '../core/dialog/seed-ledger.ts'

const noSegmenter = async () => null
const idsOf = async (sources: Omit<Parameters<typeof openLedger>[0], 'units'>) =>
  (await openLedger({ ...sources, units })).documents.map(({ document }) => document.id)

describe('the ledger of files and imports', () => {
  const order = [
    '鲁政办字〔2023〕5号',
    '鲁政发〔2023〕6号',
    '鲁教工委发〔2023〕1号',
    '淄政发〔2022〕2号',
    '高政办字〔2024〕12号',
  ]

  it('goes from the province down, the older first, one without a date last in its level', async () => {
    expect(await idsOf({ documents })).toEqual(order)
    expect(await idsOf({ documents: documents.toReversed() })).toEqual(order)
  })

  it('has the imported documents among the files', async () => {
    const store = createMemoryStore()
    for (const document of documents.slice(0, 2)) await importDocument(document, { store, openSegmenter: noSegmenter })
    expect(await idsOf({ documents: documents.slice(2), store })).toEqual(order)
    expect(await idsOf({ documents: [], store })).toHaveLength(2)
  })

  it('has a document once: the import stands, not the file', async () => {
    const store = createMemoryStore()
    const [first] = documents
    if (!first) throw new RangeError('no document')
    const shorter = { ...first, text: first.text.slice(0, first.text.length / 2) }
    const { parsed, text } = await importDocument(shorter, { store, openSegmenter: noSegmenter })
    const ledger = await openLedger({ documents, store, units })
    expect(ledger.documents.map(({ document }) => document.id).toSorted()).toEqual(order.toSorted())
    const entry = ledger.documents.find(({ document }) => document.id === parsed.document.id)
    expect([entry?.text, (entry?.end ?? 0) - (entry?.start ?? 0)]).toEqual([text, parsed.tasks.length])
  })

  it('is empty without any', async () => {
    expect(await idsOf({ documents: [], store: createMemoryStore() })).toEqual([])
  })
})
