/** What a body's name ends with and a short form keeps: 发改局 is never 发展改革委. */
const KIND = /(?:总局|分局|分中心|中心|分公司|公司|分行|银行|工委|管委会|法院|检察院|[厅局委办部署院会处行关队])$/u

/** The kind of body a folded name says it is, empty where it says none. */
export const kindOf = (name: string): string => KIND.exec(name)?.[0] ?? ''

/** A short form keeps the first character of the name and one more, besides the kind. */
const LEAST_CORE = 2

/**
 * How well `short` abbreviates `name`, both without kind: undefined where it does not. Its characters stand in the name
 * in order, the first at the beginning. One that begins a word counts more than one inside, and nearly all words of
 * these names have two characters: 人社 → 人力资源社会保障.
 */
export function abbreviates(short: string, name: string): number | undefined {
  if (short.length < LEAST_CORE || short.length >= name.length || short[0] !== name[0]) return undefined
  let at = 0
  let score = 0
  for (const character of short) {
    at = name.indexOf(character, at) + 1
    if (at === 0) return undefined
    if (at % 2 === 1) score++
  }
  return score / short.length
}

/** Finds the names a short form can stand for, best first. */
export interface ShortForms {
  namesOf(short: string): readonly string[]
}

export function createShortForms(names: Iterable<string>): ShortForms {
  const byHead = new Map<string, string[]>()
  for (const name of names) {
    const kind = kindOf(name)
    if (kind === '' || name.length - kind.length <= LEAST_CORE) continue
    const head = kind + name.charAt(0)
    const group = byHead.get(head)
    if (group === undefined) byHead.set(head, [name])
    else group.push(name)
  }
  const namesOf = (short: string): readonly string[] => {
    const kind = kindOf(short)
    const core = short.slice(0, short.length - kind.length)
    return (byHead.get(kind + short.charAt(0)) ?? [])
      .map(name => ({ name, score: abbreviates(core, name.slice(0, name.length - kind.length)) ?? -1 }))
      .filter(({ score }) => score >= 0)
      .sort((a, b) => b.score - a.score)
      .map(({ name }) => name)
  }
  return { namesOf }
}
