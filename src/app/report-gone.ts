import type { Clock, Letter, Store } from '../core/ports.ts'
import { goneEntry, goneLetters, recipientOf } from '../core/supervision/gone.ts'
import type { RecordKeeper } from './record-keeper.ts'
import { momentOf } from './today.ts'

interface Reporting {
  readonly store: Pick<Store, 'append'>
  readonly keeper: RecordKeeper
  readonly clock: Clock
}

/** A recipient that cannot be reached is left out from now on, and the office is told, once. */
export async function reportGone(letter: Letter, { store, keeper, clock }: Reporting): Promise<void> {
  const records = await keeper.current()
  const recipient = recipientOf(letter)
  if (records.isGone(recipient)) return
  const now = momentOf(clock)
  const entry = goneEntry(recipient, now)
  await store.append([entry], { seen: records.seen, letters: goneLetters(recipient, { records, now }) })
}
