import type { Store } from '../core/ports.ts'
import { type Entry, subjectOf } from '../core/progress/entry.ts'
import type { Records } from '../core/progress/records.ts'
import type { Decision } from '../core/progress/situation.ts'
import { groupBy } from '../core/search/group.ts'

type Writable = Pick<Store, 'append' | 'post' | 'propose' | 'dropProposal' | 'settleLetter'>

/**
 * Makes a decision durable; false where something it rests on has changed meanwhile, and it has to be made again. What was
 * written by then is known by its id the next time.
 */
export async function writeDecision(
  decision: Decision,
  { seen }: Pick<Records, 'seen'>,
  store: Writable,
): Promise<boolean> {
  const { entries, letters, propose, recall, drop } = decision
  if (!(await appendAll(entries, { letters, seen, store }))) return false
  if (entries.length === 0 && letters.length > 0) await store.post(letters)
  if (propose !== null) await store.propose(propose)
  for (const { key, instead } of recall) if (!(await store.settleLetter(key, 'withdrawn'))) await store.post([instead])
  for (const id of drop) await store.dropProposal(id)
  return true
}

interface Appending extends Pick<Decision, 'letters'> {
  /** Entries that were known when these were decided on. */
  readonly seen: number
  readonly store: Pick<Store, 'append'>
}

/** Subjects are written side by side; the letters go with the first of them. False where one was outdated. */
export async function appendAll(entries: readonly Entry[], { letters, seen, store }: Appending): Promise<boolean> {
  const groups = [...groupBy(entries, subjectOf).values()]
  const results = await Promise.all(
    groups.map((group, i) => store.append(group, i === 0 ? { seen, letters } : { seen })),
  )
  return results.every(result => result !== 'outdated')
}
