import { describe, expect, it } from 'vitest'
import { createUnitDirectory } from '../../../src/core/units/directory.ts'
import { directory, shown } from './ledger.ts'

const read = (question: string): string => shown(directory.read(question))

describe('words that name no unit', () => {
  it.each(
    `崂山实验室
产教融合共同体
产教融和共同体怎么组建
办公室建设
医院
县级公立医院综合改革
职业院校
上合示范区建设任务
教育局面
教育部门
厅局
有关部门
市场监管
市场准入负面清单
公安
科技
发改
工信
教育
省委
市委牵头哪些
县委和县政府
省政府
市政府
省会经济圈
市级以上创新平台
县域经济高质量发展
区域协调发展
城市更新
城市管理
全局
发展格局
新发展格局
优化全省科技合作平台布局
省人才集聚雁阵格局
工业大数据中心体系
运用大数据进行分析
数据中心
全国一体化算力网络枢纽节点
教育不均衡
教育具有基础性作用
水利为民
水力发电
住房公积金怎么提取
今天天气怎么样
工业和信息化发展
文化和旅游融合
农业农村现代化
卫生健康事业
自然资源资产
5G和AI应用
RCEP
GDP增速
LNG接收站
人大建议办理
气象台
电视台
工会活动
客厅
一次办好改革
海外办学
境外办事处
党委会
各市教育局
学校党委宣传部
各市党委教育工委
组织部署
财政部分资金
哪些任务提到“双减”
高青县今年新增多少充电桩
第101项任务谁牵头`.split('\n'),
  )('%s', words => expect(read(words)).toBe(''))
})

describe('a unit that is not in the ledger is not answered with another', () => {
  it.each([
    ['济南市科技局', '济南市科技局 = ∅', ['市科技局', '县科技局']],
    ['济南科技局有哪些任务', '济南科技局 = ∅', ['市科技局', '县科技局']],
    ['广东省教育厅', '广东省教育厅 = ∅', ['省教育厅']],
    ['昆山市教育局有哪些任务', '昆山市教育局 = ∅', ['市教育局', '县教育和体育局']],
    ['请问昆山市教育局', '昆山市教育局 = ∅', ['市教育局', '县教育和体育局']],
    ['桓台县财政局', '桓台县财政局 = ∅', ['县财政局', '市财政局']],
    ['省体育局牵头哪些任务', '省体育局 = ∅', ['市体育局']],
    ['省教育局', '省教育局 = ∅', ['市教育局', '县教育和体育局']],
    ['市教育厅', '市教育厅 = ∅', ['省教育厅']],
    ['省航天局牵头哪些', '省航天局 = ∅', []],
    ['市航空产业发展委牵头哪些', '市航空产业发展委 = ∅', []],
    ['市低空经济服务中心负责什么', '市低空经济服务中心 = ∅', []],
    ['县生态环境局', '县生态环境局 = ∅', ['市生态环境局']],
    ['省科技教育厅', '省科技教育厅 = ∅', []],
    ['教育部', '教育部 = ∅', []],
    ['国家发展改革委', '国家发展改革委 = ∅', ['省发展改革委', '市发展改革委']],
    ['省药监局', '省药监局 = ∅', []],
    ['省审计厅', '省审计厅 = ∅', []],
    ['市公管局', '市公管局 = ∅', []],
    ['区教育局', '区教育局 = ∅', ['市教育局', '县教育和体育局']],
  ])('%s', (question, expected, similar) => {
    expect(read(question)).toBe(expected)
    expect(directory.read(question)[0]?.similar.map(({ name }) => name)).toEqual(similar)
  })
})

describe('one real name is never taken for another', () => {
  it.each([
    ['省司法厅', '省司法厅 = 省司法厅'],
    ['省水利厅', '省水利厅 = 省水利厅'],
    ['市公安局', '市公安局 = 市公安局'],
    ['县信访局', '县信访局 = 县信访局'],
    ['市民政局', '市民政局 = 市民政局'],
    ['市财政局', '市财政局 = 市财政局'],
    ['省民族宗教委', '省民族宗教委 = ∅'],
    ['发改局', '发改局 = 县发展改革局'],
    ['省发改局', '省发改局 = ∅'],
  ])('%s', (question, expected) => expect(read(question)).toBe(expected))
})

describe('a core that is real with another kind of body', () => {
  const names = ['县税务局', '省水务厅'].map(name => ({ name, region: '山东省', level: 'province' as const }))
  const ledger = createUnitDirectory([], names)

  it('is no slip for a name that sounds like it', () => {
    expect(shown(ledger.read('省税务厅'))).toBe('省税务厅 = ∅')
    expect(shown(ledger.read('省谁务厅'))).toBe('省谁务厅 ~ 省水务厅')
  })
})
