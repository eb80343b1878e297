import { createLowdbStore, type LowdbOptions, type LowdbStore } from './lowdb.ts'

/**
 * A ledger that this process reads as it is, beside another that may write, until its own first change: from then on it is the
 * one that writes. A change is refused with `LedgerLockedError` while another process does; it may be tried again.
 */
export function createOnDemandStore(file: string, options: Omit<LowdbOptions, 'mode'> = {}): LowdbStore {
  let writer: Promise<LowdbStore> | null = null
  // Read anew each time: the other process goes on.
  const reading = (): Promise<LowdbStore> => writer ?? createLowdbStore(file, { mode: 'read' })

  async function writing(): Promise<LowdbStore> {
    writer ??= createLowdbStore(file, options)
    try {
      return await writer
    } catch (error) {
      writer = null
      throw error
    }
  }

  return {
    documents: async () => (await reading()).documents(),
    putDocument: async document => (await writing()).putDocument(document),
    claimOnce: async (key, term) => (await writing()).claimOnce(key, term),
    accept: async (received, term) => (await writing()).accept(received, term),
    settle: async id => (await writing()).settle(id),
    unsettled: async () => (await reading()).unsettled(),
    append: async (entries, context) => (await writing()).append(entries, context),
    entries: async seen => (await reading()).entries(seen),
    propose: async proposal => (await writing()).propose(proposal),
    proposals: async (speaker, now) => (await reading()).proposals(speaker, now),
    dropProposal: async id => (await writing()).dropProposal(id),
    post: async letters => (await writing()).post(letters),
    letters: async () => (await reading()).letters(),
    attempt: async (key, term) => (await writing()).attempt(key, term),
    giveBack: async key => (await writing()).giveBack(key),
    settleLetter: async (key, end) => (await writing()).settleLetter(key, end),
    close: async () => (await writer)?.close(),
  }
}
