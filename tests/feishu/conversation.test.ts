import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { cardIn, onlyAnswer, viewOf } from './card-view.ts'
import { type Duban, fake, startDuban, type Transport, temporaryFolder } from './duban-process.ts'
import { startWorker } from './duban-worker.ts'
import { type StandIn, startStandIn } from './stand-in.ts'
import { FAULTS, slow } from './stand-in-faults.ts'

let serial = 0
/** Every test has a chat and messages of its own. */
const fresh = (kind: 'om' | 'oc' | 'ev') => `${kind}_${++serial}`

/** Duban wherever it runs. */
interface Running extends Pick<Duban, 'deliver' | 'settled' | 'health' | 'log'> {
  /** All that it wrote. */
  printed(): string
  stop(): Promise<unknown>
}

const onNode =
  (transport: Transport) =>
  async (standIn: StandIn): Promise<Running> => {
    const { folder, remove } = await temporaryFolder()
    const duban = await startDuban({ standIn, transport, folder })
    return {
      ...duban,
      printed: () => duban.output.stdout + duban.output.stderr,
      stop: () => duban.kill('SIGKILL').then(remove),
    }
  }

async function onWorkers(standIn: StandIn): Promise<Running> {
  const worker = await startWorker(standIn)
  return { ...worker, printed: () => JSON.stringify(worker.log()), stop: worker.close }
}

describe.each([
  ['a webhook on Node', 'webhook', onNode('webhook')],
  ['the long connection on Node', 'websocket', onNode('websocket')],
  ['a webhook on Workers', 'webhook', onWorkers],
])('in Feishu by %s', { timeout: 20_000 }, (_, transport, start) => {
  let standIn: StandIn
  let duban: Running

  beforeAll(async () => {
    standIn = await startStandIn()
    duban = await start(standIn)
  }, 60_000)
  afterAll(async () => {
    await duban.stop()
    await standIn.close()
  })

  /** Mentions the bot in a group and waits for what becomes of it. */
  async function ask(text: string, { chat = fresh('oc') } = {}) {
    const messageId = fresh('om')
    const answered = await duban.deliver(fake.message({ text: `@_user_1 ${text}`, messageId, chat }))
    expect(answered).toMatchObject({ status: 200, body: {} })
    await duban.settled()
    return { messageId, chat, ...answered }
  }

  const press = (value: unknown, chat: string) => duban.deliver(fake.click({ value, chat }))

  it('says how messages come in', async () => {
    expect(await duban.health()).toMatchObject({ ok: true, feishu: transport, unsettled: 0 })
  })

  it('answers who is mentioned in a group with one card: 13 tasks, a second page, the paragraph', async () => {
    const { messageId, chat } = await ask('省教育厅牵头哪些任务')
    const answer = onlyAnswer(standIn, messageId)
    const first = viewOf(answer.content)
    expect(answer).toMatchObject({ msgType: 'interactive', inReplyTo: messageId })
    expect(first.text).toContain('省教育厅牵头的任务共13项，本页1–10')
    expect(first.text.match(/鲁政.{1,3}〔2023〕\d号·/g)).toHaveLength(10)

    const second = cardIn(await press(first.press('下一页'), chat))
    expect(second.text).toContain('本页11–13')
    expect(second.text.match(/鲁政.{1,3}〔2023〕\d号·/g)).toHaveLength(3)

    const original = cardIn(await press(first.press('原文'), chat))
    expect(original.text).toContain('新集聚培育各领域领军人才790名左右')
    expect(original.text).toContain('（牵头单位：省委组织部、')
    expect(standIn.repliesTo(messageId)).toHaveLength(1)
  })

  it('goes on from the card that a button showed', async () => {
    const { messageId, chat } = await ask('省科技厅牵头哪些任务')
    const { content } = onlyAnswer(standIn, messageId)
    await press(viewOf(content).press('下一页'), chat)
    const { messageId: followUp } = await ask('那参与的呢', { chat })
    expect(viewOf(onlyAnswer(standIn, followUp).content).text).toContain('省科技厅参与的任务共3项')
  })

  it('answers one event once, however often it is delivered', async () => {
    const messageId = fresh('om')
    const envelope = fake.message({ text: '@_user_1 都有哪些文件', messageId })
    const answers = await Promise.all(Array.from({ length: 5 }, () => duban.deliver(envelope)))
    await duban.settled()
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(onlyAnswer(standIn, messageId).msgType).toBe('interactive')
  })

  it('answers one message once, under whatever event ids it is delivered', async () => {
    const messageId = fresh('om')
    for (const eventId of [fresh('ev'), fresh('ev')]) {
      await duban.deliver(fake.message({ text: '@_user_1 都有哪些文件', messageId, eventId }))
      await duban.settled()
    }
    expect(onlyAnswer(standIn, messageId).msgType).toBe('interactive')
  })

  it('acknowledges at once while the answer takes its time', async () => {
    standIn.failNext(1, slow(1500))
    const { ms, messageId } = await ask('都有哪些文件')
    expect(ms).toBeLessThan(1000)
    expect(onlyAnswer(standIn, messageId).msgType).toBe('interactive')
  })

  it('answers nobody who talks to somebody else', async () => {
    const ids = [fresh('om'), fresh('om')]
    await duban.deliver(fake.message({ text: '@_user_1 都有哪些文件', messageId: ids[0] ?? '', mentioned: ['ou_li'] }))
    await duban.deliver(fake.message({ text: '@_all 都有哪些文件', messageId: ids[1] ?? '', mentioned: [] }))
    await duban.settled()
    expect(ids.flatMap(id => standIn.repliesTo(id))).toEqual([])
  })

  it('stays in the thread that it was asked in', async () => {
    const messageId = fresh('om')
    await duban.deliver(fake.message({ text: '@_user_1 都有哪些文件', messageId, threadId: 'omt_1' }))
    await duban.settled()
    expect(onlyAnswer(standIn, messageId).inThread).toBe(true)
  })

  it('says what it cannot read', async () => {
    const messageId = fresh('om')
    await duban.deliver(
      fake.message({ type: 'sticker', content: { file_key: 'f' }, messageId, chatType: 'p2p', chat: fresh('oc') }),
    )
    await duban.settled()
    expect(viewOf(onlyAnswer(standIn, messageId).content).text).toContain('请用文字提问')
  })

  it('greets once a day, with examples that can be pressed', async () => {
    const chat = fresh('oc')
    for (let i = 0; i < 3; i++) await duban.deliver(fake.entered({ chat }))
    await duban.settled()
    const [greeting, ...more] = standIn.sentTo(chat)
    expect(more).toEqual([])
    const view = viewOf(greeting?.content)
    const example = view.labels.find(label => label.includes('牵头哪些任务')) ?? ''
    expect(cardIn(await press(view.press(example), chat)).text).toMatch(/共\d+项/)
  })

  it('answers a menu in private', async () => {
    const person = 'ou_menu'
    await duban.deliver(fake.menu({ person }))
    await duban.settled()
    expect(standIn.sent.filter(({ receiveId }) => receiveId === person)).toMatchObject([{ receiveIdType: 'open_id' }])
  })

  describe('when the platform fails', () => {
    it('sends as text what it refuses as a card', async () => {
      standIn.failNext(1, FAULTS.badCard)
      const { messageId } = await ask('省教育厅牵头哪些任务')
      expect(onlyAnswer(standIn, messageId)).toMatchObject({
        msgType: 'text',
        content: { text: expect.stringContaining('省教育厅牵头的任务共13项') },
      })
    })

    it('gives up where the bot is not in the group, and logs code and log id', async () => {
      const messageId = fresh('om')
      standIn.failFor(messageId, FAULTS.botNotInGroup)
      onTestFinished(() => standIn.recover())
      await duban.deliver(fake.message({ text: '@_user_1 都有哪些文件', messageId }))
      await duban.settled()
      expect(standIn.repliesTo(messageId)).toEqual([])
      const refused = { result: 'refused', platformCode: 230002, logId: expect.any(String) }
      expect(duban.log()).toContainEqual(expect.objectContaining(refused))
    })

    it.each(['serverError', 'badGateway', 'chatBusy', 'tokenExpired', 'resetAccepted', 'reset'] as const)(
      'answers once after %s',
      async fault => {
        standIn.failNext(1, FAULTS[fault])
        const { messageId } = await ask('都有哪些文件')
        expect(onlyAnswer(standIn, messageId).msgType).toBe('interactive')
      },
    )
  })

  it('logs neither what was said nor a secret', () => {
    expect(duban.log()).not.toEqual([])
    for (const secret of ['教育厅', '文件', 'standin-secret', 'key-of-the-app', 'token-of-the-app', 't-stub']) {
      expect(duban.printed()).not.toContain(secret)
    }
  })
})
