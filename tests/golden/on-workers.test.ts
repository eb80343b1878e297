import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestHarness } from 'wrangler'
import { Questions } from './judge.ts'

const TODAY = '2024-07-01'

/** The questions as `duban ask --batch` takes them. */
async function batch(): Promise<string> {
  const questions = Questions.parse(JSON.parse(await readFile(new URL('questions.json', import.meta.url), 'utf8')))
  return questions.map(({ id, q, turns = [q], asOf = TODAY }) => JSON.stringify({ id, turns, asOf })).join('\n')
}

const server = createTestHarness({
  workers: [
    {
      config: {
        name: 'answers',
        main: 'tests/golden/answers-worker.ts',
        compatibility_date: '2026-10-01',
        build: { command: 'node adapters/documents/bundle-seeds.ts' },
      },
    },
  ],
})
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-answers-'))
  await server.listen()
}, 60_000)
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

async function onNode(lines: string): Promise<string> {
  const file = join(folder, 'questions.jsonl')
  await writeFile(file, lines)
  const env = { ...process.env, DUBAN_DATA: join(folder, 'duban.json'), DUBAN_DOCUMENTS: '', DUBAN_STORE: '' }
  const command = ['src/cli.ts', 'ask', '--batch', file, '--as-of', TODAY]
  return (await promisify(execFile)(process.execPath, command, { env, maxBuffer: 2 ** 28 })).stdout
}

const onWorkers = async (lines: string): Promise<string> =>
  (await server.getWorker().fetch(`/?today=${TODAY}`, { method: 'POST', body: lines })).text()

describe('the seed documents', { timeout: 60_000 }, () => {
  it('answer every question on Workers as they do on Node, byte for byte', async () => {
    const lines = await batch()
    const [node, workers] = await Promise.all([onNode(lines), onWorkers(lines)])
    expect(node.split('\n')).toHaveLength(lines.split('\n').length + 1)
    expect(workers.split('\n')).toEqual(node.split('\n'))
    expect(workers).toBe(node)
  })
})
