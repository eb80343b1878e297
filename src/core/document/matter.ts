import type { Line } from './lines.ts'
import { looksLikeUnit } from './unit-name.ts'

/** 版头、版记 and the like: lines that belong to the letter, not to its text. */
export type MatterKind = 'copy' | 'printed' | 'date' | 'signature' | 'publicity' | 'attachments' | 'attachment' | 'page'

const COPY = /^(?:抄送|抄报|分送|主送)[:：]/
const PRINTED = /\d{4}年\d{1,2}月\d{1,2}日(?:印发|印制|发)$/
export const DATE_LINE =
  /^(?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日|二[〇零○O0][一二三四五六七八九〇零○]{2}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)$/
const PUBLICITY = /^[（(]?此件[^。]{0,12}公开[^。]{0,4}[）)]?$/
const ATTACHMENT_LIST = /^附件?[:：]/
const ATTACHMENT = /^附[件表录](?:[\d一二三四五六七八九十]{0,3})(?:$|[:：]?(?=[^：:；。]{0,60}$))/
const LIST_ENTRY = /^\d{1,2}[.．、]/
const PAGE =
  /^(?:发布日期|发布时间|来源|信息来源|作者|责任编辑|浏览次数|字号|打印|扫一扫|分享到|原文链接|索引号|主题词)[:：【]|^https?:/
const SIGNATURE_MAX = 40
const MATTER_MAX = 160

const SIMPLE: readonly (readonly [MatterKind, RegExp])[] = [
  ['copy', COPY],
  ['printed', PRINTED],
  ['date', DATE_LINE],
  ['publicity', PUBLICITY],
  ['attachments', ATTACHMENT_LIST],
  ['attachment', ATTACHMENT],
  ['page', PAGE],
]

/** A line's words without any space: 2023 年 1 月 19 日 => 2023年1月19日. */
export function tight(line: Line): string {
  return line.text.replace(/\s+/g, '')
}

function kindOf(line: Line): MatterKind | undefined {
  if (line.text.length > MATTER_MAX) return undefined
  const words = tight(line)
  return SIMPLE.find(([, pattern]) => pattern.test(words))?.[0]
}

/** What each line of letterhead is; lines of the text proper are absent. */
export function findMatter(lines: readonly Line[]): ReadonlyMap<number, MatterKind> {
  const matter = new Map<number, MatterKind>()
  lines.forEach((line, i) => {
    if (matter.has(i)) return
    const kind = kindOf(line)
    if (kind === undefined) return
    matter.set(i, kind)
    if (kind === 'date') markSignatures(lines, i, { matter, as: 'signature' })
    if (kind === 'printed') markSignatures(lines, i, { matter, as: 'printed' })
    if (kind === 'copy') markContinuation(lines, i, matter)
    if (kind === 'attachments') markEntries(lines, i, matter)
  })
  return matter
}

/** The signing or printing units stand on the lines right above the date. */
function markSignatures(
  lines: readonly Line[],
  date: number,
  { matter, as }: { matter: Map<number, MatterKind>; as: MatterKind },
): void {
  for (let i = date - 1; i >= 0 && !matter.has(i); i -= 1) {
    const line = lines[i]
    if (line === undefined || !isSignature(line)) return
    matter.set(i, as)
  }
}

function isSignature(line: Line): boolean {
  const words = tight(line)
  return words.length <= SIGNATURE_MAX && looksLikeUnit(words) && !/[。，：:；、]|^[（(]|关于|^第|^附件/.test(words)
}

function markContinuation(lines: readonly Line[], copy: number, matter: Map<number, MatterKind>): void {
  for (let i = copy; i + 1 < lines.length; i += 1) {
    const line = lines[i]
    const next = lines[i + 1]
    if (line === undefined || next === undefined || /[。；]$/.test(line.text)) return
    if (kindOf(next) !== undefined) return
    matter.set(i + 1, 'copy')
  }
}

function markEntries(lines: readonly Line[], list: number, matter: Map<number, MatterKind>): void {
  for (let i = list + 1; LIST_ENTRY.test(lines[i]?.text ?? ''); i += 1) matter.set(i, 'attachments')
}
