import type { Progress } from '../progress/progress.ts'
import type { Ledger } from '../search/ledger.ts'
import { type Answer, blank } from './answer.ts'
import { withActions } from './answers/actions.ts'
import { answerDocuments, answerFacts } from './answers/documents.ts'
import { answerComparison, answerGroups } from './answers/groups.ts'
import { answerHelp } from './answers/help.ts'
import { answerHistory } from './answers/history.ts'
import { answerNothing, askWhichDocument, askWhichUnit } from './answers/nothing.ts'
import { answerPerformance } from './answers/performance.ts'
import { answerProblems } from './answers/problems.ts'
import { answerRelated } from './answers/related.ts'
import { answerNoneStanding, answerProgress, answerStanding } from './answers/standing.ts'
import { answerCount, answerTasks } from './answers/tasks.ts'
import type { Asker } from './reading.ts'
import { type Selection, select } from './select.ts'
import type { Slots } from './slots.ts'

/** What an answer rests on besides the ledger. */
export interface Situation {
  readonly progress: Progress | null
  readonly speaker: Asker | null
}

/** Answers what a question asks, with what can be done about it. */
export const answerTo = (ledger: Ledger, slots: Slots, situation: Situation): Answer =>
  withActions(ledger, plainAnswer(ledger, slots, situation), situation)

function plainAnswer(ledger: Ledger, slots: Slots, situation: Situation): Answer {
  if (slots.unknownDocument) return blank(slots, 'none', `台账里没有文件“${slots.unknownDocument}”。`)
  if (slots.ask === 'documents') return answerDocuments(ledger, slots)
  if (isAboutDocument(slots)) return answerFacts(ledger, slots)
  if (saysNothing(slots))
    return { ...answerHelp(ledger, slots, situation.speaker), summary: '没有听懂您的问题。您可以这样问：' }
  if (slots.ask === 'related') return answerRelated(ledger, slots)
  const selection = select(ledger, slots, situation.progress)
  if (selection.unclear) return askWhichUnit(ledger, slots, selection)
  if (selection.tasks.length === 0) return answerNone(ledger, slots, { selection, ...situation })
  return answerFrom(ledger, slots, { selection, ...situation })
}

/** A document and nothing else, or a question about the document itself. */
function isAboutDocument({
  ask,
  documents,
  ordinals,
  units,
  topic,
  due,
  quantity,
  flags,
  standing,
  section,
  taskIds,
}: Slots): boolean {
  if (ask === 'facts' && documents.length === 0) return true
  if (documents.length === 0 || ordinals.length > 0 || units.length > 0 || taskIds.length > 0) return false
  const bare = topic.length === 0 && !due && !quantity && flags.length + standing.length === 0 && section === null
  return ask === 'facts' || (bare && (ask === null || ask === 'detail'))
}

/** 有哪些问题, 进展怎么样 are of everything where nothing is named. */
const OF_ALL: readonly Slots['ask'][] = ['progress', 'problems', 'solved']

function saysNothing(slots: Slots): boolean {
  const { units, documents, places, ordinals, taskIds, section, due, quantity, flags, standing, topic, ask, year } =
    slots
  const filters = [units, documents, places, ordinals, taskIds, flags, standing, topic].some(list => list.length > 0)
  const counted = ask === 'count' || ask === 'group' || ask === 'list' || ask === 'compare' || OF_ALL.includes(ask)
  return !filters && section === null && !due && !quantity && year === null && !counted
}

interface Found extends Situation {
  readonly selection: Selection
}

function answerNone(ledger: Ledger, slots: Slots, { selection, progress }: Found): Answer {
  return selection.emptiedBy === 'standing' && progress
    ? answerNoneStanding(ledger, slots, { selection, progress })
    : answerNothing(ledger, slots, selection)
}

function answerFrom(ledger: Ledger, slots: Slots, { selection, progress, speaker }: Found): Answer {
  if (slots.ask === 'group') return answerGroups(ledger, slots, selection)
  if (slots.ask === 'compare') return answerComparison(ledger, slots, selection)
  if (isUnclearOrdinal(ledger, slots, selection)) return askWhichDocument(ledger, slots, selection)
  const told = progress && answerAboutProgress(ledger, slots, { selection, progress, speaker })
  if (told) return told
  return slots.ask === 'count' ? answerCount(ledger, slots, selection) : answerTasks(ledger, slots, selection)
}

interface Told extends Found {
  readonly progress: Progress
}

/** Null where nothing is asked of progress. */
function answerAboutProgress(ledger: Ledger, slots: Slots, found: Told): Answer | null {
  if (slots.ask === 'history') return answerHistory(ledger, slots, found)
  if (slots.ask === 'problems' || slots.ask === 'solved') return answerProblems(ledger, slots, found)
  if (slots.ask === 'progress' && slots.grouping !== null) return answerPerformance(ledger, slots, found)
  if (slots.ask === 'progress') return answerProgress(ledger, slots, found)
  return slots.standing.length > 0 ? answerStanding(ledger, slots, found) : null
}

/** One number that several documents, or several sections of one, have. */
function isUnclearOrdinal(ledger: Ledger, { ordinals, units, topic }: Slots, { ranked }: Selection): boolean {
  const [ordinal] = ordinals
  if (!ordinal || ordinals.length > 1 || ordinal.from !== ordinal.to || units.length > 0 || topic.length > 0)
    return false
  return new Set(ranked.map(task => ledger.entryOf(task))).size > 1
}
