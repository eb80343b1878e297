import { describe, expect, it } from 'vitest'
import { growingPause, retrying } from '../../../adapters/feishu/retry.ts'

/** Fails as told, then succeeds with the number of the try. */
function failing(times: number) {
  let tries = 0
  return async () => {
    tries += 1
    if (tries <= times) throw new Error(`try ${tries}`)
    return tries
  }
}

describe('trying again', () => {
  it('pauses between tries as told, and returns the first success', async () => {
    const pauses: number[] = []
    const sleep = async (ms: number) => {
      pauses.push(ms)
    }
    expect(await retrying(failing(3), { sleep, pauseAfter: (_, tries) => tries * 10 })).toBe(4)
    expect(pauses).toEqual([10, 20, 30])
  })

  it('does not sleep for a pause of nothing', async () => {
    const sleep = () => Promise.reject(new Error('slept'))
    expect(await retrying(failing(1), { sleep, pauseAfter: () => 0 })).toBe(2)
  })

  it('ends with the failure that is not worth another try', async () => {
    const sleep = async () => undefined
    const pauseAfter = (error: unknown) => (error instanceof Error && error.message === 'try 2' ? null : 1)
    await expect(retrying(failing(9), { sleep, pauseAfter })).rejects.toThrow('try 2')
  })
})

it('pauses grow twofold up to the longest', () => {
  const limits = { firstPauseMs: 500, longestPauseMs: 8000 }
  expect([1, 2, 3, 4, 5, 6, 60].map(tries => growingPause(tries, limits))).toEqual([
    500, 1000, 2000, 4000, 8000, 8000, 8000,
  ])
})
