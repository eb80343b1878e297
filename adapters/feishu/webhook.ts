import * as z from 'zod/mini'
import type { Clock, Inbound, PlatformRequest } from '../../src/core/ports.ts'
import { type AesKey, decrypt, equalInConstantTime, importEncryptKey, signatureOf } from './crypto.ts'
import { type Envelope, readEnvelope, readUrlVerification, type UrlVerification } from './envelope.ts'
import { readEvent } from './events.ts'
import { parseJson } from './json.ts'
import { WEBHOOK_LIMITS } from './limits.ts'
import type { FeishuSettings } from './settings.ts'

/** Reads what Feishu says to us. Reasons are codes: nothing of a request gets into a log through them. */
export interface FeishuReceiver {
  /** Verifies a request of the webhook, then reads it. */
  receive(request: PlatformRequest): Promise<Inbound>
  /** Reads an envelope that is authentic already: the long connection authenticates itself once. */
  handle(envelope: unknown): Promise<Inbound>
}

export interface ReceiverOptions {
  /** Our own open_id, asked for only where a message in a group mentions somebody. */
  botOpenId(): Promise<string>
  readonly clock: Clock
}

/** Without an Encrypt Key and a Verification Token (the long connection needs neither) every request is rejected. */
export function createFeishuReceiver(settings: FeishuSettings, { botOpenId, clock }: ReceiverOptions): FeishuReceiver {
  const open = createOpener(settings)
  const read = (envelope: Envelope) => readEvent(envelope, { settings, botOpenId })

  return {
    async receive(request) {
      const opened = await open(request.body)
      if (opened.kind === 'rejected') return opened
      const check = readUrlVerification(opened.content)
      if (check) return answerTo(check, settings)
      const refusal = opened.encrypted ? await refusalOf(request, { settings, now: clock.now() }) : 'not_encrypted'
      if (refusal !== null) return rejected(401, refusal)
      const envelope = readEnvelope(opened.content)
      if (!envelope) return rejected(401, 'no_envelope')
      const mismatch = mismatchIn(envelope, settings)
      return mismatch === null ? read(envelope) : rejected(401, mismatch)
    },

    async handle(value) {
      const envelope = readEnvelope(value)
      return envelope ? read(envelope) : { kind: 'ignored', reason: 'unexpected_shape' }
    },
  }
}

type Rejected = Extract<Inbound, { kind: 'rejected' }>

interface Opened {
  readonly kind: 'opened'
  readonly encrypted: boolean
  readonly content: unknown
}

const Encrypted = z.object({ encrypt: z.string() })

/** Opens bodies with the key made once. What stands beside `encrypt` counts for nothing. */
function createOpener({ encryptKey }: FeishuSettings): (body: string) => Promise<Opened | Rejected> {
  let key: Promise<AesKey> | undefined
  return async body => {
    if (isTooLong(body)) return rejected(413, 'body_too_long')
    const content = parseJson(body)
    if (content === undefined) return rejected(400, 'not_json')
    const { data: sealed } = Encrypted.safeParse(content)
    if (!sealed) return { kind: 'opened', encrypted: false, content }
    if (encryptKey === '') return rejected(401, 'no_encrypt_key')
    key ??= importEncryptKey(encryptKey)
    const plain = await decrypt(sealed.encrypt, await key)
    const inside = plain === null ? undefined : parseJson(plain)
    return inside === undefined ? rejected(401, 'undecryptable') : { kind: 'opened', encrypted: true, content: inside }
  }
}

/** Counted in bytes; a character has at least one, so that a huge body is not even encoded. */
function isTooLong(body: string): boolean {
  const { bodyBytes } = WEBHOOK_LIMITS
  return body.length > bodyBytes || (body.length * 3 > bodyBytes && new TextEncoder().encode(body).length > bodyBytes)
}

/** Why the headers do not vouch for the body; null where they do. The signature comes first: a stale one is a clock or a replay. */
async function refusalOf(
  { headers, body }: PlatformRequest,
  { settings: { encryptKey }, now }: { readonly settings: FeishuSettings; readonly now: Date },
): Promise<string | null> {
  const timestamp = headers['x-lark-request-timestamp']
  const nonce = headers['x-lark-request-nonce']
  const signature = headers['x-lark-signature']
  if (!timestamp || !nonce || !signature) return 'unsigned'
  const expected = await signatureOf({ timestamp, nonce, encryptKey, body })
  if (!equalInConstantTime(signature, expected)) return 'bad_signature'
  return isFresh(timestamp, now) ? null : 'stale_timestamp'
}

/** Seconds, milliseconds or microseconds, told by the length: the platform uses all three. */
const TIMESTAMP = /^(?<seconds>\d{10})(?:\d{3}|\d{6})?$/

/**
 * Whether a claim made at the first delivery is still kept. The first ten digits are the seconds in every unit, so moving digits
 * between timestamp and nonce, which the signature does not notice, gains nothing.
 */
function isFresh(timestamp: string, now: Date): boolean {
  const seconds = TIMESTAMP.exec(timestamp)?.groups?.['seconds']
  const age = now.getTime() - Number(seconds) * 1000
  return age <= WEBHOOK_LIMITS.ageMs && age >= -WEBHOOK_LIMITS.aheadMs
}

/** The URL check is not signed (步骤三：接收事件): its token alone speaks for it. */
function answerTo({ token, challenge }: UrlVerification, settings: FeishuSettings): Inbound {
  if (!isOurToken(token, settings)) return rejected(401, 'wrong_token')
  return { kind: 'handshake', acknowledgement: { status: 200, body: { challenge } } }
}

/** What shows that an envelope is of another app; null where nothing does. */
function mismatchIn({ token, appId }: Envelope, settings: FeishuSettings): string | null {
  if (!isOurToken(token, settings)) return 'wrong_token'
  return appId === settings.appId ? null : 'wrong_app'
}

function isOurToken(token: string, { verificationToken }: FeishuSettings): boolean {
  return verificationToken !== '' && equalInConstantTime(token, verificationToken)
}

function rejected(status: Rejected['status'], reason: string): Rejected {
  return { kind: 'rejected', status, reason }
}
