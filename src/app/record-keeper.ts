import type { Store } from '../core/ports.ts'
import { createRecords, type Records } from '../core/progress/records.ts'

/** The records as the store has them. */
export interface RecordKeeper {
  /** With everything that was written until now, by whichever process. */
  current(): Promise<Records>
}

export interface RecordKeeperOptions {
  readonly store: Pick<Store, 'entries'>
  /** Ids of administrators by configuration. */
  readonly admins?: readonly string[]
}

/** Reads each entry once, in its order, however many ask at the same time. */
export function createRecordKeeper({ store, admins = [] }: RecordKeeperOptions): RecordKeeper {
  const records = createRecords({ admins })
  let reading: Promise<void> = Promise.resolve()
  const catchUp = async () => records.add(await store.entries(records.seen))
  return {
    async current() {
      reading = reading.then(catchUp, catchUp)
      await reading
      return records
    },
  }
}
