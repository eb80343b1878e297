import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import * as z from 'zod/mini'

/** A program for workerd. */
export interface Program {
  /** Where `worker.js` and its texts lie. */
  readonly folder: string
  readonly texts?: readonly string[]
  readonly variables?: Readonly<Record<string, string>>
}

const objectsOf = (folder: string): string => join(folder, 'objects')
const quoted = (text: string): string => JSON.stringify(text)

/** Cap’n Proto, as workerd reads it (workerd.capnp): one Worker with its objects on the disk. */
const configOf = ({ folder, texts = [], variables = {} }: Program): string => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "internet", network = (allow = ["public", "private", "local"])),
    (name = "disk", disk = (path = ${quoted(objectsOf(folder))}, writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const main :Workerd.Worker = (
  compatibilityDate = "2026-10-01",
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    ${texts.map(name => `(name = ${quoted(`./${name}`)}, text = embed ${quoted(name)}),`).join('\n    ')}
  ],
  bindings = [
    (name = "ORGANISATION", durableObjectNamespace = (className = "Organisation")),
    ${Object.entries(variables)
      .map(([name, value]) => `(name = ${quoted(name)}, text = ${quoted(value)}),`)
      .join('\n    ')}
  ],
  durableObjectNamespaces = [(className = "Organisation", uniqueKey = "organisation", enableSql = true)],
  durableObjectStorage = (localDisk = "disk"),
);
`

const Listening = z.object({ event: z.literal('listen'), port: z.number() })

/** Starts workerd as it is installed, without wrangler around it. `startMs`: until it took requests, its program loaded. */
export async function startWorkerd(program: Program) {
  const config = join(program.folder, 'config.capnp')
  mkdirSync(objectsOf(program.folder), { recursive: true })
  writeFileSync(config, configOf(program))
  const started = performance.now()
  const child = spawn(join('node_modules', 'workerd', 'bin', 'workerd'), ['serve', config, '--control-fd=3'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const ended = once(child, 'close').then(() => Promise.reject(new Error('workerd did not start')))
  const [line] = await Promise.race([once((child.stdio[3] as Readable).setEncoding('utf8'), 'data'), ended])
  const startMs = performance.now() - started
  const { port } = Listening.parse(JSON.parse(String(line).split('\n')[0] ?? ''))
  return {
    port,
    startMs,
    async stop(): Promise<void> {
      child.kill('SIGKILL')
      await ended.catch(() => undefined)
    },
  }
}
