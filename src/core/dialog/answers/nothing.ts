import type { Ledger } from '../../search/ledger.ts'
import { mostAlike } from '../../search/tolerant.ts'
import type { UnitRef } from '../../units/unit.ts'
import { type Answer, blank, type Choice } from '../answer.ts'
import { describe, ROLE_NAMES } from '../describe.ts'
import type { Selection } from '../select.ts'
import type { Role, Slots } from '../slots.ts'
import { tasksInRole } from '../unit-tasks.ts'

const MOST_CHOICES = 5

/** Several units fit the words: which one is meant. */
export function askWhichUnit(ledger: Ledger, slots: Slots, { unclear, tasks }: Selection): Answer {
  if (!unclear) throw new TypeError('nothing is unclear')
  const { term, choices } = unclear
  const role = term.role ?? slots.role ?? 'any'
  const offered: readonly Choice[] = choices.slice(0, MOST_CHOICES).map(unit => ({
    label: `${nameAmong(unit, choices)}（${ROLE_NAMES[role]}${tasksInRole(ledger, unit, role).length}项）`,
    say: nameAmong(unit, choices),
    slots: {
      ...slots,
      units: slots.units.map(other => (other === term ? { ...term, candidates: [unit], text: unit.name } : other)),
    },
  }))
  return {
    ...blank(slots, 'clarify', `“${term.text}”可以指${choices.length}个单位，请问是哪一个？`),
    total: choices.length,
    tasks: [...tasks],
    choices: offered,
  }
}

/** 市教育局 of two cities: with the city. */
const nameAmong = (unit: UnitRef, all: readonly UnitRef[]): string =>
  all.filter(({ name }) => name === unit.name).length > 1
    ? `${unit.region}${unit.name.replace(/^[省市县区]/u, '')}`
    : unit.name

/** 第27项 in two documents: which document is meant. */
export function askWhichDocument(ledger: Ledger, slots: Slots, { ranked }: Selection): Answer {
  const entries = [...new Set(ranked.map(task => ledger.entryOf(task)))]
  const offered: readonly Choice[] = entries.slice(0, MOST_CHOICES).map(({ document, start, end }) => {
    const first = ranked.find(task => task >= start && task < end) ?? start
    const title = ledger.tasks[first]?.title ?? ''
    return {
      label: `${document.number ?? document.title}：${title}`,
      say: document.number ?? document.title,
      slots: { ...slots, documents: [document.id] },
    }
  })
  return {
    ...blank(slots, 'clarify', `${entries.length}个文件都有这一项，请问是哪一个？`),
    total: ranked.length,
    tasks: ranked,
    choices: offered,
  }
}

/** Nothing in the documents: one sentence that says what was looked for, and at most three questions that have an answer. */
export function answerNothing(ledger: Ledger, slots: Slots, selection: Selection): Answer {
  const why = REASONS[selection.emptiedBy ?? 'topic'](ledger, slots, selection)
  return { ...blank(slots, 'none', why.text), suggestions: why.suggestions.slice(0, 3) }
}

interface Why {
  readonly text: string
  readonly suggestions: readonly string[]
}

const plainWhy = (ledger: Ledger, slots: Slots, selection: Selection): Why => ({
  text: `文件中没有${describe(ledger, slots, selection)}。`,
  suggestions: [],
})

const REASONS: Readonly<
  Record<NonNullable<Selection['emptiedBy']>, (ledger: Ledger, slots: Slots, selection: Selection) => Why>
> = {
  unit: noUnitTasks,
  topic: noTopicTasks,
  document: plainWhy,
  ordinal: plainWhy,
  due: plainWhy,
  quantity: plainWhy,
  flag: plainWhy,
  section: plainWhy,
  place: plainWhy,
  standing: (ledger, slots, selection) => ({ text: `没有${describe(ledger, slots, selection)}。`, suggestions: [] }),
}

function noUnitTasks(ledger: Ledger, slots: Slots, selection: Selection): Why {
  const unknown = slots.units.find(({ candidates }) => candidates.length === 0)
  if (unknown) {
    return {
      text: `现有${ledger.documents.length}个文件的任务里没有“${unknown.text}”。`,
      suggestions: unknown.similar.map(unit => `${unit.name}${roleQuestion(slots.role)}`),
    }
  }
  const others = selection.units.flatMap(unit => (unit ? otherRoles(ledger, unit) : []))
  const neverLeads =
    selection.units.length === 1 && selection.units.every(unit => unit && ledger.tasksOf(unit.key, 'lead').length === 0)
  const lead = slots.role === 'lead' && neverLeads && others.length > 0 ? '文件没有写明由它牵头的，不作推定。' : ''
  return { text: `文件中没有${describe(ledger, slots, selection)}。${lead}`, suggestions: others }
}

const roleQuestion = (role: Role | null): string =>
  role === 'any' || role === null ? '有哪些任务' : `${ROLE_NAMES[role]}哪些任务`

/** The roles a unit does have, as questions; who leads is in charge anyway. */
function otherRoles(ledger: Ledger, unit: UnitRef): readonly string[] {
  const has = (role: Role) => tasksInRole(ledger, unit, role).length > 0
  const roles = (['lead', 'support', 'charge'] as const).filter(
    role => has(role) && !(role === 'charge' && has('lead')),
  )
  return roles.map(role => `${unit.name}${ROLE_NAMES[role]}哪些任务`)
}

function noTopicTasks(ledger: Ledger, slots: Slots, { units }: Selection): Why {
  const topic = slots.topic.join(' ')
  const [unit] = units
  const whose = unit ? `${unit.name}的任务` : '文件'
  const suggestions = unit ? otherRoles(ledger, unit) : likeTitles(ledger, topic)
  return { text: `${whose}里没有提到“${topic}”。`, suggestions }
}

/** Titles compared with the words typed: those that share most with them. */
const COMPARED = 24

function likeTitles(ledger: Ledger, topic: string): readonly string[] {
  const near = ledger.index.rank(topic, { limit: COMPARED }).map(({ task }) => ledger.tasks[task]?.title ?? '')
  return mostAlike(topic, near).map(({ number }) => near[number] ?? '')
}
