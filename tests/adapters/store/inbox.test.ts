import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LedgerFileError } from '../../../adapters/store/ledger-file.ts'
import { createLowdbStore } from '../../../adapters/store/lowdb.ts'
import { accepted, ledgerDocument } from '../../contracts/store.ts'

let folder = ''
let serial = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-inbox-'))
})
afterAll(() => rm(folder, { recursive: true }))

function freshFiles() {
  const home = join(folder, String(serial++))
  return { ledger: join(home, 'duban.json'), inbox: join(home, 'duban.inbox.jsonl') }
}

const NINE = Date.parse('2023-06-01T09:00:00+08:00')
const HOUR = 60 * 60 * 1000
const term = { now: new Date(NINE), forMs: 8 * HOUR }

describe('the inbox file', () => {
  it('stands beside the ledger, which a message leaves alone', async () => {
    const { ledger } = freshFiles()
    const store = await createLowdbStore(ledger)
    await store.accept(accepted('om_1'), term)
    expect(await readdir(dirname(ledger))).toEqual(['duban.inbox.jsonl'])
  })

  it('is not touched by a program that only imports documents', async () => {
    const { ledger, inbox } = freshFiles()
    await mkdir(dirname(inbox))
    await writeFile(inbox, 'in use by the server')
    await (await createLowdbStore(ledger)).putDocument(ledgerDocument('甲〔2023〕1号'))
    expect(await readFile(inbox, 'utf8')).toBe('in use by the server')
  })

  it('is JSON Lines that name their format, one line for what came in together', async () => {
    const { ledger, inbox } = freshFiles()
    const store = await createLowdbStore(ledger)
    await store.claimOnce('om_0', term)
    await Promise.all(['om_1', 'om_2', 'om_3'].map(id => store.accept(accepted(id), term)))
    const [head, ...batches] = (await readFile(inbox, 'utf8')).trimEnd().split('\n')
    expect(head).toBe('{"version":1}')
    expect(batches.map(line => JSON.parse(line).length)).toEqual([0, 1, 3])
  })

  it.each(['{"kind', '[{"kind":"claim","key":"om_9","until":1}', '\0\0\0\0\n', '[{"kind":"claim"}]\n'])(
    'forgets a last line that a crash left torn, and goes on: %j',
    async torn => {
      const { ledger, inbox } = freshFiles()
      await (await createLowdbStore(ledger)).accept(accepted('om_1'), term)
      await appendFile(inbox, torn)
      const store = await createLowdbStore(ledger)
      expect(await store.unsettled()).toEqual([accepted('om_1')])
      await store.accept(accepted('om_2'), term)
      expect(await (await createLowdbStore(ledger)).unsettled()).toEqual([accepted('om_1'), accepted('om_2')])
    },
  )

  const whole = '{"version":1}\n[]\n[{"kind":"claim","key":"om_1","until":1}]\n'
  it.each([
    ['damage before its end', whole.replace('[]', '[}'), '第2行已损坏'],
    ['some other file', 'hello\nworld\n', '第1行已损坏'],
    ['a file of a newer program', '{"version":2}\n', '格式 2，本程序只认到 1'],
  ])('refuses %s, names the file and leaves it alone', async (_, text, reason) => {
    const { ledger, inbox } = freshFiles()
    await mkdir(dirname(inbox))
    await writeFile(inbox, text)
    const read = (await createLowdbStore(ledger)).unsettled()
    await expect(read).rejects.toThrow(LedgerFileError)
    await expect(read).rejects.toThrow(inbox)
    await expect(read).rejects.toThrow(reason)
    expect(await readFile(inbox, 'utf8')).toBe(text)
  })

  it('claims nothing when it cannot be written, and goes on afterwards', async () => {
    const { ledger, inbox } = freshFiles()
    const store = await createLowdbStore(ledger)
    const obstacle = join(dirname(inbox), `.duban.inbox.jsonl.${process.pid}.tmp`)
    await mkdir(obstacle, { recursive: true })
    const failed = await Promise.allSettled([store.accept(accepted('om_1'), term), store.claimOnce('om_1', term)])
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await store.unsettled()).toEqual([])

    await rm(obstacle, { recursive: true })
    expect(await store.accept(accepted('om_1'), term)).toBe(true)
    expect(await (await createLowdbStore(ledger)).unsettled()).toEqual([accepted('om_1')])
  })

  it('drops claims that have run out instead of growing for ever', async () => {
    const { ledger, inbox } = freshFiles()
    const store = await createLowdbStore(ledger)
    await store.accept(accepted('om_waiting'), term)
    await store.claimOnce('om_long', { now: new Date(NINE), forMs: 100 * HOUR })
    for (let hour = 0; hour < 30; hour++) {
      const now = new Date(NINE + hour * HOUR)
      const keys = Array.from({ length: 100 }, (_, i) => `om_${hour}_${i}`)
      await Promise.all(keys.map(key => store.claimOnce(key, { now, forMs: HOUR })))
    }
    const kept = (await readFile(inbox, 'utf8')).match(/"kind"/g)
    expect(kept?.length).toBeLessThan(1500)
    const again = await createLowdbStore(ledger)
    expect(await again.unsettled()).toEqual([accepted('om_waiting')])
    expect(await again.claimOnce('om_long', { now: new Date(NINE + 99 * HOUR), forMs: HOUR })).toBe(false)
    expect(await again.claimOnce('om_29_99', { now: new Date(NINE + 29.5 * HOUR), forMs: HOUR })).toBe(false)
  })
})
