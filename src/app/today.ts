import type { Clock } from '../core/ports.ts'
import type { Moment } from '../core/progress/situation.ts'

const SHANGHAI_AHEAD_MS = 8 * 60 * 60 * 1000

/** Now in Asia/Shanghai, which has no summer time. */
export function momentOf(clock: Clock): Moment {
  const ms = clock.now().getTime()
  const local = new Date(ms + SHANGHAI_AHEAD_MS).toISOString()
  return { ms, iso: `${local.slice(0, 19)}+08:00`, today: local.slice(0, 10) }
}

/** Today in Asia/Shanghai as YYYY-MM-DD. */
export const todayOf = (clock: Clock): string => momentOf(clock).today
