import { type Annotation, shifted } from './annotation.ts'
import { type Responsibility, type RoleMention, readResponsibility } from './responsibility.ts'
import { isSurelyUnit, looksLikeUnit } from './unit-name.ts'

const UNIT_AT_START =
  /^[一-龥]{1,14}?(?:[厅局委办部署院]|政府|中心|公司|海关|办公室|管委会)(?![一-龥]{0,4}(?:[厅局委办部署]|中心|公司|办公室)$)/

/** Whole sentences that do nothing but assign: 由A牵头，会同B，于12月底前完成。 */
function wholeSentences(text: string): Annotation[] {
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
const SHORT_NAME = 6
const ASSIGNING = /牵头|负责|会同|配合|参加|参与|落实/

/** The last clauses of an item, where they do nothing but assign: …，县财政局牵头，县审计局配合。 */
function trailingClauses(text: string): Annotation[] {
  const end = text.replace(/[。\n]+$/, '').length
  const start = Math.max(text.lastIndexOf('。', end - 1), text.lastIndexOf('\n', end - 1)) + 1
  const commas = [...text.slice(start, end).matchAll(/[，；]/g)].map(match => start + match.index + 1)
  for (const from of commas.slice(-MOST_CLAUSES)) {
    const words = text.slice(from, end)
    if (!ASSIGNING.test(words)) return []
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

/** What ends a clause that only assigns; 牵头做好统筹 says more. */
const DUTY_END =
  /(?:牵头|负责|主办|承办|主责)(?:负责|抓总|落实|实施|组织实施)?$|(?:配合|参与|参加|协办|协助|协同)(?:落实|实施|做好)?$/

/** Clauses in the middle of a sentence that do nothing but assign: …，县农机局牵头，县水利局参与，5月底前报告。 */
function middleClauses(text: string): Annotation[] {
  for (const { 0: sentence, index } of text.matchAll(/[^。\n]+/g)) {
    if (!ASSIGNING.test(sentence)) continue
    const clauses = [...sentence.matchAll(/[^，；]+/g)]
    const first = clauses.findIndex((clause, i) => i > 0 && isDutyClause(clause[0]))
    const start = clauses[first]?.index
    if (start === undefined) continue
    const others = clauses.slice(first).findIndex(clause => !isDutyClause(clause[0]))
    const last = others < 0 ? clauses.at(-1) : clauses[first + others - 1]
    const end = (last?.index ?? start) + (last?.[0].length ?? 0)
    return [
      {
        start: index + start,
        end: index + end,
        said: shifted(readResponsibility(sentence.slice(start, end)), index + start),
        unclosed: false,
      },
    ]
  }
  return []
}

function isDutyClause(words: string): boolean {
  return DUTY_END.test(words) && isSureAssignment(readResponsibility(words), words)
}

/** Words that only assign, first of all to a name that cannot be anything but a unit's. */
function isSureAssignment(said: Responsibility, words: string): boolean {
  const [first, ...others] = said.mentions.map(mention => mention.name)
  if (first === undefined || !isSurelyUnit(first)) return false
  return others.every(name => name.length <= SHORT_NAME || isSurelyUnit(name)) && isPureAssignment(said, words)
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

/** Tried in order; the first that finds something decides. */
const SENTENCE_READERS = [wholeSentences, workingSentences, trailingClauses, leadingClauses, middleClauses]

/** Sentences or clauses that assign without bracket or field; nothing where none is sure. */
export function sentenceAnnotations(text: string): Annotation[] {
  return SENTENCE_READERS.map(read => read(text)).find(annotations => annotations.length > 0) ?? []
}
