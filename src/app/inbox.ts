import type { Accepted, Acknowledgement, Inbound } from '../core/ports.ts'
import { type Answering, answerAccepted } from './answer-accepted.ts'
import { claimTerm } from './claim-term.ts'
import { createLanes } from './lanes.ts'
import { press } from './press.ts'
import { worthAnotherStart } from './worth-another-start.ts'

/** The platform sends again later, to the process that comes after this one. */
const CLOSING: Acknowledgement = { status: 500, body: { ok: false, error: 'closing' } }

const OK: Acknowledgement = { status: 200, body: {} }

/** Keeps the process alive for work behind an acknowledgement, where the runtime would end it. */
export type WaitUntil = (work: Promise<void>) => void

/** What comes in from one platform, and what becomes of it. */
export interface Inbox {
  /**
   * Gives the acknowledgement; a message is claimed and kept by then, and answered behind it. Rejects where it could not be
   * kept: nothing is claimed, and the platform may send it again.
   */
  take(inbound: Inbound, waitUntil?: WaitUntil): Promise<Acknowledgement>
  /** Answers what was accepted before the last stop, as `unsettled` gave it before anything new was taken. Resolves when it is under way. */
  resume(leftOver: readonly Accepted[]): Promise<void>
  /** What was accepted and not settled. */
  unsettled(): Promise<readonly Accepted[]>
  /** Takes nothing more; resolves when what was accepted is answered, with false where that takes longer than `withinMs`. */
  close(withinMs: number): Promise<boolean>
}

export function createInbox(answering: Answering): Inbox {
  const { store, clock, log } = answering
  const lanes = createLanes()
  let isClosed = false

  function work(received: Accepted, isResumed: boolean): Promise<void> {
    const { chat, person } = received.speaker
    return lanes.run(JSON.stringify([chat, person]), async () => {
      // A turn of the event loop: the acknowledgement leaves first.
      await pause(0)
      await answerAccepted(received, answering, isResumed)
    })
  }

  async function accept(received: Accepted, waitUntil?: WaitUntil): Promise<Acknowledgement> {
    if (await store.accept(received, claimTerm(clock))) {
      const working = work(received, false)
      waitUntil?.(working)
    } else {
      log.info({ id: received.id, kind: received.kind, result: 'duplicate' }, 'accepted message')
    }
    return OK
  }

  async function take(inbound: Inbound, waitUntil?: WaitUntil): Promise<Acknowledgement> {
    switch (inbound.kind) {
      case 'handshake':
        return inbound.acknowledgement
      case 'ignored':
        log.debug({ reason: inbound.reason }, 'ignored')
        return OK
      case 'rejected':
        log.warn({ reason: inbound.reason, status: inbound.status }, 'rejected')
        return { status: inbound.status, body: { ok: false, error: 'rejected' } }
      case 'action':
      case 'said':
      case 'form':
        return { status: 200, body: await press(inbound, answering) }
      case 'message':
      case 'unreadable':
      case 'greeting':
        return accept(inbound, waitUntil)
      default:
        return inbound satisfies never
    }
  }

  return {
    take: async (inbound, waitUntil) => (isClosed ? CLOSING : take(inbound, waitUntil)),
    async resume(leftOver) {
      for (const received of await worthAnotherStart(leftOver, answering)) work(received, true)
    },
    unsettled: () => store.unsettled(),
    async close(withinMs) {
      isClosed = true
      return Promise.race([lanes.idle().then(() => true), pause(withinMs).then(() => false)])
    },
  }
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
