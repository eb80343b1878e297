/** The best few of many scored tasks: a binary heap with the worst of them on top. Of equal scores the first in the ledger is better. */
export class BestTasks {
  readonly #limit: number
  readonly #tasks: number[] = []
  readonly #scores: number[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  /** The tasks kept, in no particular order. */
  get tasks(): readonly number[] {
    return this.#tasks
  }

  offer(task: number, score: number): void {
    if (this.#tasks.length < this.#limit) this.#raise(task, score)
    else if (this.#isWorse(0, task, score)) this.#sink(task, score)
  }

  /** Whether the entry at `index` is worse than the given one. */
  #isWorse(index: number, task: number, score: number): boolean {
    const held = this.#scores[index] ?? 0
    return held < score || (held === score && (this.#tasks[index] ?? 0) > task)
  }

  #put(index: number, task: number, score: number): void {
    this.#tasks[index] = task
    this.#scores[index] = score
  }

  #raise(task: number, score: number): void {
    let index = this.#tasks.length
    while (index > 0) {
      const parent = (index - 1) >>> 1
      if (this.#isWorse(parent, task, score)) break
      this.#put(index, this.#tasks[parent] ?? 0, this.#scores[parent] ?? 0)
      index = parent
    }
    this.#put(index, task, score)
  }

  /** Replaces the worst entry. */
  #sink(task: number, score: number): void {
    let index = 0
    for (let child = 1; child < this.#tasks.length; child = 2 * index + 1) {
      const right = child + 1
      const rightIsWorse =
        right < this.#tasks.length && this.#isWorse(right, this.#tasks[child] ?? 0, this.#scores[child] ?? 0)
      const worse = rightIsWorse ? right : child
      if (!this.#isWorse(worse, task, score)) break
      this.#put(index, this.#tasks[worse] ?? 0, this.#scores[worse] ?? 0)
      index = worse
    }
    this.#put(index, task, score)
  }
}
