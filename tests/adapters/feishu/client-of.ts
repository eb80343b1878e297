import { createFeishuClient } from '../../../adapters/feishu/client.ts'
import type { Log } from '../../../src/core/log.ts'
import { APP } from '../../feishu/stand-in.ts'
import { MESSAGES } from '../../feishu/stand-in-faults.ts'

/** An app as configured; the stand-in knows its id and its secret. */
export const SETTINGS = { ...APP, encryptKey: 'encrypt-key-51c0', verificationToken: 'verification-8d2e' }

/** A log that keeps its lines, as they would be printed. */
export function createLines() {
  const lines: string[] = []
  const line = (fields: Readonly<Record<string, unknown>>, message: string): void => {
    lines.push(`${JSON.stringify(fields)} ${message}`)
  }
  const log: Log = { debug: line, info: line, warn: line, error: line }
  return { log, lines }
}

interface Options {
  readonly fetch?: typeof fetch
  readonly appSecret?: string
}

/** Gives up the next `times` calls of the message API after 80 ms: for those that the stand-in never answers. */
export function impatientFor(times: number): typeof fetch {
  let left = times
  return (input, init) => {
    if (left === 0 || !String(input).includes(MESSAGES)) return fetch(input, init)
    left -= 1
    return fetch(input, { ...init, signal: AbortSignal.timeout(80) })
  }
}

/** A client whose pauses take no time; they are noted. Its clock moves by them. */
export function clientOf(domain: string, { fetch = globalThis.fetch, ...settings }: Options = {}) {
  let now = Date.now()
  const pauses: number[] = []
  const sleep = async (ms: number): Promise<void> => {
    pauses.push(ms)
    now += ms
  }
  const { log, lines } = createLines()
  const clock = { now: () => new Date(now) }
  const client = createFeishuClient({ ...SETTINGS, domain, ...settings }, { clock, sleep, log, fetch })
  return { client, pauses, lines }
}
