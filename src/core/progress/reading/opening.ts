import { ordinalHead } from './pointer.ts'
import type { Typed } from './typed.ts'

/** What platforms leave of a mention: @督办 at either end, <at …>…</at>. */
const MENTIONS = [
  /^\s*(?:(?:@_user_\d{1,4}|@[^\s@]{1,30}(?=\s)|<at\b[^<>]{0,200}>[^<>]{0,60}<\/at>)\s*)+/u,
  /(?:(?:(?<![A-Za-z0-9._-])@[^\s@]{1,30}|<at\b[^<>]{0,200}>[^<>]{0,60}<\/at>)\s*)+$/u,
]
const COURTESY =
  /^(?:(?:您好|你好|大家好|早上好|上午好|下午好|各位领导好?|领导好|领导您好|好的|收到|嗯|(?:报告)?领导(?=[,。!:])|老师(?=[,。!:]))[,。!~、:\n]*)+/u
const POLITE = '(?:请|麻烦|帮我|帮忙|我要|我来|我想)*'
/** Command words that nothing else begins with. */
const PLAIN_COMMAND = new RegExp(
  `^${POLITE}/?(?:报一下(?:进展|进度)?|报个?进展|报下进展|上报(?:一下)?(?:进展|进度)(?:情况)?|汇报(?:一下|下)(?:工作)?(?:进展|进度)?(?:情况)?|汇报(?:工作)?(?:进展|进度)(?:情况)?|更新(?:一下|下)?(?:进展|进度)|反馈(?:一下|下)?(?:进展|进度)(?:情况)?|填报(?:一下)?(?:进展|进度)|报告(?:一下)?(?:进展|进度)(?:情况)?|现?将?[^,。;:\\n]{0,40}?(?:汇报|报告|反馈|上报)如下)`,
  'u',
)
/** Command words that are words of a report as well; a mark, a space or a task's number must follow. */
const MARKED_COMMAND = new RegExp(
  `^${POLITE}(?<slash>/)?(?:(?:目前|最新|工作|本月|本周)?进展(?:情况|汇报|报告|上报|反馈)?|进度|上报|汇报|反馈|填报|报告|更新|报)`,
  'u',
)
/** 6月进展：, 省能源局工作情况如下： */
const PREAMBLE = /^[^,。;:\n]{0,30}(?:进展|情况|汇报|报告|如下)(?:如下)?(?::\n?|\n)/u
const MARKS = /^[:,、。;\s]+/u

/** Where the report itself begins, and whether a command word said that it is one. */
export interface Opening {
  readonly start: number
  readonly explicit: boolean
}

/** The words without the mentions of the bot at either end. */
export const withoutMentions = (utterance: string): string =>
  MENTIONS.reduce((left, pattern) => left.replace(pattern, ''), utterance)

/** Takes off the greeting, the command word and the line that only announces a report. */
export function openingOf(typed: Typed): Opening {
  const greeted = COURTESY.exec(typed.text)?.[0].length ?? 0
  const command = commandEnd(typed, greeted)
  const from = marksEnd(typed.text, command ?? greeted)
  return { start: preambleEnd(typed, from), explicit: command !== null }
}

function commandEnd(typed: Typed, start: number): number | null {
  const text = typed.text.slice(start)
  const plain = PLAIN_COMMAND.exec(text)
  if (plain) return start + plain[0].length
  const marked = MARKED_COMMAND.exec(text)
  if (!marked) return null
  const end = start + marked[0].length
  return marked.groups?.['slash'] || isSetOff(typed, end) ? end : null
}

function isSetOff(typed: Typed, end: number): boolean {
  if (typed.hasGap(end) || /^[:,\n]/u.test(typed.text.slice(end, end + 1))) return true
  return /^[第#(\d零一二两三四五六七八九十]/u.test(typed.text.slice(end, end + 1)) && ordinalHead(typed, end) !== null
}

const marksEnd = (text: string, from: number): number => from + (MARKS.exec(text.slice(from))?.[0].length ?? 0)

/** A line that names no task of its own. */
function preambleEnd(typed: Typed, from: number): number {
  const preamble = PREAMBLE.exec(typed.text.slice(from))?.[0]
  if (preamble === undefined || ordinalHead(typed, from) !== null) return from
  const rest = typed.text.slice(from + preamble.length)
  const isAnnounced = /^1[、.)]/u.test(rest) || ordinalHead(typed, from + preamble.length) !== null
  return isAnnounced ? marksEnd(typed.text, from + preamble.length) : from
}
