/** Waits; a test passes one that only notes the pause. */
export type Sleep = (ms: number) => Promise<void>

export const sleepFor: Sleep = ms => new Promise(resolve => setTimeout(resolve, ms))

interface Retrying {
  readonly sleep: Sleep
  /** How long to wait after this failure before trying again; null to give up. `tries` counts those made. */
  pauseAfter(error: unknown, tries: number): number | null
}

/** Calls until it succeeds or the failure is not worth another try; then throws that failure. */
export async function retrying<T>(attempt: () => Promise<T>, { sleep, pauseAfter }: Retrying): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      const pause = pauseAfter(error, tries)
      if (pause === null) throw error
      if (pause > 0) await sleep(pause)
    }
  }
}

interface Growing {
  readonly firstPauseMs: number
  readonly longestPauseMs: number
}

/** Twice as long each time: 500, 1000, 2000 … up to the longest. */
export function growingPause(tries: number, { firstPauseMs, longestPauseMs }: Growing): number {
  return Math.min(firstPauseMs * 2 ** (tries - 1), longestPauseMs)
}
