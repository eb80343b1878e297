import { appendFile, copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { parseJournal } from '../../../adapters/store/journal-file.ts'
import { LedgerFileError } from '../../../adapters/store/ledger-file-error.ts'
import { letter, report } from '../../contracts/samples.ts'
import { filesOf, journalOf, temporaryLedgers } from './folders.ts'

const { fresh, open, asKilled } = temporaryLedgers()

const idsIn = async (file: string): Promise<readonly string[]> =>
  (await (await open(file, { mode: 'read' })).entries(0)).map(({ id }) => id)

/** A ledger as a killed process left it, with so many reports in its journal, a line each. */
async function withReports(count: number): Promise<string> {
  const file = fresh()
  const store = await open(file)
  for (let seen = 0; seen < count; seen++) {
    await store.append([report(`r${seen + 1}`)], { seen, letters: [letter(`k${seen + 1}`)] })
  }
  return asKilled(file)
}

describe('a torn last line', () => {
  it('is let go wherever it was cut, and all before it stays', async () => {
    const journal = journalOf(await withReports(3))
    const bytes = await readFile(journal)
    const start = bytes.lastIndexOf('\n', bytes.length - 2) + 1
    // Whole but for the end of the line, it does not count: nobody was told.
    for (let cut = start; cut < bytes.length; cut++) {
      const { batches, ...end } = parseJournal(journal, bytes.subarray(0, cut), 'duban.json')
      expect(batches.map(({ number }) => number)).toEqual([1, 2])
      expect(end).toEqual({ after: 0, bytes: start, isTorn: cut > start })
    }
    expect(parseJournal(journal, bytes, 'duban.json')).toMatchObject({ bytes: bytes.length, isTorn: false })
  })

  it.each(['["', '\0\0\0\0', '\0\0\0\0\n', '["00000000",{"number":4,"records":[]}]\n', 'hello\n', '\n'])(
    'is cut off when the ledger is opened, and the next line takes its place: %j',
    async torn => {
      const file = await withReports(2)
      const whole = await readFile(journalOf(file), 'utf8')
      await appendFile(journalOf(file), torn)
      const store = await open(file)
      expect(await store.append([report('r3')], { seen: 2 })).toBe('appended')
      const text = await readFile(journalOf(file), 'utf8')
      expect(text.startsWith(whole)).toBe(true)
      expect(text.slice(whole.length)).toMatch(/^\["[0-9a-f]{8}",\{"number":3,/)
      expect(await idsIn(file)).toEqual(['r1', 'r2', 'r3'])
    },
  )
})

describe('a journal that no crash explains', () => {
  const refused: readonly [what: string, change: (lines: readonly string[]) => readonly string[], reason: string][] = [
    ['a line that was changed', ([head = '', one = '', ...rest]) => [head, one.replace('80', '81'), ...rest], '第2行'],
    ['a line that is gone', ([head = '', _, ...rest]) => [head, ...rest], '第2行'],
    ['a line that is there twice', ([head = '', one = '', ...rest]) => [head, one, one, ...rest], '第3行'],
    [
      'a torn line with another behind it',
      ([head = '', one = '', ...rest]) => [head, one.slice(0, 9), ...rest],
      '第2行',
    ],
    ['no first line', ([_, ...rest]) => rest, '第1行'],
    ['nothing at all', () => [], '第1行'],
    ['some other file', () => ['hello', 'world', ''], '第1行'],
  ]

  it.each(refused)('is refused and left alone: %s', async (_, change, reason) => {
    const file = await withReports(3)
    const text = change((await readFile(journalOf(file), 'utf8')).split('\n')).join('\n')
    await writeFile(journalOf(file), text)
    const before = await filesOf(file)
    const opened = open(file)
    await expect(opened).rejects.toThrow(LedgerFileError)
    await expect(opened).rejects.toThrow(journalOf(file))
    await expect(opened).rejects.toThrow(reason)
    await expect(opened).rejects.toThrow(`最近一份完好的台账是 ${file}`)
    expect(await filesOf(file)).toEqual(before)
  })

  it('is refused for any byte that was changed before the last two lines', async () => {
    const file = await withReports(3)
    const good = await readFile(journalOf(file))
    const end = good.lastIndexOf('\n', good.lastIndexOf('\n', good.length - 2) - 1)
    for (let at = 0; at <= end; at += 5) {
      const damaged = Buffer.from(good)
      damaged[at] = (damaged[at] ?? 0) ^ 1
      await writeFile(journalOf(file), damaged)
      await expect(open(file, { mode: 'read' }), `byte ${at}`).rejects.toThrow(LedgerFileError)
    }
  })

  it('is refused where a newer program wrote it', async () => {
    const file = await withReports(1)
    const [, ...rest] = (await readFile(journalOf(file), 'utf8')).split('\n')
    // CRC-32 of the payload, worked out elsewhere.
    await writeFile(journalOf(file), ['["3984cbd2",{"version":2,"after":0}]', ...rest].join('\n'))
    await expect(open(file)).rejects.toThrow('格式 2，本程序只认到 1')
  })
})

describe('a crash between snapshot and journal', () => {
  /** Files of one ledger before a snapshot and after it: r1 is in the one before, r2 and r3 come after. */
  async function aroundSnapshot() {
    const file = fresh()
    const first = await open(file)
    await first.append([report('r1')], { seen: 0, letters: [letter('k1')] })
    await first.close()
    const store = await open(file)
    await store.append([report('r2')], { seen: 1, letters: [letter('k2')] })
    await store.append([report('r3')], { seen: 2 })
    const before = await asKilled(file)
    await store.close()
    return { before, after: await asKilled(file) }
  }
  type Files = Awaited<ReturnType<typeof aroundSnapshot>>

  const moments: readonly [what: string, leave: (files: Files) => Promise<unknown>][] = [
    ['before it', async () => undefined],
    [
      'while it is written',
      ({ before }) => writeFile(before.replace('duban.json', '.duban.json.tmp'), '{"version":2,"po'),
    ],
    [
      'before it takes its place',
      ({ before, after }) => copyFile(after, before.replace('duban.json', '.duban.json.tmp')),
    ],
    ['while the copy changes', ({ before }) => rm(`${before}.bak`)],
    ['before the journal is renewed', ({ before, after }) => copyFile(after, before)],
    [
      'before the journal takes its place',
      async ({ before, after }) => {
        await copyFile(after, before)
        await copyFile(journalOf(before), `${journalOf(before)}.bak`)
      },
    ],
    [
      'when all is done',
      async ({ before, after }) => {
        await copyFile(after, before)
        await rename(journalOf(before), `${journalOf(before)}.bak`)
        await copyFile(journalOf(after), journalOf(before))
      },
    ],
    [
      'and the snapshot was lost',
      async ({ before, after }) => {
        await rename(journalOf(before), `${journalOf(before)}.bak`)
        await copyFile(journalOf(after), journalOf(before))
      },
    ],
    ['and the journal was lost', async ({ before }) => rename(journalOf(before), `${journalOf(before)}.bak`)],
  ]

  it.each(moments)('%s loses nothing and doubles nothing', async (_, leave) => {
    const files = await aroundSnapshot()
    await leave(files)
    const store = await open(files.before)
    expect(await store.entries(0)).toEqual([report('r1'), report('r2'), report('r3')])
    expect(await store.letters()).toEqual([letter('k1'), letter('k2')])
    expect(await store.append([report('r4')], { seen: 3 })).toBe('appended')
    expect(await idsIn(await asKilled(files.before))).toEqual(['r1', 'r2', 'r3', 'r4'])
    await store.close()
    expect(await idsIn(files.before)).toEqual(['r1', 'r2', 'r3', 'r4'])
  })

  it.each([
    ['not there any more', ({ after }: Files) => rm(after), '不见了'],
    [
      'older than the one before',
      ({ after }: Files) => writeFile(after, '{"version":1,"documents":[]}'),
      '只到第0批记录',
    ],
  ])('is told from a snapshot that is %s, which is refused', async (_, lose, reason) => {
    const files = await aroundSnapshot()
    await lose(files)
    const before = await filesOf(files.after)
    const opened = open(files.after)
    await expect(opened).rejects.toThrow(LedgerFileError)
    await expect(opened).rejects.toThrow(reason)
    await expect(opened).rejects.toThrow(`最近一份完好的副本是 ${files.after}.bak`)
    expect(await filesOf(files.after)).toEqual(before)

    await copyFile(`${files.after}.bak`, files.after)
    expect(await idsIn(files.after)).toEqual(['r1', 'r2', 'r3'])
  })
})

describe('a long journal', () => {
  it('is shortened while the store goes on, and nothing is lost', async () => {
    const file = fresh()
    const store = await open(file, { snapshotAfter: 2000 })
    const ids = Array.from({ length: 200 }, (_, i) => `r${i}`)
    for (const id of ids) await store.append([report(id, `task of ${id}`)], { seen: 0 })
    const { 'duban.journal.jsonl': journal = '', 'duban.json': ledger = '' } = await filesOf(file)
    expect(journal).not.toContain('"r0"')
    expect(ledger).toContain('"r0"')
    expect(await idsIn(await asKilled(file))).toEqual(ids)
  })

  it('goes on when no snapshot can be written, and says so', async () => {
    const file = fresh()
    const told: unknown[] = []
    const store = await open(file, { snapshotAfter: 0, log: { warn: fields => told.push(fields['err']) } })
    const obstacle = file.replace('duban.json', '.duban.json.tmp')
    await mkdir(obstacle)
    for (let seen = 0; seen < 20; seen++) await store.append([report(`r${seen}`)], { seen })
    expect(told.length).toBeGreaterThan(0)
    expect(await idsIn(file)).toHaveLength(20)
    await rm(obstacle, { recursive: true })
    await store.close()
    expect(await idsIn(file)).toHaveLength(20)
  })
})
