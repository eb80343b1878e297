import type { PolicyDocument } from '../../model.ts'
import type { LedgerEntry } from '../../search/ledger.ts'
import { parseNumber } from '../../text/numerals.ts'
import { type Found, phraseReader, type Reader, TAKEN } from '../reading.ts'
import type { Fact } from '../slots.ts'

/** 鲁政办字〔2023〕5号 however it is typed: 鲁政办字2023年5号, 鲁政办字(2023)5号文件. */
const NUMBER =
  /(?<code>[\p{sc=Han}]{2,8}?)?(?:第)?(?:[〔([]?(?<year>(?:19|20)[0-9]{2})[〕)\]]?年?)?第?(?<serial>[0-9]{1,4}|[一二三四五六七八九十]{1,3}(?=号(?:文|第|$)))号(?!任务)(?:文件?|通知)?/gu

/** 都有哪些文件 */
const LISTING =
  /(?:都|一共|总共|共|现在|目前|系统里?)*(?:有|收录了?|录入了?|包括|导入了?)?(?:哪些|哪[一几]?[个份]|几[个份]|多少[个份]?|什么)(?:政策)?文件|文件(?:清单|列表|目录)|(?:的|年)?文件(?:都|一共|总共|共)?(?:有)?(?:哪些|几[个份]|多少[个份]?)|最(?:新|近)的?(?:一)?(?:个|份)?文件(?:是)?(?:哪一?[个份]|什么)?|(?:所有|全部)(?:的)?文件(?:有哪些)?$/gu

/** Nouns that end a document's title, as people use them to name it. */
const GENRE =
  /工作要点|重点工作任务|重点任务清单|工作任务|任务清单|实施意见|若干意见|指导意见|行动计划|实施方案|工作方案|规划|要点|意见|方案|通知|台账|清单/gu

/** What a question may ask of a document. */
const FACTS: readonly (readonly [string, Fact])[] = [
  [
    '(?:是)?(?:由)?(?:谁|哪(?:个|些|几个)?(?:单位|部门|机关)?)(?:印发|发布?|制定|下发|出台|签发|制发|联合)+(?:的)?|(?:发文|印发|制定|签发)(?:机关|单位|部门)',
    'issuer',
  ],
  [
    '(?:成文|印发|发布|发文|下发|出台)(?:日期|时间)|(?:是)?(?:什么时候|何时|哪一?[年天]|几月|啥时候|哪年哪月|几几年)(?:印发|发布?|出台|下发|成文|制定)?(?:出来)?的?',
    'date',
  ],
  ['(?:全称|标题|名称|全名)(?:是什么|叫什么)?|叫什么(?:名字)?', 'title'],
  ['(?:发文字号|文号|发文号)(?:是(?:多少|什么|几号))?|(?:是)?几号文', 'number'],
  ['(?:能|可以)?(?:不?公开)(?:吗|不)?|公开属性|是否公开', 'publicity'],
  ['(?:分(?:为|成)?|有|包括)?(?:几|哪几|哪些|多少)(?:个)?(?:大)?(?:部分|章节?|板块|方面)|目录|章节|结构', 'sections'],
  [
    '(?:是)?(?:关于|讲|说|写|部署)(?:的|了)?(?:什么|啥|哪方面)(?:内容|的)?(?:文件)?|(?:是)?(?:个)?(?:什么|啥)文件|主要(?:内容|讲)(?:是)?(?:什么)?|(?:大致|大概)?(?:内容)(?:是什么|有哪些)?|(?:简要|简单)?介绍(?:一下)?|概况|基本(?:情况|信息)',
    'summary',
  ],
]

export const readDocumentNumber: Reader = (text, { ledger }) =>
  [...text.matchAll(NUMBER)].flatMap(match => numberFound(match, ledger.documents))

function numberFound(match: RegExpMatchArray, entries: readonly LedgerEntry[]): readonly Found[] {
  const { code = '', year, serial: printed = '' } = match.groups ?? {}
  const serial = String(parseNumber(printed) ?? printed)
  const fitting = entries.filter(({ document }) => fitsNumber(document, year, serial))
  const known = fitting.filter(({ document }) => code !== '' && endsAlike(code, codeOf(document)))
  const isCode = known.length > 0 || /[发办字函规]$/u.test(code)
  if (!isCode && !/^[0-9]/u.test(printed)) return []
  const start = match.index ?? 0
  const end = start + match[0].length
  const [first] = isCode ? known : fitting
  if (first) {
    const before = code.length - (isCode ? sharedTail(code, codeOf(first.document)) : 0)
    return [{ start: start + before, end, says: { documents: ids(isCode ? known : fitting) } }]
  }
  return year || isCode ? [{ start, end, says: { unknownDocument: match[0] } }] : []
}

const fitsNumber = ({ number, id }: PolicyDocument, year: string | undefined, serial: string): boolean => {
  const [, own, ownSerial] = /〔(\d{4})〕(\d+)号/u.exec(number ?? id) ?? []
  return ownSerial === serial && (year === undefined || own === year)
}

const codeOf = ({ number, id }: PolicyDocument): string => (number ?? id).replace(/〔.*/u, '')

/** 请看鲁政办字 ends with the code 鲁政办字; 鲁政办 is how people shorten it. */
const endsAlike = (said: string, code: string): boolean =>
  said.endsWith(code) || code.startsWith(said) || said.endsWith(code.slice(0, -1))

function sharedTail(said: string, code: string): number {
  const tails = [code, code.slice(0, -1)]
  return tails.find(tail => said.endsWith(tail))?.length ?? said.length
}

/** 《…》 that names a document of the ledger, or a title put in plain words: 高青县2024年工作要点. */
export const readDocumentTitle: Reader = (text, { ledger }) => {
  const quoted = [...text.matchAll(/《(?<title>[^》]{2,80})》/gu)].flatMap(match => {
    const title = bare(match.groups?.['title'] ?? '')
    const fitting = ledger.documents.filter(({ document }) => bare(document.title).includes(title) && title.length >= 6)
    const place = { start: match.index, end: match.index + match[0].length }
    return fitting.length > 0 ? [{ ...place, says: { documents: ids(fitting) } }] : []
  })
  if (quoted.length > 0) return quoted
  const described = describedTitles(text, ledger.documents)
  return described.length > 0 ? described : plainTitles(text, ledger.documents)
}

/** 关于职业教育提质升级的那个文件: words of a title before 那个文件. */
function describedTitles(text: string, entries: readonly LedgerEntry[]): readonly Found[] {
  return [
    ...text.matchAll(/(?:关于)?(?<words>[\p{sc=Han}“”]{4,30}?)的?(?:那|这)(?:个|份)?(?:文件|通知|意见)/gu),
  ].flatMap(match => {
    const words = match.groups?.['words'] ?? ''
    const fitting = entries.filter(({ document }) => bare(document.title).includes(bare(words)))
    const place = { start: match.index, end: match.index + match[0].length }
    return fitting.length > 0 ? [{ ...place, says: { documents: ids(fitting) } }] : []
  })
}

function plainTitles(text: string, entries: readonly LedgerEntry[]): readonly Found[] {
  return [...text.replace(/《[^》]*》/gu, words => TAKEN.repeat(words.length)).matchAll(GENRE)].flatMap(match => {
    const end = match.index + match[0].length
    const fitting = entries
      .map(entry => ({ entry, start: titleStart(text, match.index, match[0], entry) }))
      .filter(({ start }) => match.index - start >= 2)
    const first = Math.min(...fitting.map(({ start }) => start))
    const best = fitting.filter(({ start }) => start === first).map(({ entry }) => entry)
    return best.length > 0 ? [{ start: first, end, says: { documents: ids(best) } }] : []
  })
}

/** How far to the left the words before the genre noun still are pieces of the document's title or its region and year. */
function titleStart(text: string, genreAt: number, genre: string, { document }: LedgerEntry): number {
  const title = bare(document.title)
  if (!title.includes(genre)) return genreAt
  let start = genreAt
  for (
    let step = longestPiece(text, start, document, title);
    step > 0;
    step = longestPiece(text, start, document, title)
  ) {
    start -= step
  }
  return start
}

const GLUE = /(?:的|那个|这个|年度|关于|年|[“”])$/u

/** Length of the longest piece ending at `end` that belongs to the title; 0 where the title stops. */
function longestPiece(text: string, end: number, document: PolicyDocument, title: string): number {
  const glue = GLUE.exec(text.slice(0, end))?.[0].length ?? 0
  for (let length = Math.min(end, 40); length >= 2; length--) {
    const piece = text.slice(end - length, end)
    if (title.includes(piece) || document.region.startsWith(piece) || isYearOf(piece, document)) return length
  }
  const beyond = glue > 0 ? longestPiece(text, end - glue, document, title) : 0
  return beyond > 0 ? beyond + glue : 0
}

const isYearOf = (piece: string, { title, issuedOn }: PolicyDocument): boolean => {
  const year = /^(\d{4})年?$/u.exec(piece)?.[1]
  return year !== undefined && (title.includes(year) || issuedOn?.startsWith(year) === true)
}

const bare = (title: string): string => title.replace(/[\s《》“”]/gu, '')
const ids = (entries: readonly LedgerEntry[]): readonly string[] => entries.map(({ document }) => document.id)

/** 都有哪些文件; and once a document is named, what is asked of it. */
export const readDocumentListing: Reader = (text, { slots }) => {
  if (slots.documents.length > 0 || /哪一?[条项]/u.test(text)) return []
  const placed = slots.places.some(place => place.text.includes('文件'))
  const pattern = placed ? /(?:都|一共)*有?(?:哪些|几[个份]|多少[个份]?|什么)[?？吗呢]*$/gu : LISTING
  return [...text.matchAll(pattern)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    says: { ask: 'documents' as const, top: /最[新近]/u.test(match[0]) ? 1 : null },
  }))
}

/** 谁发的 alone asks about the document that was spoken of. */
const BARE_FACT =
  /^(?:它|那个|这个)?(?:是)?(?:谁|哪个单位|什么时候|哪一?年|何时)(?:印发|发布?|制定|下发|出台|成文)的?[?？。]*$/u

const factsReader = phraseReader(FACTS.map(([words, fact]) => ({ words, says: { ask: 'facts', facts: [fact] } })))

/** Facts are asked of a document that is named, or of `这个文件`; 谁负责 of a task is somebody else's. */
export const readFacts: Reader = (text, context) => {
  const { documents, ordinals, units, places, ask } = context.slots
  const named =
    documents.length > 0 ||
    /文件/u.test(text) ||
    BARE_FACT.test(text) ||
    places.some(place => place.text.includes('文件'))
  return named && ask === null && ordinals.length === 0 && units.length === 0 ? factsReader(text, context) : []
}
