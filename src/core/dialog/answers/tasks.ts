import type { Ledger } from '../../search/ledger.ts'
import { intersect } from '../../search/task-set.ts'
import type { Answer, View } from '../answer.ts'
import { blank } from '../answer.ts'
import { describe, OVERDUE, ROLE_NAMES } from '../describe.ts'
import { sliceOf } from '../follow-up.ts'
import type { Selection } from '../select.ts'
import type { Ask, Slots } from '../slots.ts'
import { tasksInRole } from '../unit-tasks.ts'
import { readingNotes } from './units-of.ts'

/** What a question wants to know of its tasks, and how they are then shown. */
const VIEW_OF: Partial<Readonly<Record<Ask, View>>> = {
  who: 'who',
  target: 'target',
  when: 'when',
  detail: 'detail',
  original: 'original',
}

/** The complete list of the tasks that fit, or what was asked of them. */
export function answerTasks(ledger: Ledger, slots: Slots, selection: Selection): Answer {
  const tasks = sliced(slots, preferred(ledger, slots, selection))
  const view = viewOf(slots, tasks.length)
  return {
    ...blank(slots, isFact(slots, tasks.length) ? 'fact' : 'tasks', summaryOf(ledger, slots, selection, tasks.length)),
    tasks,
    total: tasks.length,
    view,
    notes: notesOf(ledger, slots, selection),
  }
}

const isFact = ({ ask }: Slots, total: number): boolean =>
  (ask === 'who' || ask === 'target' || ask === 'when') && total > 0

/** 省教育厅牵头的前三项 */
function sliced({ ordinals }: Slots, tasks: readonly number[]): readonly number[] {
  const pointers = ordinals.filter(({ of }) => of === 'answer')
  return pointers.length > 0 ? pointers.flatMap(pointer => sliceOf(tasks, pointer)) : tasks
}

/** A single task found by number or topic is shown in full; 原文 and 谁 show what they say. */
function viewOf({ ask, ordinals, taskIds, units }: Slots, total: number): View {
  const wanted = ask ? VIEW_OF[ask] : undefined
  if (wanted === 'detail' && total > 3 && ordinals.length === 0 && taskIds.length === 0) return 'list'
  if (wanted) return wanted
  return total === 1 && units.length === 0 ? 'detail' : 'list'
}

/** So many tasks on one topic are a list, whatever was asked of them. */
const FEW = 300

/** 目标多少 is answered by the tasks whose numbers speak of the topic, where there are such. */
function preferred(
  ledger: Ledger,
  { ask, topic, quantity }: Slots,
  { ranked, topic: match }: Selection,
): readonly number[] {
  if (topic.length === 0 || ranked.length > FEW || quantity || (ask !== 'target' && ask !== 'when')) return ranked
  const words = match?.words ?? topic
  const speaks = (task: number) => {
    const { targets = [], deadlines = [] } = ledger.tasks[task] ?? {}
    const texts = ask === 'target' ? targets.map(({ text }) => text) : deadlines.map(({ clause }) => clause)
    return texts.some(text => words.every(word => text.includes(word)))
  }
  const speaking = ranked.filter(speaks)
  return speaking.length > 0 ? speaking : ranked
}

/** A task that was pointed at needs no summary but its own title. */
function summaryOf(ledger: Ledger, slots: Slots, selection: Selection, total: number): string {
  if (total > 1) return `${describe(ledger, slots, selection)}共${total}项`
  const pointed = slots.ordinals.length > 0 || slots.taskIds.length > 0
  return pointed ? '' : `${describe(ledger, slots, selection)}共1项`
}

function notesOf(ledger: Ledger, slots: Slots, selection: Selection): readonly string[] {
  return [
    ...readingNotes(
      slots,
      selection.units.map(unit => unit?.name ?? null),
    ),
    ...(selection.topic?.correctedTo ? [`（按“${selection.topic.correctedTo}”理解）`] : []),
    ...(selection.topic?.missing
      ? [`文件没有“${selection.topic.missing}”的字样，以下是提到“${selection.topic.words.join(' ')}”的。`]
      : []),
    ...(slots.due && OVERDUE.test(slots.due.text) ? ['（是否已经完成，文件里没有写。）'] : []),
    ...(selection.otherYears ? [`（${slots.due?.text ?? ''}：按文件所写的年份列出）`] : []),
    ...roleCounts(ledger, slots, selection),
  ]
}

/** No role was said: how many in each. 其中牵头11项、参与5项 */
function roleCounts(ledger: Ledger, slots: Slots, { units, tasks }: Selection): readonly string[] {
  const [unit, ...others] = units
  const [term] = slots.units
  if (!unit || !term || others.length > 0 || ![null, 'any'].includes(term.role ?? slots.role)) return []
  const parts = (['lead', 'support'] as const).map(role => ({
    role,
    count: intersect(tasksInRole(ledger, unit, role), tasks).length,
  }))
  const responsible = intersect(ledger.tasksOf(unit.key, 'responsible'), tasks).length
  const named = parts.filter(({ count }) => count > 0).map(({ role, count }) => `${ROLE_NAMES[role]}${count}项`)
  const all = responsible > 0 ? [...named, `负责（未写明牵头）${responsible}项`] : named
  const [only] = all
  if (all.length !== 1) return all.length > 1 ? [`其中${all.join('、')}。`] : []
  return tasks.length > 1 ? [`都是${only?.replace(/\d+项$/u, '') ?? ''}。`] : []
}

/** Only the number, with the tasks behind it. */
export function answerCount(ledger: Ledger, slots: Slots, selection: Selection): Answer {
  const answer = answerTasks(ledger, { ...slots, ask: 'list' }, selection)
  return {
    ...answer,
    slots,
    kind: 'count',
    view: 'list',
    summary: `${describe(ledger, slots, selection)}共${answer.total}项`,
  }
}
