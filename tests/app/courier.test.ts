import { describe, expect, it } from 'vitest'
import { createWorkCalendar } from '../../adapters/calendar/chinese-days.ts'
import { createCourier } from '../../src/app/courier.ts'
import { createRecordKeeper } from '../../src/app/record-keeper.ts'
import { PlatformError } from '../../src/core/errors.ts'
import type { Letter } from '../../src/core/ports.ts'
import { createMemoryStore } from '../contracts/memory-store.ts'
import { plainLetter } from '../contracts/samples.ts'
import { createFakeAdapter, createFakeLog } from './fake-adapter.ts'

const at = (time: string): number => Date.parse(`${time}:00+08:00`)
const MINUTE = 60_000
const calendar = createWorkCalendar({})

const letter = (key: string, changes: Partial<Letter> = {}): Letter => ({
  ...plainLetter(key),
  channel: 'fake',
  notBefore: 0,
  atAnyTime: false,
  ...changes,
})
const numbered = (count: number) => Array.from({ length: count }, (_, i) => letter(`催办 ${i}`))
const notice = (day: string, notBefore = at(`${day}T08:30`)) =>
  letter(JSON.stringify(['letter', 'chat:oc_1', day]), { notBefore })

/** Letters that wait in a store, the time, and as many couriers as one likes. */
async function office(time: string, letters: readonly Letter[]) {
  const store = createMemoryStore()
  await store.post(letters)
  const { adapter, sent, behaviour } = createFakeAdapter()
  const now = { ms: at(time) }
  const keeper = createRecordKeeper({ store })
  const { log } = createFakeLog()
  const courier = () => createCourier({ adapter, store, keeper, calendar, clock: { now: () => new Date(now.ms) }, log })
  return { courier, sent: () => sent.map(({ key }) => key), behaviour, now }
}

const passing = () => new PlatformError('fake', 'busy', 'later', { passing: true })

describe('the courier wants to be called again', () => {
  const THURSDAY = '2023-06-01T10:00'

  it.each<readonly [string, string, Letter, string | null]>([
    ['never, when all is delivered', THURSDAY, letter('信'), null],
    ['never for another platform’s', THURSDAY, letter('信', { channel: 'wecom' }), null],
    ['when it may go', THURSDAY, letter('信', { notBefore: at('2023-06-01T15:10') }), '2023-06-01T15:10'],
    ['the next working morning, at night', '2023-06-01T23:59', letter('信'), '2023-06-02T08:30'],
    ['the next working morning, before dawn', '2023-06-02T00:01', letter('信'), '2023-06-02T08:30'],
    ['after National Day', '2023-09-28T18:00', letter('信'), '2023-10-07T08:30'],
    [
      'when somebody asked for',
      '2023-06-01T20:00',
      letter('信', { notBefore: at('2023-06-03T22:00'), atAnyTime: true }),
      '2023-06-03T22:00',
    ],
    ['this morning, for today’s notice', '2023-06-02T00:01', notice('2023-06-02'), '2023-06-02T08:30'],
    ['never for the notice of a day that is over', '2023-06-02T10:00', notice('2023-06-01'), null],
    ['never for today’s notice, when work is over', '2023-06-02T18:00', notice('2023-06-02'), null],
  ])('%s', async (_, time, waiting, next) => {
    const { courier } = await office(time, [waiting])
    expect(await courier().deliver()).toBe(next && at(next))
  })

  it('in a minute, where the platform refused for now, though others went out', async () => {
    const { courier, behaviour, now, sent } = await office(THURSDAY, numbered(3))
    behaviour.fail = ({ key }) => (key === '催办 1' ? passing() : null)
    expect(await courier().deliver()).toBe(now.ms + MINUTE)
    expect(sent()).toEqual(['催办 0', '催办 2'])
  })

  it('in a minute, where the platform is down, though others might go at once', async () => {
    const { courier, behaviour, now } = await office(THURSDAY, numbered(10))
    let tries = 0
    behaviour.fail = () => {
      tries += 1
      return passing()
    }
    expect(await courier().deliver()).toBe(now.ms + MINUTE)
    expect(tries).toBe(3)
  })
})

describe('a courier with a limit', () => {
  it('delivers so many and wants to go on at once, until none is left', async () => {
    const { courier, sent, now } = await office('2023-06-01T10:00', numbered(25))
    const slices: unknown[] = []
    for (const _ of '123') slices.push({ next: await courier().deliver({ most: 10 }), sent: sent().length })
    expect(slices).toEqual([
      { next: now.ms, sent: 10 },
      { next: now.ms, sent: 20 },
      { next: null, sent: 25 },
    ])
    expect(sent()).toEqual(numbered(25).map(({ key }) => key))
  })

  it('only says when, with none', async () => {
    const { courier, sent, now } = await office('2023-06-01T10:00', numbered(2))
    expect(await courier().deliver({ most: 0 })).toBe(now.ms)
    expect(sent()).toEqual([])
  })

  it.each([
    ['one courier is called twice', false],
    ['two couriers are', true],
  ])('delivers each once, where %s at once', async (_, isAnother) => {
    const { courier, sent, behaviour } = await office('2023-06-01T10:00', numbered(25))
    behaviour.wait = () => new Promise(resolve => setTimeout(resolve, 1))
    const one = courier()
    const other = isAnother ? courier() : one
    for (const _ of '12345') await Promise.all([one.deliver({ most: 5 }), other.deliver({ most: 5 })])
    expect(sent().toSorted()).toEqual(
      numbered(25)
        .map(({ key }) => key)
        .toSorted(),
    )
  })

  it('leaves a letter alone that a courier who is gone had begun, and looks again', async () => {
    const { courier, sent, behaviour, now } = await office('2023-06-01T10:00', numbered(1))
    behaviour.wait = () => new Promise(() => undefined)
    courier().deliver()
    await new Promise(resolve => setTimeout(resolve, 1))
    behaviour.wait = async () => undefined
    expect(await courier().deliver({ most: 5 })).toBe(now.ms + MINUTE)
    expect(sent()).toEqual([])
    now.ms += 4 * MINUTE
    expect(await courier().deliver({ most: 5 })).toBeNull()
    expect(sent()).toEqual(['催办 0'])
  })
})
