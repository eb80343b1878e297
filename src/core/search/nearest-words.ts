import { syllablesOf } from '../text/pinyin.ts'

/** Cost of a wrong character that sounds the same (低炭 for 低碳); any other change costs 1. */
const HOMOPHONE = 0.25

/** Words near a phrase, and what it costs to take the phrase for them. */
export interface NearWords {
  readonly words: string
  /** Every slip is one of sound: the surest kind. */
  readonly soundsAlike: boolean
}

/** What a slip may cost, by length of the phrase: short phrases forgive homophones only. */
function allowance(length: number): number {
  if (length < 3) return 0
  if (length < 6) return 2 * HOMOPHONE
  return length < 10 ? 1 : 2
}

interface Window {
  readonly start: number
  readonly end: number
  readonly cost: number
}

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
export function nearestWords(phrase: string, texts: readonly string[]): NearWords | null {
  let limit = allowance(phrase.length)
  let nearest: NearWords | null = null
  const changes = changeCosts(phrase)
  for (const text of limit > 0 ? texts.flatMap(text => neighbourhoods(phrase, text)) : []) {
    const { start, end, cost } = bestWindow(phrase.length, text, changes)
    if (cost > limit || cost === 0) continue
    nearest = { words: text.slice(start, end), soundsAlike: cost <= 2 * HOMOPHONE }
    limit = cost - HOMOPHONE / 2
  }
  return nearest
}

/** The parts of a text that may hold the phrase: around each two characters of it that are spelt right. */
function neighbourhoods(phrase: string, text: string): readonly string[] {
  const pairs = new Set(Array.from({ length: phrase.length - 1 }, (_, i) => phrase.slice(i, i + 2)))
  const parts: string[] = []
  let end = 0
  for (let at = 0; at + 2 <= text.length; at++) {
    if (!pairs.has(text.slice(at, at + 2))) continue
    const start = Math.max(end, at - phrase.length)
    if (start === end && parts.length > 0) parts.push(`${parts.pop() ?? ''}${text.slice(start, at + phrase.length)}`)
    else parts.push(text.slice(start, at + phrase.length))
    end = at + phrase.length
  }
  return parts
}

/** What it costs to read each character of the phrase as the given one; worked out once a character. */
function changeCosts(phrase: string): (char: string) => Float64Array {
  const wanted = Array.from(phrase, char => ({ char, syllables: new Set(syllablesOf(char)) }))
  const known = new Map<string, Float64Array>()
  return char => {
    let costs = known.get(char)
    if (!costs) {
      const readings = syllablesOf(char)
      const alike = (syllables: ReadonlySet<string>) => readings.some(reading => syllables.has(reading))
      costs = Float64Array.from(wanted, want => {
        if (want.char === char) return 0
        return alike(want.syllables) ? HOMOPHONE : 1
      })
      known.set(char, costs)
    }
    return costs
  }
}

/** The cheapest window of the text, column by column; `starts` carries where the path to each cell began. */
function bestWindow(length: number, text: string, changes: (char: string) => Float64Array): Window {
  const costs = Float64Array.from({ length: length + 1 }, (_, row) => row)
  const starts = new Int32Array(length + 1)
  let best: Window = { start: 0, end: 0, cost: Number.POSITIVE_INFINITY }
  for (let column = 0; column < text.length; column++) {
    nextColumn(costs, starts, { column, change: changes(text.charAt(column)) })
    const cost = costs[length] ?? Number.POSITIVE_INFINITY
    if (cost < best.cost) best = { start: starts[length] ?? 0, end: column + 1, cost }
  }
  return best
}

interface Column {
  readonly column: number
  readonly change: Float64Array
}

/** Writes the next column over the last; the cell left above is kept in a variable. */
function nextColumn(costs: Float64Array, starts: Int32Array, { column, change }: Column): void {
  let diagonal = 0
  let diagonalStart = column
  starts[0] = column + 1
  for (let row = 1; row < costs.length; row++) {
    const left = costs[row] ?? 0
    const leftStart = starts[row] ?? 0
    const changed = diagonal + (change[row - 1] ?? 1)
    const inserted = (costs[row - 1] ?? 0) + 1
    if (changed <= left + 1 && changed <= inserted) {
      costs[row] = changed
      starts[row] = diagonalStart
    } else if (left + 1 <= inserted) {
      costs[row] = left + 1
    } else {
      costs[row] = inserted
      starts[row] = starts[row - 1] ?? 0
    }
    diagonal = left
    diagonalStart = leftStart
  }
}
