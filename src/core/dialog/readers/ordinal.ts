import { parseNumber } from '../../text/numerals.ts'
import type { Found, Reader } from '../reading.ts'
import type { OrdinalTerm } from '../slots.ts'

const NUMBER = '[0-9]{1,6}|[零〇一二两三四五六七八九十百]{1,6}'
const OF_DOCUMENT = '条|项|号任务|款|点'
const OF_ANSWER = '个|件|条目'

/** 第27条 · 27到34条 · 第27、28项 · 102项 */
const LIST = new RegExp(
  `(?<lead>第|序号|编号|№)?(?<numbers>(?:${NUMBER})(?:(?:条|项)?(?:到|至|-|—|~|、|,|和|及)+第?(?:${NUMBER}))*)(?<kind>${OF_DOCUMENT}|${OF_ANSWER})`,
  'gu',
)
/** A document's printed path: 二(一)1 · (三) · 二、(一)1. */
const PATH =
  /(?<path>(?:[一二三四五六七八九十]{1,3}、?)?\([一二三四五六七八九十]{1,3}\)(?:[0-9]{1,2})?)(?:条|项|款)?(?:的)?/gu
/** （一）到（四） */
const PATH_RANGE = /\((?<from>[一二三四五六七八九十]{1,3})\)(?:到|至|-|—|~)\((?<to>[一二三四五六七八九十]{1,3})\)/gu
/** 前3个 · 后两项: so many from either end of a list. */
const FIRST_FEW =
  /(?<end>前|后|最后|末尾)(?<count>[2-9]|[1-9][0-9]|[两二三四五六七八九十]|十[一二三四五六七八九])(?:个|项|条|件)(?!单位|部门|季度|文件|月)(?:任务)?/gu
/** 最后一条 · 倒数第二项 */
const FROM_END =
  /(?:最后|末尾)(?:的)?(?:一)?(?<kind>条|项|个|件)(?:任务)?|倒数第(?<back>[一二三四五六七八九十0-9]{1,2})(?<backKind>条|项|个|件)/gu
/** 下一条: the neighbour of the task that was asked for. */
const STEP = /^(?:那|再看)?(上|下)一(?:条|项|个任务)(?:呢|是什么|的?内容)?[?？。]*$/u
/** A task id as it is printed: 鲁政办字〔2023〕5号#27, …#二（一）1. */
const AFTER_HASH = /#(?<ordinal>[0-9]{1,4}|[一二三四五六七八九十0-9()]{1,12})(?=$|[^0-9])/gu
/** A number alone is an ordinal: `27`. */
const BARE = /^(?:#|任务)?(?<number>[0-9]{1,4})$/u

/** `27现在啥进度`: the rest of it is taken. */
const BARE_ASKED = /^(?:#|任务)?(?<number>[0-9]{1,4})\u{E000}*$/u

/** Reads which tasks a question names by number. */
export const readOrdinals: Reader = (text, { slots }) => {
  const step = STEP.exec(text)
  if (step)
    return [
      found(step, [{ of: 'neighbour', from: step[1] === '下' ? 1 : -1, to: 0, path: null, text: step[0], at: 0 }]),
    ]
  const bare = (slots.ask === 'progress' || slots.ask === 'history' ? BARE_ASKED : BARE).exec(text)
  if (bare) return [found(bare, terms(bare.groups?.['number'] ?? '', { of: 'document', at: 0 }))]
  const exact = [...text.matchAll(AFTER_HASH)].map(hashTerm)
  if (exact.length > 0) return exact
  const few = firstFew(text)
  const ranges = [...pathRanges(text), ...(few.length > 0 ? few : fromEnd(text))]
  return ranges.length > 0 ? ranges : [...pathTerms(text), ...listTerms(text)]
}

function hashTerm(match: RegExpExecArray): Found {
  const ordinal = match.groups?.['ordinal'] ?? ''
  if (/^[0-9]+$/u.test(ordinal)) return found(match, terms(ordinal, { of: 'document', at: match.index }))
  const path = ordinal.replaceAll('(', '（').replaceAll(')', '）')
  return found(match, [{ of: 'document', from: 0, to: 0, path, text: ordinal, at: match.index }])
}

function pathRanges(text: string): Found[] {
  return [...text.matchAll(PATH_RANGE)].flatMap(match => {
    const [from, to] = [parseNumber(match.groups?.['from'] ?? ''), parseNumber(match.groups?.['to'] ?? '')]
    return from === null || to === null
      ? []
      : [found(match, [{ of: 'document', from, to, path: null, text: match[0], at: match.index }])]
  })
}

function firstFew(text: string): Found[] {
  return [...text.matchAll(FIRST_FEW)].map(match => {
    const to = parseNumber((match.groups?.['count'] ?? '').replace('两', '二')) ?? 1
    const [from, last] = match.groups?.['end'] === '前' ? [1, to] : [-to, -1]
    return found(match, [{ of: 'answer', from, to: last, path: null, text: match[0], at: match.index }])
  })
}

/** Negative: counted from the end of the list. */
function fromEnd(text: string): Found[] {
  return [...text.matchAll(FROM_END)].map(match => {
    const { kind, back, backKind } = match.groups ?? {}
    const place = -(back ? (parseNumber(back) ?? 1) : 1)
    const of = OF_ANSWER.split('|').includes(kind ?? backKind ?? '') ? 'answer' : 'document'
    return found(match, [{ of, from: place, to: place, path: null, text: match[0], at: match.index }])
  })
}

function pathTerms(text: string): Found[] {
  return [...text.matchAll(PATH)].map(match => {
    const path = printedPath(match.groups?.['path'] ?? '')
    return found(match, [{ of: 'document', from: 0, to: 0, path, text: match[0], at: match.index }])
  })
}

/** As task ids print it: full-width brackets, no 、 */
const printedPath = (path: string): string => path.replace('、', '').replace('(', '（').replace(')', '）')

function listTerms(text: string): Found[] {
  return [...text.matchAll(LIST)].flatMap(match => {
    const { lead, numbers = '', kind = '' } = match.groups ?? {}
    const ranged = /到|至|-|—|~/u.test(numbers)
    if (!lead && !ranged && !(isPrinted(numbers, kind) && END_OF_NAME.test(text.slice(match.index + match[0].length))))
      return []
    const of = OF_ANSWER.split('|').includes(kind) ? 'answer' : 'document'
    return [found(match, terms(numbers, { of, at: match.index }))]
  })
}

/** `27项` without 第 names a task when it is written in digits and no noun follows: 3000项技术创新项目 counts something. */
const isPrinted = (numbers: string, kind: string): boolean =>
  /^[0-9]/u.test(numbers) && OF_DOCUMENT.split('|').includes(kind)
const END_OF_NAME =
  /^(?:$|[\u{E000}、,，。?？!和与的是谁由]|任务|工作|什么|内容|原文|全文|详|目标|指标|时限|呢|吗|进展|牵头|负责|参与|责任|怎|哪|有没有)/u

function terms(numbers: string, { of, at }: Pick<OrdinalTerm, 'of' | 'at'>): readonly OrdinalTerm[] {
  return numbers.split(/[、,和及]+/u).flatMap(part => {
    const [from, to = from] = part.split(/到|至|-|—|~/u).map(word => parseNumber(word.replace(/[第条项]/gu, '')))
    if (from == null || to == null) return []
    return [{ of, from: Math.min(from, to), to: Math.max(from, to), path: null, text: part, at }]
  })
}

const found = (match: RegExpExecArray | RegExpMatchArray, ordinals: readonly OrdinalTerm[]): Found => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
  says: { ordinals },
})
