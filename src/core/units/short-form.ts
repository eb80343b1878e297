/** What a body's name ends with and a short form keeps: 发改局 is never 发展改革委. */
const KIND = /(?:总局|分局|分中心|中心|分公司|公司|分行|银行|工委|管委会|法院|检察院|[厅局委办部署院会处行关队])$/u

/** The kind of body a folded name says it is, empty where it says none. */
export const kindOf = (name: string): string => KIND.exec(name)?.[0] ?? ''

/** A name without its kind: 教育 of 教育厅. */
export const coreOf = (name: string): string => name.slice(0, name.length - kindOf(name).length)

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

interface Scored {
  readonly name: string
  readonly score: number
}

/** Finds the names a short form can stand for. */
export interface ShortForms {
  /** Best first. */
  namesOf(short: string): readonly string[]
  /** Only those that no other is better than. */
  bestNamesOf(short: string): readonly string[]
}

export function createShortForms(names: Iterable<string>): ShortForms {
  const byHead = fileByHead(names)
  const scored = (short: string): readonly Scored[] => {
    const kind = kindOf(short)
    const core = short.slice(0, short.length - kind.length)
    const found: Scored[] = []
    for (const name of byHead.get(kind + short.charAt(0)) ?? []) {
      const score = abbreviates(core, name.slice(0, name.length - kind.length))
      if (score !== undefined) found.push({ name, score })
    }
    return found.sort((a, b) => b.score - a.score)
  }
  return {
    namesOf: short => scored(short).map(({ name }) => name),
    bestNamesOf: short => {
      const all = scored(short)
      return all.filter(({ score }) => score === all[0]?.score).map(({ name }) => name)
    },
  }
}

/** A short form has the kind and the first character of its name. */
function fileByHead(names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const byHead = new Map<string, string[]>()
  for (const name of names) {
    const kind = kindOf(name)
    if (kind === '' || name.length - kind.length <= LEAST_CORE) continue
    const head = kind + name.charAt(0)
    const group = byHead.get(head)
    if (group === undefined) byHead.set(head, [name])
    else group.push(name)
  }
  return byHead
}
