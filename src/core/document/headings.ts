import type { Section } from '../model.ts'
import { spanOf } from '../text/source.ts'
import type { Duty } from './duty.ts'
import type { Flow } from './flow.ts'
import type { OrdinalMark } from './ordinal.ts'
import type { OrdinalPath } from './task-id.ts'

/** A numbered part that is no task. */
export interface Heading {
  readonly section: Section
  readonly numbers: OrdinalPath
}

const AFTER_ORDINAL: Partial<Readonly<Record<OrdinalMark['kind'], string>>> = {
  part: ' ',
  subpart: ' ',
  han: '、',
  num: '.',
  comma: '、',
  label: '：',
  decimal: ' ',
  chapter: ' ',
}

export function titleOf(flow: Flow, duty: Duty): string {
  return flow.text.slice(duty.title[0], duty.title[1])
}

/** A heading as people cite it: 三、坚定不移扩大内需. */
export function headingText(flow: Flow, duty: Duty): string {
  const { label, kind } = duty.item.mark
  const title = titleOf(flow, duty)
  return title === '' ? label : label + (AFTER_ORDINAL[kind] ?? '') + title
}

/** The headings a place stands under: the last numbered part before it, and those above that, outermost first. */
export function headingsAt(flow: Flow, duties: readonly Duty[], at: number): Duty[] {
  const attachment = flow.attachments.findLast(start => start <= at) ?? 0
  const last = duties.findLast(({ item }) => item.mark.start < at && item.mark.start >= attachment)
  if (last === undefined || !canHead(flow, last)) return []
  return [last, ...headingsAt(flow, last.children, at)]
}

/** A piece of work (加强宣传。开展活动。（县委宣传部负责）) that happens to stand before a table is no heading of it. */
function canHead(flow: Flow, { annotations, children, start, end }: Duty): boolean {
  return children.length > 0 || (annotations.length === 0 && !/。./.test(flow.text.slice(start, end)))
}

/** Every numbered part that is no task, in order. */
export function findHeadings(
  flow: Flow,
  duties: readonly Duty[],
  { tasks, above = [] }: { tasks: ReadonlySet<Duty>; above?: readonly Duty[] },
): Heading[] {
  return duties.flatMap(duty => {
    if (tasks.has(duty)) return []
    const section = {
      ordinal: duty.item.mark.label,
      title: titleOf(flow, duty),
      path: above.map(one => headingText(flow, one)),
      span: spanOf(flow, duty.item.mark.start, duty.title[1]),
    }
    const numbers = [...above, duty].map(one => one.item.mark)
    return [{ section, numbers }, ...findHeadings(flow, duty.children, { tasks, above: [...above, duty] })]
  })
}
