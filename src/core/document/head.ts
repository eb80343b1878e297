import type { Level, PolicyDocument } from '../model.ts'
import { imprintUnits, isoDate, NUMBER, SIGNED_IN_LINE } from './imprint.ts'
import { jurisdictionOf } from './jurisdiction.ts'
import type { Line } from './lines.ts'
import { DATE_LINE, type MatterKind, tight } from './matter.ts'
import { withoutMenu } from './menu.ts'
import { isMetadata, readMetadata } from './metadata.ts'
import { startsWithOrdinal } from './ordinal.ts'
import { looksLikeUnit } from './unit-name.ts'

/** What the head and tail matter say: everything of a PolicyDocument but its rules and sections. */
export type DocumentFacts = Omit<PolicyDocument, 'rules' | 'sections'>

const WHOLE_NUMBER = new RegExp(`^[（(]?(?<number>${NUMBER.source})[）)]?$`)
const DOCUMENT_KIND =
  '(?:通知|意见|方案|决定|决议|批复|函|办法|规定|条例|细则|要点|规划|纲要|计划|清单|台账|任务|分工|措施|报告|通报|公告|工作安排|责任书|实施细则|举措|政策)'
const TITLE_END = new RegExp(`${DOCUMENT_KIND}(?:[（(][^（()）]{1,20}[）)])?$`)
/** A title stuck to its number in a text without line breaks. */
const RUN_IN_TITLE = new RegExp(
  `^(?<number>${NUMBER.source})?(?<title>[^。；]{0,60}?关于[^。；]{4,90}?${DOCUMENT_KIND})(?!的)(?=[一-龥]{1,12}[〔[]20|发布|各|$|（)(?<after>${NUMBER.source})?`,
)
/** A regulation is issued by order: 某省人民政府令 and 第268号 head it, its title stands below. */
const ORDER = /^(?<issuer>[一-龥]{2,20})令(?:第?[\d一二三四五六七八九十百〇]{1,4}号)?$/
const ORDER_NUMBER = /^第[\d一二三四五六七八九十百〇]{1,4}号$/
const SALUTATION = /[:：]$/
const PAGE_LABEL =
  /^(?:[【[][^】\]]{1,12}[】\]]|发布|来源|信息来源|作者|索引|有效性|原文链接|https?:|CLI|文件$|密级|公开属性|时效性|主题)/
const CLASSIFIED =
  /^(?:密级[:：]?)?(?<marking>(?:绝密|机密|秘密|内部)(?:(?:文件|资料)?(?:[，,]?(?:注意保存|不得外传|请勿外传))?|[★☆*].{0,10}))$/
const PUBLICITY =
  /[（(]?(?<publicity>此件[^。（）]{0,12}公开[^。（）]{0,4})[）)]?$|公开属性[:：]?(?<attribute>[^\s，。]{2,8})/
/** In a text on one line it stands near the end. */
const PUBLICITY_REACH = 200
const HEAD_LINES = 60
const INTRODUCTION = 45

/** The lines before the first numbered part. */
export function headLines(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex(line => startsWithOrdinal(line.text) && !/^附件/.test(line.text))
  return lines.slice(0, Math.min(first < 0 ? HEAD_LINES : first, HEAD_LINES))
}

/** *临政发〔2026〕7号*, as markdown slants it. */
const EMPHASIS = /^[*_]+|[*_]+$/g

/** Words of the head that stand by themselves: a line, or what spaces part on a short line. */
function tokens(head: readonly Line[]): string[] {
  return head.flatMap(line => [tight(line), ...line.text.split(/\s+/)]).map(words => words.replace(EMPHASIS, ''))
}

/** The 密级 the head carries, or null. Only words that stand alone count; prose may speak of secrets. */
export function findClassification(lines: readonly Line[]): string | null {
  for (const token of tokens(headLines(lines))) {
    const marking = CLASSIFIED.exec(token)?.groups?.['marking']
    if (marking !== undefined) return marking
  }
  return null
}

function plainNumber(printed: string): string {
  return printed
    .replace(/[〔[（(【](?=20)/, '〔')
    .replace(/(?<=20\d\d)[〕\]）)】]/, '〕')
    .replace('第', '')
}

function findNumber(head: readonly Line[]): string | null {
  const listed = readMetadata(head).number?.replace(/\s+/g, '') ?? ''
  for (const token of [...tokens(head), listed]) {
    const number = WHOLE_NUMBER.exec(token)?.groups?.['number']
    if (number !== undefined) return plainNumber(number)
  }
  const { number, after } = RUN_IN_TITLE.exec(firstWords(head))?.groups ?? {}
  const runIn = number ?? after
  return runIn === undefined ? null : plainNumber(runIn)
}

const RUN_IN_MAX = 300

/** The first line of a text that may be all one line. */
function firstWords(head: readonly Line[]): string {
  return (head[0]?.text.slice(0, RUN_IN_MAX) ?? '').replace(/\s+/g, '')
}

/** 某省人民政府令 => 某省人民政府 */
function orderedBy(line: Line): string | null {
  const issuer = ORDER.exec(tight(line))?.groups?.['issuer'] ?? ''
  return looksLikeUnit(issuer) ? issuer : null
}

/** Whether a head line can be part of a title. */
function isTitleLine(line: Line): boolean {
  const words = tight(line)
  if (isMetadata(line) || imprintUnits(line).length > 0 || orderedBy(line) !== null || ORDER_NUMBER.test(words))
    return false
  if (PAGE_LABEL.test(words) || SALUTATION.test(words) || DATE_LINE.test(words) || NUMBER.test(words)) return false
  return !/[。；]/.test(words) && !/^[（(]?此件|^附件|^抄送/.test(words)
}

/** Runs of title lines: each run is one title, broken over lines as the printer pleased. */
function titleRuns(head: readonly Line[]): Line[][] {
  const isOrder = head.some(line => orderedBy(line) !== null)
  const runs: Line[][] = []
  let run: Line[] = []
  for (const line of withoutMenu(head)) {
    if (isTitleLine(line)) run.push(line)
    else {
      if (run.length > 0) runs.push(run)
      if (/[。]/.test(line.text) && line.text.length > INTRODUCTION && !isOrder) return runs
      run = []
    }
    if (TITLE_END.test(tight(line)) && run.length > 0) {
      runs.push(run)
      run = []
    }
  }
  return run.length > 0 ? [...runs, run] : runs
}

/** Spaces stay between joint issuers (教育部 山东省人民政府关于…) and go everywhere else. */
function joinTitle(run: readonly Line[]): string {
  const words = run.map(line => line.text).join('')
  const about = words.indexOf('关于')
  const issuers = about < 0 ? '' : words.slice(0, about)
  const kept = issuers.split(/\s+/).filter(Boolean)
  const together = kept.every(looksLikeUnit) ? kept.join(' ') : kept.join('')
  return together + words.slice(Math.max(0, about)).replace(/\s+/g, '')
}

function findTitle(head: readonly Line[]): string | null {
  const runIn = RUN_IN_TITLE.exec(firstWords(head))?.groups?.['title']
  const titles = titleRuns(head).map(joinTitle)
  return (
    readMetadata(head).title?.replace(/\s+/g, '') ??
    titles.find(title => title.includes('关于')) ??
    titles.find(title => TITLE_END.test(title)) ??
    runIn ??
    titles[0] ??
    null
  )
}

/** Ministries and governments that sign above the date, or else stand before 关于 in the title. */
function findIssuers(lines: readonly Line[], matter: ReadonlyMap<number, MatterKind>, title: string | null): string[] {
  const signed = lines.filter((_, i) => matter.get(i) === 'signature')
  if (signed.length > 0) return [...new Set(signed.flatMap(line => unitsOfLine(line)))]
  const before = title?.split('关于')[0] ?? ''
  const named = before.split(' ').filter(looksLikeUnit)
  if (title?.includes('关于') && named.length > 0) return named
  const head = headLines(lines)
  const ordered = head.map(orderedBy).find(issuer => issuer !== null)
  if (ordered !== undefined) return [ordered]
  const listed = readMetadata(head).issuer?.split(/[\s、，,]+/) ?? []
  if (listed.length > 0) return listed
  const imprinted = head.flatMap(imprintUnits)
  const numbered = head.filter(line => NUMBER.test(tight(line))).flatMap(line => line.text.split(/\s+/))
  const beside = numbered.filter(token => looksLikeUnit(token) && !NUMBER.test(token))
  return [imprinted, beside, printedUnits(lines, matter)].find(units => units.length > 0) ?? []
}

/** 某市人民政府办公室 2026年3月3日印发, at the very end: on one line or on two. */
function printedUnits(lines: readonly Line[], matter: ReadonlyMap<number, MatterKind>): string[] {
  const printed = lines.filter((_, i) => matter.get(i) === 'printed')
  return [...new Set(printed.flatMap(line => (looksLikeUnit(tight(line)) ? unitsOfLine(line) : imprintUnits(line))))]
}

/** 山 东 省 教 育 厅 is one unit; 教育部 山东省人民政府 are two. */
function unitsOfLine(line: Line): string[] {
  const parts = line.text.split(/\s+/)
  return parts.every(looksLikeUnit) ? parts : [tight(line)]
}

/** 成文日期: under the signature; else in the head; else the day it was printed or put online. */
function findDate(lines: readonly Line[], matter: ReadonlyMap<number, MatterKind>): string | null {
  const ofKind = (...kinds: MatterKind[]): Line[] => lines.filter((_, i) => kinds.includes(matter.get(i) ?? 'copy'))
  const signed = lines.filter((_, i) => matter.get(i) === 'date' && matter.get(i - 1) === 'signature')
  const head = headLines(lines).filter((line, i) => !matter.has(i) && !/[。；《]/.test(line.text))
  const candidates = [...signed, ...ofKind('date'), ...head, ...ofKind('printed'), ...ofKind('page')]
  return candidates.map(line => isoDate(tight(line))).find(date => date !== null) ?? null
}

/** A signature run into the last line of a text without line breaks. */
function signedInLine(lines: readonly Line[]): { readonly unit: string; readonly date: string | null } | null {
  const last = lines.at(-1)
  const match = last === undefined ? undefined : [...tight(last).slice(-400).matchAll(SIGNED_IN_LINE)].at(-1)
  const unit = match?.groups?.['unit'] ?? ''
  return match !== undefined && looksLikeUnit(unit) ? { unit, date: isoDate(match[0]) } : null
}

function findPublicity(lines: readonly Line[]): string | null {
  for (const line of lines) {
    if (!/此\s*件|公开属性/.test(line.text.slice(-2 * PUBLICITY_REACH))) continue
    const words = tight(line).slice(-PUBLICITY_REACH)
    const groups = PUBLICITY.exec(words)?.groups
    const found = groups?.['publicity'] ?? groups?.['attribute']
    if (found !== undefined) return found
  }
  return null
}

/** Reads the facts of a document from its head and tail matter. */
export function readFacts(
  lines: readonly Line[],
  matter: ReadonlyMap<number, MatterKind>,
  fileId: string,
): DocumentFacts {
  const head = headLines(lines)
  const number = findNumber(head)
  const title = findTitle(head)
  const runIn = signedInLine(lines)
  const found = findIssuers(lines, matter, title)
  const issuers = found.length > 0 || runIn === null ? found : [runIn.unit]
  const { level, region }: { level: Level; region: string } = jurisdictionOf(issuers, title ?? '', number ?? '')
  return {
    id: number ?? fileId,
    number,
    title: title ?? fileId,
    issuers,
    issuedOn: findDate(lines, matter) ?? runIn?.date ?? null,
    level,
    region,
    publicity: findPublicity(lines),
  }
}

/** The year a document plans for: one in its title, else that of its issue. */
export function planYear({ title, issuedOn, number }: DocumentFacts): number | null {
  const inTitle = /(?<![—–\-~～至\d])(?<year>20\d\d)年(?!\s*[—–\-~～至])/.exec(title)?.groups?.['year']
  const year = inTitle ?? issuedOn?.slice(0, 4) ?? /20\d\d/.exec(number ?? '')?.[0]
  return year === undefined ? null : Number(year)
}
