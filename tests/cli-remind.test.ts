import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'duban-remind-'))
afterAll(() => rmSync(folder, { recursive: true }))

function duban(...args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const env = { ...process.env, DUBAN_DATA: join(folder, 'duban.json'), DUBAN_DOCUMENTS: '' }
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
  })
}

describe('duban remind', () => {
  it('knows nobody to tell before anybody is bound, and makes no ledger', async () => {
    const { code, stdout, stderr } = await duban('remind', '--as-of', '2023-12-28')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^2023-12-28（工作日）：0条消息\n\n没有联络员或工作群，送不到：\n/u)
    expect(existsSync(join(folder, 'duban.json'))).toBe(false)
  })

  it('takes no day that there is not', async () => {
    const { code, stdout, stderr } = await duban('remind', '--as-of', '12月28日')
    expect([code, stdout, stderr]).toEqual([2, '', '--as-of 要写成 YYYY-MM-DD，不是“12月28日”。\n'])
  })

  describe('with a liaison officer', () => {
    beforeAll(async () => {
      const list = join(folder, '名单.csv')
      writeFileSync(list, '编号,姓名,单位,角色\nfeishu:ou_1,王五,省能源局,联络员\n')
      const { code } = await duban('people', list)
      expect(code).toBe(0)
    }, 20_000)

    it('prints who is told what, and why', async () => {
      const { stdout } = await duban('remind', '--as-of', '2023-12-28')
      expect(stdout).toContain('→ person:feishu:ou_1（王五，省能源局）\n  因为 鲁政办字〔2023〕5号#27 ')
      expect(stdout).toContain('\n6项任务还有3天到期\n')
    })

    it('prints exactly one JSON value, the same with --dry-run', async () => {
      const plain = await duban('remind', '--as-of', '2023-12-28', '--json')
      const dry = await duban('remind', '--as-of', '2023-12-28', '--json', '--dry-run')
      expect(dry).toEqual(plain)
      const { letters, ...rest } = JSON.parse(plain.stdout)
      expect(rest).toMatchObject({ asOf: '2023-12-28', sent: false })
      expect(letters).toHaveLength(1)
      expect(letters[0]).toMatchObject({ to: 'person:feishu:ou_1', name: '王五', units: ['省能源局'] })
      expect(letters[0].notices).toHaveLength(6)
    })
  })
})
