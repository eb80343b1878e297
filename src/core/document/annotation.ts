import { type Responsibility, type RoleMention, readResponsibility } from './responsibility.ts'
import { labelRole } from './role-label.ts'
import { isSurelyUnit, looksLikeUnit } from './unit-name.ts'

/** An annotation found in an item's words: its range with brackets, and what it says (offsets into the same words). */
export interface Annotation {
  readonly start: number
  readonly end: number
  readonly said: Responsibility
  /** The bracket that opened it was never closed, or the other way round. */
  readonly unclosed: boolean
  /** The words also say what is to be done, so the body keeps them. */
  readonly keepsWords?: boolean
}

const OPENING = '（(【[〔'
const CLOSING = '）)】]〕'
const OPENING_MARK = /[（(【[〔]/g
const MAX_BRACKET = 800
const CUE = /牵头|负责|责任|配合|参与|参加|会同|协助|协办|主办|承办|分工|落实|时限|完成/
const FIELD =
  /(?<=^|[\n。；;，,）)】\]])(?:[（(【[]?(?<label>[一-龥、/]{2,12}?)(?:[（(][^（()）]{1,24}[）)][一-龥]{0,2})?[】\]）)]?[:：]|[【[](?<boxed>[一-龥]{2,10})[】\]])/g
const UNIT_AT_START =
  /^[一-龥]{1,14}?(?:[厅局委办部署院]|政府|中心|公司|海关|办公室|管委会)(?![一-龥]{0,4}(?:[厅局委办部署]|中心|公司|办公室)$)/
const AFTER_SENTENCE = /[。！？；”）)\n]$/

/** A reading of words that begin `by` characters into a longer text, with its offsets in that text. */
export function shifted(said: Responsibility, by: number): Responsibility {
  return {
    ...said,
    mentions: said.mentions.map(mention => ({ ...mention, start: mention.start + by, end: mention.end + by })),
    deadlines: said.deadlines.map(([start, end]) => [start + by, end + by] as const),
  }
}

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
  if (!said.hasRole) return names === said.mentions.length && AFTER_SENTENCE.test(before)
  if (/[：:]/.test(inner)) return true
  return said.stray * 2 < inner.length && names * 2 >= said.mentions.length && !/谁/.test(inner)
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
  if (labelRole(inner) !== null) return null
  const said = readResponsibility(inner.replaceAll('\n', '；'))
  if (!isAssignment(said, inner, text.slice(Math.max(0, open - 1), open))) return null
  return { start: open, end: close + 1, said: shifted(said, open + 1), unclosed: false }
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

/** Whole sentences that do nothing but assign: 由A牵头，会同B，于12月底前完成。 */
function sentenceAnnotations(text: string): Annotation[] {
  const found: Annotation[] = []
  for (const match of text.matchAll(/[^。\n]+/g)) {
    const words = match[0]
    if (words.length > 400 || !ASSIGNING.test(words)) continue
    const said = readResponsibility(words)
    if (!isPureAssignment(said, words)) continue
    const end = match.index + words.length
    found.push({
      start: match.index,
      end: text[end] === '。' ? end + 1 : end,
      said: shifted(said, match.index),
      unclosed: false,
    })
  }
  return found
}

const MOST_CLAUSES = 5
const ASSIGNING = /牵头|负责|会同|配合|参加|参与|落实/

/** The last clauses of an item, where they do nothing but assign: …，县财政局牵头，县审计局配合。 */
function trailingClauses(text: string): Annotation[] {
  const end = text.replace(/[。\n]+$/, '').length
  const start = Math.max(text.lastIndexOf('。', end - 1), text.lastIndexOf('\n', end - 1)) + 1
  const commas = [...text.slice(start, end).matchAll(/[，；]/g)].map(match => start + match.index + 1)
  for (const from of commas.slice(-MOST_CLAUSES)) {
    const words = text.slice(from, end)
    const said = readResponsibility(words)
    if (isSureAssignment(said, words)) return [{ start: from - 1, end, said: shifted(said, from), unclosed: false }]
  }
  return []
}

/** The first clauses of a sentence, where they do nothing but assign: 县农科所会同县农业农村局负责，三年内建成数据库。 */
function leadingClauses(text: string): Annotation[] {
  for (const { 0: sentence, index } of text.matchAll(/[^。\n]+/g)) {
    if (!ASSIGNING.test(sentence)) continue
    const commas = [...sentence.matchAll(/[，；]/g)].map(match => match.index)
    for (const to of commas.slice(0, MOST_CLAUSES).reverse()) {
      const words = sentence.slice(0, to)
      const said = readResponsibility(words)
      if (!isSureAssignment(said, words)) continue
      const whole = { start: index, end: index + to + 1, said: shifted(said, index), unclosed: false }
      return [index === 0 ? { ...whole, keepsWords: true } : whole]
    }
  }
  return []
}

/** Words that only assign, to names that cannot be anything but units. */
function isSureAssignment(said: Responsibility, words: string): boolean {
  return said.mentions.every(mention => isSurelyUnit(mention.name)) && isPureAssignment(said, words)
}

function isPureAssignment(said: Responsibility, words: string): boolean {
  if (!said.hasRole || said.stray > 0 || said.saysWhat || said.mentions.length === 0 || /[“”《》：:]/.test(words))
    return false
  return said.mentions.every(mention => looksLikeUnit(mention.name))
}

/** 由A牵头，会同B制定方案: the names are read, the words stay in the body because they say what is to be done. */
function workingSentences(text: string): Annotation[] {
  const found: Annotation[] = []
  for (const match of text.matchAll(
    /(?<=^|[。；\n])由(?<names>[^。；\n]{2,120}?)(?:共同|联合)?牵头(?!单位|部门)[^。；\n]{0,120}/g,
  )) {
    const said = readResponsibility(match[0])
    const mentions = said.mentions.flatMap(mention => unitAtStart(mention))
    if (!mentions.some(mention => mention.role === 'lead')) continue
    const whole = shifted({ ...said, mentions, deadlines: [] }, match.index)
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      said: whole,
      unclosed: false,
      keepsWords: true,
    })
  }
  return found
}

/** 市财政局制定方案 => 市财政局; a phrase that does not begin with a unit is none. */
function unitAtStart(mention: RoleMention): RoleMention[] {
  const name = UNIT_AT_START.exec(mention.name)?.[0]
  return name === undefined ? [] : [{ ...mention, name, end: mention.start + name.length }]
}

/** Every annotation in an item's own words, in order. Sentences count only where nothing is annotated more plainly. */
export function findAnnotations(text: string): Annotation[] {
  const brackets = bracketAnnotations(text)
  const fields = fieldAnnotations(text, brackets)
  const plain = [...brackets, ...fields].sort((a, b) => a.start - b.start)
  if (plain.some(annotation => annotation.said.mentions.length > 0)) return plain
  const found = SENTENCE_READERS.map(read => read(text)).find(annotations => annotations.length > 0) ?? []
  return [...plain, ...found].sort((a, b) => a.start - b.start)
}

/** Tried in order; the first that finds something decides. */
const SENTENCE_READERS = [sentenceAnnotations, workingSentences, trailingClauses, leadingClauses]
