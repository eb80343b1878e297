import type { PolicyDocument } from '../../model.ts'
import type { Ledger, LedgerEntry } from '../../search/ledger.ts'
import { noTasks } from '../../search/task-set.ts'
import { findTopic } from '../../search/topic.ts'
import { type Answer, blank } from '../answer.ts'
import { LEVEL_NAMES } from '../describe.ts'
import { placedEntries } from '../filters.ts'
import type { ReplyItem } from '../reply.ts'
import type { Fact, Slots } from '../slots.ts'

/** 都有哪些文件 */
export function answerDocuments(ledger: Ledger, slots: Slots): Answer {
  const placed = placedEntries(ledger, slots.places).filter(({ document }) => fitsIssuer(document, slots))
  const entries = slots.year === null ? placed : placed.filter(({ document }) => yearOf(document) === slots.year)
  if (slots.top !== null) return newest(slots, entries)
  if (entries.length === 0) return answerSpeaking(ledger, slots)
  return {
    ...blank(slots, 'document', `台账里共有${entries.length}个文件`),
    total: entries.length,
    lines: entries.map(entryLine),
    documents: entries.map(({ document }) => document.id),
  }
}

/** 哪些文件提到人工智能: the documents of the tasks that speak of it. */
function answerSpeaking(ledger: Ledger, slots: Slots): Answer {
  const tasks = (slots.topic.length > 0 ? findTopic(ledger, slots.topic, ledger.all)?.tasks : null) ?? noTasks
  const speaking = ledger.documents.filter(({ start, end }) => tasks.some(task => task >= start && task < end))
  if (speaking.length === 0) return blank(slots, 'none', '台账里没有这样的文件。')
  const counted = speaking.map((entry, i) => {
    const count = tasks.filter(task => task >= entry.start && task < entry.end).length
    return { ...entryLine(entry, i), lines: [`${entry.document.number ?? entry.document.title}·${count}项任务提到`] }
  })
  const summary = `提到“${slots.topic.join(' ')}”的文件共${speaking.length}个`
  return { ...blank(slots, 'document', summary), total: speaking.length, lines: counted }
}

/** Of issue; a document without a date has it in its number. */
function yearOf({ issuedOn, number }: PolicyDocument): number | null {
  const year = issuedOn?.slice(0, 4) ?? /〔(\d{4})〕/u.exec(number ?? '')?.[1]
  return year === undefined ? null : Number(year)
}

/** 最新的一份文件 */
function newest(slots: Slots, entries: readonly LedgerEntry[]): Answer {
  const newer = (a: LedgerEntry, b: LedgerEntry) => ((b.document.issuedOn ?? '') > (a.document.issuedOn ?? '') ? b : a)
  return { ...blank(slots, 'document', '最新的文件是'), total: 1, lines: [entries.reduce(newer)].map(entryLine) }
}

/** 哪个文件是教育部发的 */
function fitsIssuer({ issuers }: PolicyDocument, { units, topic }: Slots): boolean {
  const named = [
    ...units.map(({ text }) => text),
    ...topic.map(phrase => phrase.replace(/^是|(?:印|制|下)?发的?$/gu, '')),
  ]
  return named.every(name => issuers.some(issuer => issuer.includes(name)))
}

const entryLine = ({ document, start, end }: LedgerEntry, place: number): ReplyItem => ({
  number: place + 1,
  title: document.title,
  lines: [
    `${document.number ?? '（无文号）'}·${document.issuedOn ?? '日期未写明'}·${LEVEL_NAMES[document.level]}·${end - start}项任务`,
  ],
  taskId: null,
})

/** 谁发的, 哪年, 关于什么: what the head and tail of the named documents say. */
export function answerFacts(ledger: Ledger, slots: Slots): Answer {
  const entries = askedEntries(ledger, slots)
  const facts: readonly Fact[] = slots.facts.length > 0 ? [...new Set(slots.facts)] : ['summary']
  return {
    ...blank(slots, 'document', entries.length === 1 ? headline(entries[0]) : `符合的文件有${entries.length}个`),
    total: entries.length,
    lines: entries.map(entry => ({
      number: entries.length > 1 ? entries.indexOf(entry) + 1 : null,
      title: entries.length > 1 ? headline(entry) : (factLines(entry, facts)[0] ?? ''),
      lines: factLines(entry, facts).slice(entries.length > 1 ? 0 : 1),
      taskId: null,
    })),
  }
}

/** Those named; else those of the place whose titles have the words: 职业教育那个文件. */
function askedEntries(ledger: Ledger, { documents, places, topic }: Slots): readonly LedgerEntry[] {
  if (documents.length > 0) return ledger.documents.filter(({ document }) => documents.includes(document.id))
  const placed = placedEntries(ledger, places)
  const entitled = placed.filter(({ document }) => topic.every(phrase => document.title.includes(phrase)))
  return entitled.length > 0 ? entitled : placed
}

const headline = (entry: LedgerEntry | undefined): string =>
  entry ? `${entry.document.number ?? ''}《${entry.document.title}》` : ''

function factLines(entry: LedgerEntry, facts: readonly Fact[]): readonly string[] {
  return facts.flatMap(fact => FACT_LINES[fact](entry.document, entry.end - entry.start))
}

const FACT_LINES: Readonly<Record<Fact, (document: PolicyDocument, tasks: number) => readonly string[]>> = {
  issuer: ({ issuers }) => [`发文机关：${issuers.join('、') || '文件没有写明'}`],
  date: ({ issuedOn }) => [`成文日期：${issuedOn ? longDate(issuedOn) : '文件没有写明'}`],
  title: ({ title }) => [`标题：${title}`],
  number: ({ number }) => [`发文字号：${number ?? '文件没有写明'}`],
  publicity: ({ publicity }) => [`公开属性：${publicity ?? '文件没有写明'}`],
  rules: ({ rules }) => rules.map(({ text }) => `约定：${text}`),
  sections: ({ sections }, tasks) => [
    `共${tasks}项任务，分为：`,
    ...sections
      .filter(({ path }) => path.length === 0)
      .map(({ ordinal, title }) => `${ordinal}、${title}`.replace(/、、/u, '、')),
  ],
  summary: (document, tasks) => [
    ...FACT_LINES.issuer(document, tasks),
    ...FACT_LINES.date(document, tasks),
    ...FACT_LINES.rules(document, tasks),
    ...FACT_LINES.sections(document, tasks),
  ],
}

/** 2023-01-19 → 2023年1月19日 */
export const longDate = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
