import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'duban-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** `duban …` as a person starts it: a process of its own, with nothing imported. */
function duban(args: readonly string[], input = '', variables: Readonly<Record<string, string>> = {}): Promise<Run> {
  const env = { ...process.env, DUBAN_DATA: join(folder, 'duban.json'), DUBAN_DOCUMENTS: '', ...variables }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/cli.ts', ...args], { env })
    const output = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', text => {
      output.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      output.stderr += text
    })
    child.on('error', reject)
    child.on('close', code => resolve({ code, ...output }))
    child.stdin.end(input)
  })
}

function fileOf(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const FIXTURE = 'tests/fixtures/documents/绿色升级方案.txt'

describe.concurrent('duban ask', () => {
  it('prints the answer as a person reads it', async () => {
    const { code, stdout, stderr } = await duban(['ask', '省教育厅牵头哪些任务'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^省教育厅牵头的任务共13项，本页1–10\n1\. /u)
  })

  it('takes the words of a question that the shell has split', async () => {
    const [whole, split] = await Promise.all([
      duban(['ask', '省教育厅 牵头哪些任务']),
      duban(['ask', '省教育厅', '牵头哪些任务']),
    ])
    expect(split.stdout).toBe(whole.stdout)
  })

  it('prints exactly one JSON value with --json', async () => {
    const { code, stdout, stderr } = await duban(['ask', '省教育厅牵头哪些任务', '--json'])
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({ question: '省教育厅牵头哪些任务', kind: 'tasks', total: 13 })
  })

  it('has nothing to say, and that is no failure', async () => {
    const { code, stdout } = await duban(['ask', '脑机接口', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'none', total: 0, taskIds: [], citations: [] })
  })

  it('goes by the day it is told', async () => {
    const { stdout } = await duban(['ask', '下个月到期的任务', '--as-of', '2023-05-10', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'tasks', total: 1 })
  })

  it('reads the documents of the folder it is told, and no others', async () => {
    const { stdout } = await duban(['ask', '一共有多少项任务', '--documents', 'tests/fixtures/documents', '--json'])
    const answer = JSON.parse(stdout)
    expect(answer.kind).toBe('count')
    expect(answer.taskIds.filter((id: string) => id.startsWith('鲁政办字'))).toEqual([])
  })

  it('answers a batch as JSON Lines, in order, each by itself', async () => {
    const questions = [
      { id: 'b', q: '省教育厅牵头哪些任务' },
      { id: 'a', turns: ['省教育厅牵头哪些任务', '那参与的呢'] },
      { id: 'c', q: '下一页' },
      { id: 'd', q: '下个月到期的任务', asOf: '2023-05-10' },
    ]
    const batch = fileOf('questions.jsonl', questions.map(question => JSON.stringify(question)).join('\n'))
    const { code, stdout, stderr } = await duban(['ask', '--batch', batch])
    expect([code, stderr]).toEqual([0, ''])
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(answers.map(({ id, kind, total }) => [id, kind, total])).toEqual([
      ['b', 'tasks', 13],
      ['a', 'tasks', 1],
      ['c', 'help', 0],
      ['d', 'tasks', 1],
    ])
  })
})

describe.concurrent('duban parse', () => {
  it('prints the report that a person checks', async () => {
    const { code, stdout, stderr } = await duban(['parse', FIXTURE])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout.length).toBeGreaterThan(100)
    expect(() => JSON.parse(stdout)).toThrow(SyntaxError)
  })

  it('prints one document as one JSON value, several as an array', async () => {
    const [one, two] = await Promise.all([
      duban(['parse', FIXTURE, '--json']),
      duban(['parse', FIXTURE, 'seeds/documents/鲁政发〔2023〕6号.txt', '--json']),
    ])
    const parsed = JSON.parse(one.stdout)
    expect(Object.keys(parsed)).toEqual(['document', 'tasks', 'doubts'])
    expect(JSON.parse(two.stdout)).toMatchObject([parsed, { document: { id: '鲁政发〔2023〕6号' } }])
  })

  it('refuses what is classified, unless somebody says so', async () => {
    const secret = fileOf(
      '密件.txt',
      '机密★10年\n关于印发工作要点的通知\n一、重点任务\n1．发展核电。（牵头单位：省能源局）\n',
    )
    const [refused, allowed] = await Promise.all([
      duban(['parse', secret, '--json']),
      duban(['parse', secret, '--json', '--allow-classified']),
    ])
    expect([refused.code, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toContain('机密★10年')
    expect(allowed.code).toBe(0)
  })
})

describe.concurrent('a failed job exits with 1, and says why on stderr only', () => {
  it.each([
    ['a file that is not there', ['parse', '/no/such/file.txt', '--json'], '/no/such/file.txt'],
    ['a folder that is not there', ['ask', '核电', '--documents', '/no/such/folder'], '/no/such/folder'],
    ['a batch that is not there', ['ask', '--batch', '/no/such/batch.jsonl'], '/no/such/batch.jsonl'],
  ])('%s', async (_, args, reason) => {
    const { code, stdout, stderr } = await duban(args)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain(reason)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('a bad line of a batch, by its number', async () => {
    const { code, stderr } = await duban(['ask', '--batch', fileOf('bad.jsonl', '{"id":1,"q":"核电"}\nnonsense\n')])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^第2行/u)
  })
})

describe.concurrent('wrong usage exits with 2, and says so on stderr only', () => {
  it.each([
    ['a verb that there is not', ['frobnicate']],
    ['an option that there is not', ['ask', '核电', '--loud']],
    ['no question', ['ask']],
    ['no file', ['parse']],
    ['nothing to import', ['import']],
    ['a day that is none', ['ask', '核电', '--as-of', '昨天']],
    ['a day that no calendar has', ['ask', '核电', '--as-of', '2023-13-01']],
    ['an option without its value', ['ask', '核电', '--as-of']],
  ])('%s', async (_, args) => {
    const { code, stdout, stderr } = await duban(args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).not.toBe('')
    expect(stderr).not.toMatch(/^\s+at /mu)
  })

  it.each([[[]], [['help']], [['--help']], [['ask', '-h']]])('but %j prints the usage', async args => {
    const { code, stdout, stderr } = await duban(args)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('duban ask')
  })
})

describe.concurrent('duban chat', () => {
  it('greets, answers line by line with the memory of a conversation, and ends with the input', async () => {
    const { code, stdout, stderr } = await duban(['chat'], '省教育厅牵头哪些任务\n\n那参与的呢\n')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^督办台账：5个文件，276项任务。/u)
    expect(stdout).toContain('省教育厅牵头的任务共13项')
    expect(stdout).toContain('全面提升上合示范区建设水平')
    expect(stdout.indexOf('省教育厅牵头的任务共13项')).toBeLessThan(stdout.indexOf('省教育厅参与的任务'))
  })

  it.each(['退出', 'exit'])('ends at %s', async word => {
    const { code, stdout } = await duban(['chat'], `${word}\n省教育厅牵头哪些任务\n`)
    expect(code).toBe(0)
    expect(stdout).not.toContain('省教育厅牵头的任务')
  })
})

describe('duban import', () => {
  it('adds a document to the ledger that the next question is answered from', async () => {
    const imported = await duban(['import', FIXTURE])
    expect([imported.code, imported.stderr]).toEqual([0, ''])
    const parsed = JSON.parse((await duban(['parse', FIXTURE, '--json'])).stdout)
    const answer = JSON.parse((await duban(['ask', '一共有多少项任务', '--json'])).stdout)
    expect(answer.total).toBe(276 + parsed.tasks.length)
    rmSync(join(folder, 'duban.json'))
  })
})

describe('duban migrate', () => {
  const inFolder = { DUBAN_DATA: join(folder, 'moved.json') }

  it('moves a ledger to the other store, which then answers', async () => {
    await duban(['import', FIXTURE], '', inFolder)
    const { code, stdout, stderr } = await duban(['migrate', '--from', 'lowdb', '--to', 'sqlite'], '', inFolder)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/moved\.json 已搬到 .*moved\.db，原文件没有改动：\n {2}文件 1 → 1\n {2}记录 0 → 0\n/u)
    const question = ['ask', '一共有多少项任务', '--json']
    const answers = await Promise.all(
      ['lowdb', 'sqlite'].map(DUBAN_STORE => duban(question, '', { ...inFolder, DUBAN_STORE })),
    )
    expect(answers[1]?.stdout).toBe(answers[0]?.stdout)
    expect(JSON.parse(answers[1]?.stdout ?? '').total).toBeGreaterThan(276)

    const again = await duban(['migrate', '--from', 'lowdb', '--to', 'sqlite'], '', inFolder)
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('里已有内容') })
  })

  it.each([[['--from', 'lowdb']], [['--from', 'lowdb', '--to', 'lowdb']], [['--from', 'lowdb', '--to', 'mysql']]])(
    'does not know %s',
    async args => {
      expect(await duban(['migrate', ...args])).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('--to sqlite'),
      })
    },
  )
})
