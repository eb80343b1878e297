import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPaces, type RateWindow } from '../../../adapters/feishu/pace.ts'
import { createRateLimiter } from '../../../adapters/feishu/rate.ts'
import { SEND_LIMITS } from '../../../adapters/feishu/send-limits.ts'
import { createVirtualTime } from '../../feishu/virtual-time.ts'

interface Request {
  readonly chat: string | null
  readonly at: number
}

interface Turn extends Request {
  /** When it was asked for, as its place among all that asked. */
  readonly order: number
  readonly passedAt: number
}

interface Limits {
  readonly app: readonly RateWindow[]
  readonly chat: readonly RateWindow[]
}

/** What passed, in the order it did. */
async function turnsOf(requests: readonly Request[], limits: Limits): Promise<readonly Turn[]> {
  const time = createVirtualTime()
  const limiter = createRateLimiter({ ...limits, clock: time.clock, sleep: time.sleep })
  const turns: Turn[] = []
  const inOrder = requests.toSorted((a, b) => a.at - b.at)
  inOrder.forEach(async ({ chat, at }, order) => {
    if (at > 0) await time.sleep(at)
    await limiter.turn(chat)
    turns.push({ chat, at, order, passedAt: time.at() })
  })
  await time.run()
  return turns
}

/** The most that passed within any stretch of a window. */
function mostWithin(turns: readonly Turn[], ms: number): number {
  return Math.max(
    0,
    ...turns.map(
      ({ passedAt: from }) => turns.filter(({ passedAt }) => passedAt >= from && passedAt < from + ms).length,
    ),
  )
}

const ofChat = (turns: readonly Turn[], chat: string | null) => turns.filter(turn => turn.chat === chat)
const many = (count: number, request: Request): readonly Request[] => Array.from({ length: count }, () => request)

describe('the limits of sending', () => {
  it('are those of the platform', () => {
    expect(SEND_LIMITS.app).toEqual([
      { calls: 50, ms: 1000 },
      { calls: 1000, ms: 60_000 },
    ])
    expect(SEND_LIMITS.chat).toEqual([{ calls: 5, ms: 1000 }])
  })

  it('let five messages a second into one chat', async () => {
    const turns = await turnsOf(many(11, { chat: 'a', at: 0 }), SEND_LIMITS)
    expect(turns.map(({ passedAt }) => passedAt)).toEqual([0, 0, 0, 0, 0, 1000, 1000, 1000, 1000, 1000, 2000])
  })

  it('let fifty a second and a thousand a minute out of the app', async () => {
    const turns = await turnsOf(
      Array.from({ length: 1010 }, (_, i) => ({ chat: `c${i}`, at: 0 })),
      SEND_LIMITS,
    )
    expect(turns.filter(({ passedAt }) => passedAt === 0)).toHaveLength(50)
    expect(turns[999]?.passedAt).toBe(19_000)
    expect(turns[1000]?.passedAt).toBe(60_000)
  })

  it('hold no chat for calls that belong to none', async () => {
    const turns = await turnsOf(many(20, { chat: null, at: 0 }), SEND_LIMITS)
    expect(turns.at(-1)?.passedAt).toBe(0)
  })

  it('let a chat with one message through beside one with a hundred', async () => {
    const turns = await turnsOf([...many(100, { chat: 'busy', at: 0 }), { chat: 'quiet', at: 10 }], SEND_LIMITS)
    expect(ofChat(turns, 'quiet')).toMatchObject([{ passedAt: 10 }])
  })

  it('let nobody through while the platform asks to wait', async () => {
    const time = createVirtualTime()
    const limiter = createRateLimiter({ ...SEND_LIMITS, clock: time.clock, sleep: time.sleep })
    limiter.hold(3000)
    limiter.hold(1000)
    const passed = limiter.turn('a').then(() => time.at())
    await time.run()
    expect(await passed).toBe(3000)
  })

  it('do not wait for a clock that was set back', async () => {
    const time = createVirtualTime()
    const limiter = createRateLimiter({ ...SEND_LIMITS, clock: time.clock, sleep: time.sleep })
    await Promise.all(Array.from({ length: 5 }, () => limiter.turn('a')))
    time.set(-3_600_000)
    const passed = limiter.turn('a').then(() => time.at())
    await time.run()
    expect(await passed).toBe(-3_600_000)
  })
})

describe('waiting', () => {
  it('wakes up once for each time that somebody may pass, however many wait', async () => {
    const time = createVirtualTime()
    let sleeps = 0
    const sleep = (ms: number) => {
      sleeps += 1
      return time.sleep(ms)
    }
    const limiter = createRateLimiter({ ...SEND_LIMITS, clock: time.clock, sleep })
    for (let i = 0; i < 105; i += 1) limiter.turn('busy')
    for (let i = 1; i <= 10; i += 1) {
      time.sleep(i * 50).then(() => {
        limiter.hold(10)
        limiter.turn(`quiet-${i}`)
      })
    }
    await time.run()
    expect(time.at()).toBe(20_000)
    expect(sleeps).toBeLessThan(50)
  })
})

describe('the memory of what passed', () => {
  const fill = (paceOf: ReturnType<typeof createPaces>, now: number): void => {
    for (let i = 0; i < 1500; i += 1) paceOf(`other-${i}`, now)
  }

  it('loses no chat that still counts, among however many', () => {
    const paceOf = createPaces([{ calls: 1, ms: 1000 }])
    paceOf('a', 0).pass(0)
    fill(paceOf, 10)
    expect(paceOf('a', 10).waitAt(10)).toBe(990)
  })

  it('lets go of chats that rest, once there are many', () => {
    const paceOf = createPaces([{ calls: 1, ms: 1000 }])
    const pace = paceOf('a', 0)
    pace.pass(0)
    expect(paceOf('a', 1000)).toBe(pace)
    fill(paceOf, 1000)
    expect(paceOf('a', 1000)).not.toBe(pace)
  })
})

describe('whatever is sent when', () => {
  const limits: Limits = {
    app: [
      { calls: 4, ms: 100 },
      { calls: 12, ms: 1000 },
    ],
    chat: [{ calls: 2, ms: 100 }],
  }
  const request = fc.record({
    chat: fc.constantFrom('a', 'b', 'c', null),
    at: fc.integer({ min: 0, max: 1500 }),
  })
  const requests = fc.array(request, { minLength: 1, maxLength: 60, size: 'max' })
  const property = (holds: (turns: readonly Turn[]) => void) =>
    fc.assert(
      fc.asyncProperty(requests, async asked => holds(await turnsOf(asked, limits))),
      { numRuns: 60 },
    )

  it('everything passes once, within every window', () =>
    fc.assert(
      fc.asyncProperty(requests, async asked => {
        const turns = await turnsOf(asked, limits)
        expect(turns).toHaveLength(asked.length)
        for (const { calls, ms } of limits.app) expect(mostWithin(turns, ms)).toBeLessThanOrEqual(calls)
        for (const chat of ['a', 'b', 'c']) expect(mostWithin(ofChat(turns, chat), 100)).toBeLessThanOrEqual(2)
      }),
      { numRuns: 60 },
    ))

  it('a chat keeps its order', () =>
    property(turns => {
      for (const chat of ['a', 'b', 'c', null]) {
        const orders = ofChat(turns, chat).map(({ order }) => order)
        expect(orders).toEqual(orders.toSorted((a, b) => a - b))
      }
    }))

  it('no chat passes twice while another waits that may pass', () =>
    property(turns => {
      turns.forEach((second, j) => {
        const i = turns.findLastIndex(({ chat }, before) => before < j && chat === second.chat)
        const first = turns[i]
        if (first === undefined) return
        for (const { chat } of turns.slice(j + 1).filter(({ at }) => at < first.passedAt)) {
          if (chat === second.chat) continue
          const hadItsTurn = ofChat(turns.slice(i, j), chat).length > 0
          const lately = ofChat(turns.slice(0, j), chat).filter(({ passedAt }) => passedAt > second.passedAt - 100)
          expect(hadItsTurn || (chat !== null && lately.length >= 2)).toBe(true)
        }
      })
    }))
})
