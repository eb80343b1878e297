/** A piece of an annotation between two marks that part it. */
export interface Segment {
  readonly text: string
  readonly start: number
}

const LABEL_HEAD =
  '(?:总?牵头|主办|主要|第一|配合|参与|参加|协办|协助|协同|责任|负责|承办|实施|落实|完成|整改|办结|分管|包保|联系|督办)'
const BRACKETS = '[（(][^（()）]*[）)]'
const PLACE = '(?:自治区|直辖市|地区|新区|[省市州盟县区旗])'
/** 各市、州人民政府 · 省、市有关部门 · 各区、县（市）: levels of one collective, not names in a list. */
const COLLECTIVE = `(?<![一-龥）)])(?:[和及与]|以及)?各?(?:设区的?)?${PLACE}(?:${BRACKETS})?(?:[、和]${PLACE}(?:${BRACKETS})?)+(?=(?:人民)?政府|党委|直?(?:各|有关|相关)(?:部门|单位)|直(?:部门|单位)|[，,；;、。]|$)`
/** Where a list parts: punctuation, a dash, or a label printed right after a name. Brackets are one piece. */
const PIECES = `${BRACKETS}|(?<cut>—{2}|[、，,；;。\\s|]+|(?=(?<!第一|主要|牵头|共同|具体|参与|配合)${LABEL_HEAD}[一-龥]{0,6}(?:${BRACKETS})?[:：]|[【[][一-龥]{2,10}[】\\]]))`
const SEPARATOR = new RegExp(PIECES, 'g')
/** The same for the few lists that may hold a collective, which is one piece too. */
const COLLECTIVE_SEPARATOR = new RegExp(`${COLLECTIVE}|${PIECES}`, 'g')
const MAY_BE_COLLECTIVE = /[区市县州盟旗省）)][、和](?:自治区|直辖市|地区|新区|[省市州盟县区旗])/

/** Cuts an annotation at its separators, leaving brackets whole: 各县（市、区）人民政府 is one piece. */
export function segments(text: string): Segment[] {
  const found: Segment[] = []
  let start = 0
  const close = (end: number): void => {
    if (end > start) found.push({ text: text.slice(start, end), start })
  }
  const separator = MAY_BE_COLLECTIVE.test(text) ? COLLECTIVE_SEPARATOR : SEPARATOR
  for (const match of text.matchAll(separator)) {
    if (match.groups?.['cut'] === undefined) continue
    close(match.index)
    start = match.index + match[0].length
  }
  close(text.length)
  return found
}
