import { soundAlike } from '../text/pinyin.ts'

/** Cost of a wrong character that sounds the same (低炭 for 低碳); any other change costs 1. */
const HOMOPHONE = 0.25

/** What a typing error may cost, by length of the phrase: short phrases forgive homophones only. */
const allowance = (length: number): number => (length < 3 ? 0 : length < 6 ? 2 * HOMOPHONE : length < 10 ? 1 : 2)

/**
 * The words of some text that the phrase is a mistyping of; null where nothing is near enough.
 *
 * Approximate substring matching (Sellers): a row per character of the phrase, a column per character of the text;
 * the first row is all 0, so a match may start anywhere, and the least value of the last row ends the best one.
 *
 *            … 校 产 教 融 合 共 同 体 …
 *        0   0  0  0  0  0  0  0  0
 *     产 1   1  0  1  1  1  1  1  1
 *     教 2   2  1  0  1  2 …
 *     融 3        …  0  1
 *     和 4              0.25          ← 和 and 合 sound alike
 */
export function nearestWords(phrase: string, texts: readonly string[]): string | null {
  const limit = allowance(phrase.length)
  if (limit === 0) return null
  let best: { readonly words: string; readonly cost: number } | null = null
  for (const text of texts) {
    const match = bestWindow(phrase, text)
    if (match.cost <= limit && match.cost > 0 && (!best || match.cost < best.cost)) best = match
  }
  return best?.words ?? null
}

function bestWindow(phrase: string, text: string): { readonly words: string; readonly cost: number } {
  let costs = Float32Array.from({ length: phrase.length + 1 }, (_, row) => row)
  let starts = new Int32Array(phrase.length + 1)
  let best = { cost: Number.POSITIVE_INFINITY, start: 0, end: 0 }
  for (let column = 1; column <= text.length; column++) {
    const next = nextColumn(phrase, text[column - 1] ?? '', column, costs, starts)
    costs = next.costs
    starts = next.starts
    const cost = costs[phrase.length] ?? Number.POSITIVE_INFINITY
    if (cost < best.cost) best = { cost, start: starts[phrase.length] ?? 0, end: column }
  }
  return { words: text.slice(best.start, best.end), cost: best.cost }
}

function nextColumn(phrase: string, char: string, column: number, costs: Float32Array, starts: Int32Array) {
  const nextCosts = new Float32Array(costs.length)
  const nextStarts = new Int32Array(starts.length)
  nextStarts[0] = column
  for (let row = 1; row < costs.length; row++) {
    const diagonal = (costs[row - 1] ?? 0) + change(phrase[row - 1] ?? '', char)
    const left = (costs[row] ?? 0) + 1
    const up = (nextCosts[row - 1] ?? 0) + 1
    const cost = Math.min(diagonal, left, up)
    nextCosts[row] = cost
    nextStarts[row] = (cost === diagonal ? starts[row - 1] : cost === left ? starts[row] : nextStarts[row - 1]) ?? 0
  }
  return { costs: nextCosts, starts: nextStarts }
}

const change = (wanted: string, char: string): number => (wanted === char ? 0 : soundAlike(wanted, char) ? HOMOPHONE : 1)
