import { groupBy } from '../../search/group.ts'
import type { Ledger } from '../../search/ledger.ts'
import { intersect } from '../../search/task-set.ts'
import type { UnitRef } from '../../units/unit.ts'
import { type Answer, blank } from '../answer.ts'
import { describe, LEVEL_NAMES, placeName, ROLE_NAMES } from '../describe.ts'
import { placedEntries } from '../filters.ts'
import type { ReplyItem } from '../reply.ts'
import type { Selection } from '../select.ts'
import type { Grouping, Place, Slots } from '../slots.ts'
import { tasksInRole } from '../unit-tasks.ts'
import { showTask } from './show-task.ts'

/** Tasks counted out together. */
export interface Group {
  readonly name: string
  readonly tasks: readonly number[]
}

/** 各单位牵头多少项 · 牵头最多的三个单位 · 三个文件各有多少项: the tasks counted out. */
export function answerGroups(ledger: Ledger, slots: Slots, selection: Selection): Answer {
  const groups = groupsOf(ledger, slots, selection.ranked)
  const shown = slots.top === null ? groups : topGroups(groups, slots.top)
  const tasks = unique(shown.flatMap(group => group.tasks))
  return {
    ...blank(slots, 'count', summaryOf(describe(ledger, slots, selection), groups, slots)),
    total: tasks.length,
    tasks,
    lines: shown.map(groupLine),
  }
}

/** The tasks by unit, document, section or level, each in the ledger's order; by document where nothing is said. */
export const groupsOf = (ledger: Ledger, slots: Slots, tasks: readonly number[]): readonly Group[] =>
  GROUPS[slots.grouping ?? 'document'](ledger, slots, tasks)

function summaryOf(described: string, groups: readonly Group[], { grouping, role, top }: Slots): string {
  const noun = `${grouping === 'unit' ? ROLE_NAMES[role ?? 'any'] : ''}${NOUNS[grouping ?? 'document']}`
  const counted = unique(groups.flatMap(group => group.tasks)).length
  if (top === null) return `${described}按${noun}分，共${groups.length}个${NOUNS[grouping ?? 'document']}、${counted}项`
  return `${described}中，${noun}${top > 0 ? '项数最多' : '项数最少'}的是`
}

export const NOUNS: Readonly<Record<Grouping, string>> = {
  unit: '单位',
  document: '文件',
  section: '部分',
  level: '层级',
}

const GROUPS: Readonly<Record<Grouping, (ledger: Ledger, slots: Slots, tasks: readonly number[]) => readonly Group[]>> =
  {
    unit: byUnit,
    document: (ledger, _slots, tasks) => by(tasks, task => documentName(ledger, task)),
    section: bySection,
    level: (ledger, _slots, tasks) => by(tasks, task => LEVEL_NAMES[ledger.entryOf(task).document.level]),
  }

const documentName = (ledger: Ledger, task: number): string => {
  const { document } = ledger.entryOf(task)
  return document.number ?? document.title
}

const by = (tasks: readonly number[], nameOf: (task: number) => string): readonly Group[] =>
  [...groupBy(tasks, nameOf)].map(([name, members]) => ({ name, tasks: members }))

/** Sections of one document by title alone; of several, with the document's number. */
function bySection(ledger: Ledger, _slots: Slots, tasks: readonly number[]): readonly Group[] {
  const section = (task: number) => ledger.tasks[task]?.path[0] ?? '（无章节）'
  const several = new Set(tasks.map(ledger.entryOf)).size > 1
  return by(tasks, task => (several ? `${documentName(ledger, task)} ${section(task)}` : section(task)))
}

/** Units in the order of the ledger's first mention; the caller may rank them. */
function byUnit(ledger: Ledger, { role }: Slots, tasks: readonly number[]): readonly Group[] {
  const wanted = Uint32Array.from(tasks).sort()
  return ledger.units.units
    .map(unit => ({
      name: unit.region && isLocal(ledger) ? `${unit.name}（${unit.region}）` : unit.name,
      tasks: [...intersect(tasksInRole(ledger, unit, role ?? 'any'), wanted)],
    }))
    .filter(group => group.tasks.length > 0)
}

/** Names need their region once two places of one level are in the ledger. */
const isLocal = (ledger: Ledger): boolean => {
  const places = new Set(ledger.documents.map(({ document }) => `${document.level}/${document.region}`))
  return places.size > new Set(ledger.documents.map(({ document }) => document.level)).size
}

/** The first so many, and those level with the last of them. Negative: from the smallest. */
function topGroups(groups: readonly Group[], top: number): readonly Group[] {
  const sorted = [...groups].sort((a, b) =>
    top > 0 ? b.tasks.length - a.tasks.length : a.tasks.length - b.tasks.length,
  )
  const last = sorted[Math.abs(top) - 1]?.tasks.length
  return sorted.filter((group, i) => i < Math.abs(top) || group.tasks.length === last)
}

const groupLine = ({ name, tasks }: Group, place: number): ReplyItem => ({
  number: place + 1,
  title: `${name}：${tasks.length}项`,
  lines: [],
  taskId: null,
})

const unique = (tasks: readonly number[]): readonly number[] => [...new Set(tasks)]

/** 省里和县里…有什么不同 · 省教育厅和省科技厅谁多: each side with its count, then the tasks. */
export function answerComparison(ledger: Ledger, slots: Slots, selection: Selection): Answer {
  const groups = sides(ledger, slots, selection)
  const tasks = unique(groups.flatMap(group => group.tasks))
  return {
    ...blank(slots, 'count', `${subjectOf(ledger, slots, selection)}对比：${verdict(groups)}`),
    total: tasks.length,
    tasks,
    lines: groups.map(group => sideLine(ledger, slots, group)),
  }
}

/** What is compared: the sides themselves are named below. */
const subjectOf = (ledger: Ledger, slots: Slots, selection: Selection): string =>
  describe(ledger, { ...slots, units: [], places: [], documents: [] }, { ...selection, units: [] })

/** Who has more, in so many words. */
function verdict(groups: readonly Group[]): string {
  const counts = groups.map(group => group.tasks.length)
  const most = Math.max(...counts)
  if (counts.every(count => count === most)) return `一样多，各${most}项`
  const leading = groups.filter(group => group.tasks.length === most).map(({ name }) => name)
  return `${leading.join('、')}最多，${most}项`
}

function sides(ledger: Ledger, slots: Slots, selection: Selection): readonly Group[] {
  const units = selection.units.filter(unit => unit !== null)
  if (units.length > 1) return unitSides(ledger, slots, units, selection.ranked)
  const places = slots.places.filter(({ except }) => !except)
  if (places.length > 1) return placeSides(ledger, places, selection.ranked)
  return GROUPS.document(ledger, slots, selection.ranked)
}

function unitSides(
  ledger: Ledger,
  slots: Slots,
  units: readonly UnitRef[],
  tasks: readonly number[],
): readonly Group[] {
  const role = slots.role ?? 'any'
  const within = Uint32Array.from(tasks).sort()
  return units.map(unit => ({
    name: `${unit.name}${ROLE_NAMES[role]}`,
    tasks: [...intersect(tasksInRole(ledger, unit, role), within)],
  }))
}

function placeSides(ledger: Ledger, places: readonly Place[], tasks: readonly number[]): readonly Group[] {
  return places.map(place => {
    const documents = new Set(placedEntries(ledger, [place]))
    return { name: placeName(place), tasks: tasks.filter(task => documents.has(ledger.entryOf(task))) }
  })
}

/** Tasks shown under each side, and how many of them with their numbers. */
const SHOWN = 5
const WITH_TARGETS = 3

function sideLine(ledger: Ledger, slots: Slots, { name, tasks }: Group): ReplyItem {
  const targets = tasks.length <= WITH_TARGETS && slots.topic.length > 0
  const lines = tasks.slice(0, SHOWN).flatMap(task => {
    const { ordinal = '', title = '' } = ledger.tasks[task] ?? {}
    const numbers = targets ? showTask(ledger, task, { number: null, view: 'target', slots }).lines.slice(1) : []
    return [`· ${ordinal} ${title}`, ...numbers.map(line => `  ${line}`)]
  })
  const more = tasks.length > SHOWN ? [`……等${tasks.length}项`] : []
  return { number: null, title: `${name}：${tasks.length}项`, lines: [...lines, ...more], taskId: null }
}
