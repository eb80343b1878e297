import { describe, expect, it } from 'vitest'
import { createTokenSource } from '../../../adapters/feishu/token.ts'
import { createVirtualTime } from '../../feishu/virtual-time.ts'

const HOUR = 3_600_000

function sourceOf(failures = 0) {
  const time = createVirtualTime()
  let asked = 0
  const issue = async () => {
    asked += 1
    if (asked <= failures) throw new Error('no token')
    return { value: `t-${asked}`, expiresInMs: 2 * HOUR }
  }
  return { time, asked: () => asked, source: createTokenSource({ issue, renewMs: 600_000, clock: time.clock }) }
}

describe('the access token', () => {
  it('is asked for once by all who want it at once', async () => {
    const { source, asked } = sourceOf()
    expect(await Promise.all([source.get(), source.get(), source.get()])).toEqual(['t-1', 't-1', 't-1'])
    expect(asked()).toBe(1)
  })

  it('is kept until shortly before it expires', async () => {
    const { source, time } = sourceOf()
    await source.get()
    time.set(2 * HOUR - 600_001)
    expect(await source.get()).toBe('t-1')
    time.set(2 * HOUR - 600_000)
    expect(await source.get()).toBe('t-2')
  })

  it('is replaced after it was refused, once for all who were refused', async () => {
    const { source } = sourceOf()
    await source.get()
    source.drop('t-1')
    expect(await source.get()).toBe('t-2')
    source.drop('t-1')
    expect(await source.get()).toBe('t-2')
  })

  it('is asked for again after a failure, which all who waited see', async () => {
    const { source } = sourceOf(1)
    const both = await Promise.allSettled([source.get(), source.get()])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await source.get()).toBe('t-2')
  })
})
