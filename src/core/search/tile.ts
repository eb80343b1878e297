interface Tiling {
  readonly parts: readonly string[]
  /** Characters in no part. */
  readonly left: number
}

const EMPTY: Tiling = { parts: [], left: 0 }

function isBetter(one: Tiling, other: Tiling): boolean {
  return one.left < other.left || (one.left === other.left && one.parts.length < other.parts.length)
}

/**
 * Cuts a phrase into known parts of two characters or more, so that as few characters as possible are left over, then
 * into as few parts as possible. A part of a known phrase must be known as well.
 *
 * `tile('数字农业强县', known)` gives 数字, 农业, 强县 although 数字农 may be known too: it would leave 业.
 */
export function tile(phrase: string, isKnown: (part: string) => boolean): readonly string[] {
  const tilings: Tiling[] = Array.from({ length: phrase.length + 1 }, () => EMPTY)
  for (let start = phrase.length - 1; start >= 0; start--) {
    const rest = tilings[start + 1] ?? EMPTY
    let best: Tiling = { parts: rest.parts, left: rest.left + 1 }
    for (let end = start + 2; end <= phrase.length; end++) {
      const part = phrase.slice(start, end)
      if (!isKnown(part)) break
      const after = tilings[end] ?? EMPTY
      const tiling = { parts: [part, ...after.parts], left: after.left }
      if (isBetter(tiling, best)) best = tiling
    }
    tilings[start] = best
  }
  return tilings[0]?.parts ?? []
}
