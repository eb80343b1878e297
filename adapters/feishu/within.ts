/** What a promise gives, unless it takes longer; then it rejects, and what it gives later is lost. */
export function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)
  return Promise.race([promise, tooLate]).finally(() => clearTimeout(timer))
}
