import { describe, expect, it, vi } from 'vitest'
import { createWorkCalendar } from '../../adapters/calendar/chinese-days.ts'
import { createService } from '../../src/app/service.ts'
import { PlatformError } from '../../src/core/errors.ts'
import type { Accepted, Action, Inbound, Store } from '../../src/core/ports.ts'
import { createMemoryStore } from '../contracts/memory-store.ts'
import { assistant, ledger } from '../core/dialog/seed-ledger.ts'
import { createFakeAdapter, createFakeLog, sheetFile } from './fake-adapter.ts'

const OK = { status: 200, body: {} }
const HOUR = 60 * 60 * 1000

function message(text: string, { id = `om_${text}`, person = '王' } = {}): Extract<Accepted, { kind: 'message' }> {
  const speaker = { chat: '督查群', person }
  return { kind: 'message', id, speaker, to: { ...speaker, messageId: id, inThread: false, chatType: 'group' }, text }
}

function greeting(id: string, chat: string | null = '私聊'): Accepted {
  const to = { chat, person: '王', messageId: null, inThread: false, chatType: 'private' } as const
  return { kind: 'greeting', id, speaker: { chat: chat ?? '王', person: '王' }, to }
}

const press = (...turns: readonly string[]): Action => ({
  kind: 'action',
  id: `ev_${turns.join()}`,
  speaker: { chat: '督查群', person: '王' },
  turns,
  today: '2023-06-01',
})

/** A new process over a store. */
function office(store: Store = createMemoryStore()) {
  const time = { at: Date.parse('2023-06-01T09:00:00+08:00') }
  const clock = { now: () => new Date(time.at) }
  const { adapter, sent, behaviour } = createFakeAdapter()
  const { log, lines } = createFakeLog()
  const { inbox } = createService({ adapter, store, ledger, clock, calendar: createWorkCalendar({}), log, sheetFile })
  return {
    inbox,
    store,
    sent,
    behaviour,
    lines,
    later: (hours: number) => {
      time.at += hours * HOUR
    },
    /** Takes it in and waits for what becomes of it. */
    async take(inbound: Inbound) {
      const works: Promise<void>[] = []
      const acknowledgement = await inbox.take(inbound, work => works.push(work))
      await Promise.all(works)
      return acknowledgement
    },
    summaries: () => sent.map(({ reply }) => reply.summary),
  }
}

const refusal = (code: number, passing = false) => new PlatformError('fake', code, 'no', { logId: 'log-7', passing })

describe('a message', () => {
  it('is acknowledged, answered where it came from, and settled', async () => {
    const { take, sent, store } = office()
    const asked = message('省教育厅牵头哪些任务')
    expect(await take(asked)).toEqual(OK)
    expect(sent).toMatchObject([{ to: asked.to, key: asked.id, reply: { page: { total: 13 } } }])
    expect(await store.unsettled()).toEqual([])
  })

  it('is answered once, however often and fast it comes', async () => {
    const { inbox, sent, lines } = office()
    const asked = message('省教育厅牵头哪些任务')
    const acknowledgements = await Promise.all(Array.from({ length: 5 }, () => inbox.take(asked)))
    expect(acknowledgements).toEqual(Array(5).fill(OK))
    await inbox.close(1000)
    expect(sent).toHaveLength(1)
    expect(lines.filter(({ result }) => result === 'duplicate')).toHaveLength(4)
  })

  it('is acknowledged before the answer is even begun', async () => {
    const { inbox, behaviour, sent } = office()
    const { promise, resolve } = Promise.withResolvers<void>()
    const begun = vi.fn(() => promise)
    behaviour.wait = begun
    expect(await inbox.take(message('都有哪些文件'))).toEqual(OK)
    for (let i = 0; i < 100; i++) await Promise.resolve()
    expect(begun).not.toHaveBeenCalled()
    expect(await inbox.close(20)).toBe(false)
    resolve()
    expect(await inbox.close(1000)).toBe(true)
    expect(sent).toHaveLength(1)
  })

  it('is not acknowledged when it could not be kept', async () => {
    const store = { ...createMemoryStore(), accept: async () => Promise.reject(new Error('disk full')) }
    const { inbox, sent } = office(store)
    await expect(inbox.take(message('都有哪些文件'))).rejects.toThrow('disk full')
    expect(sent).toEqual([])
    expect(await inbox.close(1000)).toBe(true)
  })

  it('is answered after those the same person sent before, while others do not wait', async () => {
    const { inbox, behaviour, sent } = office()
    behaviour.wait = ({ key }) => new Promise(resolve => setTimeout(resolve, key === 'slow' ? 50 : 0))
    await inbox.take(message('省教育厅牵头哪些任务', { id: 'slow' }))
    await inbox.take(message('下一页', { id: 'next' }))
    await inbox.take(message('都有哪些文件', { id: 'other', person: '李' }))
    await inbox.close(1000)
    expect(sent.map(({ key }) => key)).toEqual(['other', 'slow', 'next'])
    expect(sent[2]?.reply.page).toMatchObject({ number: 2, from: 11, to: 13 })
  })

  it('that we cannot read is answered with an example that works', async () => {
    const { take, sent } = office()
    await take({ ...message(''), kind: 'unreadable' })
    const [example = ''] = sent[0]?.reply.summary.match(/(?<=“)[^”]+/) ?? []
    expect(assistant.ask(example, { today: '2023-06-01' }).answer.kind).toBe('tasks')
  })
})

describe('after a restart', () => {
  it('what was accepted and not answered is answered, once, in order', async () => {
    const store = createMemoryStore()
    const before = office(store)
    before.behaviour.fail = () => refusal(500, true)
    await before.take(message('省教育厅牵头哪些任务', { id: 'om_1' }))
    await before.take(message('那参与的呢', { id: 'om_2' }))

    const after = office(store)
    await after.inbox.resume(await store.unsettled())
    expect(await after.inbox.take(message('省教育厅牵头哪些任务', { id: 'om_1' }))).toEqual(OK)
    await after.inbox.close(1000)
    expect(after.sent.map(({ key }) => key)).toEqual(['om_1', 'om_2'])
    expect(after.sent[1]?.reply.summary).toContain('参与')
    expect(await store.unsettled()).toEqual([])
  })

  it('what comes in meanwhile is answered once', async () => {
    const { inbox, store, sent } = office()
    const leftOver = await store.unsettled()
    await inbox.take(message('都有哪些文件'))
    await inbox.resume(leftOver)
    await inbox.close(1000)
    expect(sent).toHaveLength(1)
  })

  it('a message that ended five processes is given up, and logged', async () => {
    const store = createMemoryStore()
    await store.accept(message('都有哪些文件', { id: 'om_1' }), { now: new Date(0), forMs: HOUR })
    for (let start = 0; start < 5; start++) {
      const { inbox, behaviour, sent } = office(store)
      behaviour.fail = () => refusal(500, true)
      await inbox.resume(await store.unsettled())
      await inbox.close(1000)
      expect([sent.length, (await inbox.unsettled()).length]).toEqual([0, 1])
    }
    const { inbox, sent, lines } = office(store)
    await inbox.resume(await store.unsettled())
    await inbox.close(1000)
    expect([sent, await inbox.unsettled()]).toEqual([[], []])
    expect(lines).toMatchObject([{ level: 'error', id: 'om_1', result: 'given up' }])
  })

  it('a greeting that was begun is finished', async () => {
    const store = createMemoryStore()
    const before = office(store)
    before.behaviour.fail = () => refusal(500, true)
    await before.take(greeting('ev_1'))
    const after = office(store)
    await after.inbox.resume(await store.unsettled())
    await after.inbox.close(1000)
    expect(after.sent).toHaveLength(1)
  })
})

describe('when something fails', () => {
  it('inside, the person gets a code that is in the log', async () => {
    const { take, behaviour, sent, lines, store } = office()
    behaviour.fail = ({ key }) => (key === 'om_1' ? new TypeError('broken') : null)
    await take(message('都有哪些文件', { id: 'om_1' }))
    const [code = ''] = sent[0]?.reply.summary.match(/[0-9A-F]{6}/) ?? []
    expect(lines).toMatchObject([
      { level: 'error', result: 'apologised', id: 'om_1', code, err: { message: 'broken' } },
    ])
    expect(code).not.toBe('')
    expect(await store.unsettled()).toEqual([])
  })

  it('for good on the platform, the message is settled and logged with code and log id', async () => {
    const { take, behaviour, sent, lines, store } = office()
    behaviour.fail = () => refusal(230002)
    await take(message('都有哪些文件'))
    expect([sent, await store.unsettled()]).toEqual([[], []])
    expect(lines).toMatchObject([{ level: 'warn', result: 'refused', platformCode: 230002, logId: 'log-7' }])
  })

  it('for now on the platform, the message waits for the next start', async () => {
    const { take, inbox, behaviour, lines, store } = office()
    behaviour.fail = () => refusal(99991400, true)
    await take(message('都有哪些文件'))
    expect(await store.unsettled()).toHaveLength(1)
    expect(await inbox.unsettled()).toHaveLength(1)
    expect(lines).toMatchObject([{ level: 'warn', result: 'postponed', platformCode: 99991400 }])
  })

  it('in the store after the answer, the work still ends, and says so', async () => {
    const store = { ...createMemoryStore(), settle: async () => Promise.reject(new Error('disk full')) }
    const { take, sent, lines } = office(store)
    await take(message('都有哪些文件'))
    expect(sent).toHaveLength(1)
    expect(lines).toMatchObject([{ level: 'error', result: 'unsettled' }])
  })
})

describe('a button', () => {
  it('becomes the card that its turns lead to', async () => {
    const { take } = office()
    expect(await take(press('省教育厅牵头哪些任务', '第2页'))).toMatchObject({
      status: 200,
      body: { shown: { page: { number: 2, pages: 2 } } },
    })
  })

  it('is asked on the day of its card', async () => {
    const { take } = office()
    const button = press('下个月到期的任务')
    expect(await take({ ...button, id: 'ev_june' })).toMatchObject({ body: { shown: { page: null } } })
    expect(await take({ ...button, today: '2023-05-02' })).toMatchObject({ body: { shown: { page: { total: 1 } } } })
  })

  it('is where a typed follow-up goes on from', async () => {
    const { take, sent } = office()
    await take(press('省科技厅牵头哪些任务', '第2页'))
    await take(message('那参与的呢'))
    expect(sent[0]?.reply).toMatchObject({ page: { total: 3 } })
  })

  it('that comes a second time changes nothing', async () => {
    const { take } = office()
    await take(press('都有哪些文件'))
    expect(await take(press('都有哪些文件'))).toEqual(OK)
  })

  it('gets a sentence and a code when something fails, never an error', async () => {
    const store = { ...createMemoryStore(), claimOnce: async () => Promise.reject(new Error('disk full')) }
    const { take, lines } = office(store)
    const { status, body } = await take(press('都有哪些文件'))
    const [code = ''] = JSON.stringify(body).match(/[0-9A-F]{6}/) ?? []
    expect(status).toBe(200)
    expect(lines).toMatchObject([{ level: 'error', code, err: { message: 'disk full' } }])
  })

  it('gets a sentence within three seconds, however long it takes', { timeout: 5000 }, async () => {
    const store: Store = { ...createMemoryStore(), claimOnce: () => Promise.withResolvers<boolean>().promise }
    const started = performance.now()
    expect(await office(store).take(press('都有哪些文件'))).toMatchObject({ body: { told: expect.any(String) } })
    expect(performance.now() - started).toBeLessThan(2900)
  })
})

describe('a greeting', () => {
  it('has three questions that the ledger answers', async () => {
    const { take, sent } = office()
    await take(greeting('ev_1'))
    const suggestions = sent[0]?.reply.suggestions ?? []
    expect(suggestions).toHaveLength(3)
    for (const question of suggestions) {
      expect(assistant.ask(question, { today: '2023-06-01' }).answer.total, question).toBeGreaterThan(0)
    }
  })

  it.each([
    [23.9, 1],
    [24, 2],
  ])('%d hours after another in the same chat makes %d', async (hours, greetings) => {
    const { take, sent, later, store } = office()
    await take(greeting('ev_1'))
    later(hours)
    await take(greeting('ev_2'))
    expect(sent).toHaveLength(greetings)
    expect(await store.unsettled()).toEqual([])
  })

  it('answers a menu each time', async () => {
    const { take, sent } = office()
    for (const id of ['ev_1', 'ev_2']) await take(greeting(id, null))
    expect(sent).toHaveLength(2)
  })

  it.each(['帮助', 'help', '?', '？'])('has its questions in common with %s', async text => {
    const { take, sent } = office()
    await take(message(text))
    await take(greeting('ev_1'))
    expect(sent[0]?.reply.suggestions).toEqual(sent[1]?.reply.suggestions)
  })
})

describe('anything else', () => {
  it('that checks the address gets its answer', async () => {
    const acknowledgement = { status: 200, body: { challenge: 'abc' } } as const
    expect(await office().take({ kind: 'handshake', acknowledgement })).toBe(acknowledgement)
  })

  it('that is not for us is acknowledged', async () => {
    expect(await office().take({ kind: 'ignored', reason: 'not_addressed' })).toEqual(OK)
  })

  it('that is not genuine is refused without a reason, which one log line has', async () => {
    const { take, lines } = office()
    const { status, body } = await take({ kind: 'rejected', status: 401, reason: 'bad_signature' })
    expect([status, JSON.stringify(body)]).toEqual([401, expect.not.stringContaining('signature')])
    expect(lines).toEqual([{ level: 'warn', message: 'rejected', reason: 'bad_signature', status: 401 }])
  })

  it('is not taken once closing has begun, so that it comes again', async () => {
    const { inbox, store } = office()
    await inbox.close(1000)
    expect(await inbox.take(message('都有哪些文件'))).toMatchObject({ status: 500 })
    expect(await store.unsettled()).toEqual([])
  })
})

describe('the log', () => {
  it('has ids, kinds and times, and no word of what was said', async () => {
    const { take, lines } = office()
    await take(message('省教育厅牵头哪些任务', { id: 'om_1' }))
    await take(press('省教育厅牵头哪些任务'))
    expect(lines[0]).toMatchObject({
      id: 'om_1',
      kind: 'message',
      chatType: 'group',
      intent: 'list',
      result: 'answered',
      ms: 0,
    })
    expect(JSON.stringify(lines.map(({ id: _, ...line }) => line))).not.toContain('教育厅')
  })
})
