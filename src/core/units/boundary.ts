import type { Prefix } from './prefix.ts'

/** Next characters that make the end of a name part of another word: 组织部|署, 教育局|面, 教育部|门. */
const CONTINUATIONS: readonly (readonly [ending: string, next: string])[] = [
  ['中心', '城镇校组'],
  ['部', '门分署队委件位级属首'],
  ['委', '员托派任屈'],
  ['局', '面限部势域促地'],
  ['办', '公法理事学好结实证税案园医展复件报'],
  ['院', '校士落线系墙'],
  ['署', '名'],
  ['关', '系键注心联怀'],
  ['处', '理罚置'],
  ['会', '议计员'],
  ['厅', '堂局'],
  ['行', '业动为政'],
]

/** True where the name in front of `end` is not cut out of a longer word. */
export function endsName(text: string, end: number): boolean {
  const next = text[end]
  if (next === undefined) return true
  const row = CONTINUATIONS.find(([ending]) => text.startsWith(ending, end - ending.length))
  return !row?.[1].includes(next)
}

/** Characters before a mark with which it makes another word: 城市, 超市, 各市, 示范区. */
const NO_MARK_AFTER: Readonly<Record<string, RegExp>> = {
  省: /[节各外]/,
  市: /[城都超上门股夜菜各]/,
  县: /各/,
  区: /[社园地景片灾校山湾新辖战军厂功库发自港范行牧林城市郊老旧各险海商游合作验点]/,
}

/** True where the mark stands for a level and is not the end of another word. */
export const isMark = (text: string, start: number, { mark, region }: Prefix): boolean =>
  region !== undefined || !NO_MARK_AFTER[mark]?.test(text[start - 1] ?? '')

/** Characters and words that never stand inside a unit's name, but do in what is said about units. */
export const FUNCTION_WORD =
  /[^一-龥]|[的了是在由与及跟等把被将从到给上下级属直各有无哪什么谁吗呢吧多少几条项个家年月日这那其他本我你您请问查看找列出要想们做干]|牵头|负责|参与|配合|任务|工作|推进|落实|建设(?=[^厅局委])/u

/** Beginnings that make the mark part of a word: 市场, 市级, 区域, 省会; 市政 but not 市政府 or 市政协. */
const NOT_A_BODY = /^(?:[场级区值属直外内域容况份会长里市县]|政(?![府务协法策])|民(?![族宗航]))/

/** What is said of a unit right after its name. */
const ACTS = /(?:牵头|负责|参与|参加|配合|主办|协办|会同|承担|有(?:哪|什么|几|多少))/y

/** True where the words at `end` say what the unit in front of them does. */
export function acts(text: string, end: number): boolean {
  ACTS.lastIndex = end
  return ACTS.test(text)
}

/** True where the words at `end`, or a mark, show that whatever is in front of them is over. */
export const endsMention = (text: string, end: number): boolean =>
  end === text.length || acts(text, end) || /^[的都呢在、，,。；;？?]/.test(text.slice(end, end + 1))

/** True where no word runs into the name that begins here. */
export const beginsWord = (text: string, start: number): boolean =>
  /(?:^|[^一-龥]|[由与及跟是对问查看各])$/.test(text.slice(0, start))

/** Words that end like a body without being one. */
const COMMON_WORD =
  /(?:格局|布局|结局|全局|大局|变局|时局|邮局|僵局|战局|客厅|餐厅|大厅|展厅|党委|常委|政委|居委|村委)$/u

export const isCommonWord = (word: string): boolean => COMMON_WORD.test(word)

/** Endings that are bodies and hardly anything else; the others need to be told what they do. */
const BODY = new RegExp(`.{2,8}?[厅局委](?<!${COMMON_WORD.source.slice(0, -1)})`, 'uy')
const ACTING_BODY = new RegExp(`.{2,8}?(?:办|部|署|中心|院|会|处|公司)(?=${ACTS.source})`, 'uy')

/** The end of a name that is in no table, such as 航天局 after 省; undefined where the words are no name. */
export function unlistedEnd(text: string, start: number): number | undefined {
  if (NOT_A_BODY.test(text.slice(start))) return undefined
  for (const pattern of [BODY, ACTING_BODY]) {
    pattern.lastIndex = start
    const name = pattern.exec(text)?.[0]
    if (name !== undefined && !FUNCTION_WORD.test(name) && endsName(text, start + name.length))
      return start + name.length
  }
  return undefined
}

/** A place name that ends where a mark begins, after which it belongs: 昆山 in 昆山市教育局; in 请问市教育局 there is none. */
const PLACE = /(?:^|[^一-龥]|[的由与及跟是对问查看找下])(?<place>[一-龥]{2,3})$/u

export function foreignPlace(text: string, from: number, mark: number): string {
  const place = PLACE.exec(text.slice(from, mark))?.groups?.['place'] ?? ''
  return FUNCTION_WORD.test(place) || /[全目前今明去当现省市县区]/.test(place) ? '' : place
}
