import { answerJson } from '../../../src/core/dialog/answer-json.ts'
import type { AskOptions, Turn } from '../../../src/core/dialog/assistant.ts'
import type { Asker } from '../../../src/core/dialog/reading.ts'
import { replyText } from '../../../src/core/dialog/reply.ts'
import type { Entry, PersonRole } from '../../../src/core/progress/entry.ts'
import { createProgress, type Progress } from '../../../src/core/progress/progress.ts'
import { createRecords } from '../../../src/core/progress/records.ts'
import { assistant, ledger } from './seed-ledger.ts'

/** What people have done about the seed documents' tasks, and short ways to ask about it. */

/** The day on which it is asked: some stated deadlines have passed, some are near. */
export const TODAY = '2023-12-01'

export const PLAN = '鲁政办字〔2023〕5号'
const by = (person: string) => `feishu:${person}`
const keyOf = (name: string): string => {
  const unit = ledger.units.units.find(known => known.name === name)
  if (!unit) throw new RangeError(`no unit ${name}`)
  return unit.key
}
let count = 0
const next = () => `e${String(++count).padStart(3, '0')}`

type Report = Extract<Entry, { kind: 'report' }>

/** A report of the unit that leads task no. `ordinal` of the plan. */
function report(ordinal: number, at: string, unit: string, text: string, rest: Partial<Report> = {}): Report {
  const id = next()
  const known = { kind: 'report', id, taskId: `${PLAN}#${ordinal}`, unit: keyOf(unit), by: by('li'), at, text } as const
  return { ...known, role: 'progress', values: [], declaresDone: false, ...rest }
}

const move = (ordinal: number, at: string, what: Extract<Entry, { kind: 'move' }>['move'], reason?: string): Entry => ({
  kind: 'move',
  id: next(),
  at,
  by: by('wang'),
  taskId: `${PLAN}#${ordinal}`,
  move: what,
  ...(reason === undefined ? {} : { reason }),
})

const binding = (person: string, name: string, role: PersonRole, unit: string | null): Entry => ({
  kind: 'binding',
  id: next(),
  at: '2023-02-01T09:00:00+08:00',
  by: by('admin'),
  person: by(person),
  name,
  role,
  unit: unit === null ? null : keyOf(unit),
  standing: 'approved',
})

const first27 = report(27, '2023-06-01T09:30:00+08:00', '省能源局', '27完成50%', { percent: 50 })
const wrong27 = report(27, '2023-07-01T09:30:00+08:00', '省能源局', '装机7600万千瓦', {
  values: [{ text: '装机7600万千瓦', value: 7600, unit: '万千瓦' }],
})
const stuck102 = report(102, '2023-11-02T10:00:00+08:00', '省教育厅', '已遴选试点58个，问题：资金未到位', {
  percent: 60,
  problem: '资金未到位',
})
const solved103 = report(103, '2023-05-02T10:00:00+08:00', '省教育厅', '师资不足', { problem: '师资不足' })
const hasty28 = report(28, '2023-05-20T09:00:00+08:00', '省能源局', '28已核准')
const longer28: Entry = {
  kind: 'extension',
  id: next(),
  at: '2023-11-20T09:00:00+08:00',
  by: by('li'),
  taskId: `${PLAN}#28`,
  unit: keyOf('省能源局'),
  until: '2024-06-30',
  reason: '设备未到',
}

export const entries: readonly Entry[] = [
  binding('li', '李四', 'liaison', '省能源局'),
  binding('wang', '王五', 'office', null),
  first27,
  wrong27,
  report(27, '2023-07-01T10:00:00+08:00', '省能源局', '不是7600，是7700万千瓦', {
    supersedes: wrong27.id,
    percent: 80,
    values: [{ text: '装机7700万千瓦', value: 7700, unit: '万千瓦' }],
    nextStep: '抓紧并网',
  }),
  report(27, '2023-08-01T10:00:00+08:00', '省发展改革委', '已下达投资计划', { role: 'note' }),
  hasty28,
  {
    kind: 'withdrawal',
    id: next(),
    at: '2023-05-20T10:00:00+08:00',
    by: by('li'),
    taskId: hasty28.taskId,
    reportId: hasty28.id,
  },
  longer28,
  report(29, '2023-11-28T16:00:00+08:00', '省能源局', '全部完成', { declaresDone: true, percent: 100 }),
  report(30, '2023-09-01T16:00:00+08:00', '省能源局', '完成', { declaresDone: true }),
  move(30, '2023-09-05T16:00:00+08:00', 'approve'),
  report(31, '2023-09-01T16:00:00+08:00', '省能源局', '完成', { declaresDone: true }),
  move(31, '2023-09-05T16:00:00+08:00', 'approve'),
  move(31, '2023-09-06T16:00:00+08:00', 'close'),
  report(32, '2023-10-01T16:00:00+08:00', '省能源局', '完成', { declaresDone: true }),
  move(32, '2023-11-27T16:00:00+08:00', 'return', '数据无来源'),
  move(33, '2023-03-01T16:00:00+08:00', 'suspend', '政策调整'),
  move(34, '2023-03-01T16:00:00+08:00', 'terminate', '不再实施'),
  stuck102,
  {
    kind: 'problem-step',
    id: next(),
    at: '2023-11-10T10:00:00+08:00',
    by: by('wang'),
    taskId: `${PLAN}#102`,
    problemId: stuck102.id,
    step: 'coordinate',
    text: '已与省财政厅对接',
  },
  solved103,
  {
    kind: 'problem-step',
    id: next(),
    at: '2023-05-10T10:00:00+08:00',
    by: by('wang'),
    taskId: `${PLAN}#103`,
    problemId: solved103.id,
    step: 'solve',
    text: '已增编',
  },
  report(10, '2023-04-01T10:00:00+08:00', '省教育厅', '无进展', { declaresNone: true }),
]

const records = createRecords()
records.add(entries)

export const progress = createProgress(ledger, records, TODAY)
export const LIAISON: Asker = { units: [keyOf('省能源局')], roles: new Set<PersonRole>(['liaison']) }
export const OFFICE: Asker = { units: [], roles: new Set<PersonRole>(['office']) }

type Who = Pick<AskOptions, 'speaker'> & { readonly progress?: Progress | null }

/** Puts the turns of one conversation in order, with the records; gives the last turn. */
export function lastTurn(questions: string | readonly string[], who: Who = {}): Turn {
  const turns = typeof questions === 'string' ? [questions] : questions
  let last: Turn | null = null
  for (const question of turns) {
    last = assistant.ask(question, { today: TODAY, conversation: last?.conversation ?? null, progress, ...who })
  }
  if (!last) throw new RangeError('no question was put')
  return last
}

/** The last answer, as `duban ask --json` prints it. */
export const answerTo = (questions: string | readonly string[], who: Who = {}) =>
  answerJson(ledger, '', lastTurn(questions, who))

/** The lines a person reads after the last turn. */
export const linesTo = (questions: string | readonly string[], who: Who = {}): readonly string[] =>
  replyText(lastTurn(questions, who).reply).split('\n')
