import { type Annotation, shifted } from './annotation.ts'
import { type Responsibility, readResponsibility } from './responsibility.ts'
import { labelRole } from './role-label.ts'
import { isSurelyUnit, looksLikeUnit } from './unit-name.ts'

const OPENING = '（(【[〔'
const CLOSING = '）)】]〕'
const OPENING_MARK = /[（(【[〔]/g
const MAX_BRACKET = 800
const CUE = /牵头|负责|责任|配合|参与|参加|会同|协助|协办|主办|承办|分工|落实|时限|完成/
const FIELD =
  /(?<=^|[\n。；;，,）)】\]])—{0,2}(?:[（(【[]?(?<label>[一-龥、/]{2,12}?)(?:[（(][^（()）]{1,24}[）)][一-龥]{0,2})?[】\]）)]?[:：]|[【[](?<boxed>[一-龥]{2,10})[】\]])/g
/** Without a word of duty and without the last character of a unit a bracket assigns nothing. */
const MAY_ASSIGN = new RegExp(`${CUE.source}|[厅局委办所部署院会处队司社府省市县区乡镇校]`)
/** 市行政审批局（市政务服务局）: another name of the same unit. */
const AFTER_UNIT = /[厅局委办部院]$/
/** 牵头领导：某某（市政府党组成员）: the bracket belongs to the field. */
const LABELLED = /^\n?[一-龥]{2,8}[:：]/
const LABELLED_REACH = 60
const AFTER_SENTENCE = /[。！？；”）)\n]$/

/** The bracket that closes the one at `open`, kinds mixed as documents mix them; -1 if none does. */
function closingBracket(text: string, open: number): number {
  let depth = 0
  const end = Math.min(text.length, open + MAX_BRACKET)
  for (let i = open; i < end; i += 1) {
    const character = text[i] ?? ''
    if (OPENING.includes(character)) depth += 1
    else if (CLOSING.includes(character)) {
      depth -= 1
      if (depth === 0) return i
    }
  }
  return -1
}

/** Whether bracketed words are an annotation: parts are written, or nothing but units closes the sentence. */
function isAssignment(said: Responsibility, inner: string, before: string): boolean {
  if (said.mentions.length === 0) return said.hasRole && said.deadlines.length > 0
  const names = said.mentions.filter(mention => looksLikeUnit(mention.name)).length
  if (!said.hasRole) return AFTER_SENTENCE.test(before) && (names === said.mentions.length || areAlmostAllUnits(said))
  if (/[：:]/.test(inner)) return true
  return said.stray * 2 < inner.length && names * 2 >= said.mentions.length && !/谁/.test(inner)
}

const SURE_COMPANY = 2
const STRANGER = /^[一-龥]{2,12}$/

/** One name of a form nobody knows does not hide the units beside it. */
function areAlmostAllUnits({ mentions }: Responsibility): boolean {
  const strangers = mentions.filter(mention => !isSurelyUnit(mention.name))
  const isName = strangers.every(({ name }) => looksLikeUnit(name) || STRANGER.test(name))
  return strangers.length === 1 && mentions.length > SURE_COMPANY && isName
}

function bracketAnnotations(text: string): Annotation[] {
  const found: Annotation[] = []
  for (let open = nextOpening(text, 0); open >= 0; ) {
    const annotation = bracketAt(text, open)
    if (annotation !== null) found.push(annotation)
    open = nextOpening(text, annotation?.end ?? open + 1)
  }
  return found
}

function nextOpening(text: string, from: number): number {
  OPENING_MARK.lastIndex = from
  return OPENING_MARK.exec(text)?.index ?? -1
}

function bracketAt(text: string, open: number): Annotation | null {
  const close = closingBracket(text, open)
  if (close < 0) return unclosedAt(text, open)
  const inner = text.slice(open + 1, close)
  if (!MAY_ASSIGN.test(inner) || labelRole(inner) !== null) return null
  const said = readResponsibility(inner.replaceAll('\n', '；'))
  const before = lineBefore(text, open)
  const isAnnotation = isAssignment(said, inner, before) || (closesLine(text, close) && namesOnly(said, before))
  if (!isAnnotation) return null
  return { start: open, end: close + 1, said: shifted(said, open + 1), unclosed: false }
}

/** The words of its line before a bracket, with the line end above; of a long line the last of them. */
function lineBefore(text: string, open: number): string {
  const from = Math.max(0, open - LABELLED_REACH)
  const words = text.slice(from, open)
  const line = words.lastIndexOf('\n')
  return line < 0 && from > 0 ? `…${words}` : words.slice(Math.max(0, line))
}

/** Whether nothing stands between a bracket and the end of its line or sentence. */
function closesLine(text: string, close: number): boolean {
  return /^[\n。；]?$/.test(text[close + 1] ?? '')
}

/** Names that can be nothing but units, and nothing else: 规上工业增加值增长8%（区工信局、区统计局）. */
function namesOnly({ hasRole, mentions }: Responsibility, before: string): boolean {
  if (hasRole || mentions.length === 0 || AFTER_UNIT.test(before) || LABELLED.test(before)) return false
  return mentions.every(mention => isSurelyUnit(mention.name))
}

/** （牵头单位：省科技厅 with nothing to close it: the paragraph's end does. */
function unclosedAt(text: string, open: number): Annotation | null {
  const line = text.indexOf('\n', open)
  const end = line < 0 ? text.length : line
  const inner = text.slice(open + 1, end)
  if (inner.length > MAX_BRACKET || !CUE.test(inner) || /。.+/.test(inner)) return null
  const said = readResponsibility(inner)
  if (!said.hasRole || !isAssignment(said, inner, '')) return null
  return { start: open, end, said: shifted(said, open + 1), unclosed: true }
}

/** Fields without brackets: 责任单位：… to the end of its line or sentence, neighbours taken together. */
function fieldAnnotations(text: string, taken: readonly Annotation[]): Annotation[] {
  const found: Annotation[] = []
  for (const match of text.matchAll(FIELD)) {
    if (
      labelRole(match.groups?.['label'] ?? match.groups?.['boxed'] ?? '') === null ||
      isInside(match.index, [...taken, ...found])
    )
      continue
    const end = fieldEnd(text, match.index + match[0].length)
    const said = readResponsibility(text.slice(match.index, end).replaceAll('\n', '；'))
    const last = found.at(-1)
    const gap = last === undefined ? ' ' : text.slice(last.end, match.index)
    if (last !== undefined && /^[\n。；;，,]*$/.test(gap)) found[found.length - 1] = joined(text, last.start, end)
    else if (said.hasRole) found.push({ start: match.index, end, said: shifted(said, match.index), unclosed: false })
  }
  return found
}

function joined(text: string, start: number, end: number): Annotation {
  const said = readResponsibility(text.slice(start, end).replaceAll('\n', '；'))
  return { start, end, said: shifted(said, start), unclosed: false }
}

/** A field runs on over ； and 、 and ends with its line or sentence. */
function fieldEnd(text: string, from: number): number {
  const found = text.slice(from, from + MAX_BRACKET).search(/[\n。]/)
  if (found < 0) return Math.min(text.length, from + MAX_BRACKET)
  return from + found
}

function isInside(at: number, annotations: readonly Annotation[]): boolean {
  return annotations.some(annotation => at >= annotation.start && at < annotation.end)
}

/** Annotations in brackets and in fields (责任单位：…), in order. */
export function plainAnnotations(text: string): Annotation[] {
  const brackets = bracketAnnotations(text)
  return [...brackets, ...fieldAnnotations(text, brackets)].sort((a, b) => a.start - b.start)
}
