import { ClassifiedDocumentError } from '../errors.ts'
import type { DocumentRule, ParsedDocument, Section, Span, Task } from '../model.ts'
import { cleanText } from '../text/clean.ts'
import { pick, type Source, spanOf } from '../text/source.ts'
import { type DeadlineContext, readDeadlineField, readDeadlines } from './deadline.ts'
import { documentRules } from './document-rule.ts'
import { findDoubts } from './doubts.ts'
import { type Draft, draftItem, draftRow, headingText, plainCell, titleOf } from './draft.ts'
import { type Duty, readDuty } from './duty.ts'
import { type Flow, joinLines } from './flow.ts'
import { findClassification, planYear, readFacts } from './head.ts'
import { ledgerRows } from './ledger-table.ts'
import { type Line, readLines } from './lines.ts'
import { findMatter } from './matter.ts'
import { type Outline, readOutline } from './outline.ts'
import { assignUnits, closesDocument } from './roles.ts'
import { findTables, type Table } from './table.ts'
import { readTargets } from './target.ts'
import { shortestOrdinals } from './task-id.ts'
import { taskItems } from './task-items.ts'

export interface ParseOptions {
  /** Names the document where it prints no 发文字号. */
  readonly fileName: string
  /** Reads a document in spite of its 密级. */
  readonly allowClassified?: boolean
}

/** Tables are no lines: their rows are read as cells. */
function outsideTables(lines: readonly Line[], tables: readonly Table[]): Line[] {
  return lines.filter(line => !tables.some(table => line.start >= table.start && line.start < table.end))
}

/** Moves something found in a source to its place in the original. */
function placed<T extends { readonly span: Span }>(found: T, source: Source): T {
  return { ...found, span: spanOf(source, found.span[0], found.span[1]) }
}

function rootDuties(flow: Flow, outline: Outline): Duty[] {
  return outline.items
    .filter(item => item.parent === null && item.mark.kind !== 'box')
    .map(item => readDuty(flow, item))
}

/** The headings a table stands under: the last numbered part before it and those above that. */
function headingsAt(duties: readonly Duty[], at: number): Duty[] {
  const last = duties.findLast(duty => duty.item.mark.start < at)
  return last === undefined ? [] : [last, ...headingsAt(last.children, at)]
}

function rowDrafts(source: Source, flow: Flow, roots: readonly Duty[]): Draft[] {
  return flow.tables.flatMap(({ at, table }) => {
    const above = headingsAt(roots, at)
    const numbers = above.map(duty => duty.item.mark)
    const headings = above.map(duty => headingText(duty.item.mark, titleOf(flow, duty)))
    return ledgerRows(source, table).map(row => draftRow(source, row, { numbers, headings }))
  })
}

function itemDrafts(flow: Flow, roots: readonly Duty[]): Draft[] {
  const tabled = new Set(flow.tables.flatMap(({ at }) => headingsAt(roots, at)))
  const items = taskItems(flow, roots).filter(item => !tabled.has(item.duty))
  return items.map((item, i) => draftItem(flow, item, i === items.length - 1))
}

function sectionsOf(
  flow: Flow,
  duties: readonly Duty[],
  isTaskAt: (start: number) => boolean,
  path: readonly string[] = [],
): Section[] {
  return duties.flatMap(duty => {
    const span = spanOf(flow, duty.item.mark.start, duty.title[1])
    if (isTaskAt(span[0])) return []
    const { label } = duty.item.mark
    const title = titleOf(flow, duty)
    return [
      { ordinal: label, title, path, span },
      ...sectionsOf(flow, duty.children, isTaskAt, [...path, `${label}${title}`]),
    ]
  })
}

function finishTask(
  draft: Draft,
  ordinal: string,
  documentId: string,
  options: { context: DeadlineContext; rules: readonly DocumentRule[]; closing: boolean },
): Task {
  const { content, titleLength } = draft
  const { context } = options
  const deadlines = [
    ...readDeadlines(content.text, context).map(found => placed(found, content)),
    ...draft.deadlineFields.flatMap(field => readDeadlineField(field.text, context).map(found => placed(found, field))),
    ...draft.notes.flatMap(note => readDeadlines(note.text, context).map(found => placed(found, note))),
  ]
  return {
    id: `${documentId}#${ordinal}`,
    documentId,
    ordinal,
    path: draft.headings,
    title: content.text.slice(0, titleLength),
    body: content.text.slice(titleLength).replace(/^。/, ''),
    ...assignUnits(draft.assignments, options),
    responsibilityText: draft.responsibilityText,
    deadlines,
    targets: readTargets(content.text).map(found => placed(found, content)),
    span: draft.span,
  }
}

/**
 * Reads an official document into its ledger: facts, tasks and doubts, each with its place in the original text.
 * Never throws on prose; a marked 密级 raises ClassifiedDocumentError unless it is allowed.
 */
export function parseDocument(text: string, options: ParseOptions): ParsedDocument {
  const source = cleanText(text)
  const tables = findTables(source)
  const lines = outsideTables(readLines(source), tables)
  const marking = options.allowClassified ? null : findClassification(lines)
  if (marking !== null) throw new ClassifiedDocumentError(marking)

  const matter = findMatter(lines)
  const flow = joinLines(source, lines, { matter, tables })
  const outline = readOutline(flow)
  const roots = rootDuties(flow, outline)
  const facts = readFacts(lines, matter, options.fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]+$/, ''))
  const headers = tables.map(table =>
    pick(
      source,
      table.header.flatMap(cell => plainCell(source, cell)),
    ),
  )
  const rules = documentRules(flow, headers)
  const drafts = [...itemDrafts(flow, roots), ...rowDrafts(source, flow, roots)].sort((a, b) => a.span[0] - b.span[0])

  const ordinals = shortestOrdinals(drafts.map(draft => draft.numbers))
  const context = { year: planYear(facts), issuedOn: facts.issuedOn }
  const closing = closesDocument(
    rules,
    drafts.flatMap(draft => draft.assignments),
  )
  const tasks = drafts.map((draft, i) => finishTask(draft, ordinals[i] ?? '', facts.id, { context, rules, closing }))
  const starts = new Set(tasks.map(task => task.span[0]))
  const sections = sectionsOf(flow, roots, start => starts.has(start))
  const doubts = findDoubts({ flow, faults: outline.faults, drafts, tasks })
  return { document: { ...facts, rules, sections }, tasks, doubts }
}
