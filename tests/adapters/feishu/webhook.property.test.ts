import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFeishuReceiver } from '../../../adapters/feishu/webhook.ts'
import type { Inbound, PlatformRequest } from '../../../src/core/ports.ts'
import { BOT, createFakeFeishu, SETTINGS } from '../../feishu/fake-feishu.ts'

const RUNS = 20_000
const NOW = new Date('2025-11-22T10:00:00Z')
const fake = createFakeFeishu(SETTINGS, { now: () => NOW })
const receiver = createFeishuReceiver(SETTINGS, { botOpenId: async () => BOT, clock: { now: () => NOW } })

const EVENTS = [
  fake.message({ text: '@_user_1 省教育厅牵头哪些任务' }),
  fake.message({ text: '第27条', chatType: 'p2p' }),
  fake.message({ type: 'post', content: { title: '', content: [[{ tag: 'text', text: '第27条' }]] } }),
  fake.menu(),
  fake.entered(),
  fake.botAdded(),
  fake.click({ value: { turns: ['帮助'], today: '2025-11-22' } }),
]
const GENUINE = EVENTS.map(event => fake.request(event))

const SIGNATURE_HEADERS = ['x-lark-request-timestamp', 'x-lark-request-nonce', 'x-lark-signature'] as const

/** A text that differs from the given one by a bit, a cut, a doubled or an added piece. */
function damaged(text: string): fc.Arbitrary<string> {
  const place = fc.nat({ max: text.length - 1 })
  return fc
    .oneof(
      fc.tuple(place, fc.nat({ max: 15 })).map(([at, bit]) => {
        const flipped = String.fromCharCode(text.charCodeAt(at) ^ (1 << bit))
        return text.slice(0, at) + flipped + text.slice(at + 1)
      }),
      place.map(at => text.slice(0, at)),
      fc.tuple(place, place).map(([from, to]) => text.slice(0, from) + text.slice(to)),
      fc.tuple(place, fc.string({ unit: 'binary' })).map(([at, piece]) => text.slice(0, at) + piece + text.slice(at)),
    )
    .filter(changed => changed !== text)
}

/** A genuine request whose body was changed on its way. */
const tamperedBody = fc
  .constantFrom(...GENUINE)
  .chain(({ headers, body }) => damaged(body).map((changed): PlatformRequest => ({ headers, body: changed })))

/** A genuine body under other headers: changed, swapped with those of another request, or missing. */
const tamperedHeaders = fc
  .tuple(fc.constantFrom(...GENUINE), fc.constantFrom(...SIGNATURE_HEADERS))
  .chain(([{ headers, body }, name]) =>
    fc
      .oneof(damaged(headers[name] ?? ''), fc.constant(undefined), fc.string())
      .map((value): PlatformRequest => ({ headers: { ...headers, [name]: value }, body })),
  )

const swappedHeaders = fc
  .tuple(fc.nat({ max: GENUINE.length - 1 }), fc.integer({ min: 1, max: GENUINE.length - 1 }))
  .map(([at, other]) => [GENUINE[at], GENUINE[(at + other) % GENUINE.length]])
  .map(([one, another]): PlatformRequest => ({ headers: one?.headers ?? {}, body: another?.body ?? '' }))

const TRAPS = [
  '__proto__',
  'constructor',
  'toString',
  'event',
  'header',
  'schema',
  'type',
  'encrypt',
  'message',
  'turns',
]
const HUGE = [
  1e308,
  -1e308,
  Number.MAX_SAFE_INTEGER,
  '9'.repeat(400),
  '督'.repeat(5000),
  '\0',
  '\ud800',
  '@_user_1'.repeat(99),
]

/** Deep values with treacherous keys. */
const { junk } = fc.letrec<{ junk: unknown; key: string }>(tie => ({
  key: fc.oneof(fc.constantFrom(...TRAPS), fc.string({ maxLength: 8 })),
  junk: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(...HUGE, null, true, ''),
    fc.string(),
    fc.double(),
    fc.array(tie('junk'), { maxLength: 4 }),
    fc.array(fc.tuple(tie('key'), tie('junk')), { maxLength: 4 }).map(asObject),
  ),
}))

/** `__proto__` becomes a key like any other, as JSON.parse makes it. */
function asObject(entries: [string, unknown][]): unknown {
  const members = entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}`)
  return JSON.parse(`{${members.join(',')}}`)
}

/** An envelope with one member, however deep, replaced by junk. */
function spoiled(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null) return junk
  const members = Object.entries(value)
  return fc.oneof(
    junk,
    fc.constantFrom(...members).chain(([key, member]) => spoiled(member).map(other => ({ ...value, [key]: other }))),
  )
}

/** Junk from somebody who knows no key, in any wrapping that needs none. */
const unauthenticated = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.json(),
  junk.map(value => JSON.stringify(value)),
  fc
    .constantFrom(...EVENTS)
    .chain(spoiled)
    .map(value => JSON.stringify(value)),
  fc.constantFrom(...EVENTS).map(event => JSON.stringify(event)),
  fc.base64String().map(encrypt => JSON.stringify({ encrypt })),
  fc.nat({ max: 50_000 }).map(depth => '['.repeat(depth)),
)
const forged = fc
  .tuple(unauthenticated, fc.constantFrom({}, ...GENUINE.map(({ headers }) => headers)))
  .map(([body, headers]): PlatformRequest => ({ headers, body }))

/** What the platform itself would never send, signed by it: wrong in token, app or time. */
const misaddressed = fc
  .tuple(fc.constantFrom(...EVENTS), fc.constantFrom('token', 'app_id'), fc.oneof(fc.string(), junk))
  .map(([event, name, value]) => fake.request({ ...event, header: { ...event.header, [name]: value } }))
const stale = fc
  .tuple(
    fc.constantFrom(...EVENTS),
    fc.oneof(fc.string(), fc.nat({ max: 1_700_000_000 }).map(String), fc.constantFrom('1700000000')),
  )
  .map(([event, timestamp]) => fake.request(event, { timestamp }))

/** Signed by somebody with the key, and no event. */
const nonsense = junk.map(value => fake.request(value))

const STATUSES = [400, 401, 413]

function isRefusal(inbound: Inbound): boolean {
  if (inbound.kind === 'rejected') return STATUSES.includes(inbound.status) && /^[a-z_]+$/.test(inbound.reason)
  return inbound.kind === 'ignored' || inbound.kind === 'handshake'
}

describe('a malformed or forged request', () => {
  it('is never accepted and never throws', { timeout: 60_000 }, async () => {
    const request = fc.oneof(tamperedBody, tamperedHeaders, swappedHeaders, forged, misaddressed, stale, nonsense)
    await fc.assert(
      fc.asyncProperty(request, async sent => {
        expect(isRefusal(await receiver.receive(sent))).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })
})

describe('a genuine request with a spoiled event', () => {
  it('never throws, and what it says stays within the shape of what we accept', { timeout: 60_000 }, async () => {
    const request = fc
      .constantFrom(...EVENTS)
      .chain(event => spoiled(event.event).map(spoilt => fake.request({ ...event, event: spoilt })))
    await fc.assert(
      fc.asyncProperty(request, async sent => {
        const inbound = await receiver.receive(sent)
        expect(['message', 'unreadable', 'greeting', 'action', 'ignored']).toContain(inbound.kind)
        if ('speaker' in inbound)
          expect(inbound.speaker).toEqual({ chat: expect.any(String), person: expect.any(String) })
      }),
      { numRuns: 2_000 },
    )
  })
})
