import { describe, expect, it } from 'vitest'
import { deskOffice } from '../desk-office.ts'

const EVENING = 11 * 60
const MORNING = 12 * 60 + 30
const FOUR_YEARS = 4 * 366 * 24 * 60

describe('an urging that is taken back', () => {
  it('before it went out reaches nobody', async () => {
    const office = await deskOffice()
    office.later(EVENING)
    await office.say('督', '催办 省能源局')
    expect(await office.say('督', '是')).toMatch('将在')
    await office.say('督', '撤回催办')
    office.later(MORNING)
    await office.tick()
    expect(office.lettersTo('王')).toEqual([])
  })

  it('after it went out is followed by a word about it', async () => {
    const office = await deskOffice()
    await office.say('督', '催办 省能源局')
    await office.say('督', '是')
    expect(office.lettersTo('王')).toHaveLength(1)
    await office.say('督', '撤回催办')
    expect(
      office
        .lettersTo('王')
        .map(({ summary }) => summary)
        .at(-1),
    ).toMatch('撤回')
  })
})

it('a year whose days off are not known says so where a time in it is named', async () => {
  const office = await deskOffice()
  const known = await office.say('王', '每周一9点推送逾期清单')
  office.later(FOUR_YEARS)
  const unknown = await office.say('王', '每周二9点推送逾期清单')
  expect([known, unknown].map(text => text.includes('2027年的放假安排尚未收录'))).toEqual([false, true])
})
