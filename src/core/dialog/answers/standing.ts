import type { Entry } from '../../progress/entry.ts'
import { entriesIn, type Progress, type State } from '../../progress/progress.ts'
import type { Ledger } from '../../search/ledger.ts'
import { type Answer, blank } from '../answer.ts'
import { describe } from '../describe.ts'
import { type Selection, select } from '../select.ts'
import type { Slots, StandingTerm } from '../slots.ts'
import { entryLine } from './entry-words.ts'
import { tally } from './performance.ts'
import { answerCount, answerTasks } from './tasks.ts'

interface Asked {
  readonly selection: Selection
  readonly progress: Progress
}

/** 进展怎么样: of few tasks everything, of many where each one stands and how many stand where. */
export function answerProgress(ledger: Ledger, slots: Slots, { selection, progress }: Asked): Answer {
  const answer = answerTasks(ledger, slots, selection)
  const isFew = answer.tasks.length <= FEW
  const counts = answer.tasks.length > 1 ? [`${tally(progress, answer.tasks)}。`] : []
  return {
    ...answer,
    kind: isFew ? 'fact' : 'tasks',
    view: isFew ? 'progress' : 'list',
    notes: [...answer.notes, ...counts],
  }
}

/** So many tasks are shown with all that is known of them. */
const FEW = 3

/** 没报进展的, 已完成的有几条: the tasks that stand so, with what one might take them for besides. */
export function answerStanding(ledger: Ledger, slots: Slots, { selection, progress }: Asked): Answer {
  const notes = standingNotes(ledger, slots, { selection, progress })
  const base = slots.ask === 'count' ? answerCount(ledger, slots, selection) : answerTasks(ledger, slots, selection)
  const answer = { ...base, notes: [...base.notes, ...notes] }
  const term = slots.standing.find(({ kind, except }) => kind === 'updated' && !except)
  return term?.kind === 'updated' ? newestFirst(ledger, progress, answer, term) : answer
}

/** None that stands so: a number is still an answer to 有几条. */
export function answerNoneStanding(ledger: Ledger, slots: Slots, { selection, progress }: Asked): Answer {
  const notes = standingNotes(ledger, slots, { selection, progress })
  const named = describe(ledger, slots, selection)
  const isCount = slots.ask === 'count' || slots.ask === 'group'
  return { ...blank(slots, isCount ? 'count' : 'none', isCount ? `${named}共0项` : `没有${named}。`), notes }
}

/** What stands next to 已办结, so that nobody takes one for the other. */
const BESIDE_DONE: readonly (readonly [State, string])[] = [
  ['submitted', '单位已报完成，待审核'],
  ['closed', '已销号'],
]

function standingNotes(ledger: Ledger, slots: Slots, { selection, progress }: Asked): readonly string[] {
  const asked = slots.standing.flatMap(term => (term.kind === 'state' && !term.except ? term.any : []))
  const beside = asked.includes('done') && !asked.includes('not-started') ? BESIDE_DONE : []
  const counts = beside.flatMap(([other, name]) => {
    const count = asked.includes(other) ? 0 : standingAs(ledger, slots, { progress, other })
    return count > 0 ? [`另有${count}项${name}。`] : []
  })
  const soon = asked.includes('due-soon') ? ['（临期：七天之内到期，还没有报完成的。）'] : []
  const late = asked.includes('overdue') && selection.tasks.length > 0 ? ['（逾期：期限已过，还没有报完成的。）'] : []
  return [...soon, ...late, ...counts]
}

/** How many of the tasks that could be done stand otherwise. */
function standingAs(
  ledger: Ledger,
  slots: Slots,
  { progress, other }: { readonly progress: Progress; readonly other: State },
) {
  const standing = slots.standing.map(term =>
    term.kind === 'state' && term.any.includes('done') ? { ...term, any: [other] } : term,
  )
  return select(ledger, { ...slots, standing }, progress).tasks.length
}

type Updated = Extract<StandingTerm, { kind: 'updated' }>

/** What was done last comes first, each task with the words of it. */
function newestFirst(ledger: Ledger, progress: Progress, answer: Answer, term: Updated): Answer {
  const last = (task: number): Entry | undefined => entriesIn(progress.standing(task), term.period, term).at(-1)
  const at = (task: number): string => last(task)?.at ?? ''
  const tasks = answer.tasks.toSorted((a, b) => Number(at(b) > at(a)) - Number(at(b) < at(a)) || a - b)
  const reasons = tasks.map(task => {
    const entry = last(task)
    return entry ? entryLine(ledger, progress, entry) : ''
  })
  return { ...answer, tasks, reasons, view: 'list' }
}
