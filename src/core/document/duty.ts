import { type Annotation, shifted } from './annotation.ts'
import { findAnnotations } from './find-annotations.ts'
import type { Flow } from './flow.ts'
import type { Item } from './outline.ts'

/** An item as far as it is one piece of work: its own words and those of the sub-points that only spell it out. */
export interface Duty {
  readonly item: Item
  /** Range of its words in the flow, after the ordinal. */
  readonly start: number
  readonly end: number
  readonly title: readonly [start: number, end: number]
  readonly bodyStart: number
  /** Offsets are into the flow. */
  readonly annotations: readonly Annotation[]
  readonly children: readonly Duty[]
}

/** Kinds of numbers that spell out an item rather than divide a section. */
const SUBPOINTS = new Set(['numParen', 'circled'])
/** A full stop, also a Latin one between Han characters. */
const STOP = /。|(?<=[一-龥”）])[.．](?=[一-龥“]|$)/
const DIVIDING = new Set(['han', 'part', 'subpart'])

function moved(annotation: Annotation, by: number): Annotation {
  const { start, end, said } = annotation
  return { ...annotation, start: start + by, end: end + by, said: shifted(said, by) }
}

/** （A负责）。: a full stop after an annotation that follows one belongs to the annotation. */
function withStop(annotation: Annotation, text: string): Annotation {
  const doubled = text[annotation.end] === '。' && /[。！？]/.test(text[annotation.start - 1] ?? '')
  return doubled ? { ...annotation, end: annotation.end + 1 } : annotation
}

function wordsOf(flow: Flow, start: number, end: number): Omit<Duty, 'item' | 'children'> {
  const text = flow.text.slice(start, end)
  const annotations = findAnnotations(text).map(annotation => withStop(annotation, text))
  const stops = [
    text.indexOf('\n'),
    text.search(STOP),
    annotations.find(annotation => !annotation.keepsWords)?.start ?? -1,
    text.length,
  ].filter(at => at >= 0)
  const titleEnd = Math.min(...stops)
  const bodyStart = titleEnd + (/[\n。.．]/.test(text[titleEnd] ?? '') ? 1 : 0)
  return {
    start,
    end,
    title: [start, start + text.slice(0, titleEnd).replace(/[：:；;，,]$/, '').length],
    bodyStart: start + bodyStart,
    annotations: annotations.map(annotation => moved(annotation, start)),
  }
}

/** Whether an annotation with names stands in a duty's own words. */
export function isAnnotated(duty: Duty): boolean {
  return duty.annotations.some(annotation => annotation.said.mentions.length > 0)
}

/** Sub-points （1）（2） that nobody is assigned singly are part of the item above them. */
function spellOut(parent: Item, children: readonly Duty[]): boolean {
  if (DIVIDING.has(parent.mark.kind)) return false
  const kinds = children.every(child => SUBPOINTS.has(child.item.mark.kind) && child.children.length === 0)
  return kinds && !children.slice(0, -1).some(isAnnotated) && (children.length > 1 || !children.some(isAnnotated))
}

/** The duties of an outline's items. */
export function readDuties(flow: Flow, items: readonly Item[]): Duty[] {
  const duties = items.filter(item => item.mark.kind !== 'box').map(item => readDuty(flow, item))
  const isAssignedWhole = duties.some(duty => duty.children.length === 0 && isAnnotated(duty))
  return duties.map(duty => (isAssignedWhole && endsInFields(flow, duty) ? undivided(flow, duty) : duty))
}

/** Where its neighbours are assigned as wholes, fields on lines of their own after its last sub-item assign all of it. */
function endsInFields(flow: Flow, { children, annotations }: Duty): boolean {
  const last = children.at(-1)
  if (last === undefined || annotations.length > 0 || children.some(child => child.children.length > 0)) return false
  const [field] = last.annotations
  const onOwnLine = field !== undefined && flow.text[field.start - 1] === '\n'
  return onOwnLine && children.length > 1 && children.findIndex(isAnnotated) === children.length - 1
}

function undivided(flow: Flow, { item, children }: Duty): Duty {
  const end = children.at(-1)?.end ?? item.end
  return { item, children: [], ...wordsOf(flow, item.mark.end, end) }
}

function readDuty(flow: Flow, item: Item): Duty {
  const children = readDuties(flow, item.children)
  const last = children.at(-1)
  if (last !== undefined && spellOut(item, children))
    return { item, children: [], ...wordsOf(flow, item.mark.end, last.end) }
  return { item, children, ...wordsOf(flow, item.mark.end, item.end) }
}
