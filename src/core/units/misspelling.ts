import { soundAlike, syllablesOf } from '../text/pinyin.ts'
import { abbreviates, coreOf, kindOf } from './short-form.ts'

/** Characters taken for one another by eye, as in scans: 已 for 己. One group a word. */
const LOOK_ALIKE =
  '己已巳 未末 土士 人入八 大太犬 财材 技枝 育肓 住往佳 利刹 水永冰 环坏 科料 工土 农衣 审宙 务备 退腿 民氏 司同 法去 体休 自白 委季 展屉 革草 运远 厅斤'.split(
    ' ',
  )

const lookAlike = (one: string, other: string): boolean =>
  LOOK_ALIKE.some(group => group.includes(one) && group.includes(other))

/** From this length of core on, any one wrong character is forgiven: two of three are right, and the kind is. */
const LONG_CORE = 3

/** What people type for the last character of a body because it sounds so; 不 and 为 are too common to be slips. */
const SAID_LIKE: Readonly<Record<string, string>> = {
  厅: '听庭停廷挺亭汀艇',
  局: '居剧句据具桔菊聚巨拘',
  委: '伟尾卫味位伪萎未围维微唯',
  办: '班半伴版扮',
  部: '步布簿埠',
  会: '汇回惠慧',
  联: '连廉莲怜',
  司: '斯丝私思',
  院: '员苑',
  心: '新欣',
  关: '官',
  队: '对',
}
const KIND_SAID = new Map(Object.entries(SAID_LIKE).flatMap(([kind, slips]) => [...slips].map(slip => [slip, kind])))

/** Words that such a character begins or ends: 教育|具有, 大|数据. */
const WORD_OF_SLIP =
  /居民|居住|具有|具备|具体|聚焦|聚集|据此|位于|位置|卫生|停止|版本|半年|班子|布局|步伐|巨大|未来|未能|未经|围绕|维护|维持|微[小型观]|唯一|回[应复]|汇[报总集]|连续|连接|思想|官方|员工|对[于接口]/y
const WORD_TO_SLIP =
  /(?:[数依根证单]据|[单岗学定地部席]位|[工家文道玩用]具|(?:[定宜民新旧移]|(?<!公)安)居|[语词诗]句|[戏话加]剧|[同进初逐]步|[分发公颁宣]布|[保捍防护]卫|[专换上开]班|[一过大]半|[伙陪]伴|出版|[家法]庭|宫廷|[尚从并]未|[周范包外氛突]围|[思运]维|细微|[人成委官]员|[创更革]新|[针应]对)$/

/** True where the character before `end` sounds like a kind of body and is part of no word of its own. */
export function soundsLikeKind(text: string, end: number): boolean {
  if (!KIND_SAID.has(text.charAt(end - 1))) return false
  WORD_OF_SLIP.lastIndex = end - 1
  return !WORD_OF_SLIP.test(text) && !WORD_TO_SLIP.test(text.slice(Math.max(0, end - 3), end))
}

/** `word` with its last character put right: 教育听 → 教育厅. */
export const rightKind = (word: string): string => word.slice(0, -1) + (KIND_SAID.get(word.slice(-1)) ?? word.slice(-1))

/** Sounds that many speakers do not tell apart: zh and z, ing and in. */
const blurred = (syllable: string): string => syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n')

function soundNearly(one: string, other: string): boolean {
  const sounds = syllablesOf(other).map(blurred)
  return syllablesOf(one).some(syllable => sounds.includes(blurred(syllable)))
}

const firstDifference = (one: string, other: string): number =>
  [...other].findIndex((character, i) => one[i] !== character)

/** Length of a name without what says its kind, in 工商联 the last character. */
const coreLength = (name: string): number => Math.min(coreOf(name).length, name.length - 1)

/** True where `typed` is `meant` but for one character, wrong in a way that people write it; the kind stays. */
function isSlip(typed: string, meant: string, forgivesAny: boolean): boolean {
  const wrong = firstDifference(typed, meant)
  if (wrong < 0 || typed.slice(wrong + 1) !== meant.slice(wrong + 1)) return false
  const core = coreLength(meant)
  const [a, b] = [typed.charAt(wrong), meant.charAt(wrong)]
  return (forgivesAny && core >= LONG_CORE && wrong < core) || soundNearly(a, b) || lookAlike(a, b)
}

/** True where `typed` is `meant` less one character of a name long enough to be known without it; the kind stays. */
function isLacking(typed: string, meant: string): boolean {
  const lost = firstDifference(typed, meant)
  if (coreLength(meant) < LONG_CORE || lost >= coreLength(meant)) return false
  return typed.slice(lost) === meant.slice(lost + 1)
}

/** The words that `typed` becomes without one of two equal neighbours: 教育育厅 was 教育厅. */
export const undoubled = (typed: string): readonly string[] =>
  [...typed].flatMap((character, i) =>
    i > 0 && character === typed[i - 1] ? [typed.slice(0, i) + typed.slice(i + 1)] : [],
  )

/** The words that `typed` becomes when two neighbours change places: 育教厅 was 教育厅. */
export const unswapped = (typed: string): readonly string[] =>
  [...typed]
    .slice(1)
    .map((character, i) => typed.slice(0, i) + character + typed.charAt(i) + typed.slice(i + 2))
    .filter(word => word !== typed)

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
  /** Names of which one character is left out. */
  lackingOf(typed: string): readonly string[]
  shortFormsOf(typed: string): readonly string[]
}

/** A single wrong character leaves one half of the name right: names are filed under both halves, with their length. */
const leftHalf = (length: number, typed: string): string => `${length}<${typed.slice(0, length >> 1)}`
const rightHalf = (length: number, typed: string): string => `${length}>${typed.slice(-(length - (length >> 1)))}`
const halves = (length: number, typed: string): readonly string[] => [leftHalf(length, typed), rightHalf(length, typed)]

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
    if (name.length - kind.length < 2) continue
    for (const key of halves(name.length, name)) file(byHalf, key, name)
    if (kind !== '') for (const syllable of syllablesOf(name.charAt(0))) file(byHead, kind + syllable, name)
  }
  const near = (length: number, typed: string): readonly string[] => [
    ...new Set(halves(length, typed).flatMap(key => byHalf.get(key) ?? [])),
  ]
  const shortFormsOf = (typed: string): readonly string[] => {
    const kind = kindOf(typed)
    const core = typed.slice(0, typed.length - kind.length)
    const alike = syllablesOf(typed.charAt(0)).flatMap(syllable => byHead.get(kind + syllable) ?? [])
    return alike.filter(name => isShortSlip(core, name.slice(0, name.length - kind.length)))
  }
  return {
    namesOf: (typed, forgivesAny) => near(typed.length, typed).filter(name => isSlip(typed, name, forgivesAny)),
    lackingOf: typed => near(typed.length + 1, typed).filter(name => isLacking(typed, name)),
    shortFormsOf,
  }
}
