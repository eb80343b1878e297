import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LedgerFileError } from '../../../adapters/store/ledger-file-error.ts'
import { LedgerLockedError } from '../../../adapters/store/lock.ts'
import { migrateLedger } from '../../../adapters/store/migrate.ts'
import { type LedgerPlace, type OpenedStore, openStore } from '../../../adapters/store/open.ts'
import {
  accepted,
  from,
  ledgerDocument,
  letter,
  otherEntries,
  plainLetter,
  proposal,
  report,
} from '../../contracts/samples.ts'

type StoreName = LedgerPlace['store']

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-migrate-'))
})
afterEach(() => rm(folder, { recursive: true }))

const place = (store: StoreName, name = 'duban'): LedgerPlace => ({ store, data: join(folder, `${name}.${store}`) })
const other = (store: StoreName): StoreName => (store === 'lowdb' ? 'sqlite' : 'lowdb')

async function inside<T>(at: LedgerPlace, work: (store: OpenedStore) => Promise<T>): Promise<T> {
  const store = await openStore(at)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const documents = ['乙〔2023〕2号', '甲〔2023〕1号'].map(id => ledgerDocument(id))
const entries = [report('记2'), ...otherEntries(), report('记1', '甲〔2023〕1号#2')]
const letters = [letter('信2'), plainLetter('信1'), letter('信4', 2), plainLetter('信3')]

/** Something in every list, never in the order of the keys. */
async function fill(store: OpenedStore): Promise<void> {
  for (const document of documents) await store.putDocument(document)
  for (const id of ['om_2', 'om_1', 'om_3']) await store.accept(accepted(id), from(0))
  await store.settle('om_1')
  await store.claimOnce('press', from(0))
  await store.append(entries, { seen: 0, letters })
  await store.settleLetter('信3', 'withdrawn')
  await store.attempt('信1', from(0))
  for (const id of ['问2', '问1']) await store.propose(proposal(id))
}

/** What can be seen of a ledger through its verbs. */
async function seen(store: OpenedStore) {
  return {
    documents: await store.documents(),
    entries: await store.entries(0),
    unsettled: await store.unsettled(),
    proposals: await store.proposals(proposal('').speaker, from(0).now),
    letters: await store.letters(),
    isClaimed: !(await store.claimOnce('press', from(1))),
    wasAnswered: !(await store.accept(accepted('om_1'), from(1))),
    hasEnded: (await store.post([plainLetter('信3')])).length === 0,
    isUnderWay: (await store.attempt('信1', from(1))) === null,
    firstAttempt: await store.attempt('信1', from(9)),
  }
}

const filesIn = async (): Promise<Readonly<Record<string, string>>> => {
  const names = await readdir(folder)
  return Object.fromEntries(
    await Promise.all(names.map(async name => [name, await readFile(join(folder, name), 'base64')])),
  )
}

describe.each(['lowdb', 'sqlite'] as const)('migrateLedger from %s', store => {
  const source = () => place(store)
  const target = () => place(other(store))

  it('moves everything, counts it on both sides and leaves the source as it is', async () => {
    await inside(source(), fill)
    const before = await filesIn()
    const counted = await migrateLedger(source(), target())
    expect(counted.map(({ what, from: here, to }) => `${what} ${here} ${to}`)).toEqual([
      '文件 2 2',
      `记录 ${entries.length} ${entries.length}`,
      '等人确认 2 2',
      '尚未回复 2 2',
      '尚未送达 3 3',
      '正在送达 1 1',
      '已经送达或作罢 1 1',
      '已收到（防重复） 4 4',
    ])
    expect(await filesIn()).toMatchObject(before)
  })

  it('gives it back the same from the other store, and from there', async () => {
    await inside(source(), fill)
    await migrateLedger(source(), target())
    await migrateLedger(target(), place(store, 'back'))
    const there = await inside(target(), seen)
    expect(there).toMatchObject({ documents, entries, isClaimed: true, wasAnswered: true, hasEnded: true })
    expect(there).toMatchObject({ isUnderWay: true, firstAttempt: from(0).now.getTime() })
    expect(there.letters.map(({ key }) => key)).toEqual(['信2', '信1', '信4'])
    expect(await inside(place(store, 'back'), seen)).toEqual(there)
    expect(await inside(source(), seen)).toEqual(there)
  })

  it('refuses a target that holds anything, and takes one that holds nothing', async () => {
    await inside(source(), fill)
    await inside(target(), async opened => {
      await opened.putDocument(ledgerDocument('丙〔2023〕3号'))
    })
    const before = await filesIn()
    await expect(migrateLedger(source(), target())).rejects.toThrow(LedgerFileError)
    await expect(migrateLedger(source(), target())).rejects.toThrow('里已有内容，未作任何改动')
    expect(await filesIn()).toEqual(before)

    const empty = place(other(store), 'empty')
    await inside(empty, async opened => {
      await opened.propose(proposal('问'))
      await opened.dropProposal('问')
    })
    await migrateLedger(source(), empty)
    expect((await inside(empty, seen)).entries).toEqual(entries)
  })

  it('refuses a ledger that another program has open', async () => {
    const opened = await openStore(source())
    await fill(opened)
    const error = store === 'lowdb' ? LedgerLockedError : LedgerFileError
    await expect(migrateLedger(source(), target())).rejects.toThrow(error)
    await opened.close()
  })

  it('says so where there is nothing to move, and makes no file', async () => {
    await expect(migrateLedger(source(), target())).rejects.toThrow('没有可迁移的台账')
    expect(await readdir(folder)).toEqual([])
  })
})
