import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { LedgerLockedError } from '../../../adapters/store/lock.ts'
import { report } from '../../contracts/samples.ts'
import { temporaryLedgers } from './folders.ts'

const { fresh, open } = temporaryLedgers()

const STORE = pathToFileURL('adapters/store/lowdb.ts').href
const PROGRAM = `
  import { createLowdbStore } from ${JSON.stringify(STORE)}
  await createLowdbStore(process.argv[1])
  console.log('open')
  setInterval(() => {}, 1000)`

const children: ChildProcess[] = []
afterEach(() => Promise.all(children.splice(0).map(end)))

/** Another process that has the ledger open. */
async function otherProcess(file: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  await once(child.stdout, 'data')
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'close')
}

/** A lock file as somebody left it. */
async function lockedBy(holder: string): Promise<string> {
  const file = fresh()
  await mkdir(dirname(file))
  await writeFile(`${file}.lock`, holder)
  return file
}

describe('the lock of a ledger', () => {
  it('keeps a second process out, and names the first and the file', async () => {
    const file = fresh()
    const { pid } = await otherProcess(file)
    const opened = open(file)
    await expect(opened).rejects.toThrow(LedgerLockedError)
    await expect(opened).rejects.toThrow(`另一个督办进程（PID ${pid}）正在使用 ${file}`)
    expect(await (await open(file, { mode: 'read' })).entries(0)).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('is free when the process was killed', async () => {
    const file = fresh()
    await end(await otherProcess(file))
    expect(await readFile(`${file}.lock`, 'utf8')).toContain('"pid"')
    const store = await open(file)
    expect(await store.append([report('r1')], { seen: 0 })).toBe('appended')
  })

  it('keeps the same process out too, until it closed the ledger', async () => {
    const file = fresh()
    const store = await open(file)
    await expect(open(file)).rejects.toThrow(`（PID ${process.pid}）`)
    await store.close()
    expect(await (await open(file)).entries(0)).toEqual([])
  })

  it('is kept by a file where the socket does not reach', async () => {
    const file = fresh()
    const holder = await otherProcess(file)
    const lock = await readFile(`${file}.lock`, 'utf8')
    const elsewhere = await lockedBy(lock)
    await expect(open(elsewhere)).rejects.toThrow(`另一个督办进程（PID ${holder.pid}）正在使用 ${elsewhere}`)
    await end(holder)
    expect(await (await open(elsewhere)).entries(0)).toEqual([])
  })

  it('is not taken from another host, which nobody here can see', async () => {
    const holder = JSON.stringify({ pid: 1, host: 'another-host', started: '' })
    const file = await lockedBy(holder)
    const opened = open(file)
    await expect(opened).rejects.toThrow('主机 another-host 上的督办进程（PID 1）')
    await expect(opened).rejects.toThrow(`确认它已经停止后，删除 ${file}.lock 再启动`)
    expect(await readFile(`${file}.lock`, 'utf8')).toBe(holder)
    await rm(`${file}.lock`)
    expect(await (await open(file)).entries(0)).toEqual([])
  })

  it.each([
    [
      'whose number another process has now',
      JSON.stringify({ pid: process.pid, host: hostname(), started: 'earlier' }),
    ],
    ['whose number nobody has', JSON.stringify({ pid: 2 ** 30, host: hostname(), started: '' })],
    ['that ended while writing its name', '{"pid":12'],
  ])('is taken from a process %s', async (_, holder) => {
    const store = await open(await lockedBy(holder))
    expect(await store.append([report('r1')], { seen: 0 })).toBe('appended')
  })

  it('is not held by an opening that failed', async () => {
    const file = fresh()
    await mkdir(dirname(file))
    await writeFile(file, 'damaged')
    await expect(open(file)).rejects.toThrow('不是有效的 JSON')
    await rm(file)
    expect(await (await open(file)).entries(0)).toEqual([])
  })
})
