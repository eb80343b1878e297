import { describe, expect, test } from 'vitest'
import { parse, taskLines } from './task-lines.ts'

const FORMS: readonly (readonly [form: string, text: string, tasks: readonly string[]])[] = [
  [
    'one line with full-width dots and spaces before its numbers',
    '某县2026年任务清单　一、产业　1．培育企业。新增12家。（责任单位：县工信局）2．发展农业。（责任单位：县农业农村局）二、民生　3．扩建学校。（牵头单位：县教育局；配合单位：县财政局）',
    ['1 培育企业 |  /  / 县工信局', '2 发展农业 |  /  / 县农业农村局', '3 扩建学校 | 县教育局 / 县财政局 / '],
  ],
  [
    'titles that end with a colon, a line end or nothing at all',
    '（一）引育人才：\n引进20名。（县委组织部牵头）\n（二）完善机制\n开展培训。（县人社局负责）\n（三）优化服务（县财政局负责）',
    ['（一） 引育人才 | 县委组织部 /  / ', '（二） 完善机制 |  /  / 县人社局', '（三） 优化服务 |  /  / 县财政局'],
  ],
  [
    'one series whose numbers are marked in three ways',
    '一、产业\n1. 培育企业。新增12家。（县工信局负责）\n2．发展农业。（县农业农村局负责）\n3、扩大招商。（县商务局负责）\n4.稳定就业。（县人社局负责）',
    [
      '1 培育企业 |  /  / 县工信局',
      '2 发展农业 |  /  / 县农业农村局',
      '3 扩大招商 |  /  / 县商务局',
      '4 稳定就业 |  /  / 县人社局',
    ],
  ],
  [
    'parts, tasks by name and boxes that are no tasks',
    '第一部分 总体安排\n稳中求进。\n第二部分 重点任务\n任务一 建平台\n归集数据。\n责任单位：市大数据局\n任务二 通网络\n责任单位：市通信局\n专栏1 重点工程\n1.扩容工程。\n2.中台工程。',
    ['任务一 建平台 |  /  / 市大数据局', '任务二 通网络 |  /  / 市通信局'],
  ],
  [
    'actions by name, but no 任务一览表',
    '任务一览表\n行动一：产业升级\n任务：建园5个。\n牵头单位：市工信局\n行动二：乡村振兴\n牵头单位：市农业农村局',
    ['行动一 产业升级 | 市工信局 /  / ', '行动二 乡村振兴 | 市农业农村局 /  / '],
  ],
  [
    '①②③ as part of their task',
    '1.加强监管。①检查60次；②整改100处。（市应急局负责）\n2.推进改革。①减事项。②减材料。（市行政审批局牵头，市司法局配合）',
    ['1 加强监管 |  /  / 市应急局', '2 推进改革 | 市行政审批局 / 市司法局 / '],
  ],
  [
    'fields after the body, on its line or below, and in a bracket over several lines',
    '1.建园区。建站30个。牵头单位：市工信局；责任单位：市大数据局、各区；完成时限：10月底前。\n2.上云。新增百家。\n牵头单位：市工信局；责任单位：市大数据局\n3.建平台。\n（牵头单位：市科技局，\n配合单位：市财政局、市住房\n城乡建设局）\n4.育人才。责任部门：市人社局　配合部门：市教育局　办结时限：9月30日',
    [
      '1 建园区 | 市工信局 /  / 市大数据局、各区',
      '2 上云 | 市工信局 /  / 市大数据局',
      '3 建平台 | 市科技局 / 市财政局、市住房城乡建设局 / ',
      '4 育人才 |  / 市教育局 / 市人社局',
    ],
  ],
  [
    'a field below the last sub-item where the neighbours are assigned as wholes',
    '（一）创新。建实验室。\n责任单位：省科技厅\n（二）防风险。\n1.化债。压降15亿元。\n2.整治。查处30起。\n责任单位：省财政厅、省公安厅',
    ['（一） 创新 |  /  / 省科技厅', '（二） 防风险 |  /  / 省财政厅、省公安厅'],
  ],
  [
    'units in brackets at the end of a line that is no sentence',
    '（一）经济\n1）产值增长6%左右（区发改局）\n2）投资增长8%（区工信局、区统计局）\n（二）社会\n1）新建幼儿园2所（区教育局）',
    [
      '（一）1） 产值增长6%左右 |  /  / 区发改局',
      '（一）2） 投资增长8% |  /  / 区工信局、区统计局',
      '（二）1） 新建幼儿园2所 |  /  / 区教育局',
    ],
  ],
  [
    'articles that each name who does them',
    '第一条 国企改革。（市国资委）\n第二条 财税改革。（市财政局）\n第三条 农村改革。（市农业农村局）\n第四条 医疗改革。（市卫健委）\n第五条 教育改革。',
    [
      '第一条 国企改革 |  /  / 市国资委',
      '第二条 财税改革 |  /  / 市财政局',
      '第三条 农村改革 |  /  / 市农业农村局',
      '第四条 医疗改革 |  /  / 市卫健委',
      '第五条 教育改革 |  /  / ',
    ],
  ],
  [
    'an attachment that lists figures, and none of its numbers as tasks',
    '1.引才。引进30名。（县委组织部负责）\n附件：1.主要指标\n2.人才目录\n附件1\n主要指标\n1.人才总量5万人\n2.高层次人才800名',
    ['1 引才 |  /  / 县委组织部'],
  ],
  [
    'the tasks of an attachment that assigns them',
    '关于印发清单的通知\n各部门：\n请抓好落实。\n附件：任务清单\n某县人民政府\n2026年1月5日\n附件\n任务清单\n1.引才。（县委组织部负责）\n2.留才。（县人社局负责）',
    ['1 引才 |  /  / 县委组织部', '2 留才 |  /  / 县人社局'],
  ],
  [
    'Windows line ends, a byte-order mark, tabs, wide and zero-width spaces',
    '\ufeff某办发〔2026〕8号\r\n\r\n一、\u200b产业\r\n\t1.\u200b 育企业。　新增20家。（责任单位：市工信局、　市财政局）\r\n\t2.扩投资。\tXX项目开工。（责任单位：市发改委）\r\n',
    ['1 育企业 |  /  / 市工信局、市财政局', '2 扩投资 |  /  / 市发改委'],
  ],
  [
    'spaces between all words',
    '一、 稳增长\n（一） 扩投资 。 完成 120 亿 元 。 （ 牵头单位 ： 市 发展 改革委 ； 配合单位 ： 市财政局 ）',
    ['（一） 扩投资 | 市发展改革委 / 市财政局 / '],
  ],
]

describe('the tasks of a text', () => {
  test.each(FORMS)('are read from %s', (_, text, tasks) => {
    expect(taskLines(text)).toEqual(tasks)
  })

  test('keep their words when the printer breaks a line before a number', () => {
    const [task] = parse('1.整治路段\n任务内容：整治46处，增设护栏\n120公里，完善标志。\n责任单位：市公安局').tasks
    expect(task?.targets.map(target => target.text)).toContain('增设护栏120公里')
  })

  test('a document that assigns somebody and has no task is doubtful', () => {
    const { tasks, doubts } = parse('一是强化监管。（市应急局负责）\n二是加强宣传。（市委宣传部负责）')
    expect([tasks.length, doubts.map(({ code }) => code)]).toEqual([0, ['no-task']])
  })
})
