import type { Store } from '../core/ports.ts'
import { createProgress, type Progress } from '../core/progress/progress.ts'
import { createRecords } from '../core/progress/records.ts'
import type { Ledger } from '../core/search/ledger.ts'

/** How the tasks stood at the end of a day (YYYY-MM-DD), by what had been done until then. */
export type ProgressOn = (day: string) => Progress

/** Reads what was done once, for questions about one day or several. */
export async function progressByDay(ledger: Ledger, store?: Pick<Store, 'entries'>): Promise<ProgressOn> {
  const entries = (await store?.entries(0)) ?? []
  const known = new Map<string, Progress>()
  function recordsUntil(day: string) {
    const records = createRecords()
    records.add(entries.filter(({ at }) => at.slice(0, 10) <= day))
    return records
  }

  return day => {
    const progress = known.get(day) ?? createProgress(ledger, recordsUntil(day), day)
    known.set(day, progress)
    return progress
  }
}

/** Null while nothing has been done: answers then say no word about progress. */
export const ifAny = (progress: Progress): Progress | null => (progress.records.seen === 0 ? null : progress)
