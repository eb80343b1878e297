import type { Clock } from '../core/ports.ts'

const SHANGHAI_AHEAD_MS = 8 * 60 * 60 * 1000

/** Today in Asia/Shanghai, which has no summer time, as YYYY-MM-DD. */
export function todayOf(clock: Clock): string {
  return new Date(clock.now().getTime() + SHANGHAI_AHEAD_MS).toISOString().slice(0, 10)
}
