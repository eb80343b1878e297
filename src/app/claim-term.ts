import type { Clock, Term } from '../core/ports.ts'

const HOURS_MS = 60 * 60 * 1000
const MINUTES_MS = 60 * 1000

/**
 * For how long a key is claimed: platforms send again for up to seven hours, and requests older than eight are refused. Five
 * minutes more, because a request may be dated that far ahead of our clock.
 */
const CLAIM_MS = 8 * HOURS_MS + 5 * MINUTES_MS

export const claimTerm = (clock: Clock): Term => ({ now: clock.now(), forMs: CLAIM_MS })
