import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { submitName } from '../../../adapters/feishu/form-name.ts'
import type { FeishuSettings } from '../../../adapters/feishu/settings.ts'
import { createFeishuReceiver } from '../../../adapters/feishu/webhook.ts'
import { createFakeFeishu, SETTINGS } from '../../feishu/fake-feishu.ts'

const FIXTURES = 'tests/fixtures/feishu'
const ASKER = 'ou_7f3a90c1d2e84b56a0b1c2d3e4f50617'
const BOT = 'ou_b07b07b07b07b07b07b07b07b07b07b0'
const GROUP = 'oc_5ad11d72b830411d72b836c20'
const PRIVATE = 'oc_84983ff6516d731e5b5f68d4ea2e1da5'
const fake = createFakeFeishu()

function receiver(settings: FeishuSettings = SETTINGS, botOpenId = async () => BOT) {
  return createFeishuReceiver(settings, { botOpenId, clock: { now: () => new Date() } })
}

const recorded = (name: string): unknown => JSON.parse(readFileSync(`${FIXTURES}/${name}.json`, 'utf8'))
const names = readdirSync(FIXTURES).map(name => name.replace('.json', ''))

const typeOf = (chat: string | null) => (chat === GROUP ? 'group' : 'private')
const unreadable = { kind: 'unreadable', to: { chat: PRIVATE, inThread: false, chatType: 'private' } }
const said = (text: string, { chat = GROUP, inThread = false } = {}) => ({
  kind: 'message',
  text,
  speaker: { chat, person: ASKER },
  to: { chat, person: ASKER, inThread, chatType: typeOf(chat) },
})
const greeting = (chat: string | null) => ({
  kind: 'greeting',
  speaker: { chat: chat ?? ASKER, person: ASKER },
  to: { chat, person: ASKER, messageId: null, inThread: false, chatType: typeOf(chat) },
})
const ignored = (reason: string) => ({ kind: 'ignored', reason })

/** What each recorded event means; a recording without a line here fails. */
const MEANINGS: Readonly<Record<string, object>> = {
  'message-group': said('省教育厅牵头哪些任务'),
  'message-private': said('省教育厅牵头哪些任务', { chat: PRIVATE }),
  'message-many-mentioned': said('第１０条：进展／下步'),
  'message-only-mention': said(''),
  'message-reply': said('下一页'),
  'message-thread': said('原文', { inThread: true }),
  'message-post': said('请教\n  请问鲁政办字〔2023〕5号里\n省教育厅牵头哪些任务 \n第27条'),
  'message-post-picture': { kind: 'unreadable', to: { chat: GROUP } },
  'message-image': unreadable,
  'message-file': unreadable,
  'message-audio': unreadable,
  'message-media': unreadable,
  'message-sticker': unreadable,
  'message-location': unreadable,
  'message-share-user': unreadable,
  'message-interactive': unreadable,
  'message-merge-forward': unreadable,
  'message-image-group': ignored('not_addressed'),
  'message-nobody-mentioned': ignored('not_addressed'),
  'message-others-mentioned': ignored('not_addressed'),
  'message-other-bot-mentioned': ignored('not_addressed'),
  'message-everybody-mentioned': ignored('not_addressed'),
  'message-everybody-listed': ignored('not_addressed'),
  'message-from-bot': ignored('not_a_person'),
  'message-recalled': ignored('unknown_event'),
  'message-read': ignored('unknown_event'),
  'user-deleted': ignored('unknown_event'),
  'bot-added': greeting(GROUP),
  'bot-deleted': ignored('unknown_event'),
  'chat-entered': greeting(PRIVATE),
  menu: greeting(null),
  'card-action': {
    kind: 'action',
    speaker: { chat: GROUP, person: ASKER },
    turns: ['省教育厅牵头哪些任务', '下一页'],
    today: '2025-11-22',
  },
  'card-action-form': ignored('unknown_button'),
  'card-action-legacy': ignored('unexpected_shape'),
  'v1-private-chat-created': greeting(PRIVATE),
  'v1-message': ignored('unknown_event'),
  'url-verification': ignored('unexpected_shape'),
}

describe('a recorded event', () => {
  it.each(names)('%s means what it should', async name => {
    expect(await receiver().handle(recorded(name))).toMatchObject(MEANINGS[name] ?? { kind: 'not in the table' })
  })

  it.each(names.filter(name => !/url|legacy/.test(name)))('%s means the same through the webhook', async name => {
    const envelope = recorded(name)
    expect(await receiver().receive(fake.request(envelope))).toEqual(await receiver().handle(envelope))
  })
})

describe('what is claimed', () => {
  it('of a message, is its own id: two events can carry one message', async () => {
    const [first, second] = await Promise.all(
      ['ev_1', 'ev_2'].map(eventId => receiver().handle(fake.message({ messageId: 'om_1', eventId, chatType: 'p2p' }))),
    )
    expect(first).toMatchObject({ id: `feishu:${SETTINGS.appId}:om_1`, to: { messageId: 'om_1' } })
    expect(second).toEqual(first)
  })

  it.each([
    ['bot added', fake.botAdded({ eventId: 'ev_1' })],
    ['entered', fake.entered({ eventId: 'ev_1' })],
    ['menu', fake.menu({ eventId: 'ev_1' })],
    ['click', fake.click({ value: { turns: ['帮助'], today: '2025-11-22' }, eventId: 'ev_1' })],
  ])('of anything else (%s), is the id of the event', async (_, envelope) => {
    expect(await receiver().handle(envelope)).toMatchObject({ id: `feishu:${SETTINGS.appId}:ev_1` })
  })
})

describe('a button', () => {
  const today = '2025-11-22'
  const turns = ['省教育厅牵头哪些任务']

  it.each([
    ['twelve turns of 500 characters', { turns: Array(12).fill('省'.repeat(500)), today }],
    ['more than it needs', { turns, today, admin: true }],
  ])('may carry %s', async (_, value) => {
    expect(await receiver().handle(fake.click({ value }))).toEqual({
      kind: 'action',
      id: expect.any(String),
      speaker: { chat: 'oc_group', person: 'ou_asker' },
      turns: value.turns,
      today,
    })
  })

  it.each([
    ['thirteen turns', { turns: Array(13).fill('下一页'), today }],
    ['no turn', { turns: [], today }],
    ['a turn of 501 characters', { turns: ['省'.repeat(501)], today }],
    ['turns that are no text', { turns: [{ toString: '帮助' }], today }],
    ['no day', { turns }],
    ['a day that does not exist', { turns, today: '2025-02-30' }],
    ['a day in other words', { turns, today: '2025-11-22T00:00:00Z' }],
    ['a text', JSON.stringify({ turns, today })],
    ['nothing', null],
  ])('with %s is ignored', async (_, value) => {
    expect(await receiver().handle(fake.click({ value }))).toEqual({ kind: 'ignored', reason: 'unknown_button' })
  })
})

describe('a button that says something', () => {
  const said = (text: string) => ({
    kind: 'said',
    id: `feishu:${SETTINGS.appId}:ev_1`,
    speaker: { chat: 'oc_group', person: 'ou_asker' },
    text,
  })

  it.each(['确认', '省'.repeat(500)])('says %s', async say => {
    expect(await receiver().handle(fake.click({ value: { say, admin: true }, eventId: 'ev_1' }))).toEqual(said(say))
  })

  it.each([
    ['501 characters', { say: '省'.repeat(501) }],
    ['nothing', { say: '' }],
    ['spaces', { say: ' \n　' }],
    ['no text', { say: ['确认'] }],
    ['a text of its own', '确认'],
  ])('with %s is ignored', async (_, value) => {
    expect(await receiver().handle(fake.click({ value }))).toEqual(ignored('unknown_button'))
  })
})

describe('a form', () => {
  const value = { form: 'report', subject: '鲁政办字〔2023〕5号#27' }
  const name = submitName(value)
  const submitted = (fields: object) => ({
    kind: 'form',
    id: `feishu:${SETTINGS.appId}:ev_1`,
    speaker: { chat: 'oc_group', person: 'ou_asker' },
    name: 'report',
    subject: value.subject,
    fields,
  })
  const receive = (click: object) => receiver().handle(fake.click({ eventId: 'ev_1', ...click }))
  const formValue = { text: '完成80%' }

  it.each([
    ['value and name', { value, name }],
    ['the value alone', { value }],
    ['the name alone', { name }],
    ['the name, and an empty value', { value: {}, name }],
    ['the name, and a value of another kind', { value: 'report', name }],
  ])('is known by %s', async (_, button) => {
    expect(await receive({ ...button, formValue })).toEqual(submitted(formValue))
  })

  it.each([
    ['texts', { a: '一', b: ' 二\n' }, { a: '一', b: ' 二\n' }],
    ['what was not touched', { a: '', b: null, c: '一' }, { a: '', b: '', c: '一' }],
    ['nothing at all', undefined, {}],
    ['null', null, {}],
    ['what no field of ours has', { a: ['一'], b: 3, c: { d: '一' }, e: true, f: '一' }, { f: '一' }],
    ['2000 characters', { a: '省'.repeat(2000) }, { a: '省'.repeat(2000) }],
  ])('brings %s', async (_, filled, fields) => {
    expect(await receive({ value, name, formValue: filled })).toEqual(submitted(fields))
  })

  it.each([
    ['2001 characters', { value, formValue: { a: '省'.repeat(2001) } }],
    ['31 fields', { value, formValue: Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`f${i}`, '一'])) }],
    ['a field with a long name', { value, formValue: { ['f'.repeat(65)]: '一' } }],
    ['a list for fields', { value, formValue: ['一'] }],
    ['a text for fields', { value, formValue: '一' }],
    ['a subject of 301 characters', { value: { form: 'report', subject: '长'.repeat(301) }, formValue }],
    ['a form of no name', { value: { form: '', subject: '' }, formValue }],
    ['no subject', { value: { form: 'report' }, formValue }],
    ['another name', { name: 'submit', formValue }],
  ])('with %s is ignored', async (_, click) => {
    expect(await receive(click)).toEqual(ignored('unknown_button'))
  })

  it('of another tenant is ignored', async () => {
    const foreign = receiver({ ...SETTINGS, tenantKey: 'another-tenant' })
    expect(await foreign.handle(fake.click({ value, name, formValue }))).toEqual(ignored('other_tenant'))
  })
})

describe('who we are', () => {
  const ask = (asked: unknown) => {
    const questions: string[] = []
    const botOpenId = async () => {
      questions.push('who')
      return BOT
    }
    return receiver(SETTINGS, botOpenId)
      .handle(asked)
      .then(() => questions.length)
  }

  it.each([
    ['in a private chat', fake.message({ chatType: 'p2p' }), 0],
    ['where nobody is mentioned', fake.message({ mentioned: [] }), 0],
    ['where somebody is mentioned', fake.message({ mentioned: ['ou_li'] }), 1],
  ])('is asked only if need be: %s', async (_, asked, times) => {
    expect(await ask(asked)).toBe(times)
  })

  it('fails the delivery where it cannot be found out, so that the platform sends again', async () => {
    const unknown = receiver(SETTINGS, () => Promise.reject(new Error('unreachable')))
    await expect(unknown.handle(fake.message({}))).rejects.toThrow('unreachable')
  })
})

describe('people of another tenant', () => {
  const foreign = { ...SETTINGS, tenantKey: 'another-tenant' }
  const own = { ...SETTINGS, tenantKey: '2ca1d211f64f6438' }

  it.each(['message-group', 'message-private', 'card-action', 'bot-added'])('are ignored in %s', async name => {
    expect(await receiver(foreign).handle(recorded(name))).toEqual(ignored('other_tenant'))
    expect(await receiver(own).handle(recorded(name))).toMatchObject(MEANINGS[name] ?? {})
  })
})

describe('an event of another shape', () => {
  const types = ['im.message.receive_v1', 'card.action.trigger', 'im.chat.member.bot.added_v1', 'p2p_chat_create']
  const shapes = [undefined, null, [], 'text', {}, { message: null }, JSON.parse('{"__proto__":{"chat_id":"oc_1"}}')]

  it.each(types.flatMap(type => shapes.map(event => [type, event])))('%s %j is ignored', async (type, event) => {
    const header = { event_id: 'ev_1', event_type: type, app_id: SETTINGS.appId }
    expect(await receiver().handle({ schema: '2.0', header, event })).toEqual(ignored('unexpected_shape'))
  })

  it.each(['constructor', '__proto__', 'toString'])('of type %s is unknown', async type => {
    const header = { event_id: 'ev_1', event_type: type, app_id: SETTINGS.appId }
    expect(await receiver().handle({ schema: '2.0', header, event: {} })).toEqual(ignored('unknown_event'))
  })
})
