import { describe, expect, it } from 'vitest'
import { createProfiles } from '../../../adapters/feishu/profiles.ts'
import { PlatformError } from '../../../src/core/errors.ts'
import { createLines } from './client-of.ts'

const refusal = (code: number) => Promise.reject(new PlatformError('feishu', code, 'no authority'))

/** An address book of one person, 张三 of 规划处 and 党委 in 省能源局; `replaced` is what it does otherwise. */
function office(replaced: Partial<Parameters<typeof createProfiles>[0]> = {}) {
  const asked: string[] = []
  const time = { at: 0 }
  const { log, lines } = createLines()
  const names: Readonly<Record<string, string>> = { 'od-1': '规划处', 'od-2': '党委' }
  const book = {
    user: async () => ({ name: '张三', departmentIds: ['od-1', 'od-2'] }),
    departmentName: async (id: string) => names[id] ?? null,
    namesAbove: async () => ['省能源局', '省政府'],
    ...replaced,
  }
  const client = {
    ...book,
    user(person: string) {
      asked.push(person)
      return book.user(person)
    },
  }
  return { profile: createProfiles(client, { clock: { now: () => new Date(time.at) }, log }), asked, time, lines }
}

const MINUTE = 60_000
const WHOLE = { name: '张三', departments: ['规划处', '党委', '省能源局', '省政府'] }

describe('a profile', () => {
  it('has the departments of the person, then those above, each once', async () => {
    expect(await office().profile('ou_1')).toEqual(WHOLE)
  })

  it.each([
    ['the person is out of range', { user: () => refusal(41050) }],
    ['a scope is missing', { user: () => refusal(99991672) }],
    ['the name may not be seen', { user: async () => ({ name: null, departmentIds: ['od-1'] }) }],
    ['something else breaks', { user: () => Promise.reject(new TypeError('unexpected')) }],
  ])('is null where %s, and no name is logged', async (_, replaced) => {
    const { profile, lines } = office(replaced)
    expect(await profile('ou_1')).toBeNull()
    expect(lines.join()).not.toMatch(/ou_1|张三/)
  })

  it('is without what may not be seen of its departments', async () => {
    const hidden = { departmentName: () => refusal(40004), namesAbove: () => refusal(40004) }
    expect(await office(hidden).profile('ou_1')).toEqual({ name: '张三', departments: [] })
    expect(await office({ departmentName: async () => null, namesAbove: async () => [] }).profile('ou_1')).toEqual({
      name: '张三',
      departments: [],
    })
  })

  it('is asked for once an hour, however many want it', async () => {
    const { profile, asked, time } = office()
    await Promise.all([profile('ou_1'), profile('ou_1'), profile('ou_2')])
    time.at = 59 * MINUTE
    expect(await profile('ou_1')).toEqual(WHOLE)
    expect(asked).toEqual(['ou_1', 'ou_2'])
    time.at = 60 * MINUTE
    await profile('ou_1')
    expect(asked).toEqual(['ou_1', 'ou_2', 'ou_1'])
  })

  it('is asked for again after a minute where there was none', async () => {
    const { profile, asked, time } = office({ user: () => refusal(41050) })
    await profile('ou_1')
    await profile('ou_1')
    expect(asked).toHaveLength(1)
    time.at = MINUTE
    await profile('ou_1')
    expect(asked).toHaveLength(2)
  })

  it('forgets the oldest of more than a thousand', async () => {
    const { profile, asked } = office()
    for (let i = 0; i <= 1000; i += 1) await profile(`ou_${i}`)
    await profile('ou_1000')
    expect(asked).toHaveLength(1001)
    await profile('ou_0')
    expect(asked).toHaveLength(1002)
  })

  it('is null for who waits too long, and there for the next', async () => {
    const { promise, resolve } = Promise.withResolvers<{ name: string; departmentIds: string[] }>()
    const { profile, asked } = office({ user: () => promise })
    expect(await profile('ou_1')).toBeNull()
    resolve({ name: '张三', departmentIds: [] })
    expect(await profile('ou_1')).toMatchObject({ name: '张三' })
    expect(asked).toHaveLength(1)
  })
})
