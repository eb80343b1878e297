import { setbacks } from '../check-values.ts'
import { partOf, unitName } from '../duties.ts'
import type { Entry } from '../entry.ts'
import type { Statement } from '../reading/said.ts'
import { refusalOf } from '../refusal.ts'
import { isOwn, resolveTasks } from '../resolve.ts'
import { type Decision, decision, type Situation, say, tell } from '../situation.ts'
import { echoReport, proposalOf } from './echo.ts'
import { unbound } from './people.ts'
import { askWhich, notFound } from './pick.ts'
import { recorded } from './recorded.ts'

type Draft = Extract<Entry, { kind: 'report' }>

/** What is said of a task, without the words that point at it. */
type Said = Omit<Statement, 'pointer' | 'declaresStarted'>

/** Most tasks of one message: 1-200条都启动了 is a slip. */
const MOST_TASKS = 30

/** Reads reports into drafts, and shows them for confirmation; what may be written at once is. */
export function decideReport(statements: readonly Statement[], situation: Situation): Decision {
  if (situation.records.person(situation.speaker.person).units.length === 0) return unbound(situation)
  const resolved = statements.map(statement => ({ statement, ...resolveTasks(statement.pointer, situation) }))
  const lost = resolved.find(({ tasks }) => tasks.length === 0)
  if (lost) return notFound(lost.statement.pointer.kind === 'context' ? '' : lost.statement.pointer.words, situation)
  const unclear = resolved.find(({ isUnclear }) => isUnclear)
  if (unclear) return whichTask(unclear, statements, situation)
  const drafts = resolved.flatMap(({ statement, tasks }) => tasks.map(task => draftOf(statement, task, situation)))
  if (drafts.length > MOST_TASKS)
    return tell(situation, `一次最多报${MOST_TASKS}项，这里有${drafts.length}项，请分几次报。`)
  return decideDrafts(drafts, { isExact: resolved.every(({ certainty }) => certainty === 'exact') }, situation)
}

/** Which task one of the statements is about; the others are kept in what the choice says. */
function whichTask(
  { statement, tasks }: { readonly statement: Statement; readonly tasks: readonly number[] },
  statements: readonly Statement[],
  situation: Situation,
): Decision {
  const own = tasks.filter(task => isOwn(task, situation))
  if (own.length === 0) return noneOwn({ statement, tasks }, situation)
  const ids = own.flatMap(task => situation.ledger.tasks[task]?.id ?? [])
  const again = (id: string) => statements.map(one => (one === statement ? `${id} ${one.text}` : reworded(one)))
  return decision(askWhich(ids, situation, id => `进展 ${again(id).join('\n')}`))
}

/** A statement as it could have been typed alone. */
function reworded({ pointer, text }: Statement): string {
  if (pointer.kind === 'context') return text
  return pointer.kind === 'topic' ? `${pointer.words}那条：${text}` : `${pointer.words} ${text}`
}

/** Whoever chose one would only be refused. */
function noneOwn(
  { statement, tasks }: { readonly statement: Statement; readonly tasks: readonly number[] },
  situation: Situation,
): Decision {
  const { records, ledger, speaker } = situation
  const units = records.person(speaker.person).units.map(unit => unitName(ledger, unit))
  const words = statement.pointer.kind === 'context' ? '' : `“${statement.pointer.words}”`
  return tell(
    situation,
    `${words}有${tasks.length}项任务都说得通，都不由您绑定的${units.join('、')}填报，没有写入。`,
    '说“我单位的任务”可以看到序号。',
  )
}

/** For the unit of the speaker that has the larger part in the task. */
export function draftOf(statement: Said, task: number, situation: Situation): Draft {
  const { ledger, records, speaker } = situation
  const taskId = ledger.tasks[task]?.id ?? ''
  const { units } = records.person(speaker.person)
  const main = units.find(unit => partOf(ledger, taskId, unit) === 'main')
  const unit = main ?? units.find(key => partOf(ledger, taskId, key) === 'support') ?? units[0] ?? ''
  return { ...draftParts(statement), ...signed(situation, taskId), unit, role: main ? 'progress' : 'note' }
}

/** The parts of an entry that say who does it, when and about what. */
export const signed = ({ cause, now, speaker }: Situation, taskId: string) => ({
  id: `${cause}/${taskId}`,
  at: now.iso,
  by: speaker.person,
  taskId,
})

/** What a statement says, as a report keeps it: parts that were not said are absent. */
function draftParts(said: Said) {
  return {
    kind: 'report' as const,
    text: said.text,
    values: said.values,
    declaresDone: said.declaresDone,
    ...(said.declaresNone ? { declaresNone: true } : {}),
    ...(said.percent === undefined ? {} : { percent: said.percent }),
    ...(said.nextStep === undefined ? {} : { nextStep: said.nextStep }),
    ...(said.problem === undefined ? {} : { problem: said.problem }),
  }
}

/** Shows drafts for confirmation, without those that may not be written, which are named with the reason. */
export function decideDrafts(
  drafts: readonly Draft[],
  { isExact }: { readonly isExact: boolean },
  situation: Situation,
): Decision {
  const judged = drafts.map(draft => ({ draft, refusal: refusalOf(draft, situation) }))
  const refusals = judged.flatMap(({ refusal }) => refusal ?? [])
  const good = judged.filter(({ refusal }) => refusal === null).map(({ draft }) => draft)
  if (good.length === 0)
    return decision(say(situation, refusals[0] ?? '没有可以记录的进展。', { notes: refusals.slice(1) }))
  if (
    isExact &&
    situation.skipsConfirmation &&
    refusals.length === 0 &&
    good.every(draft => isPlain(draft, situation))
  ) {
    return recorded(good, situation)
  }
  const reply = echoReport(good, situation)
  return decision(
    { ...reply, notes: refusals },
    { propose: proposalOf(good, situation), drop: replacedBy(good, situation) },
  )
}

/** What waits for confirmation about the same tasks: only the newest can be confirmed. */
function replacedBy(drafts: readonly Draft[], { proposals, cause }: Situation): readonly string[] {
  const tasks = new Set(drafts.map(({ taskId }) => taskId))
  const isReplaced = (entries: readonly Entry[]) =>
    entries.some(entry => entry.kind === 'report' && tasks.has(entry.taskId))
  return proposals.flatMap(({ id, entries }) => (id !== cause && isReplaced(entries) ? [id] : []))
}

/** Nothing about it asks for a second look. */
function isPlain(draft: Draft, { ledger, records }: Situation): boolean {
  const task = ledger.tasks[ledger.numberOf(draft.taskId) ?? -1]
  return (
    draft.role === 'progress' && task !== undefined && setbacks(task, records.task(draft.taskId), draft).length === 0
  )
}
