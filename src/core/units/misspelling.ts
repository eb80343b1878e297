import { soundAlike, syllablesOf } from '../text/pinyin.ts'
import { abbreviates, kindOf } from './short-form.ts'

/** Characters taken for one another by eye, as in scans: 已 for 己. One group a word. */
const LOOK_ALIKE =
  '己已巳 未末 土士 人入八 大太犬 财材 技枝 育肓 住往佳 利刹 水永冰 环坏 科料 工土 农衣 审宙 务备 退腿 民氏 司同 法去 体休 自白 委季 展屉 革草 运远 厅斤'.split(
    ' ',
  )

const lookAlike = (one: string, other: string): boolean =>
  LOOK_ALIKE.some(group => group.includes(one) && group.includes(other))

/** From this length of core on, any one wrong character is forgiven: two of three are right, and the kind is. */
const LONG_CORE = 3

/** What people type for a kind of body because it sounds so; 不 and 为 are too common to be slips. */
const SAID_LIKE: Readonly<Record<string, string>> = {
  厅: '听庭停廷挺亭汀艇',
  局: '居剧句据具桔菊聚巨',
  委: '伟尾卫味位伪萎',
  办: '班半伴版扮',
  部: '步布簿埠',
}
const KIND_SAID = new Map(Object.entries(SAID_LIKE).flatMap(([kind, slips]) => [...slips].map(slip => [slip, kind])))

/** Words that such a character begins or ends: 教育|具有, 大|数据. */
const WORD_OF_SLIP = /居民|居住|具有|具备|具体|聚焦|聚集|据此|位于|位置|卫生|停止|版本|半年|班子|布局|步伐|巨大/y
const WORD_TO_SLIP =
  /(?:[数依根证单]据|[单岗学定地部席]位|[工家文道玩用]具|[定安宜民新旧移]居|[语词诗]句|[戏话加]剧|[同进初逐]步|[分发公颁宣]布|[保捍防护]卫|[专换上开]班|[一过大]半|[伙陪]伴|出版|[家法]庭|宫廷)$/

/** True where the character before `end` sounds like a kind of body and is part of no word of its own. */
export function soundsLikeKind(text: string, end: number): boolean {
  if (!KIND_SAID.has(text.charAt(end - 1))) return false
  WORD_OF_SLIP.lastIndex = end - 1
  return !WORD_OF_SLIP.test(text) && !WORD_TO_SLIP.test(text.slice(Math.max(0, end - 2), end))
}

/** `word` with its last character put right: 教育听 → 教育厅. */
export const rightKind = (word: string): string => word.slice(0, -1) + (KIND_SAID.get(word.slice(-1)) ?? word.slice(-1))

/** True where `typed` is `meant` but for one character, wrong in a way that people write it. */
function isSlip(typed: string, meant: string, forgivesAny: boolean): boolean {
  const wrong = [...meant].findIndex((character, i) => typed[i] !== character)
  if (wrong < 0 || typed.slice(wrong + 1) !== meant.slice(wrong + 1)) return false
  const [a, b] = [typed.charAt(wrong), meant.charAt(wrong)]
  return (forgivesAny && meant.length >= LONG_CORE) || soundAlike(a, b) || lookAlike(a, b)
}

/** The short form that was meant where one character of it only sounds right: 卫建 for 卫健 of 卫生健康. */
function isShortSlip(typed: string, name: string): boolean {
  return [...typed].some((character, i) =>
    [...name].some(
      right =>
        right !== character &&
        soundAlike(character, right) &&
        abbreviates(typed.slice(0, i) + right + typed.slice(i + 1), name) !== undefined,
    ),
  )
}

/** Finds the names that a wrongly written one can be. */
export interface Misspellings {
  /** With `forgivesAny` the wrong character of a long name may be any, otherwise it sounds or looks like the right one. */
  namesOf(typed: string, forgivesAny: boolean): readonly string[]
  shortFormsOf(typed: string): readonly string[]
}

const halves = (core: string): readonly [string, string] => {
  const middle = core.length >> 1
  return [core.slice(0, middle), core.slice(middle)]
}

/** A single wrong character leaves one half of the name right: names are filed under both halves, with kind and length. */
const files = (name: string): readonly [string, string] => {
  const kind = kindOf(name)
  const core = name.slice(0, name.length - kind.length)
  const [left, right] = halves(core)
  return [`${kind}${core.length}<${left}`, `${kind}${core.length}>${right}`]
}

export function createMisspellings(names: Iterable<string>): Misspellings {
  const byHalf = new Map<string, string[]>()
  const byHead = new Map<string, string[]>()
  const file = (table: Map<string, string[]>, key: string, name: string): void => {
    const group = table.get(key)
    if (group === undefined) table.set(key, [name])
    else group.push(name)
  }
  for (const name of names) {
    const kind = kindOf(name)
    if (kind === '' || name.length - kind.length < 2) continue
    for (const key of files(name)) file(byHalf, key, name)
    for (const syllable of syllablesOf(name.charAt(0))) file(byHead, kind + syllable, name)
  }
  const namesOf = (typed: string, forgivesAny: boolean): readonly string[] => {
    const cut = kindOf(typed).length
    const core = typed.slice(0, typed.length - cut)
    const near = files(typed).flatMap(key => byHalf.get(key) ?? [])
    return [...new Set(near)].filter(name => isSlip(core, name.slice(0, name.length - cut), forgivesAny))
  }
  const shortFormsOf = (typed: string): readonly string[] => {
    const kind = kindOf(typed)
    const core = typed.slice(0, typed.length - kind.length)
    const near = syllablesOf(typed.charAt(0)).flatMap(syllable => byHead.get(kind + syllable) ?? [])
    return near.filter(name => isShortSlip(core, name.slice(0, name.length - kind.length)))
  }
  return { namesOf, shortFormsOf }
}
