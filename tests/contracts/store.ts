import { describe, expect, it } from 'vitest'
import type { Accepted, LedgerDocument, Store, Term } from '../../src/core/ports.ts'

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

/** Something received, as a platform's adapter hands it over. */
export function accepted(id: string, kind: Accepted['kind'] = 'message'): Accepted {
  const speaker = { chat: '督查群', person: '王' }
  const to = { ...speaker, messageId: id, inThread: false, chatType: 'group' } as const
  const received = { id, speaker, to }
  return kind === 'message' ? { kind, ...received, text: `省教育厅牵头哪些任务\u2028“${id}”` } : { kind, ...received }
}

const HOUR = 60 * 60 * 1000

/** From so many hours after nine o'clock, for eight hours. */
const from = (hours: number): Term => ({
  now: new Date(Date.parse('2023-06-01T09:00:00+08:00') + hours * HOUR),
  forMs: 8 * HOUR,
})

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

    it('lets one of many claims have a key', async () => {
      const store = await (await createSubject()).open()
      const claims = await Promise.all(Array.from({ length: 50 }, () => store.claimOnce('om_1', from(0))))
      expect(claims.filter(Boolean)).toHaveLength(1)
      expect(await store.claimOnce('om_1', from(0))).toBe(false)
      expect(await store.claimOnce('om_2', from(0))).toBe(true)
    })

    it.each([
      [7.99, false],
      [8, true],
      [9, true],
    ])('after %d of 8 hours gives a key away again: %s', async (hours, given) => {
      const store = await (await createSubject()).open()
      await store.claimOnce('om_1', from(0))
      expect(await store.claimOnce('om_1', from(hours))).toBe(given)
    })

    it('accepts a message once, of many times at once, and keeps it', async () => {
      const store = await (await createSubject()).open()
      const times = await Promise.all(Array.from({ length: 50 }, () => store.accept(accepted('om_1'), from(0))))
      expect(times.filter(Boolean)).toHaveLength(1)
      expect(await store.accept(accepted('om_1'), from(1))).toBe(false)
      expect(await store.unsettled()).toEqual([accepted('om_1')])
    })

    it('has one set of keys for claims and messages', async () => {
      const store = await (await createSubject()).open()
      await store.claimOnce('om_1', from(0))
      await store.accept(accepted('om_2'), from(0))
      expect(await store.accept(accepted('om_1'), from(0))).toBe(false)
      expect(await store.claimOnce('om_2', from(0))).toBe(false)
      expect(await store.unsettled()).toEqual([accepted('om_2')])
    })

    it('gives back what is not settled as it was, in the order it was accepted', async () => {
      const store = await (await createSubject()).open()
      const received = [
        accepted('om_3'),
        accepted('om_1', 'unreadable'),
        accepted('om_2', 'greeting'),
        accepted('om_0'),
      ]
      for (const one of received) await store.accept(one, from(0))
      await store.settle('om_1')
      expect(await store.unsettled()).toEqual(received.filter(({ id }) => id !== 'om_1'))
    })

    it('settles once and for all, and keeps the claim', async () => {
      const store = await (await createSubject()).open()
      await store.accept(accepted('om_1'), from(0))
      await Promise.all([store.settle('om_1'), store.settle('om_1')])
      await store.settle('om_1')
      await store.settle('om_unknown')
      expect(await store.unsettled()).toEqual([])
      expect(await store.accept(accepted('om_1'), from(1))).toBe(false)
      expect(await store.accept(accepted('om_unknown'), from(1))).toBe(true)
    })

    it('does not accept anew what still waits, however long', async () => {
      const store = await (await createSubject()).open()
      await store.accept(accepted('om_1'), from(0))
      expect(await store.accept(accepted('om_1'), from(100))).toBe(false)
      expect(await store.unsettled()).toHaveLength(1)
    })

    it('still knows after a restart what was claimed, accepted and settled', async ({ skip }) => {
      const subject = await createSubject()
      skip(subject.forgets !== undefined, subject.forgets)
      const store = await subject.open()
      const ids = ['om_3', 'om_1', 'om_2']
      await Promise.all(ids.map(id => store.accept(accepted(id), from(0))))
      await store.claimOnce('greeting', from(0))
      await store.settle('om_1')

      const again = await subject.open()
      expect(await again.unsettled()).toEqual([accepted('om_3'), accepted('om_2')])
      expect(await again.claimOnce('greeting', from(7))).toBe(false)
      expect(await again.accept(accepted('om_1'), from(7))).toBe(false)
      await again.settle('om_3')
      expect(await (await subject.open()).unsettled()).toEqual([accepted('om_2')])
    })

    it('keeps documents and messages apart', async () => {
      const store = await (await createSubject()).open()
      const document = ledgerDocument('甲〔2023〕1号')
      await Promise.all([store.putDocument(document), store.accept(accepted('om_1'), from(0))])
      expect([await store.documents(), await store.unsettled()]).toEqual([[document], [accepted('om_1')]])
    })
  })
}
