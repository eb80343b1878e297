import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let folder = ''
const children: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-server-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

function startServer(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['src/node.ts'], {
    env: { ...process.env, DUBAN_DATA: join(folder, 'duban.json'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', chunk => {
    output.stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', chunk => {
    output.stderr += chunk
  })
  return { child, output }
}

describe('the server process', () => {
  it('serves the ledger, says so in one line, and stops when asked', async () => {
    const { child, output } = startServer({ PORT: '0' })
    await once(child.stdout, 'data')
    expect(output.stdout).toMatch(/^duban: http:\/\/localhost:\d+, 5 documents, \d+ tasks, Feishu: off\n$/)

    const health = await fetch(`${output.stdout.split(/[ ,]/)[1]}/healthz`)
    expect(await health.json()).toMatchObject({ ok: true, documents: 5, feishu: 'off', unsettled: 0 })

    child.kill('SIGTERM')
    expect(await once(child, 'close')).toEqual([0, null])
    expect(output.stderr).toBe('')
  })

  it.each([
    ['a port that is none', { PORT: 'http' }, 'duban: PORT: '],
    ['half of Feishu', { PORT: '0', FEISHU_APP_ID: 'cli_0123456789abcdef' }, 'duban: FEISHU_APP_SECRET: '],
    ['a folder that is not there', { PORT: '0', DUBAN_DOCUMENTS: '/no/such/folder' }, '/no/such/folder'],
  ])('does not start with %s and says why in one line', async (_, env, reason) => {
    const { child, output } = startServer(env)
    expect(await once(child, 'close')).toEqual([1, null])
    expect(output.stderr).toContain(reason)
    expect(output.stderr.trim().split('\n')).toHaveLength(1)
    expect(output.stdout).toBe('')
  })

  it('names PORT when the port is taken', async () => {
    const other = createServer().listen(0)
    await once(other, 'listening')
    const address = other.address()
    const port = address !== null && typeof address === 'object' ? String(address.port) : ''
    const { child, output } = startServer({ PORT: port })
    expect(await once(child, 'close')).toEqual([1, null])
    expect(output.stderr).toMatch(/^duban: PORT: cannot listen \(.*EADDRINUSE.*\)\n$/)
    other.close()
  })
})
