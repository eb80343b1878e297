import { type Source, SourceBuilder } from '../text/source.ts'
import type { Line } from './lines.ts'
import type { MatterKind } from './matter.ts'
import { findNotes, startsNote } from './note.ts'
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
  /** Ordinals that spaces part from the words before them, by their place: 任务清单　一、产业. */
  readonly spaced: ReadonlySet<number>
  /** Where an attachment begins: numbering starts afresh. */
  readonly attachments: readonly number[]
  readonly tables: readonly { readonly at: number; readonly table: Table }[]
  /** 说明 and 注: their numbers are no items. */
  readonly notes: readonly (readonly [start: number, end: number])[]
}

const FINAL = /[。！？；：:;]$/
/** No paragraph and no heading ends so. */
const OPEN_ENDED = /[、，,（(及和与在为到至于将的]$/
/** No line that begins so begins a paragraph: 120公里；， */
const MID_SENTENCE = /^(?:\d[\d.,—–~-]*\s*[万亿%％‰个家元吨米公亩倍项名人户所座处条套辆台件]|[，。；：、）)！？])/
const CLOSED = /[）)】\]”]$/
const LABEL_START = /^[【[（(]?(?<label>[一-龥、/]{2,12})(?:[（(][^（()）]*[）)])?[】\]）)]?[:：]/
/** How far below the full width a line must stay to be taken for the last one of its paragraph. */
const RAGGED = 3
/** What may be the first half of a label. */
const LAST_WORDS = /(?<=^|[（(【[〔，。；、\s])[一-龥]{1,4}$/
const SHORTEST_WRAP = 15
const WRAPPED_SHARE = 0.3

/** 责任单位：, if a line begins with such a label. */
function fieldLabel({ text }: Line): string | null {
  const label = LABEL_START.exec(text)?.groups?.['label']
  return label !== undefined && labelRole(label) !== null ? label : null
}

/** Whether a line begins something new wherever it stands. */
function startsBlock(line: Line): boolean {
  return startsWithOrdinal(line.text) || startsNote(line.text) || fieldLabel(line) !== null
}

/** 牵头 at the end of one line and 单位： at the start of the next are one label, broken by the printer. */
function endsInLabelOf(line: Line, label: string): boolean {
  const words = LAST_WORDS.exec(line.text)?.[0]
  return words !== undefined && labelRole(words + label) !== null
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
  const opened = line.text.split(/[（(〔【]/).length - line.text.split(/[）)〕】]/).length
  return {
    last: line,
    hasSentence: (paragraph?.hasSentence ?? false) || line.text.includes('。'),
    openBrackets: Math.max(0, (paragraph?.openBrackets ?? 0) + opened),
  }
}

/** A bracket that a full stop follows was forgotten, not left open. */
function isInsideBracket({ last, openBrackets }: Paragraph): boolean {
  return openBrackets > 0 && !last.text.endsWith('。')
}

function isEnded({ last, hasSentence, openBrackets }: Paragraph, width: number): boolean {
  if (openBrackets > 0 || OPEN_ENDED.test(last.text)) return false
  if (FINAL.test(last.text)) return true
  const isShort = last.text.length < width - RAGGED
  if (CLOSED.test(last.text) && hasSentence) return isShort
  return isShort && !hasSentence
}

/** Whether a line must be the middle of a sentence that the one before it began; a heading is no such sentence. */
function goesOn({ last }: Paragraph, line: Line): boolean {
  const label = fieldLabel(line)
  if (label !== null) return endsInLabelOf(last, label)
  if (!MID_SENTENCE.test(line.text) || FINAL.test(last.text)) return false
  return last.text.includes('，') || !startsWithOrdinal(last.text)
}

const NEWLINE = 10
const WORD = /[A-Za-z0-9]/

/** The longest words an ordinal takes: （二十三）. */
const ORDINAL_REACH = 8

function isBlank(code: number): boolean {
  return code === 32 || code === 9
}

function partsWords({ text }: Source, at: number): boolean {
  return WORD.test(text[at - 1] ?? '') && WORD.test(text[at + 1] ?? '')
}

/** Puts running text together line by line. */
class FlowBuilder {
  readonly #source: Source
  readonly #width: number
  readonly #builder: SourceBuilder
  readonly #cuts: number[] = []
  readonly #spaced = new Set<number>()
  readonly #attachments: number[] = []
  readonly #tables: { at: number; table: Table }[] = []
  readonly #notes: [number, number][] = []
  #paragraph: Paragraph | null = null

  constructor(source: Source, width: number) {
    this.#source = source
    this.#width = width
    this.#builder = new SourceBuilder(source.text.length)
  }

  addNote(line: Line): void {
    const from = this.#builder.length
    this.addLine(line)
    this.#notes.push([from, this.#builder.length])
  }

  addLine(line: Line): void {
    const before = this.#paragraph
    const isNew = before === null || this.#startsBlock(line) || (isEnded(before, this.#width) && !goesOn(before, line))
    const place = this.#source.starts[line.start] ?? 0
    if (isNew && this.#builder.length > 0) this.#builder.push(NEWLINE, place, place)
    this.#paragraph = extended(isNew ? null : this.#paragraph, line)
    this.#append(line)
  }

  /** Copies a line without its spaces, but for those between Latin words. */
  #append(line: Line): void {
    const { text, starts, ends } = this.#source
    for (let i = line.start; i < line.end; i += line.step) {
      const code = text.charCodeAt(i)
      if (!isBlank(code) || partsWords(this.#source, i)) this.#builder.push(code, starts[i] ?? 0, ends[i] ?? 0)
      else if (startsWithOrdinal(text.slice(i + 1, i + ORDINAL_REACH))) this.#spaced.add(this.#builder.length)
    }
  }

  /** A field inside a bracket (（牵头单位：甲；/参与单位：乙）) begins nothing, nor does the second half of a label. */
  #startsBlock(line: Line): boolean {
    const before = this.#paragraph
    const label = startsWithOrdinal(line.text) ? null : fieldLabel(line)
    if (before === null || label === null) return startsBlock(line)
    return !isInsideBracket(before) && !endsInLabelOf(before.last, label)
  }

  addMatter(kind: MatterKind): void {
    this.#cut()
    if (kind === 'attachment') this.#attachments.push(this.#builder.length)
  }

  addTable(table: Table): void {
    this.#cut()
    this.#tables.push({ at: this.#builder.length, table })
  }

  build(): Flow {
    return {
      ...this.#builder.build(),
      cuts: this.#cuts,
      spaced: this.#spaced,
      attachments: this.#attachments,
      tables: this.#tables,
      notes: this.#notes,
    }
  }

  #cut(): void {
    this.#cuts.push(this.#builder.length)
    this.#paragraph = null
  }
}

/** Joins lines into running text; tables and letterhead matter cut it where they stand. */
export function joinLines(
  source: Source,
  lines: readonly Line[],
  { matter, tables }: { matter: ReadonlyMap<number, MatterKind>; tables: readonly Table[] },
): Flow {
  const flow = new FlowBuilder(source, wrapWidth(lines.filter((_, i) => !matter.has(i))))
  const waiting = [...tables].reverse()
  const addTablesBefore = (place: number): void => {
    for (let table = waiting.at(-1); table !== undefined && table.start <= place; table = waiting.at(-1)) {
      flow.addTable(table)
      waiting.pop()
    }
  }
  const notes = findNotes(lines)
  lines.forEach((line, i) => {
    addTablesBefore(line.start)
    const kind = matter.get(i)
    if (kind !== undefined) flow.addMatter(kind)
    else if (notes.has(i)) flow.addNote(line)
    else flow.addLine(line)
  })
  addTablesBefore(source.text.length)
  return flow.build()
}
