import type { ReplyForm } from '../../dialog/reply.ts'
import type { ProgressReport } from '../../model.ts'
import { readPercent, readValues } from '../reading/measures.ts'
import { LONGEST_TEXT, refusalOf } from '../refusal.ts'
import { type Decision, decision, type Situation, say, tell } from '../situation.ts'
import { decideDrafts, draftOf } from './report.ts'
import { taskItem } from './words.ts'

type Fields = Readonly<Record<string, string>>

/** What may be chosen as the status of a report. */
const STATUSES = [
  { label: '进行中', say: 'ongoing' },
  { label: '完成，请审核', say: 'done' },
  { label: '无进展', say: 'none' },
] as const

/** The form for one task, with what is known of the report. */
export function decideForm(taskId: string, situation: Situation, said: Partial<ProgressReport> = {}): Decision {
  const task = situation.ledger.numberOf(taskId)
  if (task === null) return tell(situation, `台账里没有任务“${taskId}”。`)
  const refusal = refusalOf({ ...draftOf(TRIAL, task, situation) }, situation)
  if (refusal !== null) return tell(situation, refusal)
  return decision(formReply(taskId, fieldsOf(said), situation))
}

function statusOf(said: {
  readonly declaresDone: boolean | undefined
  readonly declaresNone: boolean | undefined
}): string {
  if (said.declaresDone === true) return 'done'
  return said.declaresNone === true ? 'none' : 'ongoing'
}

/** Says nothing but that somebody wants to report. */
const TRIAL = { text: '进行中', values: [], declaresDone: false, declaresNone: false }

const fieldsOf = ({
  text = '',
  percent,
  values = [],
  nextStep = '',
  problem = '',
  declaresDone,
  declaresNone,
}: Partial<ProgressReport>): Fields => ({
  status: statusOf({ declaresDone, declaresNone }),
  percent: percent === undefined ? '' : String(percent),
  value: values.map(({ value, unit }) => `${value}${unit}`).join('，'),
  text,
  nextStep,
  problem,
})

function formReply(taskId: string, fields: Fields, situation: Situation, errors: readonly string[] = []) {
  const summary = errors.length > 0 ? '有几处要改，已填的都还在' : '填报进展'
  return {
    ...say(situation, summary, {
      notes: errors,
      items: [taskItem(situation.ledger, taskId, [])],
      hint: '也可以直接发一句话，例如“27完成80%，下步…，问题：…”。',
    }),
    form: formOf(taskId, fields),
  }
}

function formOf(taskId: string, fields: Fields): ReplyForm {
  const value = (name: string) => fields[name] ?? ''
  return {
    name: 'report',
    subject: taskId,
    submit: '提交',
    fields: [
      { name: 'status', label: '状态', value: value('status'), options: STATUSES },
      { name: 'percent', label: '完成进度（%）', value: value('percent'), longest: 10, placeholder: '例如 80' },
      { name: 'value', label: '指标完成数', value: value('value'), longest: 100, placeholder: '例如 7600万千瓦' },
      { name: 'text', label: '进展情况', value: value('text'), longest: LONGEST_TEXT },
      { name: 'nextStep', label: '下步打算', value: value('nextStep'), longest: 500 },
      { name: 'problem', label: '存在问题', value: value('problem'), longest: 500 },
    ],
  }
}

/** A form that was filled in: the same checks as for words, and the form again with what was typed where something is wrong. */
export function decideSubmission(taskId: string, fields: Fields, situation: Situation): Decision {
  const task = situation.ledger.numberOf(taskId)
  if (task === null) return tell(situation, `台账里没有任务“${taskId}”。`)
  const errors = errorsIn(fields)
  if (errors.length > 0) return decision(formReply(taskId, fields, situation, errors))
  return decideDrafts([draftOf(statementOf(fields), task, situation)], { isExact: true }, situation)
}

function errorsIn(fields: Fields): readonly string[] {
  const { percent = '', value = '', text = '', status = '' } = fields
  const long = ['text', 'nextStep', 'problem'].filter(name => (fields[name] ?? '').length > LONGEST_TEXT)
  return [
    ...(percent !== '' && readPercent(percent) === null
      ? [`完成进度“${percent.slice(0, 20)}”不是0到100的数，请填如“80”。`]
      : []),
    ...(value !== '' && readValues(value).length === 0
      ? [`指标完成数“${value.slice(0, 20)}”没有读懂，请填数和单位，如“7600万千瓦”。`]
      : []),
    ...(text.trim() === '' && percent === '' && value === '' && status !== 'none' && status !== 'done'
      ? ['请填写进展情况。']
      : []),
    ...(long.length > 0 ? [`文字请不要超过${LONGEST_TEXT}字。`] : []),
  ]
}

/** What was filled in, as if it had been said. The words stay the person's own; where there are none, what was chosen stands for them. */
function statementOf({ status, percent = '', value = '', text = '', nextStep = '', problem = '' }: Fields) {
  const read = percent === '' ? null : readPercent(percent)
  const said = [text, value, percent === '' ? '' : `完成${read ?? percent}%`, STATUS_WORDS.get(status ?? '') ?? '']
  return {
    text: said.find(part => part.trim() !== '')?.trim() ?? '进行中',
    values: [...readValues(value), ...readValues(text)].slice(0, 10),
    declaresDone: status === 'done',
    declaresNone: status === 'none',
    ...(read === null ? {} : { percent: read }),
    ...(nextStep.trim() === '' ? {} : { nextStep: nextStep.trim() }),
    ...(problem.trim() === '' ? {} : { problem: problem.trim() }),
  }
}

const STATUS_WORDS: ReadonlyMap<string, string> = new Map(STATUSES.map(({ say: status, label }) => [status, label]))
