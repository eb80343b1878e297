import type { Level } from '../model.ts'
import type { Ledger } from '../search/ledger.ts'
import type { UnitRef } from '../units/unit.ts'
import type { Ask, Fact, OrdinalTerm, Place, Slots, UnitLogic, UnitTerm } from './slots.ts'

/** What is kept of a conversation between turns: plain data. */
export interface Conversation {
  /** What was said since the last question that stood by itself, and that question: saying it again leads here. */
  readonly turns: readonly string[]
  /** What the last answer was an answer to. */
  readonly slots: Slots
  /** Ids of the tasks or documents on the last list, which can be pointed at: 第3个. */
  readonly listed: readonly string[]
  readonly page: number
  /** The pages are as long as one message can hold: 全部. */
  readonly whole: boolean
  /** What was offered when the last answer asked back. */
  readonly choices: readonly Slots[]
}

/** Makes a full question of one that leans on the last: 那参与的呢, 第3个, 其中年底前的. */
export function inContext(said: Slots, last: Conversation | null, ledger: Ledger): Slots {
  if (!last) return said
  if (asksOfAll(said, last)) return said
  const led = chosen(said, last) ?? neighbour(said, last) ?? pointedAt(said, last) ?? askedOfDocument(said, last)
  if (led) return led
  if (said.follows === 'without' && said.units.length === 0) return without(last.slots, said)
  if (namesOnlyDocument(said))
    return last.slots.ordinals.length > 0 ? replaced(last.slots, said, ledger) : inDocument(said, last)
  if (said.follows === 'within' || said.follows === 'without') return within(last.slots, said)
  if (said.follows === null && isRefinement(said)) return within(inOtherState(last.slots, said), said)
  return said.follows === null && standsAlone(said)
    ? numberedIn(said, last, ledger)
    : replaced(last.slots, said, ledger)
}

/** 2, or the name of the second choice, after a question back. */
function chosen(said: Slots, { choices }: Conversation): Slots | null {
  const [ordinal] = said.ordinals
  const [unit] = said.units
  const alone = said.topic.length === 0 && said.documents.length === 0 && said.role === null
  if (!alone || choices.length === 0) return null
  if (unit) return choices.find(choice => choice.units.some(term => isOnly(term, unit))) ?? null
  return ordinal && ordinal.from === ordinal.to ? (choices[ordinal.from - 1] ?? null) : null
}

const isOnly = ({ candidates: [only, ...others] }: UnitTerm, { candidates }: UnitTerm): boolean =>
  only !== undefined && others.length === 0 && candidates.some(({ key }) => key === only.key)

/** A document and nothing else: 鲁政办字5号的, 12号文里的. */
const namesOnlyDocument = (said: Slots): boolean =>
  said.documents.length > 0 &&
  (said.ask === null || said.ask === 'list' || said.ask === 'count') &&
  [said.topic, said.units, said.ordinals, said.flags, said.standing].every(list => list.length === 0) &&
  said.due === null

/** After a list of tasks, those of the document; after anything else, the document itself. */
const inDocument = (said: Slots, { slots }: Conversation): Slots =>
  slots.units.length > 0 || slots.topic.length > 0 || slots.standing.length > 0 ? within(slots, said) : said

const FACT_ASKED: Partial<Readonly<Record<Ask, Fact>>> = { when: 'date', who: 'issuer' }

/** 什么时候, 谁 after a question about a document is about that document. */
function askedOfDocument(said: Slots, { slots }: Conversation): Slots | null {
  const fact = said.ask ? FACT_ASKED[said.ask] : undefined
  const bare = [said.topic, said.units, said.ordinals, said.documents].every(list => list.length === 0)
  return slots.ask === 'facts' && fact && bare ? { ...slots, facts: [fact] } : null
}

/** 第28条 after a list of one document's tasks is that document's, where it has such a number. */
function numberedIn(said: Slots, last: Conversation, ledger: Ledger): Slots {
  const elsewhere = said.documents.length > 0 || said.places.length > 0 || said.units.length > 0
  if ((said.ordinals.length === 0 && said.section === null) || elsewhere) return said
  const ids = new Set(last.listed.map(id => id.slice(0, id.lastIndexOf('#'))))
  const known = ledger.documents.filter(({ document }) => ids.has(document.id)).map(({ document }) => document.id)
  return known.length === 1 ? { ...said, documents: known } : said
}

/** 下一条 after 5号文第41条 is its 第42条. */
function neighbour(said: Slots, { slots }: Conversation): Slots | null {
  const step = said.ordinals.find(({ of }) => of === 'neighbour')
  const [from] = slots.ordinals
  if (!step || !from || from.path !== null) return null
  const number = from.from + step.from
  return { ...slots, ordinals: [{ ...from, from: number, to: number, text: String(number) }], ask: 'detail' }
}

/** The part of a list that a pointer means: 第3个, 前三项, 最后一个. */
export const sliceOf = <Item>(
  list: readonly Item[],
  { from, to }: Pick<OrdinalTerm, 'from' | 'to'>,
): readonly Item[] => (from < 0 ? list.slice(from).slice(0, to - from + 1) : list.slice(from - 1, to))

/** 第3个: the third of the last list, a task or a document. */
function pointedAt(said: Slots, { listed }: Conversation): Slots | null {
  const pointers = said.ordinals.filter(({ of }) => of === 'answer')
  const ids = pointers.flatMap(pointer => sliceOf(listed, pointer))
  if (ids.length === 0 || standsAlone({ ...said, ordinals: [] })) return null
  const isDocument = ids.every(id => !id.includes('#'))
  if (isDocument) return { ...said, ordinals: [], documents: ids, ask: 'facts' }
  return { ...said, ordinals: [], taskIds: ids, ask: said.ask === 'list' || said.ask === null ? 'detail' : said.ask }
}

/** 逾期的有哪些 after one task was shown is not about that task. */
const asksOfAll = (said: Slots, { slots, listed, choices }: Conversation): boolean =>
  said.follows === null &&
  said.standing.length > 0 &&
  said.ask !== 'progress' &&
  isRefinement(said) &&
  slots.ordinals.length + slots.taskIds.length > 0 &&
  (listed.length < 2 || choices.length > 0)

/** 已完成的有几条 after 逾期的有哪些 is not about those: only 其中 asks for tasks in both states. */
const inOtherState = (last: Slots, said: Slots): Slots => (said.standing.length > 0 ? { ...last, standing: [] } : last)

/** Only properties, with no noun of their own: 有期限的, 年底前的. */
const isRefinement = (said: Slots): boolean =>
  !standsAlone(said) &&
  (said.flags.length > 0 || said.standing.length > 0 || said.due !== null || said.quantity !== null) &&
  said.places.length === 0

/** Asks that need no tasks named. */
const WHOLE_ASKS: readonly Slots['ask'][] = ['documents', 'help', 'decline', 'mine', 'group', 'problems', 'solved']

/** Says by itself which tasks it is about. */
export function standsAlone(said: Slots): boolean {
  const named = [said.units, said.topic, said.documents, said.ordinals].some(list => list.length > 0)
  const counted = said.ask === 'progress' && said.grouping !== null
  const updated = said.standing.some(({ kind }) => kind === 'updated')
  return (
    named || said.unknownDocument !== null || WHOLE_ASKS.includes(said.ask) || counted || updated || filtersAll(said)
  )
}

/** 年底前要完成的任务有哪些 asks of all tasks; 年底前的有哪些 of those just listed. */
const filtersAll = ({ due, quantity, flags, standing, section, ask, namesTasks }: Slots): boolean =>
  ask === 'list' &&
  namesTasks === true &&
  (flags.length + standing.length > 0 || [due, quantity, section].some(slot => slot !== null))

/** Narrows the last answer: everything stays and something is added. */
function within(last: Slots, said: Slots): Slots {
  return {
    ...last,
    ...sayings(said),
    units: [...last.units, ...said.units.map(term => ({ ...term, role: term.role ?? said.role }))],
    unitLogic: said.units.length > 0 ? togetherLogic(said) : last.unitLogic,
    role: said.units.length > 0 ? last.role : (said.role ?? last.role),
    documents: said.documents.length > 0 ? said.documents : last.documents,
    places: [...last.places, ...said.places],
    flags: [...last.flags, ...said.flags],
    // 哪些没报, then 逾期的有哪些: another list; 其中逾期的 is a part of the last.
    standing: said.follows === null ? orLast(said.standing, last.standing) : [...last.standing, ...said.standing],
    topic: [...last.topic, ...said.topic],
    ask: said.ask ?? (last.ask === 'problems' || last.ask === 'solved' ? last.ask : 'list'),
    follows: null,
  }
}

/** 比省能源局多吗 sets two units side by side; otherwise both must have the task. */
const togetherLogic = ({ ask }: Slots): UnitLogic => (ask === 'compare' ? 'any' : 'all')

/** 不要6号文的, 除了第35条: the last answer without those. */
function without(last: Slots, said: Slots): Slots {
  const left = said.ordinals.length > 0 && said.documents.length === 0 ? { ...said, documents: last.documents } : said
  return { ...last, ask: 'list', without: [...last.without, { ...left, follows: null }] }
}

/** Slots of one value that the utterance sets. */
function sayings(said: Slots): Partial<Slots> {
  const single = ['section', 'due', 'year', 'quantity', 'grouping', 'top'] as const
  return Object.fromEntries(single.flatMap(name => (said[name] === null ? [] : [[name, said[name]]])))
}

/** Takes the last question with the parts that were said put in their place. */
function replaced(last: Slots, said: Slots, ledger: Ledger): Slots {
  if (said.ask === 'related') return { ...last, places: said.places, ask: 'related', follows: null }
  return {
    ...last,
    ...sayings(said),
    ...unitsReplaced(last, said, ledger),
    ...subjectReplaced(last, said),
    role: said.role ?? last.role,
    flags: orLast(said.flags, last.flags),
    standing: orLast(said.standing, last.standing),
    facts: said.facts,
    ask: said.ask ?? listAgain(last.ask),
    follows: null,
  }
}

const orLast = <Item>(said: readonly Item[], last: readonly Item[]): readonly Item[] => (said.length > 0 ? said : last)

/** 科技厅呢: other units. 市里的呢: the same unit of another place. A new topic keeps them. */
function unitsReplaced(last: Slots, said: Slots, ledger: Ledger): Pick<Slots, 'units' | 'unitLogic'> {
  if (said.units.length > 0) return { units: said.units, unitLogic: said.unitLogic }
  const keeps = said.topic.length > 0 && last.topic.length > 0
  return { units: keeps ? last.units : movedUnits(last.units, said.places, ledger), unitLogic: last.unitLogic }
}

/** Which tasks are spoken of: a new topic or number lets go of the old, another place of the document. */
function subjectReplaced(last: Slots, said: Slots): Partial<Slots> {
  const isNew = said.topic.length > 0 || said.ordinals.length > 0
  const elsewhere = said.places.length > 0
  return {
    topic: orLast(said.topic, last.topic),
    ordinals: isNew ? said.ordinals : last.ordinals,
    taskIds: isNew || elsewhere ? [] : last.taskIds,
    places: orLast(said.places, last.places),
    documents: said.documents.length > 0 || elsewhere ? said.documents : last.documents,
  }
}

/** After 谁牵头 or 原文, 科技厅呢 asks the same again; after a count too. */
const listAgain = (ask: Slots['ask']): Slots['ask'] =>
  ask === 'page' || ask === 'help' || ask === 'decline' ? 'list' : ask

/** 不是省的，是市里的: the unit of the same name at the level that was meant. */
function movedUnits(units: readonly UnitTerm[], places: readonly Place[], ledger: Ledger): readonly UnitTerm[] {
  const place = places.find(({ except }) => !except)
  if (!place) return units
  return units.map(term => {
    const there = ledger.units.units.filter(unit => isAt(unit, place, ledger))
    const same = there.filter(unit =>
      term.candidates.some(candidate => coreName(candidate.name) === coreName(unit.name)),
    )
    const like =
      same.length > 0 ? same : there.filter(unit => term.candidates.some(candidate => alike(candidate.name, unit.name)))
    return like.length > 0 ? { ...term, candidates: like, text: like[0]?.name ?? term.text } : term
  })
}

const isAt = (unit: UnitRef, { level, region }: Place, ledger: Ledger): boolean =>
  region === null ? unit.level === level : unit.region === region || unit.level === levelOf(region, ledger)

const levelOf = (region: string, ledger: Ledger): Level | null =>
  ledger.documents.find(({ document }) => document.region === region)?.document.level ?? null

/** 省教育厅, 市教育局 and 县教育局 → 教育 */
const coreName = (name: string): string => name.replace(/^(?:省|市|县|区)/u, '').replace(/(?:厅|局|委|办|办公室)$/u, '')

/** 教育 and 教育和体育: one begins with the other. */
function alike(a: string, b: string): boolean {
  const [left, right] = [coreName(a), coreName(b)]
  return left.length >= 2 && right.length >= 2 && (left.startsWith(right) || right.startsWith(left))
}
