import type { Accepted } from '../core/ports.ts'
import type { Answering } from './answer-accepted.ts'
import { claimTerm } from './claim-term.ts'

type Office = Pick<Answering, 'store' | 'clock' | 'log'>

/** Starts that try to answer a message: one that ends the process each time must not keep everybody else from an answer. */
const STARTS = 5

/** Those messages of before the last stop that this start answers, in order; the others are given up, and logged. */
export async function worthAnotherStart(leftOver: readonly Accepted[], office: Office): Promise<readonly Accepted[]> {
  const tried = await Promise.all(
    leftOver.map(async received => ({ received, isDue: await isDue(received.id, office) })),
  )
  for (const { received } of tried.filter(({ isDue }) => !isDue)) await giveUp(received, office)
  return tried.flatMap(({ received, isDue }) => (isDue ? [received] : []))
}

async function isDue(id: string, { store, clock }: Office): Promise<boolean> {
  for (let start = 1; start <= STARTS; start++) {
    if (await store.claimOnce(`start:${start}:${id}`, claimTerm(clock))) return true
  }
  return false
}

async function giveUp({ id, kind }: Accepted, { store, log }: Office): Promise<void> {
  log.error({ id, kind, result: 'given up', starts: STARTS }, 'accepted message')
  await store.settle(id)
}
