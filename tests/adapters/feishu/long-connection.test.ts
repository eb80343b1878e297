import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type ConnectionState,
  type LongConnection,
  type LongConnectionOptions,
  startLongConnection,
} from '../../../adapters/feishu/long-connection.ts'
import { ConfigError } from '../../../src/core/errors.ts'
import { type StandIn, startStandIn } from '../../feishu/stand-in.ts'
import { CONNECTION } from '../../feishu/stand-in-connection.ts'
import { FAULTS, type Fault, refusal } from '../../feishu/stand-in-faults.ts'
import { createLines, SETTINGS } from './client-of.ts'

const message = {
  schema: '2.0',
  header: { event_id: 'e1', event_type: 'im.message.receive_v1', token: 'vt', app_id: SETTINGS.appId },
  event: { message: { message_id: 'om_1', content: '{"text":"省教育厅牵头哪些任务"}' }, sender: {} },
}
/** Its event has a token of its own, which is not the header's. */
const click = {
  schema: '2.0',
  header: { event_id: 'e2', event_type: 'card.action.trigger', token: 'vt', app_id: SETTINGS.appId },
  event: { token: 'c-1', operator: { open_id: 'ou_1' }, action: { tag: 'button', value: { turns: ['下一页'] } } },
}
/** Of the first version of events, without a header. */
const old = {
  uuid: 'u1',
  token: 'vt',
  type: 'event_callback',
  event: { type: 'p2p_chat_create', app_id: SETTINGS.appId },
}

let standIn: StandIn
let connection: LongConnection | null = null
let states: ConnectionState[]
let lines: readonly string[]

beforeEach(async () => {
  standIn = await startStandIn()
  states = []
})
afterEach(async () => {
  await connection?.stop()
  connection = null
  await standIn.close()
})

async function connect(handle: LongConnectionOptions['handle'], over: { readonly appSecret?: string } = {}) {
  const made = createLines()
  lines = made.lines
  connection = await startLongConnection(
    { ...SETTINGS, domain: standIn.domain, ...over },
    { handle, log: made.log, onState: state => states.push(state), restartMs: 50 },
  )
}

describe('the long connection', () => {
  it.each([
    ['a message', message],
    ['a card callback, its two tokens apart', click],
    ['an event of the first version', old],
    ['an event that nobody asked for', { ...message, header: { ...message.header, event_type: 'never.seen_v9' } }],
  ])('hands on %s as it was sent', async (_, envelope) => {
    const received: unknown[] = []
    await connect(async given => {
      received.push(given)
    })
    expect(await standIn.deliver(envelope)).toEqual({ code: 200, data: undefined })
    expect(received).toEqual([envelope])
  })

  it('puts together what comes in pieces', async () => {
    const received: unknown[] = []
    await connect(async given => {
      received.push(given)
    })
    await standIn.deliver(message, { frames: 7 })
    expect(received).toEqual([message])
  })

  it('answers a card callback with what the handler says', async () => {
    await connect(async () => ({ toast: { type: 'info', content: '已是最后一页' } }))
    expect(await standIn.deliver(click)).toEqual({
      code: 200,
      data: { toast: { type: 'info', content: '已是最后一页' } },
    })
  })

  it('lets the platform deliver again what the handler could not take', async () => {
    await connect(async () => {
      throw new Error('the store is full')
    })
    expect(await standIn.deliver(message)).toEqual({ code: 500, data: undefined })
  })

  it('comes back after it broke', async () => {
    await connect(async () => ({ ok: true }))
    await standIn.deliver(message)
    standIn.dropConnections()
    expect(await standIn.deliver(message)).toMatchObject({ code: 200 })
    expect(states).toEqual(['connected', 'reconnecting', 'connected'])
  })

  it.each<[string, Fault]>([
    ['refused', refusal(514, 'auth failed', { status: 200 })],
    ['told to come later', refusal(1, 'system busy', { status: 200 })],
    ['told that there are too many', refusal(1000040350, 'exceed connection limit', { status: 200 })],
  ])('asks again after it was %s', async (_, fault) => {
    standIn.failNext(1, fault, { on: CONNECTION })
    await connect(async () => ({ ok: true }))
    expect(await standIn.deliver(message)).toMatchObject({ code: 200 })
    expect(states).toEqual(['failed', 'connected'])
  })

  it.each(['serverError', 'badGateway', 'reset', 'notJson'] as const)('asks again after %s', async fault => {
    standIn.failNext(1, FAULTS[fault], { on: CONNECTION })
    // Until it was connected once, the SDK waits up to 30 s at random before it asks again.
    vi.spyOn(Math, 'random').mockReturnValue(0)
    await connect(async () => ({ ok: true }))
    expect(await standIn.deliver(message)).toMatchObject({ code: 200 })
    vi.restoreAllMocks()
  })

  it('says why it was refused, without the secret', async () => {
    await connect(async () => undefined, { appSecret: 'not-the-secret-5a' })
    await vi.waitFor(() => expect(states).toContain('failed'), { timeout: 20_000 })
    expect(lines.join('\n')).toContain('514')
    expect(lines.join('\n')).not.toContain('not-the-secret-5a')
  })

  it('says nothing of what it carries', async () => {
    await connect(async () => ({ card: '机密' }))
    await standIn.deliver(message)
    await standIn.deliver(click)
    expect(lines).toEqual([])
  })
})

describe('stopping the long connection', () => {
  it('acknowledges what was taken before', async () => {
    const { promise: work, resolve: finish } = Promise.withResolvers<void>()
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    await connect(async () => {
      begin()
      await work
    })
    const delivery = standIn.deliver(message)
    await begun
    const stopped = connection?.stop()
    await new Promise(resolve => setTimeout(resolve, 50))
    finish()
    expect(await delivery).toMatchObject({ code: 200 })
    await stopped
    await vi.waitFor(() => expect(standIn.clients()).toBe(0), { timeout: 20_000 })
  })

  it('takes nothing more meanwhile', async () => {
    const { promise: work, resolve: finish } = Promise.withResolvers<void>()
    let taken = 0
    await connect(async () => {
      taken += 1
      await work
    })
    const first = standIn.deliver(message)
    await vi.waitFor(() => expect(taken).toBe(1), { timeout: 20_000 })
    const stopped = connection?.stop()
    expect(await standIn.deliver(click)).toMatchObject({ code: 500 })
    finish()
    expect(await first).toMatchObject({ code: 200 })
    await stopped
    expect(taken).toBe(1)
  })

  it('ends the asking of one that was refused', async () => {
    await connect(async () => undefined, { appSecret: 'wrong' })
    await vi.waitFor(() => expect(states).toContain('failed'), { timeout: 20_000 })
    await connection?.stop()
    // A question that was on its way at the stop may still arrive.
    await new Promise(resolve => setTimeout(resolve, 50))
    const asked = standIn.requests.length
    await new Promise(resolve => setTimeout(resolve, 150))
    expect(standIn.requests).toHaveLength(asked)
  })
})

describe('an app id', () => {
  it.each([
    '',
    'cli_',
    'cli_0123456789abcde',
    'cli_0123456789abcdeg',
    'cli_0123456789abcdef0',
    ' cli_0123456789abcdef',
    'ou_0123456789abcdef',
  ])('of the wrong shape is named at once, as the SDK would not: “%s”', async appId => {
    const { log } = createLines()
    const started = startLongConnection(
      { ...SETTINGS, appId, domain: standIn.domain },
      { handle: async () => undefined, log, onState: () => undefined },
    )
    const error = await started.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ConfigError)
    expect(error).toMatchObject({ variable: 'FEISHU_APP_ID' })
  })
})
