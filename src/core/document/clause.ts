const CLAUSE_MARKS = new Set('，。；：！？;!?|')
/** How far from a place the ends of its clause are looked for. */
const CLAUSE_REACH = 160

/** Where the clause that holds `at` begins: after a mark outside brackets, or after the bracket `at` is inside. */
export function findClauseStart(text: string, at: number): number {
  let depth = 0
  const floor = Math.max(0, at - CLAUSE_REACH)
  for (let index = at - 1; index >= floor; index--) {
    const char = text.charAt(index)
    if (char === '）' || char === ')') depth++
    else if (char === '（' || char === '(') {
      if (depth === 0) return index + 1
      depth--
    } else if (depth === 0 && CLAUSE_MARKS.has(char)) return index + 1
  }
  return floor
}

/** Where the clause that holds `at` ends. */
export function findClauseEnd(text: string, at: number): number {
  let depth = 0
  const ceiling = Math.min(text.length, at + CLAUSE_REACH)
  for (let index = at; index < ceiling; index++) {
    const char = text.charAt(index)
    if (char === '（' || char === '(') depth++
    else if (char === '）' || char === ')') {
      if (depth === 0) return index
      depth--
    } else if (depth === 0 && CLAUSE_MARKS.has(char)) return index
  }
  return ceiling
}
