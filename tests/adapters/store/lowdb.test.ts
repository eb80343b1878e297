import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LedgerFileError } from '../../../adapters/store/ledger-file-error.ts'
import type { LowdbStore } from '../../../adapters/store/lowdb.ts'
import { accepted, from, ledgerDocument, letter, proposal, report } from '../../contracts/samples.ts'
import { storeContract } from '../../contracts/store.ts'
import { filesOf, journalOf, temporaryLedgers } from './folders.ts'

const { fresh, open, asKilled } = temporaryLedgers()

/** A snapshot after every write. */
const ALWAYS = { snapshotAfter: Number.NEGATIVE_INFINITY }

storeContract('the lowdb store, stopped before it starts again,', () => {
  const file = fresh()
  let last: LowdbStore | null = null
  return {
    async open() {
      await last?.close()
      last = await open(file)
      return last
    },
  }
})

storeContract('the lowdb store, killed,', () => {
  let file: string | null = null
  return {
    async open() {
      file = file === null ? fresh() : await asKilled(file)
      return open(file)
    },
  }
})

storeContract('the lowdb store, snapshots going on and killed,', () => {
  let file: string | null = null
  return {
    async open() {
      file = file === null ? fresh() : await asKilled(file)
      return open(file, ALWAYS)
    },
  }
})

describe('the files of the lowdb store', () => {
  it('are a snapshot, a journal and a lock, which goes when it is closed', async () => {
    const file = fresh()
    const store = await open(file)
    expect(Object.keys(await filesOf(file))).toEqual(['duban.journal.jsonl', 'duban.json', 'duban.json.lock'])
    await store.putDocument(ledgerDocument('甲〔2023〕1号'))
    await store.close()
    expect(Object.keys(await filesOf(file))).toEqual([
      'duban.journal.jsonl',
      'duban.journal.jsonl.bak',
      'duban.json',
      'duban.json.bak',
    ])
  })

  it('have one line of JSON that names its format, and one for what came in together', async () => {
    const file = fresh()
    const store = await open(file)
    await store.claimOnce('om_0', from(0))
    await Promise.all(['om_1', 'om_2', 'om_3'].map(id => store.accept(accepted(id), from(0))))
    const journal = (await readFile(journalOf(file), 'utf8')).trimEnd().split('\n')
    const [head, ...batches] = journal.map(line => JSON.parse(line)[1])
    expect(head).toEqual({ version: 1, after: 0 })
    expect(batches.map(({ number, records }) => [number, records.length])).toEqual([
      [1, 1],
      [2, 3],
    ])
    await store.close()
    const ledger = await readFile(file, 'utf8')
    expect(ledger).toMatch(/^\{"version":2,"position":2,"documents":\[/)
    expect(ledger).not.toContain('\n')
  })

  it('are not written when nothing changes', async () => {
    const file = fresh()
    const store = await open(file)
    await store.append([report('r1')], { seen: 0 })
    const before = await filesOf(file)
    await store.append([report('r1')], { seen: 0 })
    await store.append([report('r2')], { seen: 0 })
    await Promise.all([store.settle('unknown'), store.dropProposal('unknown'), store.settleLetter('unknown', 'gone')])
    expect(await filesOf(file)).toEqual(before)
  })

  it('hold documents of the format before the journal', async () => {
    const file = fresh()
    const document = ledgerDocument('甲〔2023〕1号')
    await mkdir(dirname(file))
    await writeFile(file, JSON.stringify({ version: 1, documents: [document] }))
    const store = await open(file)
    await store.append([report('r1')], { seen: 0 })
    await store.close()
    const again = await open(file)
    expect([await again.documents(), await again.entries(0)]).toEqual([[document], [report('r1')]])
  })

  it('forget claims and proposals that have run out instead of growing for ever', async () => {
    const file = fresh()
    const store = await open(file, ALWAYS)
    await store.accept(accepted('om_waiting'), from(0))
    await store.claimOnce('om_short', from(0))
    await store.propose(proposal('p_short'))
    await store.propose(proposal('p_long', { chat: '督查群', person: '王' }, 10))
    await store.claimOnce('om_long', from(9))
    await store.close()
    const ledger = await readFile(file, 'utf8')
    expect(ledger).not.toContain('om_short')
    expect(ledger).not.toContain('p_short')
    const again = await open(file)
    expect(await again.unsettled()).toEqual([accepted('om_waiting')])
    expect(await again.claimOnce('om_long', from(16))).toBe(false)
    expect(await again.proposals({ chat: '督查群', person: '王' }, from(9).now)).toHaveLength(1)
  })

  it('take nothing when they cannot be written, and go on afterwards', async () => {
    const file = fresh()
    const store = await open(file)
    await store.append([report('r1')], { seen: 0 })
    await store.close()
    const journal = journalOf(file)
    const text = await readFile(journal)
    const again = await open(file)
    await rm(journal)
    await mkdir(journal)
    const refused = await Promise.allSettled([
      again.append([report('r2')], { seen: 1 }),
      again.claimOnce('om_1', from(0)),
    ])
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await again.entries(0)).toEqual([report('r1')])

    await rm(journal, { recursive: true })
    await writeFile(journal, text)
    expect(await again.append([report('r2')], { seen: 1 })).toBe('appended')
    expect(await again.claimOnce('om_1', from(0))).toBe(true)
    const killed = await open(await asKilled(file))
    expect(await killed.entries(0)).toEqual([report('r1'), report('r2')])
  })
})

describe('the snapshot file', () => {
  const whole = JSON.stringify({ version: 1, documents: [ledgerDocument('甲〔2023〕1号')] })
  const refused: readonly [what: string, text: string, reason: string][] = [
    ['an empty file', '', '不是有效的 JSON'],
    ['a file cut short', whole.slice(0, -20), '不是有效的 JSON'],
    ['some other JSON', '[]', '内容不完整'],
    ['a document without its text', whole.replace('"text":"甲〔2023〕1号全文",', ''), '（documents.0.text）'],
    ['a task without its units', whole.replace('"leadUnits":["省交通运输厅"],', ''), 'parsed.tasks.0.leadUnits'],
    ['members it would lose by writing', whole.replace('"version":1', '"version":1,"reports":[]'), '内容不完整'],
    ['a file of a newer program', '{"version":3,"ledger":{}}', '格式 3，本程序只认到 2'],
  ]
  it.each(refused)('refuses %s, names the file and leaves it alone', async (_, text, reason) => {
    const file = fresh()
    await mkdir(dirname(file))
    await writeFile(file, text)
    const opened = open(file)
    await expect(opened).rejects.toThrow(LedgerFileError)
    await expect(opened).rejects.toThrow(file)
    await expect(opened).rejects.toThrow(reason)
    expect(await filesOf(file)).toEqual({ 'duban.json': text })
  })

  it('refuses any byte that was changed, and names the last good copy, which loses nothing', async () => {
    const file = fresh()
    const store = await open(file)
    await store.append([report('r1')], { seen: 0 })
    await store.close()
    const again = await open(file)
    await again.append([report('r2')], { seen: 1, letters: [letter('k1')] })
    await again.close()
    const good = await readFile(file)
    for (let at = 0; at < good.length; at += 17) {
      const damaged = Buffer.from(good)
      damaged[at] = (damaged[at] ?? 0) ^ 1
      await writeFile(file, damaged)
      await expect(open(file, { mode: 'read' }), `byte ${at}`).rejects.toThrow(LedgerFileError)
    }
    await writeFile(file, good.toString().replace('7600', '7601'))
    const opened = open(file)
    await expect(opened).rejects.toThrow('校验和不符')
    await expect(opened).rejects.toThrow(`${file}.bak`)

    await writeFile(file, await readFile(`${file}.bak`))
    const restored = await open(file)
    expect(await restored.entries(0)).toEqual([report('r1'), report('r2')])
    expect(await restored.letters()).toEqual([letter('k1')])
  })
})

describe('the lowdb store opened for reading', () => {
  it('shows what is durable beside the process that writes, and writes nothing', async () => {
    const file = fresh()
    const writing = await open(file)
    await writing.append([report('r1')], { seen: 0 })
    const before = await filesOf(file)
    const reading = await open(file, { mode: 'read' })
    expect(await reading.entries(0)).toEqual([report('r1')])
    await expect(reading.append([report('r2')], { seen: 1 })).rejects.toThrow('只读')
    await expect(reading.putDocument(ledgerDocument('甲〔2023〕1号'))).rejects.toThrow('只读')
    await reading.close()
    expect(await filesOf(file)).toEqual(before)
  })

  it('creates nothing where there is nothing', async () => {
    const file = fresh()
    expect(await (await open(file, { mode: 'read' })).documents()).toEqual([])
    await expect(readFile(file)).rejects.toThrow('ENOENT')
  })

  it('never misses what was acknowledged before it opened, while snapshots are written', async () => {
    const file = fresh()
    const writing = await open(file, ALWAYS)
    for (let count = 1; count <= 60; count++) {
      await writing.append([report(`r${count}`, `task ${count}`)], { seen: 0 })
      const reading = await open(file, { mode: 'read' })
      expect((await reading.entries(0)).length).toBeGreaterThanOrEqual(count)
    }
  })

  it('lets go of a torn last line and leaves it to the process that writes', async () => {
    const file = fresh()
    const store = await open(file)
    await store.append([report('r1')], { seen: 0 })
    await store.close()
    const torn = `${await readFile(journalOf(file), 'utf8')}["0123`
    await writeFile(join(dirname(file), 'duban.journal.jsonl'), torn)
    expect(await (await open(file, { mode: 'read' })).entries(0)).toEqual([report('r1')])
    expect(await readFile(journalOf(file), 'utf8')).toBe(torn)
  })
})

describe('the lowdb store that was closed', () => {
  it('has finished what was under way, and takes nothing more', async () => {
    const file = fresh()
    const store = await open(file)
    const underWay = store.append([report('r1')], { seen: 0 })
    await Promise.all([store.close(), store.close()])
    expect(await underWay).toBe('appended')
    await expect(store.append([report('r2')], { seen: 1 })).rejects.toThrow('已经关闭')
    expect(await (await open(file)).entries(0)).toEqual([report('r1')])
  })
})
