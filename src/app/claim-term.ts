import type { Clock, Term } from '../core/ports.ts'

/** For how long a key is claimed: platforms send again for up to seven hours, and requests older than this are refused. */
const CLAIM_MS = 8 * 60 * 60 * 1000

export const claimTerm = (clock: Clock): Term => ({ now: clock.now(), forMs: CLAIM_MS })
