interface Waiting<Item> {
  readonly item: Item
  readonly resolve: (admitted: boolean) => void
  readonly reject: (error: unknown) => void
}

/**
 * Writes what comes in while a write is under way together with the next one: a hundred callers wait for two writes to the
 * disk, not for a hundred. `commit` gets the items in order and gives back those it admitted; where it throws, nobody of
 * that batch was served.
 */
export function createGroupCommit<Item>(
  commit: (items: readonly Item[]) => Promise<ReadonlySet<Item>>,
): (item: Item) => Promise<boolean> {
  let waiting: Waiting<Item>[] = []
  let running = false

  async function run(): Promise<void> {
    running = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await serve(batch, commit)
    }
    running = false
  }

  return item =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      // The first of a burst waits for the rest of it.
      if (!running) queueMicrotask(() => running || run())
    })
}

async function serve<Item>(
  batch: readonly Waiting<Item>[],
  commit: (items: readonly Item[]) => Promise<ReadonlySet<Item>>,
): Promise<void> {
  try {
    const admitted = await commit(batch.map(({ item }) => item))
    for (const { item, resolve } of batch) resolve(admitted.has(item))
  } catch (error) {
    for (const { reject } of batch) reject(error)
  }
}
