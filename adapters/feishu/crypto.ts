import { bytesOf } from './base64.ts'

/**
 * Encryption and signature of event callbacks (将事件发送至开发者服务器; 步骤三：接收事件), with Web Crypto alone, so that the same
 * code runs on Node and on Workers.
 */

const IV_BYTES = 16

/** Named the long way: the runtimes declare it in different places. */
export type AesKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** AES-256-CBC under the SHA-256 of the Encrypt Key. */
export async function importEncryptKey(encryptKey: string): Promise<AesKey> {
  return crypto.subtle.importKey('raw', await sha256(encryptKey), 'AES-CBC', false, ['decrypt'])
}

/** What `base64(IV ‖ ciphertext)` hides; null where it is not base64, not under this key, or not UTF-8. */
export async function decrypt(encrypted: string, key: AesKey): Promise<string | null> {
  try {
    const bytes = bytesOf(encrypted)
    const iv = bytes.subarray(0, IV_BYTES)
    const plain = await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, key, bytes.subarray(IV_BYTES))
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch {
    return null
  }
}

/** What a signature covers. */
export interface Signed {
  readonly timestamp: string
  readonly nonce: string
  readonly encryptKey: string
  /** Exactly as received: the platform signs bytes, not JSON. */
  readonly body: string
}

/** `X-Lark-Signature`: a plain hash in lower-case hex, not an HMAC. */
export async function signatureOf({ timestamp, nonce, encryptKey, body }: Signed): Promise<string> {
  return sha256Hex(timestamp + nonce + encryptKey + body)
}

/** SHA-256 of a text in lower-case hex. */
export async function sha256Hex(text: string): Promise<string> {
  return Array.from(await sha256(text), byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Compares in a time that depends on the length alone. `timingSafeEqual` is not on both runtimes. */
export function equalInConstantTime(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length
  for (let i = 0; i < expected.length; i += 1) difference |= given.charCodeAt(i) ^ expected.charCodeAt(i)
  return difference === 0
}

async function sha256(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}
