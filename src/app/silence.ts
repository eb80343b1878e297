/** Tells how a call to a platform ended, as far as silence is concerned. */
export type Heard = 'answer' | 'refusal' | 'silence' | 'given-up' | 'nothing'

/** What one process knows of a platform that does not answer. A letter of unknown end is lost within the hour. */
export interface Silence {
  /** Letters that may be there already, which is for the platform to say. */
  readonly unknown: ReadonlySet<string>
  /** Whether a letter is to be sent now: while the platform is silent it is asked with what may be there already. */
  isWorthTheRisk(key: string, now: number): boolean
  hear(heard: Heard, key: string, now: number): void
  /** Only letters with these keys wait. */
  keep(waiting: ReadonlySet<string>): void
}

/** Letters one after another without an answer, after which others are risked one at a time. */
const PATIENCE = 2

/** How long a silent platform is left alone before another letter is risked. */
const RISK_MS = 120 * 60_000

export function createSilence(): Silence {
  const unknown = new Set<string>()
  let unanswered = 0
  let riskedAt = 0

  function risked(key: string, now: number): void {
    if (unknown.has(key)) return
    unknown.add(key)
    unanswered += 1
    riskedAt = now
  }

  return {
    unknown,
    isWorthTheRisk: (key, now) =>
      unanswered < PATIENCE || unknown.has(key) || (unknown.size === 0 && now - riskedAt >= RISK_MS),
    hear(heard, key, now) {
      if (heard === 'silence') risked(key, now)
      if (heard === 'answer') unanswered = 0
      if (heard === 'answer' || heard === 'given-up') unknown.delete(key)
    },
    keep(waiting) {
      for (const key of unknown) if (!waiting.has(key)) unknown.delete(key)
    },
  }
}
