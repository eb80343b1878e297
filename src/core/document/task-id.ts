import type { OrdinalMark } from './ordinal.ts'

/** The numbers that lead to a task, outermost first, its own last. */
export type OrdinalPath = readonly Pick<OrdinalMark, 'kind' | 'label'>[]

function leaf(path: OrdinalPath): string {
  return path.at(-1)?.label ?? ''
}

function whole(path: OrdinalPath): string {
  return path.map(step => step.label).join('')
}

function withoutParts(path: OrdinalPath): string {
  return whole(path.filter((step, i) => (step.kind !== 'part' && step.kind !== 'subpart') || i === path.length - 1))
}

function allDiffer(ordinals: readonly string[], others: readonly string[]): boolean {
  return new Set([...ordinals, ...others]).size === ordinals.length + new Set(others).size
}

/** Second and later uses of an ordinal get a mark of their own, so that every task can be named. */
function numbered(ordinals: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return ordinals.map(ordinal => {
    const uses = (seen.get(ordinal) ?? 0) + 1
    seen.set(ordinal, uses)
    return uses === 1 ? ordinal : `${ordinal}〔${uses}〕`
  })
}

/**
 * The ordinal of each task, as short as is unique in the document, in one form for all: 27; or where numbering restarts, 二（一）1.
 * @param others the paths of headings and other numbered parts that are no tasks
 */
export function shortestOrdinals(paths: readonly OrdinalPath[], others: readonly OrdinalPath[] = []): string[] {
  for (const form of [leaf, withoutParts, whole]) {
    const ordinals = paths.map(form)
    if (allDiffer(ordinals, others.map(form))) return ordinals
  }
  return numbered(paths.map(mostTelling(paths)))
}

/** The form under which the fewest tasks still share an ordinal, the shorter one where it makes no difference. */
function mostTelling(paths: readonly OrdinalPath[]): (path: OrdinalPath) => string {
  const kinds = [leaf, withoutParts, whole]
  const different = kinds.map(form => new Set(paths.map(form)).size)
  return kinds[different.indexOf(Math.max(...different))] ?? whole
}
