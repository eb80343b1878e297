import type { TaskText } from '../../../src/core/search/task-index.ts'

/** A text as its words and single characters, without spaces and quote marks, any punctuation as one comma. */
function unitsOf(text: string): readonly string[] {
  const pieces = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s“”《》]+/)
  const units = pieces.flatMap(piece => piece.match(/[a-z0-9]+(?:\.\d+)?|./gu) ?? [])
  const alike = units.map(unit => (/^\p{P}$/u.test(unit) ? '，' : unit))
  return alike.filter((unit, index) => unit !== '，' || alike[index - 1] !== '，')
}

function includesUnits(units: readonly string[], phrase: readonly string[]): boolean {
  return units.some((_, start) => phrase.every((unit, offset) => units[start + offset] === unit))
}

/** Tasks whose title or body contains the phrase. */
export function naiveContaining(tasks: readonly TaskText[], phrase: string): readonly number[] {
  const units = unitsOf(phrase)
  return tasks.flatMap(({ title, body }, task) =>
    includesUnits(unitsOf(title), units) || includesUnits(unitsOf(body), units) ? [task] : [],
  )
}

/** Pairs of neighbouring characters of a text of Han characters only. */
function pairsOf(text: string): readonly string[] {
  return [...text].slice(1).map((char, index) => (text[index] ?? '') + char)
}

interface Counts {
  readonly length: number
  count(pair: string): number
}

function countsOf({ title, body }: TaskText): Counts {
  const titlePairs = pairsOf(title)
  const bodyPairs = pairsOf(body)
  const times = (pairs: readonly string[], wanted: string): number => pairs.filter(pair => pair === wanted).length
  return {
    // The two places that keep phrases from running across count as well.
    length: 2.5 * title.length + 1 + body.length + 1,
    count: pair => 2.5 * times(titlePairs, pair) + times(bodyPairs, pair),
  }
}

/** BM25 by the book over texts of Han characters only. */
export function naiveScores(tasks: readonly TaskText[], query: string): readonly number[] {
  const counts = tasks.map(countsOf)
  const average = counts.reduce((sum, { length }) => sum + length, 0) / tasks.length
  const score = ({ count, length }: Counts): number =>
    [...new Set(pairsOf(query))].reduce((sum, pair) => {
      const found = counts.filter(other => other.count(pair) > 0).length
      const idf = Math.log(1 + (tasks.length - found + 0.5) / (found + 0.5))
      return sum + (idf * count(pair) * 2.2) / (count(pair) + 1.2 * (0.25 + (0.75 * length) / average))
    }, 0)
  return counts.map(score)
}
