import { ClassifiedDocumentError } from '../errors.ts'
import type { ParsedDocument } from '../model.ts'
import { cleanText } from '../text/clean.ts'
import { pick, type Source } from '../text/source.ts'
import { documentRules } from './document-rule.ts'
import { findDoubts } from './doubts.ts'
import { type Draft, draftItem, draftRow, plainCell } from './draft.ts'
import { type Duty, readDuties } from './duty.ts'
import { finishTask } from './finish-task.ts'
import { type Flow, joinLines } from './flow.ts'
import { findClassification, planYear, readFacts } from './head.ts'
import { findHeadings, headingsAt, headingText } from './headings.ts'
import { ledgerRows } from './ledger-table.ts'
import { type Line, readLines } from './lines.ts'
import { findMatter } from './matter.ts'
import { readOutline } from './outline.ts'
import { closesDocument } from './roles.ts'
import { findTables, type Table } from './table.ts'
import { shortestOrdinals } from './task-id.ts'
import { isRegulation, type TaskItem, taskItems } from './task-items.ts'

export interface ParseOptions {
  /** Names the document where it prints no 发文字号. */
  readonly fileName: string
  /** Reads a document in spite of its 密级. */
  readonly allowClassified?: boolean
}

/** Tables are no lines: their rows are read as cells. Both are in the order of the text. */
function outsideTables(lines: readonly Line[], tables: readonly Table[]): Line[] {
  let next = 0
  return lines.filter(line => {
    while ((tables[next]?.end ?? Number.POSITIVE_INFINITY) <= line.start) next += 1
    const table = tables[next]
    return table === undefined || line.start < table.start
  })
}

/** Numbered items that are tasks; a heading with a table below it is none. */
function itemsOf(flow: Flow, roots: readonly Duty[]): TaskItem[] {
  const tabled = new Set(flow.tables.flatMap(({ at }) => headingsAt(flow, roots, at)))
  return taskItems(flow, roots).filter(item => !tabled.has(item.duty))
}

function rowDrafts(source: Source, flow: Flow, roots: readonly Duty[]): Draft[] {
  return flow.tables.flatMap(({ at, table }) => {
    const above = headingsAt(flow, roots, at)
    const numbers = above.map(duty => duty.item.mark)
    const headings = above.map(duty => headingText(flow, duty))
    return ledgerRows(source, table).map(row => draftRow(source, row, { numbers, headings }))
  })
}

function headerWords(source: Source, table: Table): Source {
  const pieces = table.header.flatMap(cell => plainCell(source, cell))
  return pick(source, pieces)
}

/** data/某文件.txt => 某文件 */
function baseName(fileName: string): string {
  return fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]+$/, '')
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
  const facts = readFacts(lines, matter, baseName(options.fileName))
  const flow = joinLines(source, lines, { matter, tables })
  const { roots: numbered, faults } = readOutline(flow)
  const duties = readDuties(flow, numbered)
  const roots = isRegulation(duties) ? [] : duties
  const headers = tables.map(table => headerWords(source, table))
  const rules = documentRules(flow, headers)

  const items = itemsOf(flow, roots)
  const fromItems = items.map((item, i) => draftItem(flow, item, i === items.length - 1))
  const drafts = [...fromItems, ...rowDrafts(source, flow, roots)].sort((a, b) => a.span[0] - b.span[0])
  const headings = findHeadings(flow, roots, { tasks: new Set(items.map(item => item.duty)) })
  const paths = drafts.map(draft => draft.numbers)
  const otherPaths = headings.map(heading => heading.numbers)
  const ordinals = shortestOrdinals(paths, otherPaths)

  const dates = { year: planYear(facts), issuedOn: facts.issuedOn }
  const closing = closesDocument(rules, drafts)
  const context = { documentId: facts.id, dates, rules, closing }
  const tasks = drafts.map((draft, i) => finishTask(draft, ordinals[i] ?? '', context))
  const doubts = findDoubts({ flow, faults, drafts, tasks })
  return { document: { ...facts, rules, sections: headings.map(heading => heading.section) }, tasks, doubts }
}
