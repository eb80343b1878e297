import { beforeAll, describe, expect, it } from 'vitest'
import type { Reply, ReplyForm } from '../../src/core/dialog/reply.ts'
import type { ChatAdapter, Destination, PlatformRequest, SentFile, Speaker } from '../../src/core/ports.ts'

/** A message or a card as a person sees it on the platform. */
export interface Shown {
  /** All of its words. */
  readonly text: string
  /** What the platform sends when this person presses the button with these words. */
  press(label: string, by: Speaker): PlatformRequest
  /** What it sends when this person types into the fields, leaves the others as they are, and submits. */
  submit(typed: Readonly<Record<string, string>>, by: Speaker): PlatformRequest
}

/** An adapter, and the platform at its other end. */
export interface PlatformUnderTest {
  readonly adapter: ChatAdapter
  /** What was sent to a chat, or to a person where no chat is named; oldest first. */
  sentTo(to: Destination): readonly Shown[]
  filesSentTo(to: Destination): readonly SentFile[]
  /** What a person sees of an acknowledgement of `show` or `tell`. */
  seen(acknowledgement: unknown): Shown
  /** A genuine request, changed by somebody who has not our secrets. */
  forge(request: PlatformRequest): readonly PlatformRequest[]
  /** A person that the address book knows: 张三 of 规划处 in 省能源局. */
  readonly known: string
}

const FORM: ReplyForm = {
  name: 'report',
  subject: '鲁政办字〔2023〕5号#（三）2',
  submit: '提交',
  fields: [
    {
      name: 'status',
      label: '状态',
      value: 'going',
      options: [
        { label: '进行中', say: 'going' },
        { label: '完成', say: 'done' },
      ],
    },
    { name: 'text', label: '进展', value: '已遴选58个“试点”', longest: 1000 },
    { name: 'next', label: '下一步', value: '', longest: 20, placeholder: '没有可不填' },
  ],
}

const REPLY: Reply = {
  summary: '请确认',
  notes: ['按“省能源局”理解'],
  items: [
    { number: null, title: '大力发展可再生能源', lines: ['7600 ≥ 7500万千瓦'], taskId: '鲁政办字〔2023〕5号#27' },
  ],
  page: null,
  choices: [],
  suggestions: [],
  actions: [
    { label: '确认', say: '确认', look: 'primary' },
    { label: '取消', say: '取消刚才的', look: 'danger' },
    { label: '修改', say: '修改' },
  ],
  form: FORM,
  again: { turns: ['27完成80%'], today: '2023-06-01' },
  hint: '10分钟内有效。',
}
const FILE: SentFile = { name: '省能源局台账.xlsx', bytes: Uint8Array.from({ length: 300 }, (_, i) => i % 256) }

const group = (chat: string): Destination => ({
  chat,
  person: '张',
  messageId: null,
  inThread: false,
  chatType: 'group',
})
const alone = (person: string): Destination => ({ ...group(''), chat: null, person, chatType: 'private' })

/** What every chat platform's adapter does. */
export function chatAdapterContract(name: string, create: () => Promise<PlatformUnderTest>): void {
  describe(`${name} keeps the ChatAdapter contract`, () => {
    let platform: PlatformUnderTest
    let serial = 0

    beforeAll(async () => {
      platform = await create()
    })

    /** Sends the reply to a place of its own. */
    async function sent(to?: Destination): Promise<Shown> {
      serial += 1
      const place = to ?? group(`chat-${serial}`)
      await platform.adapter.send(place, REPLY, `key-${serial}`)
      const [first] = platform.sentTo(place)
      return first ?? expect.unreachable('nothing was sent')
    }

    const by: Speaker = { chat: 'chat-pressed', person: 'presser' }

    it.each([
      ['a group', group('chat-once')],
      ['a person', alone('person-once')],
    ])('sends a reply to %s once for one key', async (_, to) => {
      for (const key of ['once', 'once', 'again']) await platform.adapter.send(to, REPLY, `${to.chatType}-${key}`)
      expect(platform.sentTo(to)).toHaveLength(2)
    })

    it('shows all of a reply', async () => {
      const { text } = await sent()
      const words = [
        '请确认',
        '按“省能源局”理解',
        '大力发展可再生能源',
        '7600 ≥ 7500万千瓦',
        '10分钟内有效。',
        '下一步',
      ]
      expect(words.filter(word => !text.includes(word))).toEqual([])
    })

    it.each([
      ['确认', '确认'],
      ['取消', '取消刚才的'],
      ['修改', '修改'],
    ])('hears %s as the text “%s” of who pressed it, where it was pressed', async (label, text) => {
      const request = (await sent()).press(label, by)
      expect(await platform.adapter.receive(request)).toEqual({
        kind: 'said',
        id: expect.any(String),
        speaker: by,
        text,
      })
    })

    it('gives one press one id, however often it is delivered, and another press another', async () => {
      const shown = await sent()
      const requests = [shown.press('确认', by), shown.press('确认', by)] as const
      const [first, second, again] = await Promise.all(
        [...requests, requests[0]].map(request => platform.adapter.receive(request)),
      )
      expect(first).toMatchObject({ kind: 'said' })
      expect(again).toEqual(first)
      expect(second).not.toEqual(first)
    })

    it('brings a form back: what was typed, what was left, by whom', async () => {
      const request = (await sent()).submit({ text: '改成7060\n“万千瓦” <at id=all>' }, by)
      expect(await platform.adapter.receive(request)).toEqual({
        kind: 'form',
        id: expect.any(String),
        speaker: by,
        name: FORM.name,
        subject: FORM.subject,
        fields: { status: 'going', text: '改成7060\n“万千瓦” <at id=all>', next: '' },
      })
    })

    it('refuses what is forged', async () => {
      const shown = await sent()
      const forged = [shown.press('确认', by), shown.submit({ status: 'done' }, by)].flatMap(platform.forge)
      expect(forged.length).toBeGreaterThan(1)
      for (const request of forged) expect(await platform.adapter.receive(request)).toMatchObject({ kind: 'rejected' })
    })

    it('acknowledges with plain data that shows the reply, or says the sentence', () => {
      const { adapter, seen } = platform
      for (const body of [adapter.show(REPLY), adapter.tell('请稍后再按。')])
        expect(JSON.parse(JSON.stringify(body))).toEqual(body)
      expect(seen(adapter.show(REPLY)).text).toContain('大力发展可再生能源')
      expect(seen(adapter.tell('请稍后再按。')).text).toBe('请稍后再按。')
    })

    it('keeps the buttons of a card that is shown in place of another', async () => {
      const request = platform.seen(platform.adapter.show(REPLY)).press('取消', by)
      expect(await platform.adapter.receive(request)).toMatchObject({ kind: 'said', text: '取消刚才的' })
    })

    it.each([
      ['a group', group('chat-file')],
      ['a person', alone('person-file')],
    ])('sends a file to %s as it is, once for one key', async (_, to) => {
      for (const key of ['once', 'once', 'again'])
        await platform.adapter.sendFile(to, FILE, `file-${to.chatType}-${key}`)
      expect(platform.filesSentTo(to)).toEqual([FILE, FILE])
    })

    it('says who somebody is, and null for whom nothing is known of', async () => {
      const profile = { name: '张三', departments: ['规划处', '省能源局'] }
      expect(await platform.adapter.profile(platform.known)).toEqual(profile)
      expect(await platform.adapter.profile('nobody')).toBeNull()
    })
  })
}
