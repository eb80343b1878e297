/** Milliseconds one call takes. */
export function time(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** The value that `share` of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const ascending = values.toSorted((one, other) => one - other)
  return ascending[Math.min(Math.floor(ascending.length * share), ascending.length - 1)] ?? Number.NaN
}

export interface Memory {
  readonly rss: number
  readonly arrayBuffers: number
}

/** Bytes held now, garbage aside; the process must run with --expose-gc. */
export function memory(): Memory {
  // Array buffers go with the collection after the one that drops their views.
  for (let round = 0; round < 3; round++) globalThis.gc?.()
  const { rss, arrayBuffers } = process.memoryUsage()
  return { rss, arrayBuffers }
}
