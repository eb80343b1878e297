/** The words of a task that a search looks into. */
export interface TaskText {
  readonly title: string
  readonly body: string
}

/** A task found by `rank`: its number in the ledger and its score, higher is better. */
export interface Hit {
  readonly task: number
  readonly score: number
  /** Share of the query's bigrams that the task contains, 0 to 1. */
  readonly coverage: number
}

export interface RankOptions {
  /** 50 unless told. */
  readonly limit?: number
  /** Task numbers, ascending: only these may be found. */
  readonly among?: Uint32Array
}

/** An inverted index over Han bigrams (Latin words and numbers stay whole). Tasks are numbered from 0 in ledger order. */
export interface TaskIndex {
  readonly size: number
  /**
   * Every task whose title or body contains the phrase, ascending. Width, case, spaces and quote marks do not matter; a
   * number or Latin word counts only whole. With `most`, no more than the first so many: 1 tells whether there is any.
   */
  containing(phrase: string, most?: number): Uint32Array
  /** BM25, title counted more. `among` (ascending) restricts the candidates. At most `limit` hits (default 50), best first, ties in ledger order. */
  rank(query: string, options?: RankOptions): readonly Hit[]
}
