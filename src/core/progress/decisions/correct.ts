import type { ProgressReport } from '../../model.ts'
import { compareQuantities } from '../../text/quantity.ts'
import type { Command } from '../command.ts'
import type { Entry } from '../entry.ts'
import { lastOwn, messageOf, refusalOf } from '../refusal.ts'
import { resolveTasks } from '../resolve.ts'
import { type Decision, decision, type Situation, say, tell } from '../situation.ts'
import { decideCancel, isAnswered } from './confirm.ts'
import { decideDrafts, signed } from './report.ts'
import { named } from './words.ts'

type Draft = Extract<Entry, { kind: 'report' }>

/** 改成7060: a report of one's own again, with another number; the first stays in the history. */
export function decideCorrect(command: Correcting, situation: Situation): Decision {
  const open = situation.proposals
    .findLast(proposal => !isAnswered(proposal, situation.records))
    ?.entries.filter(entry => entry.kind === 'report')
  const [pending, ...others] = open ?? []
  if (pending && others.length === 0) {
    const { supersedes: _, ...draft } = corrected(pending, command, situation)
    return decideDrafts([draft], { isExact: false }, situation)
  }
  const report = reportMeant(command, situation)
  if (!report) return tell(situation, '没有找到您报过的进展。请写全，例如“27条 装机7060万千瓦”。')
  return decideDrafts([corrected(report, command, situation)], { isExact: false }, situation)
}

/** The last report of one's own; where a task is named, the last about it. */
function reportMeant({ statement: { pointer } }: Correcting, situation: Situation): ProgressReport | null {
  const { records, ledger, speaker } = situation
  if (pointer.kind === 'context') return lastOwn(records, speaker.person)
  const [task] = resolveTasks(pointer, situation).tasks
  const { reports, notes } = records.task(ledger.tasks[task ?? -1]?.id ?? '')
  return [...reports, ...notes].findLast(({ by }) => by === speaker.person) ?? null
}

/** The report with the number in its place; both wordings are kept. */
function corrected(report: ProgressReport, { old, statement }: Correcting, situation: Situation): Draft {
  const { percent = percentOf(report, statement), nextStep = report.nextStep, problem = report.problem } = statement
  return {
    ...report,
    ...signed(situation, report.taskId),
    kind: 'report',
    text: `${report.text}（更正：${statement.text}）`,
    values: percent === statement.percent ? correctedValues(report, { old, statement }) : report.values,
    declaresDone: report.declaresDone || statement.declaresDone,
    ...(percent === undefined ? {} : { percent }),
    ...(nextStep === undefined ? {} : { nextStep }),
    ...(problem === undefined ? {} : { problem }),
    supersedes: report.id,
  }
}

type Correcting = Pick<Extract<Command, { kind: 'correct' }>, 'old' | 'statement'>

/** A bare 70 after 完成80%, where no other number was reported. */
function percentOf({ percent, values }: ProgressReport, { values: said }: Correcting['statement']): number | undefined {
  const [number] = said
  const isBare = percent !== undefined && values.length === 0 && number?.unit === '' && number.value <= 100
  return isBare ? number.value : percent
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

/** 撤回刚才的: what this person reported last, all tasks of the one message. */
export function decideWithdraw(situation: Situation): Decision {
  const { records, speaker, ledger } = situation
  // What waits for confirmation came last, and is not written yet.
  if (situation.proposals.some(proposal => !isAnswered(proposal, records))) return decideCancel('', situation)
  const last = lastOwn(records, speaker.person)
  if (!last) return tell(situation, '没有找到您报过的进展，没有可以撤回的。')
  const together = records
    .tasks()
    .flatMap(({ reports, notes }) => [...reports, ...notes])
    .filter(report => report.by === last.by && messageOf(report) === messageOf(last))
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
