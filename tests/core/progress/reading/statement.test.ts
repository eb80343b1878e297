import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { understand } from '../../../../src/core/dialog/understand.ts'
import type { Statement } from '../../../../src/core/progress/reading/said.ts'
import { readStatements } from '../../../../src/core/progress/reading/statement.ts'
import { normaliseQuantity } from '../../../../src/core/text/quantity.ts'
import { ledger, TODAY } from '../../dialog/seed-ledger.ts'
import { COMMANDED, type Expected, REPORTS } from './phrases.ts'

const context = { hasTopic: (words: string) => ledger.index.containing(words, 1).length > 0 }

/** The ordinals that the dialog finds in the words of a pointer. */
const namedBy = (words: string): string =>
  understand(words, { ledger, today: TODAY, hasProgress: false, speaker: null })
    .ordinals.map(({ path, from, to }) => path ?? (from === to ? `${from}` : `${from}-${to}`))
    .join()

function written({ pointer, values, declaresDone, declaresNone, declaresStarted, ...said }: Statement): Expected {
  const names = pointer.kind === 'ordinal' ? namedBy(pointer.words) : ''
  const declared = Object.entries({ done: declaresDone, none: declaresNone, started: declaresStarted })
  const is = declared.flatMap(([word, isSo]) => (isSo ? [word] : [])).join(' ')
  return {
    ...(pointer.kind === 'ordinal' ? { task: pointer.words } : {}),
    ...(pointer.kind === 'ordinal' && names !== pointer.words ? { names } : {}),
    ...(pointer.kind === 'topic' ? { topic: pointer.words } : {}),
    ...said,
    ...(values.length > 0 ? { values: values.map(({ text, value, unit }) => [text, value, unit] as const) } : {}),
    ...(is === '' ? {} : { is }),
  }
}

const rows = (table: typeof REPORTS) => table.map(([typed, ...said]) => ({ typed, said }))

describe('a report is read with all its parts, known by its shape or a command word', () => {
  it.each(rows(REPORTS))('$typed', ({ typed, said }) => {
    const report = readStatements(typed, context)
    expect(report?.statements.map(written)).toEqual(said)
    expect(report?.explicit).toBe(false)
  })

  it.each(rows(COMMANDED))('$typed', ({ typed, said }) => {
    const report = readStatements(typed, context)
    expect(report?.statements.map(written)).toEqual(said)
    expect(report?.explicit).toBe(true)
  })
})

describe('the ways to write one quantity', () => {
  it.each([
    '27条装机7600万千瓦',
    '27条装机７６００万千瓦',
    '27条装机76GW',
    '27条装机76gw',
    '27条装机0.76亿千瓦',
    '27条裝機7600萬千瓦',
  ])('%s', typed => {
    const [value] = readStatements(typed, context)?.statements[0]?.values ?? []
    expect(value && normaliseQuantity(value.value, value.unit)).toEqual({
      value: 76_000_000,
      unit: '千瓦',
      dimension: 'power',
    })
  })
})

/** Questions, commands of other kinds, and what people say besides. */
const NO_REPORTS = [
  '27完成80%？',
  '27条已启动?',
  '27条完成了吗',
  '27完成多少了',
  '27条现在啥进度',
  '27条历史进展',
  '27条目标是多少',
  '哪些已完成',
  '已完成的有几条',
  '逾期的有哪些',
  '年底前要完成的',
  '通过27',
  '退回27 数据无来源',
  '27销号',
  '27条申请延期到9月底，原因资金未到位',
  '撤回刚才的',
  '27',
  '第27条',
  '27条原文',
  '省教育厅牵头哪些任务',
  '绑定 省能源局',
  '每周一9点推送省科技厅任务',
  '催一下科技厅',
  '提前7天提醒',
  '是',
  '取消',
  '好的',
  '谢谢',
  '27牵头单位是谁',
  '完成时限是什么时候',
  '完成投资超过100亿的任务',
  '鲁政办字5号 27条',
  '报进展',
  '报进展 27',
  '27完成了没',
  '27完成没有',
  '27条完成情况',
  '27条推进情况',
  '27完成时限',
  '27条完成率',
  '27条目标7500万千瓦',
  '27进展',
  '27条最新进展',
  '进展如何',
  '进展情况',
  '进展 省能源局',
  '汇报一下27条进展',
  '不是省的，是市里的',
  '我问的是高青县的',
  '不是27条，是28条',
  '改成每周二9点推送',
  '有哪些问题',
  '最近一周更新了什么',
  '各单位完成情况',
  '哪些没报进展',
  '导出 省科技厅台账',
  '本群用5号文',
  '本群是省能源局的',
  '27条年底前完成',
  '27条要完成80%',
  '确认',
  '27完成了吧',
  '27条完成80%了吗',
  '请问27条完成80%了没有',
  '已完成任务',
  '未完成',
  '没有',
  '27条已逾期',
  '27退回',
  '27通过',
  '催办没报的',
  '每月25号提醒报进展',
  '工作日早上八点半发逾期清单',
  '到期前三天叫我',
  '我订阅了啥',
  '取消第2个',
  '明天再提醒',
  '国庆期间不要发',
  '我单位的任务',
  '我牵头的',
  '哪些还没报',
  '58个试点已遴选了吗',
  '存在问题的任务',
  '无进展的任务',
  '没有进展的有哪些',
  '正在推进的',
  '27条谁负责',
  '27条有进展吗',
  '27条有没有进展',
  '第27条可再生能源装机目标',
  '27条和28条',
  '27到34条',
  '前3个月完成情况',
  '3季度完成情况',
  '2023年完成情况',
  '27条已完成了么',
  '崂山实验室进展',
  '崂山实验室什么时候完成',
  '崂山实验室完成了吗',
  '改到9月底',
  '换成县里的',
  '怎么报进展',
  '如何上报进展',
  '完成80%的任务',
  '进度80%以上的有哪些',
  '今天完成了什么',
  '27条完成情况怎么样',
  '第27条完成得怎么样',
  '27条有什么进展',
  '27条进展情况',
  '27条完成了百分之几',
  '27条完成到哪了',
  '27条到哪一步了',
  '27条下一步',
  '27条下一步怎么办',
  '27条下步打算是什么',
  '27条存在问题',
  '27条存在什么问题',
  '27条问题',
  '27条有问题吗',
  '27条问题解决了吗',
  '27条启动了没',
  '27条启动没有',
  '27条是否完成',
  '27条能否年底前完成',
  '27条能按时完成吗',
  '27条要求是什么',
  '27条指标是7500万千瓦吗',
  '27条7500万千瓦是什么意思',
  '27条时限',
  '27条什么时候完成',
  '27条年底能完成吗',
  '年底前完成',
  '6月底前完成的任务',
  '下半年要完成哪些',
  '已完成的',
  '已办结的任务有哪些',
  '已办结有几条',
  '未完成的任务',
  '没完成的',
  '没报进展的单位',
  '谁没报进展',
  '省能源局完成几条了',
  '省能源局完成情况',
  '省能源局已完成的任务',
  '省能源局27条',
  '27条 省能源局',
  '27条改成省能源局牵头',
  '改成县里的',
  '改成只看省的',
  '应该是县里的',
  '不是5号文，是6号文',
  '不是第27条，是第28条',
  '说错了，是28条',
  '错了',
  '不对',
  '更正',
  '是7060',
  '是的',
  '对',
  '嗯',
  '好',
  '收到',
  '知道了',
  '27条我看了',
  '27条看不懂',
  '27条忘了',
  '27条错了',
  '完成率',
  '完成率多少',
  '完成80%以上的任务有哪些',
  '进度超过80%的有几条',
  '进展情况怎么样',
  '目前进展如何',
  '进展怎么样了',
  '最新进展',
  '进展',
  '/进展',
  '报一下',
  '汇报',
  '上报',
  '填报',
  '反馈',
  '怎么填报',
  '反馈意见在哪看',
  '上报截止时间是什么时候',
  '报表导出',
  '进展导出',
  '催27',
  '催办27',
  '27催办',
  '27催一下',
  '27提前7天提醒',
  '27条提醒我',
  '27条办结',
  '27条恢复',
  '27条中止 原因资金',
  '恢复27',
  '终止27',
  '27黄牌 进展滞后',
  '27条延期到9月底',
  '申请延期27条到9月底',
  '同意27条延期',
  '驳回27',
  '27审核通过',
  '27条通过',
  '通过第27条',
  '通过 27、28',
  '确认27',
  '取消27的提醒',
  '撤回27',
  '27撤回',
  '27条的原文',
  '第27条讲了什么',
  '27条和28条有什么区别',
  '27条和省里哪条对应',
  '第3个',
  '第3个详细说说',
  '1',
  '1、',
  '1、2',
  '500万千瓦以上',
  '装机规模500万千瓦以上',
  '7600万千瓦',
  '可再生能源装机',
  '可再生能源装机7500万千瓦',
  '可再生能源装机达到多少',
  '可再生能源装机要达到7500万千瓦',
  '高标准农田建设完成时限',
  '崂山实验室',
  '崂山实验室那条',
  '崂山实验室那条呢',
  '崂山实验室那条谁负责',
  '老旧小区改造完成多少了',
  '正在建设的项目',
  '正在推进的任务',
  '启动了吗',
  '启动',
  '有进展吗',
  '有没有进展',
  '没有问题吧',
  '有问题吗',
  '问题清单',
  '有哪些困难',
  '下一步',
  '下一页',
  '下一条',
  '上一条',
  '下步打算',
  '第二十七条',
  '二十七条',
  '27条1月',
  '27条2025年底',
  '27条3个指标',
  '27条有3个指标',
  '你好，27条是什么',
  '我要报进展',
  '我想报进展',
  '报进展 27条',
  '报进展 崂山实验室',
  '报进展 崂山实验室那条',
  '你完成了什么',
  '今天星期几',
  '你是谁',
  '帮助',
  '谢谢，收到',
  '辛苦了',
  '哈哈',
  '明天开会',
  '我的任务',
  '待审核的',
  '有哪些待审核',
  '哪些反馈了',
  '已反馈的有几条',
  '统计完成率',
  '各单位完成率',
  '27条完成了百分之几',
  '27条由谁完成',
  '27号文已印发',
  '58个试点已遴选',
  '3条线路已开通',
  '30家企业已完成改造',
  '2023年已完成80%',
  '12月完成80%',
  '27日完成评审',
  '启动',
  '未启动',
  '1、2、3',
  '',
  '  ',
  '，',
  '%',
  '👍',
  '@督办',
  '报一下：',
  '进展：',
  '/进展 ',
  '进展 27条原文',
  '进展 27完成了吗',
  '报一下 27条进展',
]

interface Question {
  readonly q?: string
  readonly turns?: readonly string[]
}

const bank: readonly Question[] = JSON.parse(
  readFileSync(new URL('../../../golden/questions.json', import.meta.url), 'utf8'),
)
const questions = bank.flatMap(({ q, turns }) => turns ?? [q ?? ''])

describe('what is no report', () => {
  it.each(NO_REPORTS)('%j', typed => {
    expect(readStatements(typed, context)).toBeNull()
  })

  it('is every question of the bank', () => {
    expect(questions.length).toBeGreaterThan(300)
    expect(questions.filter(question => readStatements(question, context) !== null)).toEqual([])
  })

  it('is every question of the bank, whatever the tasks speak of', () => {
    const all = { hasTopic: () => true }
    expect(questions.filter(question => readStatements(question, all) !== null)).toEqual([])
  })

  it('is a topic that no task speaks of', () => {
    expect(readStatements('崂山实验室已完成入轨评估', { hasTopic: () => false })).toBeNull()
  })
})
