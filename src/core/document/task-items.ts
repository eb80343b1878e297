import type { Annotation } from './annotation.ts'
import { type Duty, isAnnotated } from './duty.ts'
import type { Flow } from './flow.ts'
import { isClosing, isOpening } from './general.ts'
import { titleOf } from './headings.ts'

/** A duty that is a task, with the headings above it and the annotations that bind it. */
export interface TaskItem {
  readonly duty: Duty
  readonly above: readonly Duty[]
  /** Its own, or those of the heading it stands under. */
  readonly annotations: readonly Annotation[]
  readonly inherited: boolean
}

/** Something above or beside an item decides whether it is a task. */
interface Surroundings {
  readonly flow: Flow
  readonly above: readonly Duty[]
  readonly siblings: readonly Duty[]
  /** Whether anything in the document is annotated at all. */
  readonly annotated: boolean
}

/** Numbering that runs on from the section before (114 in section 十二) is the tasks' own. */
function runsOn(siblings: readonly Duty[]): boolean {
  const first = siblings[0]?.item.mark
  return first !== undefined && first.value !== 1 && first.kind !== 'han'
}

function isTask(duty: Duty, { flow, above, siblings, annotated }: Surroundings): boolean {
  if (isAnnotated(duty)) return true
  const titles = [...above, duty].map(one => titleOf(flow, one))
  if (titles.some(isOpening)) return false
  if (above.some(isAnnotated) || siblings.some(isAnnotated)) return true
  if (duty.item.mark.kind === 'part' || duty.item.mark.kind === 'subpart') return false
  if (runsOn(siblings)) return true
  return !annotated && !titles.some(isClosing)
}

/** The annotations of the nearest heading above that has any. */
function inheritedFrom(above: readonly Duty[]): readonly Annotation[] {
  return above.findLast(isAnnotated)?.annotations ?? []
}

function collect(duty: Duty, surroundings: Surroundings): TaskItem[] {
  const { above } = surroundings
  if (duty.children.length > 0) {
    const below = { ...surroundings, above: [...above, duty], siblings: duty.children }
    return duty.children.flatMap(child => collect(child, below))
  }
  if (!isTask(duty, surroundings)) return []
  const inherited = !isAnnotated(duty) && above.some(isAnnotated)
  const annotations = inherited ? [...duty.annotations, ...inheritedFrom(above)] : duty.annotations
  return [{ duty, above, annotations, inherited }]
}

function leaves(duty: Duty): readonly Duty[] {
  return duty.children.length === 0 ? [duty] : duty.children.flatMap(leaves)
}

/** One name in passing makes no custom: below this share a document counts as assigning nobody. */
const CUSTOM_SHARE = 0.1

/** Whether the document assigns its items, or at least the headings above them. */
function assigns(roots: readonly Duty[]): boolean {
  const all = roots.flatMap(leaves)
  const assigned = roots.flatMap(root => (isAnnotated(root) ? leaves(root) : leaves(root).filter(isAnnotated)))
  return assigned.length > all.length * CUSTOM_SHARE
}

/** 第X条 this often is a regulation: its articles bind, they assign no tasks, unless every other one names who does it. */
const REGULATION_ARTICLES = 5

export function isRegulation(roots: readonly Duty[]): boolean {
  const articles = roots.flatMap(withAllBelow).filter(duty => duty.item.mark.kind === 'article')
  return articles.length >= REGULATION_ARTICLES && articles.filter(isAnnotated).length * 2 < articles.length
}

function withAllBelow(duty: Duty): Duty[] {
  return [duty, ...duty.children.flatMap(withAllBelow)]
}

/** The main text and each attachment by itself: what one assigns says nothing about the others. */
function partsOf({ attachments }: Flow, roots: readonly Duty[]): Duty[][] {
  const bounds = [0, ...attachments, Number.POSITIVE_INFINITY]
  return bounds
    .slice(1)
    .map((end, i) => roots.filter(({ item }) => item.mark.start >= (bounds[i] ?? 0) && item.mark.start < end))
}

/** The tasks among the numbered parts of a text. */
export function taskItems(flow: Flow, roots: readonly Duty[]): TaskItem[] {
  const annotated = assigns(roots)
  return partsOf(flow, roots).flatMap(siblings =>
    siblings.flatMap(root => collect(root, { flow, above: [], siblings, annotated })),
  )
}
