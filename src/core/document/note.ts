import type { Line } from './lines.ts'
import { findOrdinals, type OrdinalMark } from './ordinal.ts'

/** 说明：, 填表说明：, 注：, 备注1：: words about the document, whose numbers count remarks and not tasks. */
const NOTE = /^[（(【[]?(?:填表|填报|编制|有关|情况)?(?:说明|备注|注)\d?[】\]]?[:：]/
const ENDED = /[。；;]$/

/** What a note has come to: its last number, and whether it is still to say anything. */
interface Note {
  readonly last: OrdinalMark | undefined
  readonly isBare: boolean
  readonly isEnded: boolean
}

export function startsNote(line: string): boolean {
  return NOTE.test(line)
}

/** The lines that belong to notes: from 说明： on as long as its own numbering runs on. */
export function findNotes(lines: readonly Line[]): ReadonlySet<number> {
  const notes = new Set<number>()
  let note: Note | null = null
  lines.forEach(({ text }, i) => {
    note = startsNote(text) ? noteOf(text, undefined) : continued(note, text)
    if (note !== null) notes.add(i)
  })
  return notes
}

function noteOf(line: string, before: OrdinalMark | undefined): Note {
  const words = line.replace(NOTE, '')
  return { last: findOrdinals(words).at(-1) ?? before, isBare: words === '', isEnded: ENDED.test(words) }
}

/** A line goes on with a note by its next number, by the first below a bare 说明：, or in the middle of a sentence. */
function continued(note: Note | null, line: string): Note | null {
  if (note === null) return null
  const [mark] = findOrdinals(line)
  const isNumbered = mark?.start === 0
  const follows = isNumbered ? isNext(mark, note) : note.last !== undefined && !note.isEnded
  return follows ? noteOf(line, note.last) : null
}

function isNext(mark: OrdinalMark, { last, isBare }: Note): boolean {
  if (last === undefined) return isBare && mark.value === 1
  return mark.kind === last.kind && mark.value === last.value + 1
}
