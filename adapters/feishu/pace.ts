/** At most so many calls in any stretch of so many milliseconds. */
export interface RateWindow {
  readonly calls: number
  readonly ms: number
}

/** The calls that passed, remembered as long as a window counts them. */
export interface Pace {
  /** Milliseconds until the next call may pass, 0 when it may now. */
  waitAt(now: number): number
  pass(now: number): void
  /** No window counts anything. */
  restsAt(now: number): boolean
}

/** Calls later than `now` were made before the clock was set back: they count no more. */
export function createPace(windows: readonly RateWindow[]): Pace {
  const longest = Math.max(0, ...windows.map(({ ms }) => ms))
  let passed: readonly number[] = []
  const counted = (now: number): readonly number[] => passed.filter(at => at <= now && at > now - longest)

  return {
    waitAt(now) {
      const waits = windows.map(({ calls, ms }) => {
        const nth = passed.at(-calls)
        return nth === undefined || nth > now ? 0 : nth + ms - now
      })
      return Math.max(0, ...waits)
    },
    pass(now) {
      passed = [...counted(now), now]
    },
    restsAt: now => counted(now).length === 0,
  }
}

/** Chats whose calls are remembered before those that rest are forgotten. */
const MANY = 1000

/** One pace for each chat. */
export function createPaces(windows: readonly RateWindow[]): (chat: string, now: number) => Pace {
  const paces = new Map<string, Pace>()

  const forgetResting = (now: number): void => {
    for (const [chat, pace] of paces) if (pace.restsAt(now)) paces.delete(chat)
  }
  return (chat, now) => {
    const known = paces.get(chat)
    if (known !== undefined) return known
    if (paces.size >= MANY) forgetResting(now)
    const pace = createPace(windows)
    paces.set(chat, pace)
    return pace
  }
}
