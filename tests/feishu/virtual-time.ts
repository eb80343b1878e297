import { setImmediate as ioTurn } from 'node:timers/promises'
import type { Clock } from '../../src/core/ports.ts'

/** A clock that moves only when somebody sleeps: hours pass in no time, and the same way each time. */
export function createVirtualTime(start = Date.UTC(2026, 10, 22)) {
  let now = start
  let sleepers: readonly { readonly at: number; readonly wake: () => void }[] = []

  const clock: Clock = { now: () => new Date(now) }
  return {
    clock,
    at: () => now - start,
    /** The clock is set, as by hand. */
    set: (at: number) => {
      now = start + at
    },
    sleep: (ms: number) =>
      new Promise<void>(wake => {
        sleepers = [...sleepers, { at: now + ms, wake }].toSorted((a, b) => a.at - b.at)
      }),
    /** Lets time pass until nobody sleeps any more. */
    async run(): Promise<void> {
      await ioTurn()
      for (let [next, ...others] = sleepers; next !== undefined; [next, ...others] = sleepers) {
        sleepers = others
        now = Math.max(now, next.at)
        next.wake()
        await ioTurn()
      }
    },
  }
}
