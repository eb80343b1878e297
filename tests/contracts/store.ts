import { describe, expect, it } from 'vitest'
import type { LedgerDocument, Store } from '../../src/core/ports.ts'

/** A document as the importer hands it over: one task with one deadline and one target. */
export function ledgerDocument(id: string, text = `${id}全文`): LedgerDocument {
  return {
    digest: `sha256 of ${text}`,
    text,
    parsed: {
      document: {
        id,
        number: id,
        title: '关于“督办”的通知\u2028',
        issuers: ['某省人民政府'],
        issuedOn: '2023-01-12',
        level: 'province',
        region: '某省',
        publicity: null,
        rules: [],
        sections: [{ ordinal: '一、', title: '总体', path: [], span: [0, 2] }],
      },
      tasks: [
        {
          id: `${id}#1`,
          documentId: id,
          ordinal: '1',
          path: ['一、总体'],
          title: '建成十座码头。',
          body: '6月底前建成码头3-5座。',
          leadUnits: ['省交通运输厅'],
          supportingUnits: [],
          responsibleUnits: [],
          responsibilityText: '（省交通运输厅牵头）',
          deadlines: [
            { text: '6月底前', date: null, certainty: 'implied', clause: '建成', span: [0, 4], rule: 'month-end' },
          ],
          targets: [
            {
              text: '3-5座',
              metric: '码头',
              comparator: '=',
              value: 3,
              valueMax: 5,
              unit: '座',
              span: [4, 8],
              rule: 'range',
            },
          ],
          span: [0, 8],
        },
      ],
      doubts: [{ code: 'no-lead', message: '没有牵头单位', span: [0, 2] }],
    },
    keyTerms: { [`${id}#1`]: ['码头', '泊位'] },
  }
}

/** A store under test: `open` again shows what a restarted process would see. */
export interface StoreSubject {
  open(): Promise<Store>
  /** Why what was stored is gone after `open`, where that is as it should be. */
  readonly forgets?: string
}

/** What every store does. Call it with a maker of fresh, empty subjects. */
export function storeContract(name: string, createSubject: () => StoreSubject | Promise<StoreSubject>): void {
  describe(`${name} keeps the Store contract`, () => {
    it('starts without documents', async () => {
      const store = await (await createSubject()).open()
      expect(await store.documents()).toEqual([])
    })

    it('gives documents back as they were, in order of import', async () => {
      const store = await (await createSubject()).open()
      const imported = ['乙〔2023〕2号', '甲〔2023〕1号', '丙〔2023〕3号'].map(id => ledgerDocument(id))
      for (const document of imported) await store.putDocument(document)
      expect(await store.documents()).toEqual(imported)
    })

    it('replaces a document of the same id where it stands', async () => {
      const store = await (await createSubject()).open()
      const [first, second] = [ledgerDocument('甲〔2023〕1号'), ledgerDocument('乙〔2023〕2号')]
      const corrected = ledgerDocument('甲〔2023〕1号', '更正后的全文')
      for (const document of [first, second, corrected]) await store.putDocument(document)
      expect(await store.documents()).toEqual([corrected, second])
    })

    it('loses nothing when documents are put at the same time', async () => {
      const store = await (await createSubject()).open()
      const imported = Array.from({ length: 20 }, (_, serial) => ledgerDocument(`甲〔2023〕${serial}号`))
      await Promise.all(imported.map(document => store.putDocument(document)))
      expect(await store.documents()).toEqual(imported)
    })

    it('does not change a list that was already handed out', async () => {
      const store = await (await createSubject()).open()
      const before = await store.documents()
      await store.putDocument(ledgerDocument('甲〔2023〕1号'))
      expect(before).toEqual([])
    })

    it('still has after a restart what it said was put', async ({ skip }) => {
      const subject = await createSubject()
      skip(subject.forgets !== undefined, subject.forgets)
      const imported = ['甲〔2023〕1号', '乙〔2023〕2号'].map(id => ledgerDocument(id))
      const store = await subject.open()
      for (const document of imported) await store.putDocument(document)
      expect(await (await subject.open()).documents()).toEqual(imported)
    })
  })
}
