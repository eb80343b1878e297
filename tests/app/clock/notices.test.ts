import { describe, expect, it } from 'vitest'
import { clockOffice, type Death, EDUCATION, PLANNING, refused, timeout, unreachable } from './clock-office.ts'

describe('notices of a day', () => {
  it('reach one recipient in one message, whatever number of units and tasks, and once', async () => {
    const office = clockOffice()
    await office.bind('张', EDUCATION)
    await office.bind('张', PLANNING)
    await office.bind('李', PLANNING)
    await office.due('2023-06-08')
    await office.due('2023-06-08')
    await office.due('2023-06-05', PLANNING)
    for (let i = 0; i < 3; i++) {
      await office.tick()
      office.later(5)
    }
    expect(office.at('张')).toEqual(['2项任务还有7天到期'])
    expect(office.at('李')).toEqual([])
    await office.due('2023-06-09', PLANNING)
    office.set('2023-06-02T08:30:00+08:00')
    await office.tick()
    expect(office.at('李')).toEqual(['2项任务需要关注：1项3天内到期、1项7天内到期'])
    expect(office.at('张')).toHaveLength(2)
  })

  it.each([2, 5])('go out once from %i processes that tick at once', async processes => {
    const office = clockOffice()
    await office.bind('张')
    await office.due('2023-06-08')
    await Promise.all(Array.from({ length: processes }, () => office.start().tick()))
    expect(office.sent).toHaveLength(1)
    expect((await office.store.entries(0)).filter(({ kind }) => kind === 'run')).toHaveLength(1)
  })

  it.each([
    ['2023-06-01T08:29:00+08:00', 0],
    ['2023-06-01T08:30:00+08:00', 1],
    ['2023-06-01T17:59:00+08:00', 1],
    ['2023-06-01T18:00:00+08:00', 0],
    // 31 May in Shanghai and in Greenwich, 1 June in Shanghai only.
    ['2023-05-31T23:59:00+08:00', 0],
    ['2023-06-01T00:30:00+08:00', 0],
    // Dragon boat festival, and the Sunday that is worked for it.
    ['2023-06-22T09:00:00+08:00', 0],
    ['2023-06-25T09:00:00+08:00', 1],
  ])('at %s: %i', async (at, messages) => {
    const office = clockOffice({ at })
    await office.bind('张')
    for (const due of ['2023-06-08', '2023-07-02', '2023-06-29']) await office.due(due)
    await office.tick()
    expect(office.at('张')).toHaveLength(messages)
  })

  it('of the first run ever are those of its day, with nothing from before', async () => {
    const office = clockOffice()
    await office.bind('张')
    for (const due of ['2023-05-31', '2023-06-07', '2023-05-20']) await office.due(due)
    await office.tick()
    expect(office.at('张')).toEqual(['1项任务已逾期1天'])
  })

  it('are caught up once after two days away; what is of no use any more is left out and counted', async () => {
    const office = clockOffice()
    await office.bind('张')
    await office.tick()
    await office.due('2023-06-08')
    for (const due of ['2023-06-05', '2023-06-06', '2023-06-13', '2023-06-14']) await office.due(due)
    office.set('2023-06-08T10:00:00+08:00')
    await office.tick()
    await office.tick()
    // Of the 8th T-3 is overtaken by T-0; of the 5th T-3 and T-0, of the 6th the same, by T+1.
    expect(office.at('张')).toEqual(['5项任务需要关注：2项已逾期、1项今天到期、2项7天内到期'])
    expect(office.lines.filter(({ dropped }) => dropped !== undefined).map(({ dropped }) => dropped)).toEqual([0, 5])
  })
})

const DEATHS: readonly Death[] = (['append', 'attempt', 'send', 'settleLetter'] as const).flatMap(verb => [
  { verb, when: 'before' },
  { verb, when: 'after' },
])

describe('a process that ends', () => {
  it.each(DEATHS)('$when $verb: the next one goes on, and it arrives once', async death => {
    const office = clockOffice()
    await office.bind('张')
    await office.due('2023-06-08')
    await office.start(death).tick()
    await office.tick()
    office.later(5)
    await office.tick()
    expect(office.arrived).toHaveLength(1)
    expect(await office.store.letters()).toEqual([])
  })

  it.each([
    ['append', 1],
    // Nobody can know: not sent again is the smaller evil.
    ['attempt', 0],
    ['send', 1],
  ] as const)('after %s, and nobody for two hours: %i', async (verb, messages) => {
    const office = clockOffice()
    await office.bind('张')
    await office.due('2023-06-08')
    await office.start({ verb, when: 'after' }).tick()
    office.later(120)
    await office.tick()
    expect(office.arrived).toHaveLength(messages)
    expect(await office.store.letters()).toEqual([])
    expect(office.lines.filter(({ result }) => result === 'uncertain')).toHaveLength(verb === 'append' ? 0 : 1)
  })

  it.each(DEATHS)('$when $verb while it takes over what the day before could not send: one message', async death => {
    const office = clockOffice()
    await office.bind('张')
    await office.due('2023-06-08')
    office.fail(refused)
    await office.tick()
    office.fail(null)
    office.set('2023-06-02T08:30:00+08:00')
    await office.start(death).tick()
    for (let i = 0; i < 3; i++) {
      office.later(5)
      await office.tick()
    }
    expect(office.at('张')).toEqual(['1项任务还有6天到期'])
    expect(await office.store.letters()).toEqual([])
  })
})

describe('a platform out of order', () => {
  it('that certainly took nothing is asked again, however long it takes', async () => {
    const office = clockOffice()
    await office.bind('张')
    await office.due('2023-06-08')
    office.fail(refused)
    for (let i = 0; i < 30; i++) {
      await office.tick()
      office.later(5)
    }
    office.fail(null)
    await office.tick()
    expect(office.at('张')).toHaveLength(1)
  })

  it.each([
    [30, 1],
    [55, 0],
  ])(
    'that did not answer is asked again under the same key within the hour: after %i minutes %i',
    async (minutes, messages) => {
      const office = clockOffice()
      await office.bind('张')
      await office.due('2023-06-08')
      office.fail(timeout)
      await office.tick()
      office.fail(null)
      office.later(minutes)
      await office.tick()
      expect(office.arrived).toHaveLength(messages)
      expect(await office.store.letters()).toEqual([])
    },
  )

  it('that refused it after it had not answered may have it all the same', async () => {
    const office = clockOffice()
    await office.bind('张')
    await office.due('2023-06-08')
    office.fail(timeout)
    await office.tick()
    office.later(5)
    office.fail(refused)
    await office.tick()
    office.later(60)
    office.fail(null)
    await office.tick()
    expect(office.arrived).toEqual([])
    expect(await office.store.letters()).toEqual([])
  })

  it.each([
    ['2023-06-01T08:30:00+08:00', '2023-06-02T08:30:00+08:00'],
    ['2023-06-02T08:30:00+08:00', '2023-06-05T08:30:00+08:00'],
  ])('all day on %s: one message the next working morning says it all', async (down, up) => {
    const office = clockOffice({ at: down })
    await office.bind('张')
    await office.due('2023-06-08')
    await office.due('2023-06-09')
    await office.due('2023-06-12')
    office.fail(refused)
    await office.tick()
    office.fail(null)
    office.set(up.replace('08:30', '08:29'))
    await office.tick()
    office.set(up)
    // The courier of another process is there before anybody has decided the day.
    await office.start().deliver()
    expect(office.arrived).toEqual([])
    await Promise.all([office.start().tick(), office.tick()])
    expect(office.at('张')).toEqual([
      `${up.startsWith('2023-06-05') ? 3 : 2}项任务需要关注：${up.startsWith('2023-06-05') ? '1项3天内到期、2项' : '2项'}7天内到期`,
    ])
    expect(await office.store.letters()).toEqual([])
  })

  it('and looked after by processes whose clocks differ: nothing is told on two days', async () => {
    const office = clockOffice()
    await office.bind('张')
    await office.due('2023-06-08')
    await office.due('2023-06-09')
    office.fail(refused)
    await office.tick()
    office.fail(null)
    office.set('2023-06-02T08:30:00+08:00')
    await office.start({ verb: 'append', when: 'before' }, 7000).tick()
    await office.tick()
    office.set('2023-06-05T08:30:00+08:00')
    await office.tick()
    expect(office.at('张')).toEqual(['2项任务需要关注：2项7天内到期', '1项任务还有3天到期'])
  })

  it('two days running is made good for from the first day on', async () => {
    const office = clockOffice()
    await office.bind('张')
    await office.due('2023-06-08')
    office.fail(refused)
    await office.tick()
    office.set('2023-06-02T08:30:00+08:00')
    await office.tick()
    office.fail(null)
    office.set('2023-06-05T08:30:00+08:00')
    await office.due('2023-06-20')
    await office.tick()
    expect(office.at('张')).toEqual(['1项任务还有3天到期'])
  })

  it('and silent is asked with what may be there already: few letters are risked', async () => {
    const office = clockOffice()
    for (const person of ['甲', '乙', '丙', '丁', '戊', '己']) await office.bind(person)
    await office.due('2023-06-08')
    const asked = new Set<string>()
    office.behaviour.fail = ({ key }) => {
      asked.add(key)
      return timeout
    }
    for (let i = 0; i < 9; i++) {
      await office.tick()
      office.later(5)
    }
    expect(asked.size).toBe(2)
    office.fail(null)
    await office.tick()
    expect(office.arrived).toHaveLength(6)
  })

  it('for one letter does not hold up the others', async () => {
    const office = clockOffice()
    for (const person of ['甲', '乙', '丙']) await office.bind(person)
    await office.due('2023-06-08')
    office.behaviour.fail = ({ to }) => (to.person === '甲' ? new TypeError('cannot be shown') : null)
    await office.tick()
    expect([office.at('甲'), office.at('乙'), office.at('丙')].map(({ length }) => length)).toEqual([0, 1, 1])
  })
})

describe('a recipient that is gone', () => {
  async function gone() {
    const office = clockOffice()
    for (const person of ['督', '察']) await office.bind(person, null)
    await office.bind('张')
    await office.due('2023-06-08')
    await office.due('2023-06-09')
    office.behaviour.fail = ({ to }) => (to.person === '张' ? unreachable : null)
    await Promise.all([office.tick(), office.start().tick()])
    await office.tick()
    return office
  }

  it('is reported to everybody of the office once, and left out', async () => {
    const office = await gone()
    expect(office.at('督')).toEqual(['提醒送不到了：张'])
    expect(office.at('察')).toEqual(['提醒送不到了：张'])
    office.behaviour.fail = () => null
    office.set('2023-06-02T08:30:00+08:00')
    await office.tick()
    expect([office.at('张'), office.at('督')]).toEqual([[], ['提醒送不到了：张']])
  })

  it.each(['binding', 'wish'])('is told again after a new %s', async lifted => {
    const office = await gone()
    office.behaviour.fail = () => null
    office.later(60)
    if (lifted === 'binding') await office.bind('张')
    else await office.write({ kind: 'implied-switch', isOn: true, ...office.wish('张') })
    office.set('2023-06-02T08:30:00+08:00')
    await office.tick()
    expect(office.at('张')).toHaveLength(1)
  })

  it('is reported once more when it is gone once more', async () => {
    const office = await gone()
    office.later(60)
    await office.bind('张')
    office.set('2023-06-02T08:30:00+08:00')
    await office.tick()
    await office.tick()
    expect(office.at('督')).toHaveLength(2)
  })
})
