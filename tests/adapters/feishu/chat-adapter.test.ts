import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFeishuAdapter } from '../../../adapters/feishu/index.ts'
import type { Destination, PlatformRequest, Speaker } from '../../../src/core/ports.ts'
import { chatAdapterContract, type Shown } from '../../contracts/chat-adapter.ts'
import { viewOf } from '../../feishu/card-view.ts'
import { createFakeFeishu, SETTINGS } from '../../feishu/fake-feishu.ts'
import { APP, type StandIn, startStandIn } from '../../feishu/stand-in.ts'
import { FAULTS } from '../../feishu/stand-in-faults.ts'
import type { SentMessage } from '../../feishu/stand-in-platform.ts'
import { createLines } from './client-of.ts'
import { reply } from './reply-fixture.ts'

let standIn: StandIn
const fake = createFakeFeishu({ ...SETTINGS, ...APP })

beforeAll(async () => {
  standIn = await startStandIn()
})
afterAll(() => standIn.close())

const clock = { now: () => new Date() }
const adapterFor = (domain: string) =>
  createFeishuAdapter({ ...SETTINGS, ...APP, domain }, { clock, log: createLines().log })

const messagesTo = ({ chat, person }: Destination): readonly SentMessage[] =>
  standIn.sent.filter(({ receiveId }) => receiveId === (chat ?? person))

function shown(card: unknown): Shown {
  const view = viewOf(card)
  return {
    text: `${view.text}\n${Object.values(view.fields).join('\n')}`,
    press: (label, by) => fake.request(fake.click({ value: view.press(label), ...by })),
    submit: (typed, by: Speaker) => fake.request(fake.click({ ...view.fill(typed).submit(), ...by })),
  }
}

/** A toast has no buttons. */
const toast = (text: string): Shown => ({
  text,
  press: label => expect.unreachable(label),
  submit: () => expect.unreachable('no form'),
})

function forge({ headers, body }: PlatformRequest): readonly PlatformRequest[] {
  return [
    { headers: {}, body },
    { headers, body: body.replace(/.(?="\}$)/u, last => (last === 'A' ? 'B' : 'A')) },
    fake.request(fake.click({ value: { say: '确认' } }), { signed: 'wrongly' }),
    fake.request(fake.click({ value: { say: '确认' } }), { encrypted: false }),
  ]
}

chatAdapterContract('Feishu', async () => {
  standIn.users.set('ou_zhang', { name: '张三', department_ids: ['od-1'] })
  standIn.departments.set('od-1', { name: '规划处', parent_department_id: 'od-2' })
  standIn.departments.set('od-2', { name: '省能源局' })
  return {
    adapter: adapterFor(standIn.domain),
    sentTo: to => messagesTo(to).map(({ content }) => shown(content)),
    filesSentTo: to =>
      messagesTo(to).flatMap(message => {
        const file = standIn.fileIn(message)
        return file ? [{ name: file.name, bytes: file.bytes }] : []
      }),
    seen(acknowledgement) {
      const { card, toast: said } = Object(acknowledgement)
      return card ? shown(card.data) : toast(String(said.content))
    },
    forge,
    known: 'ou_zhang',
  }
})

describe('a reply to a person', () => {
  const to: Destination = { chat: null, person: 'ou_text', messageId: null, inThread: false, chatType: 'private' }
  const actions = [{ label: '确认', say: '确认' }]

  it('is sent as text where the card is refused, with what to reply', async () => {
    standIn.failNext(1, FAULTS.badCard)
    await adapterFor(standIn.domain).send(to, reply({ summary: '请确认', actions }), 'key-of-text')
    expect(messagesTo(to)).toMatchObject([
      { receiveIdType: 'open_id', msgType: 'text', content: { text: '请确认\n可以回复：“确认”' } },
    ])
  })
})

describe('a file', () => {
  const to: Destination = { chat: 'oc_files', person: 'ou_1', messageId: 'om_1', inThread: true, chatType: 'group' }
  const bytes = Uint8Array.of(1, 2, 3)

  it.each([
    ['台账.xlsx', 'xls'],
    ['台账.XLS', 'xls'],
    ['台账.csv', 'stream'],
    ['xlsx', 'stream'],
  ])('%s is uploaded as %s, and sent in reply', async (name, type) => {
    await adapterFor(standIn.domain).sendFile(to, { name, bytes }, `key of ${name}`)
    const last = standIn.sent.at(-1) ?? expect.unreachable('nothing was sent')
    expect(last).toMatchObject({ msgType: 'file', inReplyTo: 'om_1', inThread: true })
    expect(standIn.fileIn(last)).toEqual({ name, type, bytes })
  })

  it('does not stand in the way of a reply with its key', async () => {
    const adapter = adapterFor(standIn.domain)
    const place = { ...to, chat: 'oc_both', messageId: null }
    await adapter.send(place, reply({ summary: '已导出' }), 'one key')
    await adapter.sendFile(place, { name: '台账.xlsx', bytes }, 'one key')
    expect(messagesTo(place).map(({ msgType }) => msgType)).toEqual(['interactive', 'file'])
  })

  it.each([
    ['an upload that is refused', 'empty.xlsx', new Uint8Array(), { platformCode: 234010, passing: false }],
    ['a chat that is gone', 'full.xlsx', bytes, { platformCode: 232009, recipientGone: true }],
  ])('fails like a reply: %s', async (_, name, content, failure) => {
    standIn.failFor('oc_dissolved', FAULTS.dissolved)
    const place = { ...to, chat: 'oc_dissolved', messageId: null }
    await expect(adapterFor(standIn.domain).sendFile(place, { name, bytes: content }, name)).rejects.toMatchObject(
      failure,
    )
    expect(messagesTo(place)).toEqual([])
  })
})
