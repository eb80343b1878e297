/** 《…》 may hold 〈…〉; 〔…〕 holds the year of a document number. */
const TITLES = /《[^《》]{1,120}》|〔[^〔〕]{1,12}〕/g
/** Titles and everything else in quotation marks: the names of programmes. */
const NAMES = /《[^《》]{1,120}》|“[^“”]{1,80}”|「[^「」]{1,80}」|‘[^‘’]{1,40}’|〔[^〔〕]{1,12}〕|"[^"]{1,60}"/g

/** Whether [start, end) lies within one of them. */
export type Within = (start: number, end: number) => boolean

/** Tells what stands in 《》 or 〔〕. */
export function titlesIn(text: string): Within {
  return within(text, TITLES)
}

/** Tells what stands in any quotation mark. */
export function namesIn(text: string): Within {
  return within(text, NAMES)
}

function within(text: string, pattern: RegExp): Within {
  const ranges = [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }))
  return (start, end) => {
    const last = lastStartingBefore(ranges, start)
    return last !== undefined && end <= last.end
  }
}

function lastStartingBefore<T extends { readonly start: number }>(ranges: readonly T[], at: number): T | undefined {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.start ?? at) < at) low = middle + 1
    else high = middle
  }
  return ranges[low - 1]
}
