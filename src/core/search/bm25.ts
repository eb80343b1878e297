/** BM25 with the usual constants (Robertson and Zaragoza 2009, 3.4); a word of the title counts as this many of the body. */
const SATURATION = 1.2
const LENGTH_SHARE = 0.75
const TITLE_WEIGHT = 2.5

/** Positions from the start of a task to the end of its title and of its body. */
export interface Extent {
  readonly title: number
  readonly whole: number
}

/** A count in which the title weighs more. */
export function weigh({ title, whole }: Extent): number {
  return whole + (TITLE_WEIGHT - 1) * title
}

/** How much finding a term tells, always positive. */
export function inverseFrequency(tasks: number, tasksWithTerm: number): number {
  return Math.log(1 + (tasks - tasksWithTerm + 0.5) / (tasksWithTerm + 0.5))
}

/** What one position of length puts against a frequency, given the average length of all tasks. */
export function lengthSlope(averageLength: number): number {
  return (SATURATION * LENGTH_SHARE) / Math.max(averageLength, 1)
}

/** Saturated frequency of a term in a task, both weighed. */
export function impact(frequency: number, length: number, slope: number): number {
  return (frequency * (SATURATION + 1)) / (frequency + SATURATION * (1 - LENGTH_SHARE) + slope * length)
}
