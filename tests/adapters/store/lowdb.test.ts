import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LedgerFileError } from '../../../adapters/store/ledger-file.ts'
import { createLowdbStore } from '../../../adapters/store/lowdb.ts'
import { ledgerDocument, storeContract } from '../../contracts/store.ts'

let folder = ''
let serial = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-lowdb-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** In a folder of its own that does not exist yet. */
const freshFile = () => join(folder, String(serial++), 'duban.json')

async function fileWith(text: string): Promise<string> {
  const file = freshFile()
  await mkdir(dirname(file))
  await writeFile(file, text)
  return file
}

storeContract('the lowdb store', () => {
  const file = freshFile()
  return { open: () => createLowdbStore(file) }
})

describe('the lowdb store', () => {
  it('creates its file with the first document, not before', async () => {
    const file = freshFile()
    const store = await createLowdbStore(file)
    await expect(readFile(file)).rejects.toThrow('ENOENT')
    await store.putDocument(ledgerDocument('甲〔2023〕1号'))
    expect(await readdir(dirname(file))).toEqual(['duban.json'])
  })

  it('writes one line of JSON that names its format', async () => {
    const file = freshFile()
    await (await createLowdbStore(file)).putDocument(ledgerDocument('甲〔2023〕1号'))
    const text = await readFile(file, 'utf8')
    expect(text).toMatch(/^\{"version":1,"documents":\[/)
    expect(text).not.toContain('\n')
  })

  const whole = JSON.stringify({ version: 1, documents: [ledgerDocument('甲〔2023〕1号')] })
  const refused: readonly [what: string, text: string, reason: string][] = [
    ['an empty file', '', '不是有效的 JSON'],
    ['a file cut short', whole.slice(0, -20), '不是有效的 JSON'],
    ['some other JSON', '[]', '内容不完整'],
    ['a document without its text', whole.replace('"text":"甲〔2023〕1号全文",', ''), '（documents.0.text）'],
    ['a task without its units', whole.replace('"leadUnits":["省交通运输厅"],', ''), 'parsed.tasks.0.leadUnits'],
    ['members it would lose by writing', whole.replace('"version":1', '"version":1,"reports":[]'), '内容不完整'],
    ['a file of a newer program', '{"version":2,"ledger":{}}', '格式 2，本程序只认到 1'],
  ]
  it.each(refused)('refuses %s, names the file and leaves it alone', async (_, text, reason) => {
    const file = await fileWith(text)
    const opened = createLowdbStore(file)
    await expect(opened).rejects.toThrow(LedgerFileError)
    await expect(opened).rejects.toThrow(file)
    await expect(opened).rejects.toThrow(reason)
    expect(await readFile(file, 'utf8')).toBe(text)
  })

  it('keeps the old file and the old answer when a write fails, and goes on afterwards', async () => {
    const file = freshFile()
    const store = await createLowdbStore(file)
    const [kept, refusedOne, later] = ['甲', '乙', '丙'].map(word => ledgerDocument(`${word}〔2023〕1号`))
    if (!kept || !refusedOne || !later) throw new Error('three documents')
    await store.putDocument(kept)

    const obstacle = join(dirname(file), `.duban.json.${process.pid}.tmp`)
    await mkdir(obstacle)
    await expect(store.putDocument(refusedOne)).rejects.toThrow('EISDIR')
    expect(await store.documents()).toEqual([kept])
    expect(await (await createLowdbStore(file)).documents()).toEqual([kept])

    await rm(obstacle, { recursive: true })
    await store.putDocument(later)
    expect(await (await createLowdbStore(file)).documents()).toEqual([kept, later])
  })
})
