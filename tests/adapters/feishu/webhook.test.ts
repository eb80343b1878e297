import { describe, expect, it } from 'vitest'
import type { FeishuSettings } from '../../../adapters/feishu/settings.ts'
import { createFeishuReceiver } from '../../../adapters/feishu/webhook.ts'
import { BOT, createFakeFeishu, SETTINGS, type Wrapping } from '../../feishu/fake-feishu.ts'

const NOW = new Date('2025-11-22T10:00:00Z')
const HOUR = 60 * 60 * 1000
const fake = createFakeFeishu(SETTINGS, { now: () => NOW })
const message = fake.message({ text: '@_user_1 省教育厅牵头哪些任务' })
const events = Object.entries({
  message,
  menu: fake.menu(),
  'bot added': fake.botAdded(),
  entered: fake.entered(),
  click: fake.click({ value: { turns: ['帮助'], today: '2025-11-22' } }),
})

function receiver(settings: FeishuSettings = SETTINGS) {
  return createFeishuReceiver(settings, { botOpenId: async () => BOT, clock: { now: () => NOW } })
}

const seconds = (afterMs: number) => String(Math.floor((NOW.getTime() + afterMs) / 1000))
const refused = (status: number, reason: string) => ({ kind: 'rejected', status, reason })

describe('the address check', () => {
  it.each([
    ['encrypted', { encrypted: true }],
    ['plain', { encrypted: false }],
    ['unsigned', { signed: 'not' }],
  ] satisfies [string, Wrapping][])('is answered with its challenge: %s', async (_, wrapping) => {
    expect(await receiver().receive(fake.request(fake.challenge('abc'), wrapping))).toEqual({
      kind: 'handshake',
      acknowledgement: { status: 200, body: { challenge: 'abc' } },
    })
  })

  it('is answered in the worked example', async () => {
    const body =
      '{"encrypt":"AQEBAQEBAQEBAQEBAQEBAQPhoKKTEFj3aVICLPNFRWoQ0qx8Th4E9ct15f/OXpeqk81tSM3O60pXV4jgYq+JfO41BRu2wbJ69OgSjlQzQJ8="}'
    const settings = { ...SETTINGS, encryptKey: 'test key', verificationToken: 'vt' }
    expect(await receiver(settings).receive({ headers: {}, body })).toMatchObject({
      kind: 'handshake',
      acknowledgement: { body: { challenge: 'abc' } },
    })
  })

  it.each([
    ['another token', { ...fake.challenge(), token: 'guess' }],
    ['no token', { type: 'url_verification', challenge: 'abc' }],
    ['an empty token', { ...fake.challenge(), token: '' }],
  ])('with %s is refused, plain or encrypted', async (_, check) => {
    for (const encrypted of [true, false]) {
      expect(await receiver().receive(fake.request(check, { encrypted }))).toEqual(refused(401, 'wrong_token'))
    }
  })
})

describe('a genuine request', () => {
  it.each(events)('is read: %s', async (_, event) => {
    expect(await receiver().receive(fake.request(event))).toMatchObject({
      kind: expect.stringMatching(/^(message|action|greeting)$/),
    })
  })
})

describe('a request that is not genuine', () => {
  it.each([
    ['plain', { encrypted: false }, refused(401, 'not_encrypted')],
    ['plain, unsigned', { encrypted: false, signed: 'not' }, refused(401, 'not_encrypted')],
    ['unsigned', { signed: 'not' }, refused(401, 'unsigned')],
    ['badly signed', { signed: 'wrongly' }, refused(401, 'bad_signature')],
    ['changed after signing', { tamper: body => `${body} ` }, refused(401, 'bad_signature')],
    ['not encrypted right', { tamper: body => body.replace(/"}$/, 'AAAA"}') }, refused(401, 'undecryptable')],
    ['cut short', { tamper: body => body.slice(0, -1) }, refused(400, 'not_json')],
  ] satisfies [string, Wrapping, object][])('is refused: %s', async (_, wrapping, refusal) => {
    for (const [, event] of events) expect(await receiver().receive(fake.request(event, wrapping))).toEqual(refusal)
  })

  it.each(['x-lark-request-timestamp', 'x-lark-request-nonce', 'x-lark-signature'])(
    'is refused without %s',
    async name => {
      const { headers, body } = fake.request(message)
      for (const value of [undefined, '']) {
        const request = { headers: { ...headers, [name]: value }, body }
        expect(await receiver().receive(request)).toEqual(refused(401, 'unsigned'))
      }
    },
  )

  it.each([
    ['the Verification Token', { verificationToken: 'another' }, refused(401, 'wrong_token')],
    ['the app', { appId: 'cli_fedcba9876543210' }, refused(401, 'wrong_app')],
    ['the Encrypt Key', { encryptKey: 'another' }, refused(401, 'undecryptable')],
  ])('is refused where %s is another', async (_, other, refusal) => {
    const stranger = createFakeFeishu({ ...SETTINGS, ...other }, { now: () => NOW })
    for (const event of [stranger.message({}), stranger.menu()]) {
      expect(await receiver().receive(stranger.request(event))).toEqual(refusal)
    }
  })

  it('is refused in the old envelope too', async () => {
    const old = (token: string, app_id: string) => ({
      type: 'event_callback',
      uuid: 'u_1',
      token,
      event: { type: 'p2p_chat_create', app_id, chat_id: 'oc_1', operator: { open_id: 'ou_1' } },
    })
    const receive = (envelope: unknown) => receiver().receive(fake.request(envelope))
    expect(await receive(old(SETTINGS.verificationToken, SETTINGS.appId))).toMatchObject({ kind: 'greeting' })
    expect(await receive(old('guess', SETTINGS.appId))).toEqual(refused(401, 'wrong_token'))
    expect(await receive(old(SETTINGS.verificationToken, 'cli_1'))).toEqual(refused(401, 'wrong_app'))
  })

  it('is refused where what is encrypted is no event', async () => {
    for (const inside of [null, [], 'text', 1, {}, { schema: '2.0', header: {} }]) {
      expect(await receiver().receive(fake.request(inside))).toEqual(refused(401, 'no_envelope'))
    }
  })

  it('gains nothing from keys beside the encrypted ones', async () => {
    const sealed = JSON.parse(fake.request(fake.menu()).body)
    const forged = { ...message, ...fake.challenge(), ...sealed }
    const request = fake.request(forged, { encrypted: false })
    expect(await receiver().receive(request)).toMatchObject({ kind: 'greeting' })
  })
})

describe('the time of a request', () => {
  it.each([
    ['now', seconds(0)],
    ['7 h 59 ago', seconds(-8 * HOUR + 60_000)],
    ['eight hours ago', seconds(-8 * HOUR)],
    ['a minute ahead', seconds(60_000)],
    ['now in milliseconds', String(NOW.getTime())],
    ['now in microseconds', String(NOW.getTime() * 1000)],
  ])('may be %s', async (_, timestamp) => {
    expect(await receiver().receive(fake.request(message, { timestamp }))).toMatchObject({ kind: 'message' })
  })

  it.each([
    ['older than the claims are kept', seconds(-8 * HOUR - 1000)],
    ['years ago', '1700000000'],
    ['years ago in milliseconds', '1700000000000'],
    ['an hour ahead', seconds(HOUR)],
    ['no number', 'now'],
    ['negative', `-${seconds(0)}`],
    ['a number in another writing', '1.7637912e9'],
    ['a digit too long', `${seconds(0)}0`],
  ])('may not be %s', async (_, timestamp) => {
    expect(await receiver().receive(fake.request(message, { timestamp }))).toEqual(refused(401, 'stale_timestamp'))
  })
})

describe('the body', () => {
  it.each(['', '{', 'encrypt=abc', '<xml/>', '{"encrypt":"a"'])('%j is not JSON', async body => {
    expect(await receiver().receive({ headers: {}, body })).toEqual(refused(400, 'not_json'))
  })

  it.each(['null', '1', '"text"', '[]', '{}', '{"encrypt":1}', '{"encrypt":null}', '{"__proto__":{"encrypt":"a"}}'])(
    '%j is not encrypted',
    async body => {
      expect(await receiver().receive({ headers: {}, body })).toEqual(refused(401, 'not_encrypted'))
    },
  )

  const MIB = 1024 * 1024
  const quoted = (bytes: number, character: string) => JSON.stringify(character.repeat((bytes - 2) / character.length))

  it.each([
    ['of 1 MiB is looked at', quoted(MIB, 'a'), 401],
    ['of 1 MiB and a byte is not', `${quoted(MIB, 'a')} `, 413],
    ['of fewer characters but more bytes is not', quoted(MIB / 2, '督'), 413],
    ['of Chinese under 1 MiB is looked at', quoted(MIB / 4, '督'), 401],
    ['of a hundred MiB is not', ' '.repeat(100 * MIB), 413],
  ])('%s', async (_, body, status) => {
    expect(await receiver().receive({ headers: {}, body })).toMatchObject({ kind: 'rejected', status })
  })

  it('nested a million deep is refused', async () => {
    for (const body of ['['.repeat(1_000_000), '['.repeat(500_000) + ']'.repeat(500_000)]) {
      expect(await receiver().receive({ headers: {}, body })).toMatchObject({ kind: 'rejected' })
    }
  })
})

describe('without the secrets of a webhook', () => {
  it.each([
    ['an Encrypt Key', { encryptKey: '' }, refused(401, 'no_encrypt_key')],
    ['a Verification Token', { verificationToken: '' }, refused(401, 'wrong_token')],
  ])('(no %s) every request is refused, also one made with none', async (_, missing, refusal) => {
    const settings = { ...SETTINGS, ...missing }
    const guess = createFakeFeishu(settings, { now: () => NOW })
    expect(await receiver(settings).receive(guess.request(guess.message({})))).toEqual(refusal)
    expect(await receiver(settings).receive(guess.request(guess.challenge()))).toEqual(refusal)
  })

  it('the long connection still works', async () => {
    const settings = { ...SETTINGS, encryptKey: '', verificationToken: '' }
    expect(await receiver(settings).handle(message)).toMatchObject({ kind: 'message' })
  })
})
