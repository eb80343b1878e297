/** Puts work off until it is first asked for, and does it once: most questions need none of the rarer tables. */
export function once<T>(build: () => T): () => T {
  let built: { readonly value: T } | undefined
  return () => {
    built ??= { value: build() }
    return built.value
  }
}
