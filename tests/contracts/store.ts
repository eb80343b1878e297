import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/core/ports.ts'
import { accepted, from, ledgerDocument, letter, otherEntries, plainLetter, proposal, report } from './samples.ts'

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

  describe(`${name} keeps entries`, () => {
    it('gives them back as they were, in order, all or those after the first so many', async () => {
      const store = await (await createSubject()).open()
      const all = [report('r1'), ...otherEntries()]
      expect(await store.entries(0)).toEqual([])
      for (const entry of all) expect(await store.append([entry], { seen: 0 })).toBe('appended')
      expect(await store.entries(0)).toEqual(all)
      expect(await store.entries(4)).toEqual(all.slice(4))
      expect(await store.entries(all.length)).toEqual([])
      expect(await store.entries(all.length + 1)).toEqual([])
    })

    it('adds several about one subject at once, in the order given', async () => {
      const store = await (await createSubject()).open()
      const several = ['r3', 'r1', 'r2'].map(id => report(id))
      expect(await store.append(several, { seen: 0 })).toBe('appended')
      expect(await store.entries(0)).toEqual(several)
    })

    it('keeps them in the order in which their appending resolved', async () => {
      const store = await (await createSubject()).open()
      const resolved: string[] = []
      const ids = Array.from({ length: 100 }, (_, i) => `r${i}`)
      await Promise.all(
        ids.map(async id => {
          await store.append([report(id, `task of ${id}`)], { seen: 0 })
          resolved.push(id)
        }),
      )
      expect((await store.entries(0)).map(({ id }) => id)).toEqual(resolved)
      expect(resolved.toSorted()).toEqual(ids.toSorted())
    })

    it('knows an entry again, and adds nothing that comes with it', async () => {
      const store = await (await createSubject()).open()
      await store.append([report('r1')], { seen: 0, letters: [letter('k1')] })
      const again = await store.append([report('r1')], { seen: 0, letters: [letter('k2')] })
      const together = await store.append([report('r2'), report('r1')], { seen: 1, letters: [letter('k3')] })
      expect([again, together]).toEqual(['known', 'known'])
      expect(await store.entries(0)).toEqual([report('r1')])
      expect(await store.letters()).toEqual([letter('k1')])
    })

    it('adds one of many of the same id at once', async () => {
      const store = await (await createSubject()).open()
      const told = await Promise.all(Array.from({ length: 50 }, () => store.append([report('r1')], { seen: 0 })))
      expect(told.toSorted()).toEqual(['appended', ...Array.from({ length: 49 }, () => 'known')])
      expect(await store.entries(0)).toEqual([report('r1')])
    })

    it('lets one of many win who have seen the same about a subject', async () => {
      const store = await (await createSubject()).open()
      const ids = Array.from({ length: 50 }, (_, i) => `r${i}`)
      const told = await Promise.all(
        ids.map(id => store.append([report(id)], { seen: 0, letters: [letter(`k of ${id}`)] })),
      )
      expect(told.toSorted()).toEqual(['appended', ...Array.from({ length: 49 }, () => 'outdated')])
      const won = ids[told.indexOf('appended')]
      expect((await store.entries(0)).map(({ id }) => id)).toEqual([won])
      expect((await store.letters()).map(({ key }) => key)).toEqual([`k of ${won}`])
    })

    it('refuses what was decided before the last entry about its subject was seen', async () => {
      const store = await (await createSubject()).open()
      await store.append([report('r1', 'a')], { seen: 0 })
      await store.append([report('r2', 'b')], { seen: 1 })
      await store.append([report('r3', 'a')], { seen: 2 })
      expect(await store.append([report('r4', 'a')], { seen: 0 })).toBe('outdated')
      expect(await store.append([report('r4', 'a')], { seen: 2 })).toBe('outdated')
      expect(await store.append([report('r4', 'b')], { seen: 1 })).toBe('outdated')
      expect(await store.append([report('r4', 'b')], { seen: 2 })).toBe('appended')
      expect(await store.append([report('r5', 'a')], { seen: 3 })).toBe('appended')
      expect((await store.entries(0)).map(({ id }) => id)).toEqual(['r1', 'r2', 'r3', 'r4', 'r5'])
    })

    it('lets subjects not stand in the way of each other', async () => {
      const store = await (await createSubject()).open()
      const ids = Array.from({ length: 50 }, (_, i) => `r${i}`)
      const told = await Promise.all(ids.map(id => store.append([report(id, `task of ${id}`)], { seen: 0 })))
      expect(new Set(told)).toEqual(new Set(['appended']))
      const persons = otherEntries().filter(({ kind }) => kind !== 'report')
      for (const entry of persons) expect(await store.append([entry], { seen: 0 })).toBe('appended')
    })

    it('does not change a list that was already handed out', async () => {
      const store = await (await createSubject()).open()
      const before = await store.entries(0)
      await store.append([report('r1')], { seen: 0 })
      expect(before).toEqual([])
    })
  })

  describe(`${name} keeps proposals`, () => {
    const wang = { chat: '督查群', person: '王' }
    const now = from(0).now

    it('gives those of a person in a chat, the oldest first', async () => {
      const store = await (await createSubject()).open()
      const asked = [proposal('p3', wang, 3), proposal('p1', wang, 1), proposal('p2', wang, 2)]
      for (const one of asked) await store.propose(one)
      await store.propose(proposal('of another', { ...wang, person: '李' }))
      await store.propose(proposal('elsewhere', { ...wang, chat: '另一个群' }))
      expect(await store.proposals(wang, now)).toEqual(asked)
      expect(await store.proposals({ chat: '王', person: '督查群' }, now)).toEqual([])
    })

    it.each([
      [0.99, ['short', 'long']],
      [1, ['long']],
      [2, []],
    ])('after %d hours gives %j of those good for one and two', async (hours, ids) => {
      const store = await (await createSubject()).open()
      await store.propose(proposal('short', wang, 1))
      await store.propose(proposal('long', wang, 2))
      expect((await store.proposals(wang, from(hours).now)).map(({ id }) => id)).toEqual(ids)
    })

    it('drops one for good, and the others stay', async () => {
      const store = await (await createSubject()).open()
      for (const id of ['p1', 'p2']) await store.propose(proposal(id))
      await store.dropProposal('p1')
      await store.dropProposal('p1')
      await store.dropProposal('unknown')
      expect(await store.proposals(wang, now)).toEqual([proposal('p2')])
    })
  })

  describe(`${name} keeps letters`, () => {
    it('gives them back as they were, the earliest first and those of one time as they were posted', async () => {
      const store = await (await createSubject()).open()
      expect(await store.post([letter('late', 3), plainLetter('b'), letter('a')])).toEqual(['late', 'b', 'a'])
      expect(await store.post([letter('early', -1), letter('c')])).toEqual(['early', 'c'])
      expect(await store.letters()).toEqual([
        letter('early', -1),
        plainLetter('b'),
        letter('a'),
        letter('c'),
        letter('late', 3),
      ])
    })

    it('takes a key once, of many times at once and of several in one call', async () => {
      const store = await (await createSubject()).open()
      const taken = await Promise.all(Array.from({ length: 50 }, () => store.post([letter('a'), letter('a', 1)])))
      expect(taken.flat()).toEqual(['a'])
      expect(await store.post([letter('a'), letter('b')])).toEqual(['b'])
      expect(await store.letters()).toEqual([letter('a'), letter('b')])
    })

    it('posts with an entry those whose keys are new, and adds the entry all the same', async () => {
      const store = await (await createSubject()).open()
      await store.post([letter('a')])
      const letters = [letter('a', 1), letter('b')]
      expect(await store.append([report('r1')], { seen: 0, letters })).toBe('appended')
      expect(await store.letters()).toEqual([letter('a'), letter('b')])
    })

    it('settles a letter once, of many times at once', async () => {
      const store = await (await createSubject()).open()
      await store.post([letter('a'), letter('b')])
      const told = await Promise.all(Array.from({ length: 50 }, () => store.settleLetter('a', 'delivered')))
      expect(told.filter(Boolean)).toHaveLength(1)
      expect(await store.settleLetter('a', 'dropped')).toBe(false)
      expect(await store.settleLetter('unknown', 'withdrawn')).toBe(false)
      expect(await store.letters()).toEqual([letter('b')])
    })

    it.each(['delivered', 'gone', 'dropped', 'withdrawn'] as const)(
      'knows the key of a %s letter for ever',
      async end => {
        const store = await (await createSubject()).open()
        await store.post([letter('a')])
        expect(await store.settleLetter('a', end)).toBe(true)
        expect(await store.post([letter('a', 10_000)])).toEqual([])
        expect(await store.append([report('r1')], { seen: 0, letters: [letter('a')] })).toBe('appended')
        expect(await store.letters()).toEqual([])
      },
    )

    it('has no key of a letter in common with claims, entries or proposals', async () => {
      const store = await (await createSubject()).open()
      await store.claimOnce('a', from(0))
      await store.propose(proposal('a'))
      expect(await store.append([report('a', 'a')], { seen: 0 })).toBe('appended')
      expect(await store.post([letter('a')])).toEqual(['a'])
    })

    it('lets one of many deliver a letter, and the next when its time is over', async () => {
      const store = await (await createSubject()).open()
      await store.post([letter('a')])
      const begun = await Promise.all(Array.from({ length: 20 }, () => store.attempt('a', from(0))))
      expect(begun.filter(first => first !== null)).toEqual([from(0).now.getTime()])
      expect(await store.attempt('a', from(7.99))).toBeNull()
      expect(await store.attempt('a', from(8))).toBe(from(0).now.getTime())
    })

    it('forgets attempts that are given back, and begins none of what waits no more', async () => {
      const store = await (await createSubject()).open()
      await store.post([letter('a'), letter('b')])
      await store.attempt('a', from(0))
      await store.giveBack('a')
      await store.giveBack('unknown')
      expect(await store.attempt('a', from(1))).toBe(from(1).now.getTime())
      await store.settleLetter('b', 'delivered')
      expect([await store.attempt('b', from(0)), await store.attempt('unknown', from(0))]).toEqual([null, null])
    })

    it('still knows after a restart what was begun to be delivered', async ({ skip }) => {
      const subject = await createSubject()
      skip(subject.forgets !== undefined, subject.forgets)
      const store = await subject.open()
      await store.post([letter('a'), letter('b')])
      await store.attempt('a', from(0))
      await store.attempt('b', from(0))
      await store.giveBack('b')
      const again = await subject.open()
      expect(await again.attempt('a', from(1))).toBeNull()
      expect(await again.attempt('a', from(9))).toBe(from(0).now.getTime())
      expect(await again.attempt('b', from(1))).toBe(from(1).now.getTime())
    })
  })

  describe(`${name} after a restart`, () => {
    it('still has entries, proposals and letters, and goes on from there', async ({ skip }) => {
      const subject = await createSubject()
      skip(subject.forgets !== undefined, subject.forgets)
      const wang = { chat: '督查群', person: '王' }
      const store = await subject.open()
      const all = [report('r1'), ...otherEntries()]
      for (const entry of all) await store.append([entry], { seen: 0, letters: [letter(`about ${entry.id}`)] })
      await store.propose(proposal('p1'))
      await store.propose(proposal('p2'))
      await store.dropProposal('p1')
      await store.post([plainLetter('settled'), plainLetter('waits')])
      await store.settleLetter('settled', 'delivered')
      const waiting = await store.letters()

      const again = await subject.open()
      expect(await again.entries(0)).toEqual(all)
      expect(await again.proposals(wang, from(0).now)).toEqual([proposal('p2')])
      expect(await again.letters()).toEqual(waiting)
      expect(waiting).toHaveLength(all.length + 1)
      expect(await again.append([report('r1')], { seen: 0 })).toBe('known')
      expect(await again.append([report('r2')], { seen: 0 })).toBe('outdated')
      expect(await again.append([report('r2')], { seen: all.length })).toBe('appended')
      expect(await again.post([letter('settled'), letter('new')])).toEqual(['new'])

      const last = await subject.open()
      expect(await last.entries(all.length)).toEqual([report('r2')])
      expect(await last.letters()).toEqual([...waiting, letter('new')])
    })
  })
}
