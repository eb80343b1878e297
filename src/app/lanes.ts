/** Work that goes on behind an acknowledgement. */
export interface Lanes {
  /** Runs the jobs of one lane one after another, in the order they were given; lanes do not wait for each other. */
  run(lane: string, job: () => Promise<void>): Promise<void>
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

export function createLanes(): Lanes {
  const ends = new Map<string, Promise<void>>()
  return {
    run(lane, job) {
      const end = (ends.get(lane) ?? Promise.resolve()).then(job, job).finally(() => {
        if (ends.get(lane) === end) ends.delete(lane)
      })
      ends.set(lane, end)
      return end
    },
    async idle() {
      while (ends.size > 0) await Promise.allSettled(ends.values())
    },
  }
}
