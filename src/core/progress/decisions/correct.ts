import type { ProgressReport } from '../../model.ts'
import { compareQuantities } from '../../text/quantity.ts'
import type { Command } from '../command.ts'
import type { Entry } from '../entry.ts'
import { lastOwn, refusalOf } from '../refusal.ts'
import { type Decision, decision, type Situation, say, tell } from '../situation.ts'
import { isAnswered } from './confirm.ts'
import { decideDrafts, signed } from './report.ts'
import { named } from './words.ts'

type Draft = Extract<Entry, { kind: 'report' }>

/** 改成7060: a report of one's own again, with another number; the first stays in the history. */
export function decideCorrect(command: Extract<Command, { kind: 'correct' }>, situation: Situation): Decision {
  const open = situation.proposals
    .findLast(proposal => !isAnswered(proposal, situation.records))
    ?.entries.filter(entry => entry.kind === 'report')
  const [pending, ...others] = open ?? []
  if (pending && others.length === 0) {
    const { supersedes: _, ...draft } = corrected(pending, command, situation)
    return decideDrafts([draft], { isExact: false }, situation)
  }
  const report = lastOwn(situation.records, situation.speaker.person)
  if (!report) return tell(situation, '没有找到您报过的进展。请写全，例如“27条 装机7060万千瓦”。')
  return decideDrafts([corrected(report, command, situation)], { isExact: false }, situation)
}

/** The report with the number in its place; both wordings are kept. */
function corrected(
  report: ProgressReport,
  { old, statement }: Extract<Command, { kind: 'correct' }>,
  situation: Situation,
): Draft {
  const { percent = report.percent, nextStep = report.nextStep, problem = report.problem } = statement
  return {
    ...report,
    ...signed(situation, report.taskId),
    kind: 'report',
    text: `${report.text}（更正：${statement.text}）`,
    values: correctedValues(report, { old, statement }),
    declaresDone: report.declaresDone || statement.declaresDone,
    ...(percent === undefined ? {} : { percent }),
    ...(nextStep === undefined ? {} : { nextStep }),
    ...(problem === undefined ? {} : { problem }),
    supersedes: report.id,
  }
}

/** A bare 7060 takes the unit of the number it replaces: the one that was named, else the only one. */
function correctedValues(
  { values }: ProgressReport,
  { old, statement }: Pick<Extract<Command, { kind: 'correct' }>, 'old' | 'statement'>,
) {
  const [said] = statement.values
  const number = said?.value ?? Number(/[0-9]+(?:\.[0-9]+)?/u.exec(statement.text)?.[0] ?? Number.NaN)
  if (Number.isNaN(number) || (statement.percent !== undefined && said === undefined)) return values
  const at = values.length === 1 ? 0 : values.findIndex(({ value }) => old.includes(String(value)))
  const known = values[at]
  if (!known) return [...values, ...statement.values]
  const isLike = said !== undefined && said.unit !== '' && compareQuantities(said, known) !== null
  const { value, unit } = isLike && said ? said : { value: number, unit: known.unit }
  return values.with(at, { text: known.text.replace(String(known.value), String(number)), value, unit })
}

/** 撤回刚才的: what this person reported last, all tasks of the one message. */
export function decideWithdraw(situation: Situation): Decision {
  const { records, speaker, ledger } = situation
  const last = lastOwn(records, speaker.person)
  if (!last) return tell(situation, '没有找到您报过的进展，没有可以撤回的。')
  const together = records
    .tasks()
    .flatMap(({ reports, notes }) => [...reports, ...notes])
    .filter(({ by, at }) => by === last.by && at === last.at)
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
