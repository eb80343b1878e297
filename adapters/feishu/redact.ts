import type { Logger } from '@larksuiteoapi/node-sdk'
import type { Log } from '../../src/core/log.ts'
import { HttpFailure } from './http.ts'
import type { FeishuSettings } from './settings.ts'

/** Makes a foreign sentence one that may be logged. */
export type Redact = (text: string) => string

const LONGEST = 240

/** What gives access or was written by somebody: tokens by their prefix, what follows Bearer, the query of an address, values by their name. */
const CONFIDENTIAL: readonly (readonly [RegExp, string])[] = [
  [/\bBearer\s+\S+/gi, 'Bearer …'],
  [/\b[tuac]-[\w.-]{6,}/g, '…'],
  [/\?[^\s"'<>]+/g, '?…'],
  [
    /\b(?<name>app_?secret|\w*token|ticket|access_key|content|text)(?<mark>["']?\s*[:=]\s*)(?:"(?:[^"\\]|\\.)*"?|[^\s"',}]+)/gi,
    '$<name>$<mark>…',
  ],
]

/**
 * Takes out what gives access, and all that is not ASCII: the platform words its errors in English and quotes in them
 * what people wrote. `bad tag 督查 with Bearer t-1234567` => `bad tag … with Bearer …`
 */
export function createRedact({ appSecret, encryptKey, verificationToken }: FeishuSettings): Redact {
  const secrets = [appSecret, encryptKey, verificationToken].filter(secret => secret !== '')
  return text => {
    const withoutOurs = secrets.reduce((left, secret) => left.replaceAll(secret, '…'), text)
    const withoutAny = CONFIDENTIAL.reduce((left, [pattern, instead]) => left.replace(pattern, instead), withoutOurs)
    return withoutAny.replace(/[^\x20-\x7e…]+/g, '…').slice(0, LONGEST)
  }
}

/**
 * The SDK's logger. On its own it prints the app's secret and tokens when a call fails; through this one come
 * redacted strings and messages of errors, no objects. Failed calls are not repeated here: who made them tells.
 */
export function createSdkLogger(log: Log, redact: Redact): Logger {
  const warn = (...said: unknown[]): void => {
    const words = wordsOf(said)
    if (words !== '') log.warn({ sdk: redact(words) }, 'feishu: the SDK says')
  }
  const nothing = (): void => undefined
  return { error: warn, warn, info: nothing, debug: nothing, trace: nothing }
}

function wordsOf(said: unknown): string {
  if (Array.isArray(said))
    return said
      .map(wordsOf)
      .filter(words => words !== '')
      .join(' ')
  if (said instanceof HttpFailure) return ''
  if (said instanceof Error) return `${said.name}: ${said.message}`
  return typeof said === 'string' ? said : ''
}
