/** What a body's name ends with and a short form keeps: 发改局 is never 发展改革委. */
const KIND =
  /(?:总局|分局|分中心|中心|分公司|公司|分行|银行|工委|管委会|法院|检察院|[厅局委办部署院会处行关队]|(?<=开发|经开|高新)区)$/

/** No kind is longer than 分公司, and 区 must be seen with 开发 in front. */
const KIND_REACH = 3

/** The kind of body a folded name says it is, empty where it says none. */
export const kindOf = (name: string): string => KIND.exec(name.slice(-KIND_REACH))?.[0] ?? ''

/** A name without its kind: 教育 of 教育厅. */
export const coreOf = (name: string): string => name.slice(0, name.length - kindOf(name).length)

/** A short form keeps the first character of the name and one more, besides the kind. */
const LEAST_CORE = 2

/** What many bodies do: 管理局 is short for none of them. */
const COMMON_CORE =
  /^(?:监督|管理|监管|服务|发展|建设|保障|事务|改革|规划|促进|行政|技术|资源|信息|综合|执法|专卖|社会|工作)+$/u

/** 教工委 is the one kind of body that a single character is left of. */
const leastCore = (kind: string): number => (kind === '工委' ? 1 : LEAST_CORE)

/**
 * How well `short` abbreviates `name`, both without kind: undefined where it does not. Its characters stand in the name
 * in order, the first at the beginning. One that begins a word counts more than one inside, and nearly all words of
 * these names have two characters: 人社 → 人力资源社会保障.
 */
export function abbreviates(short: string, name: string, least = LEAST_CORE): number | undefined {
  if (short.length < least || short.length >= name.length || short[0] !== name[0]) return undefined
  let at = 0
  let score = 0
  for (const character of short) {
    at = name.indexOf(character, at) + 1
    if (at === 0) return undefined
    if (at % 2 === 1) score++
  }
  return score / short.length
}

interface Scored {
  readonly name: string
  readonly score: number
}

const bestFirst = (found: readonly Scored[]): readonly Scored[] => found.toSorted((a, b) => b.score - a.score)

const namesIn = (found: readonly Scored[]): readonly string[] => found.map(({ name }) => name)

const bestOf = (found: readonly Scored[]): readonly Scored[] => found.filter(({ score }) => score === found[0]?.score)

/** Finds the names a short form can stand for. */
export interface ShortForms {
  /** Best first. */
  namesOf(short: string): readonly string[]
  /** Only those that no other is better than. */
  bestNamesOf(short: string): readonly string[]
}

export function createShortForms(names: Iterable<string>): ShortForms {
  const byHead = fileBy(names, (name, kind) => (name.length - kind.length > leastCore(kind) ? [name.charAt(0)] : []))
  const scored = (short: string): readonly Scored[] => {
    const kind = kindOf(short)
    const core = short.slice(0, short.length - kind.length)
    const found = (byHead.get(kind + short.charAt(0)) ?? []).flatMap((name): Scored[] => {
      const score = abbreviates(core, name.slice(0, name.length - kind.length), leastCore(kind))
      return score === undefined ? [] : [{ name, score }]
    })
    return bestFirst(found)
  }
  return { namesOf: short => namesIn(scored(short)), bestNamesOf: short => namesIn(bestOf(scored(short))) }
}

/** Finds the names whose first words a short form leaves out: 省金融局 for 省地方金融监管局, 县河务局 for 县黄河河务局. */
export function createTails(names: Iterable<string>): (short: string) => readonly string[] {
  const byWord = fileBy(names, (name, kind) => wordStarts(name, kind).map(at => name.charAt(at)))
  return short => {
    const kind = kindOf(short)
    const core = short.slice(0, short.length - kind.length)
    if (core.length < LEAST_CORE || COMMON_CORE.test(core)) return []
    const found = (byWord.get(kind + short.charAt(0)) ?? []).flatMap((name): Scored[] => {
      const tails = wordStarts(name, kind).map(at => name.slice(at, name.length - kind.length))
      const scores = tails.map(tail => (tail === core ? 1 : (abbreviates(core, tail) ?? 0)))
      const score = Math.max(...scores)
      return score > 0 ? [{ name, score }] : []
    })
    return [...new Set(namesIn(bestOf(bestFirst(found))))]
  }
}

/** Where the words of a name after the first begin: nearly all have two characters. */
const wordStarts = (name: string, kind: string): readonly number[] =>
  Array.from({ length: Math.max(0, (name.length - kind.length - LEAST_CORE) >> 1) }, (_, i) => (i + 1) * 2)

/** Names by kind and any of some characters: a short form keeps both. */
function fileBy(
  names: Iterable<string>,
  charactersOf: (name: string, kind: string) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const name of names) {
    const kind = kindOf(name)
    if (kind === '') continue
    for (const character of charactersOf(name, kind)) {
      const group = groups.get(kind + character)
      if (group === undefined) groups.set(kind + character, [name])
      else group.push(name)
    }
  }
  return groups
}
