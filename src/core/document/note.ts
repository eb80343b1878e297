import type { Line } from './lines.ts'
import { findOrdinals, type OrdinalMark } from './ordinal.ts'

/** 说明：, 填表说明：, 注：, 备注1：: words about the document, whose numbers count remarks and not tasks. */
const NOTE = /^[（(【[]?(?:填表|填报|编制|有关|情况)?(?:说明|备注|注)\d?[】\]]?[:：]/

export function startsNote(line: string): boolean {
  return NOTE.test(line)
}

/** The lines that belong to notes: from 说明： on as long as their own numbering runs on. */
export function findNotes(lines: readonly Line[]): ReadonlySet<number> {
  const notes = new Set<number>()
  let last: OrdinalMark | undefined
  lines.forEach(({ text }, i) => {
    const isNote = startsNote(text) || (notes.has(i - 1) && continues(text, last))
    if (!isNote) return
    last = findOrdinals(text).at(-1) ?? last
    if (startsNote(text)) last = findOrdinals(text).at(-1)
    notes.add(i)
  })
  return notes
}

/** The next number of the note's own; or the first one where 说明： stands alone. */
function continues(line: string, last: OrdinalMark | undefined): boolean {
  const [mark] = findOrdinals(line)
  if (mark?.start !== 0) return false
  return last === undefined ? mark.value === 1 : mark.kind === last.kind && mark.value === last.value + 1
}
