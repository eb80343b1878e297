import { type Source, SourceBuilder } from '../text/source.ts'
import type { Line } from './lines.ts'
import type { MatterKind } from './matter.ts'
import { startsWithOrdinal } from './ordinal.ts'
import { labelRole } from './role-label.ts'
import type { Table } from './table.ts'

/**
 * The document as running text: paragraphs rejoined over hard line breaks, no white space but between Latin words,
 * `\n` only where a paragraph or heading ends. Letterhead matter (抄送, 落款, 印发) and tables are left out and cut it.
 */
export interface Flow extends Source {
  /** Where something that is no running text stood: an item never reaches over it. */
  readonly cuts: readonly number[]
  /** Where an attachment begins: numbering starts afresh. */
  readonly attachments: readonly number[]
  readonly tables: readonly { readonly at: number; readonly table: Table }[]
}

const FINAL = /[。！？；：:;]$/
const OPEN_ENDED = /[、，,（(及和与]$/
const CLOSED = /[）)】\]”]$/
const LABEL_START = /^[【[（(]?(?<label>[一-龥、/]{2,12})(?:[（(][^（()）]*[）)])?[】\]）)]?[:：]/
const NOTE_START = /^(?:说明|备注|注)\d?[:：]/
/** How far below the full width a line must stay to be taken for the last one of its paragraph. */
const RAGGED = 3
const SHORTEST_WRAP = 15
const WRAPPED_SHARE = 0.3

/** Whether a line begins something new whatever stands before it. */
function startsBlock(line: Line): boolean {
  if (startsWithOrdinal(line.text) || NOTE_START.test(line.text)) return true
  const label = LABEL_START.exec(line.text)?.groups?.['label']
  return label !== undefined && labelRole(label) !== null
}

/** The width at which a printer broke the lines, or infinity where every line is a paragraph. */
function wrapWidth(lines: readonly Line[]): number {
  const long = lines.filter(line => line.text.length >= 8)
  const broken = long.filter(line => !FINAL.test(line.text) && !startsBlock(line))
  if (broken.length < long.length * WRAPPED_SHARE) return Number.POSITIVE_INFINITY
  const lengths = long.map(line => line.text.length).sort((a, b) => a - b)
  return Math.max(SHORTEST_WRAP, lengths[Math.floor(lengths.length * 0.8)] ?? SHORTEST_WRAP)
}

/** The paragraph being put together. */
interface Paragraph {
  readonly last: Line
  readonly hasSentence: boolean
  readonly openBrackets: number
}

function extended(paragraph: Paragraph | null, line: Line): Paragraph {
  const opened = line.text.split(/[（(]/).length - line.text.split(/[）)]/).length
  return {
    last: line,
    hasSentence: (paragraph?.hasSentence ?? false) || line.text.includes('。'),
    openBrackets: Math.max(0, (paragraph?.openBrackets ?? 0) + opened),
  }
}

function isEnded({ last, hasSentence, openBrackets }: Paragraph, width: number): boolean {
  if (openBrackets > 0 || OPEN_ENDED.test(last.text)) return false
  if (FINAL.test(last.text)) return true
  const isShort = last.text.length < width - RAGGED
  if (CLOSED.test(last.text) && hasSentence) return isShort
  return isShort && !hasSentence
}

const WORD = /[A-Za-z0-9]/

/** Copies a line without its spaces, but for those between Latin words. */
function appendLine(builder: SourceBuilder, source: Source, line: Line): void {
  for (let i = line.start; i < line.end; i += line.step) {
    const code = source.text.charCodeAt(i)
    if ((code === 32 || code === 9) && !(WORD.test(source.text[i - 1] ?? '') && WORD.test(source.text[i + 1] ?? '')))
      continue
    builder.push(code, source.starts[i] ?? 0, source.ends[i] ?? 0)
  }
}

/** Joins lines into running text. */
export function joinLines(
  source: Source,
  lines: readonly Line[],
  { matter, tables }: { matter: ReadonlyMap<number, MatterKind>; tables: readonly Table[] },
): Flow {
  const builder = new SourceBuilder(source.text.length)
  const width = wrapWidth(lines.filter((_, i) => !matter.has(i)))
  const cuts: number[] = []
  const attachments: number[] = []
  const placed: { at: number; table: Table }[] = []
  let paragraph: Paragraph | null = null
  let nextTable = 0
  const placeTables = (before: number): void => {
    for (let table = tables[nextTable]; table !== undefined && table.start <= before; table = tables[nextTable]) {
      placed.push({ at: builder.length, table })
      cuts.push(builder.length)
      paragraph = null
      nextTable += 1
    }
  }
  lines.forEach((line, i) => {
    placeTables(line.start)
    const kind = matter.get(i)
    if (kind !== undefined) {
      cuts.push(builder.length)
      if (kind === 'attachment') attachments.push(builder.length)
      paragraph = null
      return
    }
    const isNew = paragraph === null || startsBlock(line) || isEnded(paragraph, width)
    if (isNew && builder.length > 0) builder.push(10, source.starts[line.start] ?? 0, source.starts[line.start] ?? 0)
    paragraph = extended(isNew ? null : paragraph, line)
    appendLine(builder, source, line)
  })
  placeTables(source.text.length)
  return { ...builder.build(), cuts, attachments, tables: placed }
}
