import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LedgerFileError } from '../../../adapters/store/ledger-file-error.ts'
import { createNodeSqliteStore } from '../../../adapters/store/node-sqlite.ts'
import { ledgerDocument } from '../../contracts/samples.ts'
import { storeContract } from '../../contracts/store.ts'

let folder = ''
let serial = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-sqlite-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** In a folder of its own that does not exist yet. */
const freshFile = () => join(folder, String(serial++), 'duban.sqlite')

storeContract('the node:sqlite store', () => {
  const file = freshFile()
  return { open: () => createNodeSqliteStore(file) }
})

describe('the node:sqlite store', () => {
  it('refuses a file that is no database, names it and leaves it alone', async () => {
    const file = freshFile()
    await mkdir(dirname(file))
    await writeFile(file, '{"version":1,"documents":[]}'.repeat(100))
    const opened = createNodeSqliteStore(file)
    await expect(opened).rejects.toThrow(LedgerFileError)
    await expect(opened).rejects.toThrow(`${file} 已损坏或不是督办的数据库`)
    expect(await readFile(file, 'utf8')).toMatch(/^\{"version":1/)
  })

  it('refuses a database of a newer program', async () => {
    const file = freshFile()
    await createNodeSqliteStore(file)
    using database = new DatabaseSync(file)
    database.exec('INSERT INTO format VALUES (99)')
    await expect(createNodeSqliteStore(file)).rejects.toThrow('格式 99，本程序只认到 1')
  })

  it('says so where another program holds the database for long, and works afterwards', async () => {
    const file = freshFile()
    const store = await createNodeSqliteStore(file)
    using other = new DatabaseSync(file)
    other.exec('BEGIN IMMEDIATE')
    await expect(store.putDocument(ledgerDocument('甲〔2023〕1号'))).rejects.toThrow('正被另一个程序占用')
    other.exec('ROLLBACK')
    await store.putDocument(ledgerDocument('甲〔2023〕1号'))
    expect(await store.documents()).toHaveLength(1)
  })

  it('keeps a document that is longer than a row may be', async () => {
    const store = await createNodeSqliteStore(freshFile())
    const long = ledgerDocument('甲〔2023〕1号', '督办𠮷'.repeat(400_000))
    for (const document of [long, ledgerDocument('乙〔2023〕2号')]) await store.putDocument(document)
    expect(await store.documents()).toEqual([long, ledgerDocument('乙〔2023〕2号')])
    const short = ledgerDocument('甲〔2023〕1号', '更正后的全文')
    await store.putDocument(short)
    expect(await store.documents()).toEqual([short, ledgerDocument('乙〔2023〕2号')])
  })

  it('lets two processes write at once: each key and each entry is taken once', async () => {
    const file = freshFile()
    const racer = fileURLToPath(new URL('sqlite-racer.ts', import.meta.url))
    const runs = ['甲', '乙'].map(name => promisify(execFile)(process.execPath, [racer, file, name]))
    const [one = '', other = ''] = (await Promise.all(runs)).map(({ stdout }) => stdout)
    const claimed: string[] = [...JSON.parse(one), ...JSON.parse(other)]
    expect(claimed.toSorted()).toEqual(Array.from({ length: 100 }, (_, key) => `om_${100 + key}`))
    const entries = await (await createNodeSqliteStore(file)).entries(0)
    expect(entries.map(({ id }) => id).toSorted()).toEqual(
      Array.from({ length: 100 }, (_, number) => `${number < 50 ? '乙' : '甲'}${100 + (number % 50)}`),
    )
  })
})
