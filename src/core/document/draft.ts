import type { Span } from '../model.ts'
import { type Piece, pick, type Source, spanOf } from '../text/source.ts'
import type { Annotation } from './annotation.ts'
import type { Duty } from './duty.ts'
import type { Flow } from './flow.ts'
import { headingText } from './headings.ts'
import type { LedgerRow } from './ledger-table.ts'
import { type Responsibility, readResponsibility, type UnitRole } from './responsibility.ts'
import type { Cell } from './table.ts'
import type { OrdinalPath } from './task-id.ts'
import type { TaskItem } from './task-items.ts'
import { isNobody, looksLikeUnit } from './unit-name.ts'
import { withSharedPrefixes } from './unit-prefix.ts'

/** A unit where a document names it. */
export interface NamedUnit {
  readonly name: string
  readonly role: UnitRole
  readonly span: Span
}

/** The names of one annotation or one row of a ledger, in their order. */
export interface Assignment {
  readonly units: readonly NamedUnit[]
  readonly span: Span
  readonly unclosed: boolean
}

/** A task before its id is known and before its deadlines and targets are read. */
export interface Draft {
  readonly numbers: OrdinalPath
  readonly headings: readonly string[]
  readonly title: Source
  /** The body in its parts: paragraphs, what annotations part, or the cells of a table. */
  readonly body: readonly Source[]
  readonly bodyJoint: '' | '\n'
  readonly assignments: readonly Assignment[]
  readonly responsibilityText: string
  /** Values of 完成时限 fields. */
  readonly deadlineFields: readonly Source[]
  /** Other words of its annotations, where a limit may stand. */
  readonly notes: readonly Source[]
  readonly span: Span
}

/** Names with their places; 有关部门 counts only where nobody else is named. */
function namedUnits(source: Source, said: Responsibility): NamedUnit[] {
  const somebody = said.mentions.filter(mention => !isNobody(mention.name))
  return withSharedPrefixes(somebody.length > 0 ? somebody : said.mentions).map(({ name, role, start, end }) => ({
    name: name.replaceAll('\n', ''),
    role,
    span: spanOf(source, start, end),
  }))
}

function assignmentOf(flow: Flow, { said, start, end, unclosed }: Annotation): Assignment {
  return { units: namedUnits(flow, said), span: spanOf(flow, start, end), unclosed }
}

type Range = readonly [start: number, end: number]

/** Where a duty's body stands: its words less title and annotations, which part it. */
function bodyRanges(duty: Duty, end: number): Range[] {
  const ranges: Range[] = []
  let at = duty.bodyStart
  for (const annotation of duty.annotations.filter(one => !one.keepsWords)) {
    if (annotation.start > at) ranges.push([at, annotation.start])
    at = Math.max(at, annotation.end)
  }
  return at < end ? [...ranges, [at, end]] : ranges
}

/** Lines of one paragraph: a line end behind no mark is taken for the printer's. */
const PARAGRAPH = /(?:[^\n]|(?<![。！？；：”）】)])\n)+/g

/** A range by its paragraphs; 标题（A负责）。正文: a full stop that only closes the title is left out. */
function paragraphsOf(flow: Flow, [start, end]: Range): Source[] {
  const words = flow.text.slice(start, end)
  const skip = /^[。；;，,：:\n]*/.exec(words)?.[0].length ?? 0
  return [...words.slice(skip).matchAll(PARAGRAPH)].map(paragraph => {
    const pieces = [...paragraph[0].matchAll(/[^\n]+/g)].map(line => {
      const from = start + skip + paragraph.index + line.index
      return [from, from + line[0].length] as const
    })
    return pick(flow, pieces)
  })
}

/** The last task of a text runs on into its closing words (各地区、各部门要认真贯彻…); they bind nobody in particular. */
const CLOSING_WORDS =
  /^\n?(?:各地|各级|各部门|各有关|各市|各县|各区|各单位|各镇|各乡|国务院|省政府|市政府|县政府|本(?:意见|方案|通知)|以上|上述|附件|附[:：]|(?:说明|备注|注)\d?[:：])/
const LONG_CLOSING = 60

function endOfWords(flow: Flow, { duty }: TaskItem, isLast: boolean): number {
  const last = duty.annotations.at(-1)
  if (!isLast || last === undefined) return duty.end
  const rest = flow.text.slice(last.end, duty.end)
  const runsOn = CLOSING_WORDS.test(rest) || rest.length > LONG_CLOSING
  return runsOn ? Math.max(last.end, duty.title[1]) : duty.end
}

function trimmedEnd(flow: Flow, start: number, end: number): number {
  let at = end
  while (at > start && flow.text[at - 1] === '\n') at -= 1
  return at
}

/** An annotation as printed; fields on lines of their own are parted by ；. */
function annotationText(flow: Flow, { start, end }: Annotation): string {
  return flow.text
    .slice(start, end)
    .replaceAll('\n', '；')
    .replace(/^[，；]|，$/g, '')
}

/** A numbered item of the running text as a draft. */
export function draftItem(flow: Flow, item: TaskItem, isLast: boolean): Draft {
  const { duty, above, annotations } = item
  const end = trimmedEnd(flow, duty.start, endOfWords(flow, item, isLast))
  const body = bodyRanges(duty, end).flatMap(range => paragraphsOf(flow, range))
  const fields = annotations.flatMap(annotation => annotation.said.deadlines)
  const notes = annotations.filter(annotation => annotation.said.deadlines.length === 0 && !annotation.keepsWords)
  return {
    numbers: [...above, duty].map(one => one.item.mark),
    headings: above.map(one => headingText(flow, one)),
    title: pick(flow, [duty.title]),
    body,
    bodyJoint: '',
    assignments: annotations
      .filter(annotation => annotation.said.mentions.length > 0)
      .map(annotation => assignmentOf(flow, annotation)),
    responsibilityText: annotations.map(annotation => annotationText(flow, annotation)).join(''),
    deadlineFields: fields.map(([from, to]) => pick(flow, [[from, to]])),
    notes: notes.map(({ start, end: to }) => pick(flow, [[start, to]])),
    span: spanOf(flow, duty.item.mark.start, end),
  }
}

/** A cell's words without white space; where its lines part names, a 、 stands for the break. */
function cellSource(source: Source, cell: Cell): Source {
  const pieces: Piece[] = []
  for (const match of source.text.slice(cell.start, cell.end).matchAll(/\S+/g)) {
    const start = cell.start + match.index
    const before = source.text[start - 1] ?? ''
    const previous = pieces.at(-1)
    const ended =
      previous !== undefined &&
      !('insert' in previous) &&
      /[厅局委办部院会社府团）)]$/.test(source.text.slice(previous[0], previous[1]))
    if (ended && /\s/.test(before)) pieces.push({ insert: '、', at: start })
    pieces.push([start, start + match[0].length])
  }
  return pick(source, pieces)
}

/** Where the words of a cell stand, white space left out. */
export function plainCell(source: Source, cell: Cell): Piece[] {
  return [...source.text.slice(cell.start, cell.end).matchAll(/\S+/g)].map(match => {
    const start = cell.start + match.index
    return [start, start + match[0].length] as const
  })
}

/** A row of a ledger as a draft, under the headings it stands below. */
export function draftRow(
  source: Source,
  row: LedgerRow,
  { numbers, headings }: { numbers: OrdinalPath; headings: readonly string[] },
): Draft {
  const words = pick(source, plainCell(source, row.title))
  const stop = words.text.indexOf('。')
  const titleEnd = stop < 0 ? words.text.length : stop
  const rest = stop < 0 || stop + 1 === words.text.length ? [] : [pick(words, [[stop + 1, words.text.length]])]
  const span = spanOf(source, row.start, row.end)
  const cells = row.units.map(unit => ({ ...unit, cell: cellSource(source, unit.cell) }))
  const units = cells.flatMap(({ cell, role, withPeople }) => {
    const named = namedUnits(cell, readResponsibility(cell.text, role))
    return withPeople ? named.filter(unit => looksLikeUnit(unit.name)) : named
  })
  return {
    numbers: [...numbers, { kind: 'num', label: row.number }],
    headings: [...headings, ...row.headings],
    title: pick(words, [[0, titleEnd]]),
    body: [...rest, ...row.body.map(cell => pick(source, plainCell(source, cell)))],
    bodyJoint: '\n',
    assignments: units.length > 0 ? [{ units, span, unclosed: false }] : [],
    responsibilityText: cells
      .map(({ cell }) => cell.text)
      .filter(words => /[一-龥]/.test(words))
      .join('；'),
    deadlineFields: row.deadlines.map(cell => pick(source, plainCell(source, cell))),
    notes: [],
    span,
  }
}
