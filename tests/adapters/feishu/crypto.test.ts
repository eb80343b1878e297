import { describe, expect, it } from 'vitest'
import { decrypt, equalInConstantTime, importEncryptKey, signatureOf } from '../../../adapters/feishu/crypto.ts'
import { encrypt } from '../../feishu/fake-feishu.ts'

const KEY = 'test key'
const HELLO = 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk='
const CHALLENGE =
  'AQEBAQEBAQEBAQEBAQEBAQPhoKKTEFj3aVICLPNFRWoQ0qx8Th4E9ct15f/OXpeqk81tSM3O60pXV4jgYq+JfO41BRu2wbJ69OgSjlQzQJ8='

describe('decrypting', () => {
  it.each([
    ["the platform's own example", HELLO, 'hello world'],
    ['an address check', CHALLENGE, '{"challenge":"abc","token":"vt","type":"url_verification"}'],
    ['Chinese', encrypt('省教育厅牵头哪些任务', KEY), '省教育厅牵头哪些任务'],
    ['nothing', encrypt('', KEY), ''],
  ])('opens %s', async (_, encrypted, plain) => {
    expect(await decrypt(encrypted, await importEncryptKey(KEY))).toBe(plain)
  })

  it.each([
    ['what another key closed', encrypt('hello world', 'another key')],
    ['what is not base64', '省教育厅'],
    ['nothing at all', ''],
    ['an IV without a text', 'AQEBAQEBAQEBAQEBAQEBAQ=='],
    ['a text cut short', HELLO.slice(0, -8)],
    ['bytes that are no text', encryptBytes('//79')],
  ])('does not open %s', async (_, encrypted) => {
    expect(await decrypt(encrypted, await importEncryptKey(KEY))).toBeNull()
  })
})

/** Closes bytes that are not UTF-8, in base64. */
function encryptBytes(bytes: string): string {
  return encrypt(Buffer.from(bytes, 'base64'), KEY)
}

describe('the signature', () => {
  it.each([
    [`{"encrypt":"${CHALLENGE}"}`, '4256497edacd4a5a5cb3eb1d22a15f6892184cd542d4183621a6e6c0622c18df'],
    ['{"encrypt":"abc"}', 'dd5d4cb63d57806ec92099cba9b42d513f2ed9f19fb697627b4103e236f6f95e'],
  ])('of %s is %s', async (body, signature) => {
    expect(await signatureOf({ timestamp: '1700000000', nonce: 'nonce', encryptKey: KEY, body })).toBe(signature)
  })

  it('covers the body as received: one space makes another', async () => {
    const signed = { timestamp: '1700000000', nonce: 'nonce', encryptKey: KEY }
    expect(await signatureOf({ ...signed, body: '{"encrypt":"abc"}' })).not.toBe(
      await signatureOf({ ...signed, body: '{"encrypt": "abc"}' }),
    )
  })
})

describe('the comparison', () => {
  it.each([
    ['abc', 'abc', true],
    ['', '', true],
    ['abc', 'abd', false],
    ['bbc', 'abc', false],
    ['ab', 'abc', false],
    ['abcd', 'abc', false],
    ['', 'abc', false],
    ['abc', '', false],
    ['\0\0\0', '', false],
    ['ABC', 'abc', false],
  ])('of %j and %j is %s', (given, expected, equal) => {
    expect(equalInConstantTime(given, expected)).toBe(equal)
  })
})
