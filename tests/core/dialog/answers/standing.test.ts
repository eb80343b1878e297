import { describe, expect, it } from 'vitest'
import { createProgress } from '../../../../src/core/progress/progress.ts'
import { createRecords } from '../../../../src/core/progress/records.ts'
import { ledger } from '../seed-ledger.ts'
import { answerTo, LIAISON, linesTo, OFFICE, PLAN, TODAY } from '../seed-progress.ts'

/** Tasks of the plan by number. */
const nos = (...numbers: readonly number[]) => numbers.map(number => `${PLAN}#${number}`)
const ids = (questions: string | readonly string[], speaker = OFFICE) =>
  answerTo(questions, { speaker }).taskIds.toSorted()
const all = ledger.tasks.map(({ id }) => id)
/** Tasks on which the main unit has said something. */
const REPORTED = nos(10, 27, 29, 30, 31, 32, 102, 103)
const MOVED = nos(33, 34)
const without = (left: readonly string[], out: readonly string[]) => left.filter(id => !out.includes(id)).toSorted()
const UNREPORTED = without(all, [...REPORTED, ...MOVED])
const unitIs = (name: string, lists: readonly ('leadUnits' | 'supportingUnits' | 'responsibleUnits')[]) =>
  ledger.tasks.filter(task => lists.some(list => task[list].includes(name))).map(({ id }) => id)
const owedBy = (name: string) => unitIs(name, ['leadUnits', 'responsibleUnits'])
const of = (document: string) => all.filter(id => id.startsWith(`${document}#`))
const both = (a: readonly string[], b: readonly string[]) => a.filter(id => b.includes(id)).toSorted()
/** Of those nobody has reported on, what is stated to be due in what is left of the year. */
const UNREPORTED_DUE = ledger.tasks
  .filter(({ deadlines }) =>
    deadlines.some(
      ({ date, certainty }) => certainty === 'stated' && date !== null && date >= TODAY && date <= '2023-12-31',
    ),
  )
  .map(({ id }) => id)
  .filter(id => UNREPORTED.includes(id))
const OVERDUE = nos(58)
const SUBMITTED = nos(29)
const OVER = nos(30, 31, 33, 34)

describe('a question about how tasks stand', () => {
  it.each<[string, readonly string[]]>([
    ['哪些没报进展', UNREPORTED],
    ['哪些任务没报进展', UNREPORTED],
    ['还没报的有哪些', UNREPORTED],
    ['没报的', UNREPORTED],
    ['未反馈的', UNREPORTED],
    ['哪些没有反馈', UNREPORTED],
    ['有没有没报的', UNREPORTED],
    ['没有进展的任务', [...UNREPORTED, ...nos(10)]],
    ['无进展的', [...UNREPORTED, ...nos(10)]],
    ['省科技厅没报进展的', both(owedBy('省科技厅'), UNREPORTED)],
    ['省能源局没报进展的', nos(28)],
    ['省能源局参与的没报进展的', nos(82)],
    ['省教育厅牵头的哪些还没报', both(unitIs('省教育厅', ['leadUnits']), UNREPORTED)],
    ['6号文没报进展的', of('鲁政发〔2023〕6号')],
    ['核电没报进展吗', nos(28, 72)],
    ['逾期的有哪些', OVERDUE],
    ['哪些逾期了', OVERDUE],
    ['有没有逾期的', OVERDUE],
    ['超期的有哪些', OVERDUE],
    ['过期的任务', OVERDUE],
    ['到期没完成的', OVERDUE],
    ['逾期未完成的任务', OVERDUE],
    ['逾期没报的', OVERDUE],
    ['省发展改革委逾期的', OVERDUE],
    ['乡村振兴逾期的', OVERDUE],
    ['没逾期的', without(all, OVERDUE)],
    ['红灯的有哪些', OVERDUE],
    ['进度滞后的', ['淄政发〔2022〕2号#二（一）4']],
    ['亮黄灯的', ['淄政发〔2022〕2号#二（一）4']],
    ['绿灯', nos(27, 29, 30, 31, 32, 102, 103)],
    ['未启动的', [...without(all, [...REPORTED, ...MOVED]), ...nos(10)]],
    ['没动的', [...UNREPORTED, ...nos(10)]],
    ['省能源局未启动的', nos(28, 82)],
    ['进行中的', nos(27, 32, 102, 103)],
    ['正在推进的任务', nos(27, 32, 102, 103)],
    ['待审核的有哪些', SUBMITTED],
    ['待我审核的', SUBMITTED],
    ['已反馈待审核的', SUBMITTED],
    ['报了完成的', SUBMITTED],
    ['已反馈的', REPORTED],
    ['已办结的', nos(30)],
    ['已完成的任务', nos(30, 31)],
    ['哪些完成了', nos(30, 31)],
    ['省能源局已完成的', nos(30, 31)],
    ['未完成的', without(all, nos(30, 31, 34))],
    ['省能源局牵头、没完成的', nos(27, 28, 29, 32, 33)],
    ['已销号的', nos(31)],
    ['没销号的', without(all, nos(31, 34))],
    ['中止的任务', nos(33)],
    ['已终止的有哪些', nos(34)],
    ['中止和终止的', nos(33, 34)],
    ['已办结和待审核的', nos(29, 30)],
    ['退回的有哪些', nos(32)],
    ['申请延期的', nos(28)],
    ['有问题的任务', nos(102)],
    ['存在问题的有哪些', nos(102)],
    ['年底前要完成、还没报的', UNREPORTED_DUE],
    ['本月到期没报的', UNREPORTED_DUE],
  ])('%s', (question, expected) => {
    expect(ids(question)).toEqual(expected.toSorted())
  })

  it.each<[string, readonly string[]]>([
    ['最近一周更新了什么', nos(29, 32)],
    ['最近7天更新了哪些任务', nos(29, 32)],
    ['本周更新了什么', nos(29, 32)],
    ['最近更新了什么', nos(29, 32)],
    ['更新了什么', nos(29, 32)],
    ['最新动态', nos(29, 32)],
    ['最近有什么更新', nos(29, 32)],
    ['本周有什么进展', nos(29)],
    ['省能源局本周进展', nos(29)],
    ['省能源局最近一周报了什么', nos(29)],
    ['最近三天有哪些更新', nos(29)],
    ['上个月更新了什么', nos(29, 32, 28, 102)],
    ['11月以来更新了什么', nos(29, 32, 28, 102)],
    ['最近一个月更新了什么', nos(29, 32, 28, 102)],
    ['8月更新了什么', nos(27)],
  ])('%s: the newest first', (question, expected) => {
    expect(answerTo(question).taskIds).toEqual(expected)
  })

  it.each<[string, readonly string[]]>([
    ['一个月没更新的任务', without(all, [...OVER, ...nos(28, 29, 32, 102)])],
    ['省能源局最近一周没报的', nos(27, 28, 32)],
  ])('%s: of those that still run', (question, expected) => {
    const open = without(expected, SUBMITTED)
    expect(ids(question)).toEqual(open)
  })

  it.each<[readonly string[], readonly string[]]>([
    [['省能源局牵头哪些任务', '其中没完成的'], nos(27, 28, 29, 32, 33)],
    [['省能源局牵头哪些任务', '已完成的有几项'], nos(30, 31)],
    [['省发展改革委牵头哪些任务', '其中逾期的'], OVERDUE],
    [['省科技厅没报进展的', '那省教育厅的呢'], both(owedBy('省教育厅'), UNREPORTED)],
    [['省科技厅没报进展的', '那参与的呢'], both(unitIs('省科技厅', ['supportingUnits']), UNREPORTED)],
    [['逾期的有哪些', '待审核的呢'], SUBMITTED],
    [['哪些没报进展', '其中6号文的'], of('鲁政发〔2023〕6号')],
    [['哪些没报进展', '其中省教育厅牵头的'], both(unitIs('省教育厅', ['leadUnits']), UNREPORTED)],
    [['5号文27条进展', '逾期的有哪些'], OVERDUE],
    [['省能源局牵头哪些任务', '第3个进展如何'], nos(29)],
    [['5号文27条进展', '28条呢'], nos(28)],
    [['5号文第27条', '它完成了吗'], nos(27)],
    [['有哪些问题', '第1个进展怎么样'], nos(102)],
  ])('in a conversation: %j', (turns, expected) => {
    expect(ids(turns)).toEqual(expected.toSorted())
  })

  it.each([
    ['已完成的有几条', 2],
    ['5号文已完成的有几条', 2],
    ['省能源局完成了几项', 2],
    ['超期的有几项', 1],
    ['没报进展的有多少', UNREPORTED.length],
    ['临期的有几条', 0],
  ])('%s counts %i', (question, total) => {
    expect(answerTo(question)).toMatchObject({ kind: 'count', total, understood: { intent: 'count' } })
  })

  it.each([
    ['已完成的有几条', '另有1项单位已报完成，待审核。'],
    ['已办结的', '另有1项已销号。'],
    ['临期的', '（临期：七天之内到期，还没有报完成的。）'],
    ['逾期的有哪些', '（逾期：期限已过，还没有报完成的。）'],
    ['省科技厅没报进展的', '省科技厅负责、未反馈的任务共10项'],
    ['最近一周更新了什么', '11月24日至12月1日更新的任务共2项'],
    ['省能源局逾期的', '没有省能源局有关、逾期的任务。'],
  ])('%s says %s', (question, line) => {
    expect(linesTo(question)).toContain(line)
  })

  it('shows where each task stands, with the word for its light, and the words of what was done', () => {
    const lines = linesTo('最近一周更新了什么')
    expect(lines).toContain('   鲁政办字〔2023〕5号·三·第29项｜绿灯（已反馈待审核）100%｜省能源局牵头')
    expect(lines).toContain('   11月28日 16:00 李四（省能源局）报：全部完成')
    expect(lines).toContain('   11月27日 16:00 王五退回：数据无来源')
  })

  it('says in JSON what was understood of it, and nothing where nothing was said', () => {
    expect(answerTo('没逾期的').understood).toMatchObject({
      standing: [{ text: '没有逾期', any: ['overdue'], except: true }],
    })
    expect(answerTo('今天更新了什么').understood).toMatchObject({
      standing: [{ from: TODAY, to: TODAY, except: false }],
    })
    expect(answerTo('省教育厅牵头哪些任务').understood).not.toHaveProperty('standing')
  })
})

describe('without a single entry', () => {
  const progress = createProgress(ledger, createRecords(), TODAY)
  it.each<[string, number]>([
    ['哪些没报进展', all.length],
    ['未启动的', all.length],
    ['已完成的有几条', 0],
    ['最近一周更新了什么', 0],
    ['有哪些问题', 0],
    ['逾期的有哪些', 1],
  ])('%s: %i', (question, total) => {
    expect(answerTo(question, { progress }).total).toBe(total)
  })
})

describe('who asks', () => {
  it.each<[string, readonly string[]]>([
    ['哪些还没报', nos(28)],
    ['我还有哪些没报', nos(28)],
    ['我单位的任务', [...nos(27, 28, 29, 30, 31, 32, 33, 34), ...nos(82)]],
    ['我牵头的', nos(27, 28, 29, 30, 31, 32, 33, 34)],
    ['我们参与的', nos(82)],
    ['本单位已办结的', nos(30)],
    ['所有单位没报进展的', UNREPORTED],
    ['省科技厅没报进展的', both(owedBy('省科技厅'), UNREPORTED)],
    ['5号文没报进展的', both(of(PLAN), UNREPORTED)],
  ])('a liaison asks %s', (question, expected) => {
    expect(ids(question, LIAISON)).toEqual(expected.toSorted())
  })

  it('has the unit named in the summary', () => {
    expect(linesTo('哪些还没报', { speaker: LIAISON })[0]).toBe('省能源局负责、未反馈的任务共1项')
  })

  it.each(['我单位的任务', '我牵头的', '我们还有哪些没报'])('%s without a unit: how to be bound to one', question => {
    const { kind, text } = answerTo(question, { speaker: OFFICE })
    expect([kind, text]).toEqual([
      'help',
      '您还没有绑定单位。请说“绑定 省能源局”（换成您单位的名称），管理员同意后再这样问。',
    ])
  })

  it('keeps what was asked before when the unit is not known', () => {
    expect(ids(['省能源局牵头哪些任务', '我单位的任务', '其中没完成的'])).toEqual(nos(27, 28, 29, 32, 33))
  })

  it('is never taken from 发我 or 帮我', () => {
    expect(ids('把鲁政办字5号第28条的原文发我', LIAISON)).toEqual(nos(28))
    expect(ids('发我全部未反馈的', LIAISON)).toEqual(UNREPORTED)
  })
})
