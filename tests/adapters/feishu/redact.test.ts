import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { HttpFailure } from '../../../adapters/feishu/http.ts'
import { createRedact, createSdkLogger } from '../../../adapters/feishu/redact.ts'
import { type StandIn, startStandIn } from '../../feishu/stand-in.ts'
import { FAULTS, type Fault, refusal, TOKEN } from '../../feishu/stand-in-faults.ts'
import { clientOf, createLines, impatientFor, SETTINGS } from './client-of.ts'

const settings = { ...SETTINGS, domain: 'https://open.feishu.cn' }

describe('a foreign sentence', () => {
  it.each([
    ['Bot has NO availability to this user.', 'Bot has NO availability to this user.'],
    [
      'ext=ErrCode: 200861; ErrPath: ROOT -> body -> elements -> [0](tag: note)',
      'ext=ErrCode: 200861; ErrPath: ROOT -> body -> elements -> [0](tag: note)',
    ],
    ['bad tag 督查 here', 'bad tag … here'],
    ['authorization: Bearer t-g1234.abc', 'authorization: Bearer …'],
    ['token t-g104abcdef_1-2 expired', 'token … expired'],
    [`{"app_secret":"${SETTINGS.appSecret}"}`, '{"app_secret":…}'],
    [`key ${SETTINGS.encryptKey}, ${SETTINGS.verificationToken}`, 'key …, …'],
    ['ws url: wss://host/ws/v2?device_id=7&ticket=abc', 'ws url: wss://host/ws/v2?…'],
    ['"access_token": "abc"', '"access_token": …'],
    ['content: "hello world", next', 'content: …, next'],
    ['{"content":"{\\"text\\":\\"hello world\\"}","n":1}', '{"content":…,"n":1}'],
    ['text=hello', 'text=…'],
    ['two\nlines', 'two…lines'],
  ])('%s → %s', (sentence, harmless) => {
    expect(createRedact(settings)(sentence)).toBe(harmless)
  })

  it('is cut where it is long', () => {
    expect(createRedact(settings)('a'.repeat(10_000))).toHaveLength(240)
  })

  it('is not torn apart by a secret that is not set', () => {
    expect(createRedact({ ...settings, appSecret: '', encryptKey: '' })('abc')).toBe('abc')
  })
})

it('of what the SDK says only words come through, only warnings, and no call that we report ourselves', () => {
  const { log, lines } = createLines()
  const logger = createSdkLogger(log, createRedact(settings))
  logger.error(['[ws]', new TypeError('no url')])
  logger.error([[{ config: { data: SETTINGS.appSecret } }]])
  logger.error([[new HttpFailure('network')]])
  logger.info(['client ready'])
  logger.debug(['receive message', 'data'])
  logger.trace(['send request'])
  expect(lines).toEqual(['{"sdk":"[ws] TypeError: no url"} feishu: the SDK says'])
})

describe('whatever happens to a message', () => {
  const WRITTEN = '内部事项请勿外传'
  const ECHO = `bad ${WRITTEN} of ${SETTINGS.appSecret}, Bearer t-stub-1, {"content":"${WRITTEN}"}`
  let standIn: StandIn

  beforeAll(async () => {
    standIn = await startStandIn()
  })
  afterAll(() => standIn.close())

  const message = {
    to: { chat: 'oc_1', person: 'ou_1', messageId: null, inThread: false, chatType: 'group' },
    message: { msg_type: 'text', content: JSON.stringify({ text: WRITTEN }) },
  } as const

  it.each<[string, Fault, string?]>([
    ['nothing', { kind: 'slow', ms: 0 }],
    ['it is refused', FAULTS.notAvailable],
    ['the refusal quotes everything', refusal(230001, ECHO)],
    ['it is refused with HTTP 200', refusal(230001, ECHO, { status: 200 })],
    ['it is made again', refusal(230020, ECHO)],
    ['the token is refused', refusal(99991663, ECHO)],
    ['the answer is no JSON', { kind: 'answer', status: 502, body: ECHO }],
    ['the connection breaks', FAULTS.reset],
    ['nobody answers', FAULTS.hang],
    ['no token is given', refusal(10014, ECHO, { status: 200 }), TOKEN],
    ['the token service breaks', { kind: 'answer', status: 500, body: ECHO }, TOKEN],
    [
      'the token service answers nonsense',
      { kind: 'answer', status: 200, body: `{"code":0,"x":"${SETTINGS.appSecret}"}` },
      TOKEN,
    ],
  ])('nothing of it is logged or thrown: %s', async (name, fault, on) => {
    const printed = (['log', 'info', 'warn', 'error', 'debug', 'trace'] as const).map(level =>
      vi.spyOn(console, level).mockImplementation(() => undefined),
    )
    const { client, lines } = clientOf(standIn.domain, name === 'nobody answers' ? { fetch: impatientFor(9) } : {})
    standIn.failNext(9, fault, on === undefined ? {} : { on })
    const thrown = await client.send({ ...message, uuid: name }).catch((error: unknown) => error)
    standIn.recover()

    const told = [inspect(thrown, { depth: 12 }), JSON.stringify(thrown), ...lines].join('\n')
    const secrets = [SETTINGS.appSecret, SETTINGS.encryptKey, SETTINGS.verificationToken, 't-stub-', WRITTEN]
    expect(secrets.filter(secret => told.includes(secret))).toEqual([])
    expect(printed.flatMap(({ mock }) => mock.calls)).toEqual([])
    expect(thrown instanceof Error).toBe(name !== 'nothing')
  })
})
