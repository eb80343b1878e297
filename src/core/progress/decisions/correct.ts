import type { ProgressReport } from '../../model.ts'
import { compareQuantities } from '../../text/quantity.ts'
import type { Command } from '../command.ts'
import type { Entry } from '../entry.ts'
import { lastOwn, messageOf, refusalOf } from '../refusal.ts'
import { resolveTasks } from '../resolve.ts'
import { type Decision, decision, type Situation, say, tell } from '../situation.ts'
import { decideCancel, isAnswered } from './confirm.ts'
import { pointerOf } from './pick.ts'
import { decideDrafts, signed } from './report.ts'
import { named } from './words.ts'

type Draft = Extract<Entry, { kind: 'report' }>

/** 改成7060: a report of one's own again, with another number; the first stays in the history. */
export function decideCorrect(command: Correcting, situation: Situation): Decision {
  const open = situation.proposals
    .findLast(proposal => !isAnswered(proposal, situation.records))
    ?.entries.filter(entry => entry.kind === 'report')
  const [pending, ...others] = open ?? []
  if (pending && others.length === 0 && isAbout(pending.taskId, command, situation)) {
    return proposed(pending, { ...command, replaces: pending.supersedes ?? null }, situation)
  }
  const report = reportMeant(command, situation)
  if (!report) return tell(situation, '没有找到您报过的进展。请写全，例如“27条 装机7060万千瓦”。')
  return proposed(report, { ...command, replaces: report.id }, situation)
}

/** A correction that names a task is of no other. */
function isAbout(taskId: string, { statement: { pointer } }: Correcting, situation: Situation): boolean {
  const { tasks } = resolveTasks(pointer, situation)
  return pointer.kind === 'context' || tasks.some(task => situation.ledger.tasks[task]?.id === taskId)
}

/** The last report of one's own; where a task is named, the last about it. */
function reportMeant({ statement: { pointer } }: Correcting, situation: Situation): ProgressReport | null {
  return pointer.kind === 'context'
    ? lastOwn(situation.records, situation.speaker.person)
    : lastOwnOf(resolveTasks(pointer, situation).tasks, situation)
}

/** The last report of one's own about one of the tasks. */
function lastOwnOf(tasks: readonly number[], { records, ledger, speaker }: Situation): ProgressReport | null {
  const ids = new Set(tasks.map(task => ledger.tasks[task]?.id ?? ''))
  return lastOwn({ tasks: () => records.tasks().filter(({ taskId }) => ids.has(taskId)) }, speaker.person)
}

/** `replaces`: id of what was recorded and is corrected; null where nothing is recorded yet. */
type Replacing = Correcting & { readonly replaces: string | null }

function proposed(report: ProgressReport, { replaces, ...correcting }: Replacing, situation: Situation): Decision {
  const { supersedes: _, ...draft } = corrected(report, correcting, situation)
  if (isSameFigure(report, draft)) {
    const words = correcting.statement.text
    return tell(situation, `没有看出“${words}”要替换哪个数。请把这一项重新写全，例如“27条 装机7060万千瓦”。`)
  }
  return decideDrafts([replaces === null ? draft : { ...draft, supersedes: replaces }], { isExact: false }, situation)
}

/** A number without a unit that replaces none changes nothing. */
const isSameFigure = ({ percent, values }: ProgressReport, draft: ProgressReport): boolean =>
  draft.percent === percent && draft.values.length > values.length && draft.values.at(-1)?.unit === ''

/** The report with the number in its place; both wordings are kept. */
function corrected(report: ProgressReport, { old, statement }: Correcting, situation: Situation): Draft {
  const share = bareShare(report, statement)
  const { percent = share ?? report.percent, nextStep = report.nextStep, problem = report.problem } = statement
  return {
    ...report,
    ...signed(situation, report.taskId),
    kind: 'report',
    text: `${report.text}（更正：${statement.text}）`,
    values: share === null ? correctedValues(report, { old, statement }) : report.values,
    declaresDone: report.declaresDone || statement.declaresDone,
    ...(percent === undefined ? {} : { percent }),
    ...(nextStep === undefined ? {} : { nextStep }),
    ...(problem === undefined ? {} : { problem }),
    supersedes: report.id,
  }
}

type Correcting = Pick<Extract<Command, { kind: 'correct' }>, 'old' | 'statement'>

/** A bare 70 after 完成80%, where no other number was reported; null where the number is none of those. */
function bareShare({ percent, values }: ProgressReport, { values: said }: Correcting['statement']): number | null {
  const [number] = said
  const isBare = percent !== undefined && values.length === 0 && number?.unit === '' && number.value <= 100
  return isBare ? number.value : null
}

/** A bare 7060 takes the unit of the number it replaces: the one that was named, else the only one. */
function correctedValues({ values }: ProgressReport, { old, statement }: Correcting): ProgressReport['values'] {
  const [said] = statement.values
  if (!said) return values
  const at = values.length === 1 ? 0 : values.findIndex(({ value }) => old.includes(String(value)))
  const known = values[at]
  if (!known) return [...values, ...statement.values]
  const isLike = said.unit !== '' && compareQuantities(said, known) !== null
  const { value, unit } = isLike ? said : { value: said.value, unit: known.unit }
  return values.with(at, { text: known.text.replace(String(known.value), String(value)), value, unit })
}

/** 撤回刚才的: what this person reported last, all tasks of the one message; 撤回27条: what they reported last about it. */
export function decideWithdraw(words: string, situation: Situation): Decision {
  const { records, ledger } = situation
  // What waits for confirmation came last, and is not written yet.
  const isWaiting = situation.proposals.some(proposal => !isAnswered(proposal, records))
  if (isWaiting && words === '') return decideCancel('', situation)
  const together = withdrawn(words, situation)
  const [last] = together
  if (!last) return tell(situation, `没有找到您报过的${words}进展，没有可以撤回的。`)
  const entries = together.map(
    ({ id, taskId }): Entry => ({ ...signed(situation, taskId), kind: 'withdrawal', reportId: id }),
  )
  const refusal = entries.map(entry => refusalOf(entry, situation)).find(found => found !== null)
  if (refusal !== undefined) return tell(situation, refusal)
  const what = together.length > 1 ? `${together.length}项进展` : `${named(ledger, last.taskId)}的进展`
  const reply = say(situation, `已撤回${what}`, {
    notes: together.map(({ text }) => `撤回的内容：${text}`),
    hint: '历史里仍看得到这条记录和撤回。',
  })
  return decision(reply, { entries })
}

/** What 撤回 takes back. */
function withdrawn(words: string, situation: Situation): readonly ProgressReport[] {
  const { records, speaker } = situation
  if (words !== '') {
    const report = lastOwnOf(resolveTasks(pointerOf(words), situation).tasks, situation)
    return report === null ? [] : [report]
  }
  const last = lastOwn(records, speaker.person)
  return records
    .tasks()
    .flatMap(({ reports, notes }) => [...reports, ...notes])
    .filter(report => last !== null && report.by === last.by && messageOf(report) === messageOf(last))
}
