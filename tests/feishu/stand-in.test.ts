import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APP, type StandIn, startStandIn } from './stand-in.ts'
import { FAULTS, MESSAGES, TOKEN } from './stand-in-faults.ts'

let now = Date.UTC(2026, 10, 22)
let standIn: StandIn
let authorization = ''

beforeAll(async () => {
  standIn = await startStandIn({ now: () => now })
  const { tenant_access_token } = Object(await call('POST', TOKEN, { app_id: APP.appId, app_secret: APP.appSecret }))
  authorization = `Bearer ${tenant_access_token}`
})
afterAll(() => standIn.close())

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = { authorization }) {
  const response = await fetch(`${standIn.domain}${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return response.headers.has('x-tt-logid') ? { status: response.status, ...JSON.parse(text) } : text
}

const CREATE = `${MESSAGES}?receive_id_type=chat_id`
const text = (over: object = {}) => ({ receive_id: 'oc_1', msg_type: 'text', content: '{"text":"一"}', ...over })
const card = (over: object = {}) => ({
  schema: '2.0',
  config: { update_multi: true, summary: { content: '一' } },
  body: { elements: [{ tag: 'markdown', content: '一' }] },
  ...over,
})
const asCard = (content: unknown) => text({ msg_type: 'interactive', content: JSON.stringify(content) })

describe('the stand-in', () => {
  it('takes a good message and a good card', async () => {
    expect(await call('POST', CREATE, text())).toMatchObject({ status: 200, code: 0, data: { chat_id: 'oc_1' } })
    expect(await call('POST', CREATE, asCard(card()))).toMatchObject({ status: 200, code: 0 })
  })

  it.each([
    ['another kind of receiver', `${MESSAGES}?receive_id_type=name`, text(), 99992402],
    ['no receiver', CREATE, text({ receive_id: '' }), 230034],
    ['a kind of message that there is not', CREATE, text({ msg_type: 'note' }), 230001],
    ['content that is no string', CREATE, text({ content: { text: '一' } }), 99992402],
    ['content that is no JSON', CREATE, text({ content: '一' }), 230001],
    ['text without text', CREATE, text({ content: '{}' }), 230001],
    ['text over 150 KB', CREATE, text({ content: JSON.stringify({ text: '一'.repeat(51_200) }) }), 230025],
    ['a card over 30 KB', CREATE, asCard(card({ x: '一'.repeat(10_240) })), 230025],
    ['a card of the first version', CREATE, asCard(card({ schema: '1.0' })), 230099],
    ['a uuid of 51 characters', CREATE, text({ uuid: 'x'.repeat(51) }), 99992402],
    ['a reply to nothing', `${MESSAGES}/none/reply`, text(), 99992354],
  ])('refuses %s', async (_, path, body, code) => {
    const before = standIn.sent.length
    expect(await call('POST', path, body)).toMatchObject({ status: 400, code })
    expect(standIn.sent).toHaveLength(before)
  })

  describe('given a file', () => {
    const FILES = '/open-apis/im/v1/files'
    const upload = async (fields: Readonly<Record<string, string | Blob>>) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) {
        if (value instanceof Blob) body.append(name, value, 'file')
        else body.append(name, value)
      }
      const response = await fetch(`${standIn.domain}${FILES}`, { method: 'POST', headers: { authorization }, body })
      return response.json()
    }
    const good = { file_type: 'xls', file_name: '台账.xlsx', file: new Blob(['一二']) }
    const asFile = (file_key: unknown) => text({ msg_type: 'file', content: JSON.stringify({ file_key }) })

    it('keeps it, and sends it by its key', async () => {
      const { data } = Object(await upload(good))
      expect(await call('POST', CREATE, asFile(data.file_key))).toMatchObject({ code: 0 })
      const last = standIn.sent.at(-1) ?? expect.unreachable('nothing was sent')
      const bytes = new TextEncoder().encode('一二')
      expect(standIn.fileIn(last)).toEqual({ name: '台账.xlsx', type: 'xls', bytes })
    })

    it.each([
      ['of a type that there is not', { ...good, file_type: 'xlsx' }, 234001],
      ['without a name', { ...good, file_name: '' }, 234001],
      ['that is a text', { ...good, file: '一二' }, 234001],
      ['that is empty', { ...good, file: new Blob([]) }, 234010],
      ['over 30 MB', { ...good, file: new Blob([new Uint8Array(30 * 1024 * 1024 + 1)]) }, 234006],
    ])('refuses one %s', async (_, fields, code) => {
      expect(await upload(fields)).toMatchObject({ code })
    })

    it('refuses a body that is no form, and a key that it did not give', async () => {
      expect(await call('POST', FILES, { ...good, file: { bytes: [] } })).toMatchObject({ code: 234001 })
      expect(await call('POST', CREATE, asFile('file_v3_none'))).toMatchObject({ code: 230001 })
    })
  })

  it('refuses who has no token, or one that it did not give', async () => {
    expect(await call('POST', CREATE, text(), {})).toMatchObject({ status: 400, code: 99991661 })
    expect(await call('POST', CREATE, text(), { authorization: 'Bearer t-x' })).toMatchObject({ code: 99991663 })
    expect(await call('POST', TOKEN, { app_id: APP.appId, app_secret: 'x' })).toMatchObject({ code: 10014 })
  })

  it('remembers a uuid for an hour', async () => {
    const send = async () => Object(await call('POST', CREATE, text({ uuid: 'u-1' }))).data.message_id
    const first = await send()
    now += 3_599_000
    expect(await send()).toBe(first)
    now += 1000
    expect(await send()).not.toBe(first)
  })

  it('patches what it was sent and nothing else, and lets a click be used twice', async () => {
    const content = JSON.stringify(card())
    const { data } = Object(await call('POST', CREATE, asCard(card())))
    expect(await call('PATCH', `${MESSAGES}/${data.message_id}`, { content })).toMatchObject({ code: 0 })
    expect(await call('PATCH', `${MESSAGES}/om_none`, { content })).toMatchObject({ code: 99992354 })
    const codes: number[] = []
    for (let use = 1; use <= 3; use += 1) {
      codes.push(
        Object(await call('POST', '/open-apis/interactive/v1/card/update', { token: 'c-1', card: card() })).code,
      )
    }
    expect(codes).toEqual([0, 0, 300040])
  })

  it('finds a reply by the chat that its message came from', async () => {
    standIn.messageInChat('om_asked', 'oc_asked')
    await call('POST', `${MESSAGES}/om_asked/reply`, text())
    expect(standIn.sentTo('oc_asked')).toEqual(standIn.repliesTo('om_asked'))
    expect(standIn.sentTo('oc_asked')).toHaveLength(1)
  })

  it('fails in the order it was told to, then works again', async () => {
    standIn.failNext(1, FAULTS.chatBusy)
    standIn.failNext(1, FAULTS.gatewayBusy)
    const codes = [
      await call('POST', CREATE, text()),
      await call('POST', CREATE, text()),
      await call('POST', CREATE, text()),
    ]
    expect(codes.map(({ status, code }) => [status, code])).toEqual([
      [400, 230020],
      [429, 99991400],
      [200, 0],
    ])
  })

  it('fails for one receiver, or one message that is answered, until it recovers', async () => {
    standIn.failFor('oc_gone', FAULTS.dissolved)
    standIn.failFor('om_gone', FAULTS.recalled)
    expect(await call('POST', CREATE, text({ receive_id: 'oc_gone' }))).toMatchObject({ code: 232009 })
    expect(await call('POST', `${MESSAGES}/om_gone/reply`, text())).toMatchObject({ code: 230011 })
    expect(await call('POST', CREATE, text())).toMatchObject({ code: 0 })
    standIn.recover()
    expect(await call('POST', CREATE, text({ receive_id: 'oc_gone' }))).toMatchObject({ code: 0 })
  })

  it('may accept a message and never say so', async () => {
    const before = standIn.sent.length
    standIn.failNext(1, FAULTS.reset)
    standIn.failNext(1, FAULTS.resetAccepted)
    await expect(call('POST', CREATE, text())).rejects.toThrow('fetch failed')
    expect(standIn.sent).toHaveLength(before)
    await expect(call('POST', CREATE, text())).rejects.toThrow('fetch failed')
    expect(standIn.sent).toHaveLength(before + 1)
  })
})
