import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createLowdbStore } from '../adapters/store/lowdb.ts'

const folder = mkdtempSync(join(tmpdir(), 'duban-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

const CLI = resolve('src/cli.ts')

interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** `duban …` as a person starts it: a process of its own, with nothing imported unless it is started where something was. */
function duban(args: readonly string[], input = '', cwd = '.'): Promise<Run> {
  const data = join(cwd === '.' ? folder : cwd, 'duban.json')
  const env = { ...process.env, DUBAN_DATA: data, DUBAN_DOCUMENTS: '', DUBAN_ADMINS: '', DUBAN_CONFIRM: '' }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { env, cwd })
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

/** A folder with a ledger of its own. */
function office(name: string): string {
  const path = join(folder, name)
  mkdirSync(path)
  return path
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
    ['no list of people', ['people']],
    ['two lists of chats', ['chats', 'a.csv', 'b.csv']],
    ['a format that there is not', ['export', '--format', 'doc']],
    ['a workbook on standard output', ['export', '--out', '-']],
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

describe.concurrent('duban chat for who reports', () => {
  it('records, shows and exports; the next question knows of it', async () => {
    const cwd = office('reports')
    const said = ['绑定 省能源局', '27完成80%', '是', '导出 省能源局台账', '导出 省能源局台账']
    const { code, stdout, stderr } = await duban(['chat'], said.join('\n'), cwd)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/已绑定省能源局.*请确认这项进展.*已记录1项进展.*文件：省能源局台账\.xlsx/su)
    expect(readFileSync(join(cwd, '省能源局台账(2).xlsx')).subarray(0, 2).toString()).toBe('PK')
    expect((await duban(['ask', '5号文27条现在啥进度'], '', cwd)).stdout).toContain('最新进展（省能源局')
    expect((await duban(['ask', '5号文27条现在啥进度', '--as-of', '2023-06-01'], '', cwd)).stdout).not.toContain(
      '最新进展',
    )
  })

  it('leaves no file behind a conversation that only asks', async () => {
    const cwd = office('questions')
    await duban(['chat'], '省教育厅牵头哪些任务\n我是谁\n', cwd)
    expect(existsSync(join(cwd, 'duban.json'))).toBe(false)
  })

  it('goes on answering where another process has the ledger, and says why nothing is written', async () => {
    const cwd = office('served')
    const server = await createLowdbStore(join(cwd, 'duban.json'))
    const { code, stdout } = await duban(['chat'], '绑定 省能源局\n省教育厅牵头哪些任务\n', cwd)
    await server.close()
    expect(code).toBe(0)
    expect(stdout).toMatch(/只能提问，没有写入.*共13项/su)
    expect(stdout).not.toContain('已绑定')
  })
})

describe.concurrent('duban export', () => {
  it('writes a workbook beside the one before, and says where and how many', async () => {
    const cwd = office('workbooks')
    const runs = [await duban(['export', '--unit', '省能源局'], '', cwd), await duban(['export'], '', cwd)]
    expect(runs.map(({ code, stderr, stdout }) => [code, stderr, stdout])).toEqual([
      [0, '', expect.stringMatching(/^已导出省能源局台账，共\d项：台账\.xlsx\n$/u)],
      [0, '', '已导出督办台账，共276项：台账(2).xlsx\n'],
    ])
    expect(readFileSync(join(cwd, '台账.xlsx')).subarray(0, 2).toString()).toBe('PK')
    expect(existsSync(join(cwd, 'duban.json'))).toBe(false)
  })

  it('writes over the file it is told, in the format of its name', async () => {
    const cwd = office('named')
    writeFileSync(join(cwd, 'a.csv'), 'x')
    const { stdout } = await duban(['export', '--document', '5号文', '--out', 'a.csv'], '', cwd)
    expect(stdout).toMatch(/：a\.csv\n$/u)
    expect(readFileSync(join(cwd, 'a.csv'), 'utf8')).toMatch(/^\uFEFF"序号","任务"/u)
  })

  it('prints CSV and nothing else, while a server runs', async () => {
    const cwd = office('printed')
    const server = await createLowdbStore(join(cwd, 'duban.json'))
    const { code, stdout } = await duban(['export', '--format', 'csv', '--out', '-', '--unit', '省能源局'], '', cwd)
    await server.close()
    expect(code).toBe(0)
    expect(stdout).toMatch(/^\uFEFF"序号".*\r\n$/su)
  })

  it.each([
    ['unit', ['--unit', '省能源句'], '省能源局'],
    ['document', ['--document', '99号文'], '鲁政办字〔2023〕5号'],
    ['folder', ['--out', '/no/such/a.xlsx'], '/no/such/a.xlsx'],
  ])('fails for a %s that is not there', async (_, args, reason) => {
    const { code, stdout, stderr } = await duban(['export', ...args])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain(reason)
  })
})

describe.concurrent('duban people and duban chats', () => {
  it('import once what stands in a list', async () => {
    const cwd = office('lists')
    const people = fileOf('people.csv', '编号,姓名,单位,角色\nou_1,张三,省能源局,联络员\nou_2,李四,,督查室\n')
    const chats = fileOf('chats.csv', '群编号,单位\noc_1,省能源局\n')
    expect((await duban(['people', people], '', cwd)).stdout).toBe(
      '读了2行，写入2条。\n张三（feishu:ou_1）：省能源局联络员\n李四（feishu:ou_2）：督查室\n',
    )
    expect((await duban(['people', people], '', cwd)).stdout).toBe('读了2行，写入0条，都已是这样。\n')
    expect((await duban(['chats', chats], '', cwd)).stdout).toContain('feishu:oc_1：省能源局的工作群')
    expect((await duban(['chat'], '联络员名单\n', cwd)).stdout).toMatch(/张三.*省能源局.*李四.*督查室/su)
  })

  it('write nothing of a list with a mistake', async () => {
    const cwd = office('mistakes')
    const { code, stdout, stderr } = await duban(
      ['people', fileOf('bad.csv', '编号,单位\nou_1,省能源局\nou_2,省能源句\n')],
      '',
      cwd,
    )
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^第3行：/u)
    expect(existsSync(join(cwd, 'duban.json'))).toBe(false)
  })

  it('say which process has the ledger', async () => {
    const cwd = office('locked')
    const server = await createLowdbStore(join(cwd, 'duban.json'))
    const list = fileOf('one.csv', '编号,单位\nou_1,省能源局\n')
    const { code, stderr } = await duban(['people', list], '', cwd)
    await server.close()
    expect(code).toBe(1)
    expect(stderr).toContain(`PID ${process.pid}`)
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
  it('moves a ledger to the other store, which then answers', async () => {
    const cwd = office('moved')
    const question = ['ask', '一共有多少项任务', '--json']
    const migrate = ['migrate', '--from', 'lowdb', '--to', 'sqlite']
    await duban(['import', resolve(FIXTURE)], '', cwd)
    const before = await duban(question, '', cwd)
    const { code, stdout, stderr } = await duban(migrate, '', cwd)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/duban\.json 已搬到 .*duban\.db，原文件没有改动：\n {2}文件 1 → 1\n {2}记录 0 → 0\n/u)
    expect(await duban(migrate, '', cwd)).toMatchObject({ code: 1, stderr: expect.stringContaining('里已有内容') })

    rmSync(join(cwd, 'duban.json'))
    writeFileSync(join(cwd, '.env'), 'DUBAN_STORE=sqlite\n')
    expect(JSON.parse(before.stdout).total).toBeGreaterThan(276)
    expect((await duban(question, '', cwd)).stdout).toBe(before.stdout)
  })

  it.each([['--from lowdb'], ['--from lowdb --to lowdb'], ['--from lowdb --to mysql']])(
    'does not know %s',
    async args => {
      const { code, stderr } = await duban(['migrate', ...args.split(' ')])
      expect([code, stderr]).toEqual([2, expect.stringContaining('--to sqlite')])
    },
  )
})
