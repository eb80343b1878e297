import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type FeishuClient, type Sending, uuidOf } from '../../../adapters/feishu/client.ts'
import { PlatformError } from '../../../src/core/errors.ts'
import { type StandIn, startStandIn } from '../../feishu/stand-in.ts'
import { FAULTS, type Fault, refusal, TOKEN } from '../../feishu/stand-in-faults.ts'
import { clientOf, impatientFor } from './client-of.ts'

let standIn: StandIn
let client: FeishuClient
let pauses: readonly number[]
let lines: readonly string[]

beforeAll(async () => {
  standIn = await startStandIn()
})
afterAll(() => standIn.close())
afterEach(() => standIn.recover())

let key = 0

/** A message to a chat of its own, so that no chat's limit is ever met. */
function sending(over: Partial<Sending['to']> = {}): Sending {
  key += 1
  return {
    to: { chat: `oc_${key}`, person: 'ou_1', messageId: null, inThread: false, chatType: 'group', ...over },
    message: { msg_type: 'text', content: JSON.stringify({ text: `第${key}条` }) },
    uuid: `key-${key}`,
  }
}

const renewed = () => {
  const made = clientOf(standIn.domain)
  client = made.client
  pauses = made.pauses
  lines = made.lines
}
beforeAll(renewed)
afterEach(renewed)

const failureOf = (sent: Promise<unknown>) =>
  sent.then(
    () => expect.fail('was sent'),
    (error: unknown) => error,
  )

describe('sending', () => {
  it('goes to the chat', async () => {
    const message = sending()
    const { messageId } = await client.send(message)
    expect(standIn.sent.at(-1)).toMatchObject({
      messageId,
      receiveId: message.to.chat,
      receiveIdType: 'chat_id',
      inReplyTo: null,
      content: JSON.parse(message.message.content),
    })
  })

  it('goes to the person where no chat is known', async () => {
    await client.send(sending({ chat: null, person: 'ou_menu' }))
    expect(standIn.sent.at(-1)).toMatchObject({ receiveId: 'ou_menu', receiveIdType: 'open_id' })
  })

  it.each([true, false])('replies to the message that is answered; in its thread: %s', async inThread => {
    await client.send(sending({ messageId: 'om_asked', inThread }))
    expect(standIn.sent.at(-1)).toMatchObject({ inReplyTo: 'om_asked', inThread })
  })

  it('sends one message for one key, however often it is told to', async () => {
    const message = sending()
    const first = await client.send(message)
    expect(await client.send(message)).toEqual(first)
    expect(standIn.sentTo(`${message.to.chat}`)).toHaveLength(1)
  })

  it('asks for one token for many messages at once', async () => {
    const before = standIn.tokensIssued()
    await Promise.all([client.send(sending()), client.send(sending()), client.send(sending())])
    expect(standIn.tokensIssued() - before).toBe(1)
  })

  it('keeps an id with a slash inside its place in the path', async () => {
    await expect(client.send(sending({ messageId: 'om_1/../../v1/chats' }))).resolves.toBeDefined()
    expect(standIn.sent.at(-1)?.inReplyTo).toBe('om_1/../../v1/chats')
  })
})

describe('a uuid', () => {
  it('is the same for the same key, another for another, and fits', async () => {
    const long = `feishu:cli_0123456789abcdef:om_${'x'.repeat(200)}`
    expect(await uuidOf(long)).toBe(await uuidOf(long))
    expect(await uuidOf(long)).not.toBe(await uuidOf(`${long}:text`))
    expect(await uuidOf(long)).toMatch(/^[0-9a-f]{50}$/)
  })
})

describe('the other verbs', () => {
  it('patch a card that was sent', async () => {
    const card = (content: string) => ({
      schema: '2.0',
      config: { update_multi: true, summary: { content } },
      body: { elements: [{ tag: 'markdown', content }] },
    })
    const { messageId } = await client.send({
      ...sending(),
      message: { msg_type: 'interactive', content: JSON.stringify(card('一')) },
    })
    await client.patchCard(messageId ?? '', card('二'))
    expect(standIn.patched).toMatchObject([{ messageId, card: card('二') }])
    await client.updateCard('c-click', card('三'))
    expect(standIn.cardUpdates).toEqual([{ token: 'c-click', card: card('三') }])
  })

  it('say who the bot is', async () => {
    expect(await client.botInfo()).toEqual({ openId: 'ou_bot', name: '督办' })
  })

  it('say what may be seen of a person, and of nobody else', async () => {
    standIn.users.set('ou_seen', { name: '张三', department_ids: ['od-1'] })
    standIn.users.set('ou_hidden', {})
    expect(await client.user('ou_seen')).toEqual({ name: '张三', departmentIds: ['od-1'] })
    expect(await client.user('ou_hidden')).toEqual({ name: null, departmentIds: [] })
    expect(await failureOf(client.user('ou_other'))).toMatchObject({ platformCode: 41050, passing: false })
  })
})

describe('the departments', () => {
  it('have their names and those above, as far as they may be seen', async () => {
    standIn.departments.set('od-1', { name: '规划处', parent_department_id: 'od-2' })
    standIn.departments.set('od-2', { name: '省能源局', parent_department_id: 'od-3' })
    standIn.departments.set('od-3', { parent_department_id: '0' })
    expect(await client.departmentName('od-1')).toBe('规划处')
    expect(await client.departmentName('od-3')).toBeNull()
    expect(await client.namesAbove('od-1')).toEqual(['省能源局'])
    expect(await failureOf(client.departmentName('od-4'))).toMatchObject({ platformCode: 40004 })
    expect(await failureOf(client.namesAbove('od-4'))).toMatchObject({ platformCode: 40004 })
  })
})

describe('an upload', () => {
  const file = { name: '台账“一”.xlsx', bytes: Uint8Array.from({ length: 70_000 }, (_, i) => (i * 7) % 256) }

  it('arrives byte for byte', async () => {
    const key = await client.uploadFile(file)
    expect(standIn.files.get(key)).toEqual({ ...file, type: 'xls' })
  })

  it('is made again where it fails in passing', async () => {
    standIn.failNext(1, FAULTS.serverError, { on: '/open-apis/im/v1/files' })
    expect(standIn.files.get(await client.uploadFile(file))).toMatchObject({ bytes: file.bytes })
    expect(pauses).toEqual([500])
  })
})

describe('a call that fails in passing', () => {
  it.each([
    ['chatBusy', 230020],
    ['stillSending', 230049],
    ['okBusy', 230020],
    ['serverError', 1000001],
    ['badGateway', 'http_502'],
    ['notJson', 'unreadable'],
    ['reset', 'network'],
    ['resetAccepted', 'network'],
  ] as const)('is made again after growing pauses: %s', async (fault, code) => {
    const message = sending()
    standIn.failNext(2, FAULTS[fault])
    await client.send(message)
    expect(standIn.sentTo(`${message.to.chat}`)).toHaveLength(1)
    expect(pauses).toEqual([500, 1000])
    expect(lines.join()).toContain(String(code))
  })

  it.each(['hang', 'hangAccepted'] as const)('is made again when nobody answered in time: %s', async fault => {
    const waiting = clientOf(standIn.domain, { fetch: impatientFor(2) })
    const message = sending()
    standIn.failNext(2, FAULTS[fault])
    await waiting.client.send(message)
    expect(standIn.sentTo(`${message.to.chat}`)).toHaveLength(1)
    expect(waiting.pauses).toEqual([500, 1000])
    expect(waiting.lines.join()).toContain('timeout')
  })

  it('is made with the same uuid', async () => {
    const message = sending()
    const before = standIn.requests.length
    standIn.failNext(2, FAULTS.chatBusy)
    await client.send(message)
    const uuids = standIn.requests
      .slice(before)
      .map(({ body }) => Object(body).uuid)
      .filter(Boolean)
    expect(uuids).toEqual(Array.from({ length: 3 }, () => uuids[0]))
  })

  it('waits as long as the gateway says, and so does everybody else', async () => {
    standIn.failNext(1, refusal(99991400, 'limit', { status: 429, headers: { 'x-ogw-ratelimit-reset': '7' } }))
    await client.send(sending())
    expect(pauses).toEqual([7000])
  })

  it.each(['-1', '1.5', 'soon', '99999999999'])('does not believe a wait of %s', async reset => {
    standIn.failNext(1, refusal(99991400, 'limit', { status: 429, headers: { 'x-ogw-ratelimit-reset': reset } }))
    await client.send(sending())
    expect(pauses).toEqual([500])
  })

  it('ends after six tries, and says that it may work later', async () => {
    const before = standIn.requests.length
    standIn.failNext(9, FAULTS.chatBusy)
    const error = await failureOf(client.send(sending()))
    expect(error).toBeInstanceOf(PlatformError)
    expect(error).toMatchObject({ platformCode: 230020, passing: true, recipientGone: false })
    expect(standIn.requests.slice(before).filter(({ path }) => path !== TOKEN)).toHaveLength(6)
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000])
  })
})

describe('a refusal', () => {
  it.each([
    ['botNotInGroup', 230002],
    ['notAvailable', 230013],
    ['recalled', 230011],
    ['resigned', 230029],
    ['badReceiver', 230034],
    ['switchedOff', 230053],
    ['dissolved', 232009],
    ['badCard', 230099],
    ['okWithCode', 230001],
  ] as const)('ends the attempt at once, with its code and log id: %s', async (fault, code) => {
    standIn.failNext(1, FAULTS[fault])
    const error = await failureOf(client.send(sending()))
    const recipientGone = !['recalled', 'badCard', 'okWithCode'].includes(fault)
    expect(error).toMatchObject({ platform: 'feishu', platformCode: code, passing: false, recipientGone })
    expect(error).toHaveProperty('logId', expect.stringMatching(/^tt-log-\d+$/))
    expect(pauses).toEqual([])
  })

  it('takes the log id from the body where no header tells it', async () => {
    const { client: deaf } = clientOf(standIn.domain, {
      fetch: async (url, init) => new Response(await (await fetch(url, init)).text(), { status: 400 }),
    })
    standIn.failNext(1, FAULTS.botNotInGroup, { on: TOKEN })
    expect(await failureOf(deaf.send(sending()))).toMatchObject({ platformCode: 230002, logId: 'log-230002' })
  })

  it('of our secret ends the attempt too', async () => {
    const { client: stranger } = clientOf(standIn.domain, { appSecret: 'wrong' })
    expect(await failureOf(stranger.send(sending()))).toMatchObject({ platformCode: 10014 })
  })
})

describe('a token that is not valid any more', () => {
  it('is replaced once, without a pause', async () => {
    await client.send(sending())
    const before = standIn.tokensIssued()
    standIn.revokeTokens()
    const message = sending()
    await client.send(message)
    expect(standIn.sentTo(`${message.to.chat}`)).toHaveLength(1)
    expect(standIn.tokensIssued() - before).toBe(1)
    expect(pauses).toEqual([])
  })

  it('is replaced once for many calls that were refused together', async () => {
    await client.send(sending())
    const before = standIn.tokensIssued()
    standIn.revokeTokens()
    await Promise.all([client.send(sending()), client.send(sending()), client.send(sending())])
    expect(standIn.tokensIssued() - before).toBe(1)
  })

  it('ends the attempt where the new one is refused as well', async () => {
    standIn.failNext(2, FAULTS.tokenExpired)
    expect(await failureOf(client.send(sending()))).toMatchObject({ platformCode: 99991663 })
  })

  it.each<[string, Fault]>([
    ['busy', FAULTS.serverError],
    ['not reached', FAULTS.reset],
  ])('is asked for again where the token service is %s', async (_, fault) => {
    standIn.failNext(2, fault, { on: TOKEN })
    const message = sending()
    await client.send(message)
    expect(standIn.sentTo(`${message.to.chat}`)).toHaveLength(1)
  })
})
