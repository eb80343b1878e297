import { createProgress, type Progress } from '../core/progress/progress.ts'
import type { Ledger } from '../core/search/ledger.ts'
import type { RecordKeeper } from './record-keeper.ts'

/** How the tasks stand on a day, by the records as they are now. */
export type ProgressNow = (today: string) => Promise<Progress>

/** One view serves until something is recorded or another day is asked for: what it has worked out once stays. */
export function createProgressNow(ledger: Ledger, keeper: RecordKeeper): ProgressNow {
  let kept: { readonly progress: Progress; readonly seen: number } | null = null
  return async today => {
    const records = await keeper.current()
    if (kept?.seen !== records.seen || kept.progress.today !== today) {
      kept = { progress: createProgress(ledger, records, today), seen: records.seen }
    }
    return kept.progress
  }
}
