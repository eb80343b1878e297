import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { hostname } from 'node:os'
import { basename, dirname } from 'node:path'
import * as z from 'zod/mini'
import { DubanError } from '../../src/core/errors.ts'
import type { FileNames } from './file-names.ts'
import { LedgerFileError } from './ledger-file-error.ts'
import { parseJson } from './parse-json.ts'
import { readIfThere } from './read-if-there.ts'

/** Which process writes. `started` tells it from a later one with the same number; empty where the system does not say. */
const Holder = z.object({ pid: z.number(), host: z.string(), started: z.string() })
type Holder = z.infer<typeof Holder>

/** Another process writes to the ledger. */
export class LedgerLockedError extends DubanError {
  constructor(message: string) {
    super('ledger_locked', message)
  }
}

export interface Lock {
  release(): Promise<void>
}

/**
 * Makes this process the only one that writes to a ledger, or says who is. An abstract socket decides where there are any
 * (Linux): the system frees it with the process, however that ends. It holds within one network namespace only; containers
 * that share a volume are kept apart by the lock file.
 */
export async function takeLock(files: FileNames): Promise<Lock> {
  await makeFolder(files.ledger)
  const socket = await holdSocket(files)
  try {
    const mine = await writeLockFile(files)
    return {
      async release() {
        if ((await readIfThere(files.lock))?.toString() === mine) await rm(files.lock, { force: true })
        socket?.close()
      },
    }
  } catch (error) {
    socket?.close()
    throw error
  }
}

async function makeFolder(ledger: string): Promise<void> {
  try {
    await mkdir(dirname(ledger), { recursive: true })
  } catch (cause) {
    throw notWritable(ledger, cause)
  }
}

const notWritable = (ledger: string, cause: unknown): LedgerFileError =>
  new LedgerFileError(ledger, `所在的目录不能写（${codeOf(cause) ?? String(cause)}）。请检查目录的权限。`, { cause })

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

async function holdSocket(files: FileNames): Promise<Server | null> {
  if (process.platform !== 'linux') return null
  try {
    return await listen(await socketName(files.ledger))
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') throw inUse(files, await readHolder(files.lock))
    // A sandbox may forbid sockets: the lock file has to do.
    return null
  }
}

/** Named after the folder itself, not its path: two containers may have different folders under one path. */
async function socketName(ledger: string): Promise<string> {
  const { dev, ino } = await stat(dirname(ledger))
  return `\0duban-${createHash('sha256')
    .update(`${dev}:${ino}/${basename(ledger)}`)
    .digest('hex')}`
}

function listen(path: string): Promise<Server> {
  const server = createServer(socket => socket.destroy())
  // It keeps no process alive.
  server.unref()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ path, exclusive: true }, () => resolve(server))
  })
}

async function writeLockFile(files: FileNames): Promise<string> {
  const holder = { pid: process.pid, host: hostname(), started: (await startOf(process.pid)) ?? '' } satisfies Holder
  const mine = `${JSON.stringify(holder)}\n`
  if (await create(files, mine)) return mine
  const found = await readHolder(files.lock)
  if (found && (await mayRun(found))) throw inUse(files, found)
  await rm(files.lock, { force: true })
  if (await create(files, mine)) return mine
  throw inUse(files, await readHolder(files.lock))
}

/** False where the file is there already. */
async function create({ lock, ledger }: FileNames, text: string): Promise<boolean> {
  try {
    await writeFile(lock, text, { flag: 'wx' })
    return true
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false
    throw notWritable(ledger, cause)
  }
}

/** Null where there is none, or only part of one: who wrote it ended while writing. */
async function readHolder(lock: string): Promise<Holder | null> {
  const bytes = await readIfThere(lock)
  return Holder.safeParse(parseJson(bytes?.toString() ?? '')).data ?? null
}

/** What runs on another host cannot be seen from here. A container that starts again keeps its name; another one has another. */
async function mayRun({ pid, host, started }: Holder): Promise<boolean> {
  return host !== hostname() || (await startOf(pid)) === started
}

/** When a process started, as the system counts; empty where it does not say, null where there is no such process. */
async function startOf(pid: number): Promise<string | null> {
  return process.platform === 'linux' ? startOnLinux(pid) : isThere(pid)
}

/** Places behind the name of the program in `/proc/<pid>/stat`: see proc_pid_stat(5), fields 3 and 22. */
const STATE = 0
const START_TICKS = 19

async function startOnLinux(pid: number): Promise<string | null> {
  const line = (await readIfThere(`/proc/${pid}/stat`))?.toString()
  if (line === undefined) return null
  // The name may hold anything, also spaces and brackets.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  if (/[ZX]/u.test(fields[STATE] ?? '')) return null
  const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim()
  return `${boot}:${fields[START_TICKS]}`
}

function isThere(pid: number): string | null {
  try {
    process.kill(pid, 0)
    return ''
  } catch (error) {
    return codeOf(error) === 'ESRCH' ? null : ''
  }
}

function inUse({ ledger, lock }: FileNames, holder: Holder | null): LedgerLockedError {
  if (holder && holder.host !== hostname()) {
    return new LedgerLockedError(
      `主机 ${holder.host} 上的督办进程（PID ${holder.pid}）正在使用 ${ledger}，这里看不到它是否还在运行。` +
        `确认它已经停止后，删除 ${lock} 再启动。`,
    )
  }
  return new LedgerLockedError(
    `另一个督办进程（PID ${holder?.pid ?? '不详'}）正在使用 ${ledger}。同一份台账只能由一个进程写，请先停止那个进程。` +
      (process.platform === 'linux' ? '' : `确认它已经停止的，删除 ${lock} 再启动。`),
  )
}
