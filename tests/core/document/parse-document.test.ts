import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../../src/core/document/parse-document.ts'
import { ClassifiedDocumentError } from '../../../src/core/errors.ts'
import { parse, taskLines } from './task-lines.ts'

const FORMS: readonly (readonly [form: string, text: string, tasks: readonly string[]])[] = [
  [
    'section numerals that are themselves tasks',
    '一、提升服务。优化流程。（市行政审批局牵头，市大数据局配合）\n二、扩大投资。推进项目。（责任单位：市发展改革委、市财政局）',
    ['一 提升服务 | 市行政审批局 / 市大数据局 / ', '二 扩大投资 |  /  / 市发展改革委、市财政局'],
  ],
  [
    'an annotation of the section, and one of an item that overrides it',
    '一、优化环境（牵头单位：市发展改革委）\n1.压减事项。取消一批。\n2.缩短时限。平均压减三成。（市行政审批局负责）',
    ['1 压减事项 | 市发展改革委 /  / ', '2 缩短时限 |  /  / 市行政审批局'],
  ],
  [
    'several annotations in one task',
    '1.扩大出口。培育企业。（市商务局负责）支持参展。（市贸促会牵头，市财政局配合）\n2.用好平台。办好展会。（市商务局负责）',
    ['1 扩大出口 | 市贸促会 / 市财政局 / 市商务局', '2 用好平台 |  /  / 市商务局'],
  ],
  [
    'a rule stated once, from there on',
    '1.甲项。先行。（县水利局、县财政局负责）\n2.乙项。其次。（县水利局、县财政局负责，列第一位的为牵头单位，下同）\n3.丙项。再次。（县林业局、县水利局负责）',
    ['1 甲项 |  /  / 县水利局、县财政局', '2 乙项 | 县水利局 / 县财政局 / ', '3 丙项 | 县林业局 / 县水利局 / '],
  ],
  [
    'a rule in a note after everything',
    '1.甲项。先行。（县水利局、县财政局负责）\n2.乙项。其次。（县林业局、县水利局负责）\n注：责任单位中排在首位的为牵头单位。',
    ['1 甲项 | 县水利局 / 县财政局 / ', '2 乙项 | 县林业局 / 县水利局 / '],
  ],
  [
    'fields on their own lines, sub-points as part of the task',
    '1.抓好项目建设\n（1）开工20个；\n（2）竣工10个。\n牵头单位：县发展改革局\n责任单位：各镇街\n完成时限：12月底\n2.抓好招商。签约15个。\n牵头单位：县投资促进中心',
    ['1 抓好项目建设 | 县发展改革局 /  / 各镇街', '2 抓好招商 | 县投资促进中心 /  / '],
  ],
  [
    'labels that the printer broke, inside a bracket',
    '1.建设苗圃。扩建3处，面积达到120亩，保存良种60个。（牵头\n单位：市林业局；责任单位：市财政局、市农业科学院）\n2.选育良种。每年选育不少于5个，推广面积达8万亩。（牵头单\n位：市农业农村局；责任\n单位：市科技局）',
    ['1 建设苗圃 | 市林业局 /  / 市财政局、市农业科学院', '2 选育良种 | 市农业农村局 /  / 市科技局'],
  ],
  [
    'labels that the printer broke, in fields of their own',
    '1.建设苗圃。扩建3处。\n责任\n单位：市林业局\n2.选育良种。选育5个。\n牵头\n单位：市农业农村局\n配合\n单位：市科技局',
    ['1 建设苗圃 |  /  / 市林业局', '2 选育良种 | 市农业农村局 / 市科技局 / '],
  ],
  [
    'a bracket that nothing closes above fields',
    '1.建设苗圃。扩建3处（含温室。\n责任单位：市林业局\n2.选育良种。选育5个。\n责任单位：市科技局',
    ['1 建设苗圃 |  /  / 市林业局', '2 选育良种 |  /  / 市科技局'],
  ],
  [
    'annotations behind a dash',
    '1.抓实培训。举办3期。——市司法局牵头，市财政局配合。\n2.修订规划。征求意见。\n——责任单位：市水利局',
    ['1 抓实培训 | 市司法局 / 市财政局 / ', '2 修订规划 |  /  / 市水利局'],
  ],
  [
    'bare lists with one name of an unknown form',
    '1.抓实培训。举办3期。（市司法局、市政府办公室、市讲师团）\n2.提升品质。推广品种（苹果、梨、桃）。（市农业农村局）\n3.办好赛事。吸引游客。（马拉松、市文旅局）',
    ['1 抓实培训 |  /  / 市司法局、市政府办公室、市讲师团', '2 提升品质 |  /  / 市农业农村局', '3 办好赛事 |  /  / '],
  ],
  [
    'sub-points with units of their own',
    '任务一：建设平台\n（1）归集数据。（牵头：市大数据局）\n（2）建成三库。（牵头：市公安局）\n任务二：开展试点\n（1）形成产品。由市大数据局牵头，会同市卫生健康委，于2026年底前完成。\n（2）推广。（市科技局负责）',
    [
      '任务一（1） 归集数据 | 市大数据局 /  / ',
      '任务一（2） 建成三库 | 市公安局 /  / ',
      '任务二（1） 形成产品 | 市大数据局 / 市卫生健康委 / ',
      '任务二（2） 推广 |  /  / 市科技局',
    ],
  ],
  [
    'a sentence that assigns and says what to do',
    '（一）完善机制。由市教育局牵头，会同市财政局制定方案，年底前印发。',
    ['（一） 完善机制 | 市教育局 / 市财政局 / '],
  ],
  [
    'numbering that restarts',
    '一、农业\n（一）稳粮。稳面积。（县农业农村局负责）\n二、工业\n（一）培优。育企业。（县工业和信息化局负责）',
    ['一（一） 稳粮 |  /  / 县农业农村局', '二（一） 培优 |  /  / 县工业和信息化局'],
  ],
  [
    'decimal numbers',
    '1 强化创新\n1.1 建实验室。新建3家。（省科技厅负责）\n1.2 引人才。引进百人。（省教育厅负责）\n2 扩大开放\n2.1 稳外贸。增长5%。（省商务厅负责）',
    ['1.1 建实验室 |  /  / 省科技厅', '1.2 引人才 |  /  / 省教育厅', '2.1 稳外贸 |  /  / 省商务厅'],
  ],
  [
    'a document on one line',
    '现提出以下意见。一、优化审批（一）再造流程。坚持知行合一、统一受理。（市发展改革委牵头，各地区按职责分工负责）（二）压减时限。限时办结。（市住房城乡建设局负责）二、放宽准入（三）降低门槛。清理限制。（市商务局等部门负责）',
    [
      '（一） 再造流程 | 市发展改革委 / 各地区 / ',
      '（二） 压减时限 |  /  / 市住房城乡建设局',
      '（三） 降低门槛 |  /  / 市商务局',
    ],
  ],
  [
    'broken lines, page numbers, and numbers that begin a line',
    '— 1 —\n1.推进改革。按照部署稳妥推进，新增青年人才\n\n790 名左右，企业利润增长\n\n3.5%以上，建设中心\n\n— 2 —\n\n1-2家。（牵头单位：市人力资源社\n会保障局）\n2.推进开放。扩大进口。（牵头单位：市商务局）',
    ['1 推进改革 | 市人力资源社会保障局 /  / ', '2 推进开放 | 市商务局 /  / '],
  ],
  [
    'HTML paragraphs',
    '<h1>通知</h1><p><b>一、农业</b></p><p>（一）<strong>粮食安全。</strong>稳定面积&nbsp;30万亩。<br/>责任单位：县农业农村局、各乡镇</p>',
    ['（一） 粮食安全 |  /  / 县农业农村局、各乡镇'],
  ],
  [
    'an HTML table with cells over several rows and a header of two storeys',
    '<table><tr><th rowspan="2">序号</th><th rowspan="2">任务</th><th rowspan="2">措施</th><th colspan="2">分工</th></tr><tr><th>牵头单位</th><th>配合单位</th></tr><tr><td rowspan="2">1</td><td rowspan="2">培育企业</td><td>新增20家</td><td rowspan="2">市科技局</td><td>市财政局<br>市税务局</td></tr><tr><td>新增50家</td><td>市商务局</td></tr><tr><td>2</td><td>建设平台</td><td>建成3个</td><td>市教育局</td><td>/</td></tr></table>',
    ['1 培育企业 | 市科技局 / 市财政局、市税务局、市商务局 / ', '2 建设平台 | 市教育局 /  / '],
  ],
  [
    'a markdown table, whose 牵头领导 is a person',
    '| 序号 | 任务 | 牵头领导 | 责任单位 |\n|---|---|---|---|\n| 1 | 修路 | 李某 | 县交通运输局、<br>各乡镇 |\n| 2 | 建校 | 王某 | 县教育和体育局 |',
    ['1 修路 |  /  / 县交通运输局、各乡镇', '2 建校 |  /  / 县教育和体育局'],
  ],
  [
    'a tab-separated table whose header states the rule',
    '序号\t任务\t责任单位（排第一位的为牵头单位）\n1\t招商\t县商务局、各镇（街道）\n2\t建校\t县教育局',
    ['1 招商 | 县商务局 / 各镇（街道） / ', '2 建校 | 县教育局 /  / '],
  ],
  [
    'units in brackets without 负责',
    '1.稳就业。新增1200人。（县残联、县税务局）\n2.保民生。兜底（含低保）。（县民政局负责）',
    ['1 稳就业 |  /  / 县残联、县税务局', '2 保民生 |  /  / 县民政局'],
  ],
  [
    'tasks whose numbering runs on without a unit',
    '一、工作\n1.甲。做甲。（县民政局负责）\n二、组织实施\n2.加强领导。各级重视。\n抄送：县委各部门。\n某县人民政府办公室 2026年1月5日印发',
    ['1 甲 |  /  / 县民政局', '2 加强领导 |  /  / '],
  ],
  [
    'a document that names nobody',
    '一、总体要求\n（一）指导思想。深入贯彻。\n二、重点任务\n（一）建设校园。普及数字校园。\n（二）培养人才。扩大规模。\n三、组织实施\n（一）加强领导。统筹推进。',
    ['二（一） 建设校园 |  /  / ', '二（二） 培养人才 |  /  / '],
  ],
  [
    'a regulation',
    '第一条 为了规范，制定本条例。\n第二条 政府负责。\n第三条 省教育厅负责。\n第四条 罚则。\n第五条 附则。',
    [],
  ],
  [
    'a number printed with the title of a table row',
    '| 工作任务 | 目标 | 牵头单位 | 责任单位 |\n|---|---|---|---|\n| **（一）产业** | | | |\n| 1.培育企业 | 新增5家 | 县工信局 | 县财政局 |\n| 2.建设园区 | 入驻3家 | 园区管委会 | / |',
    ['1 培育企业 | 县工信局 /  / 县财政局', '2 建设园区 | 园区管委会 /  / '],
  ],
  [
    'headings printed twice',
    '一一、、深深化化改改革革\n1.完善制度。建立机制。（市司法局负责）\n二、优化服务二、优化服务\n2.压减时限。压减五成。（市行政审批局负责）',
    ['1 完善制度 |  /  / 市司法局', '2 压减时限 |  /  / 市行政审批局'],
  ],
  [
    'the last clauses of a sentence',
    '1、加强机关管理，县机关事务服务中心牵头，县财政局配合。\n2、完善机制，形成各级负责的格局。',
    ['1 加强机关管理 | 县机关事务服务中心 / 县财政局 / ', '2 完善机制，形成各级负责的格局 |  /  / '],
  ],
  [
    'Latin full stops and brackets',
    '(一)深化改革.完善机制.(市委改革办牵头,市委编办配合)\n(二)扩大开放.优化环境.(市商务局负责)',
    ['（一） 深化改革 | 市委改革办 / 市委编办 / ', '（二） 扩大开放 |  /  / 市商务局'],
  ],
  [
    'brackets within the bracket',
    '1.开展排查。全面排查。（县应急局、各镇（街道）按职责落实，县纪委监督）\n2.整改。落实整改。（各镇（街道）负责）',
    ['1 开展排查 |  /  / 县应急局、各镇（街道）', '2 整改 |  /  / 各镇（街道）'],
  ],
  [
    'lead words in prose',
    '（一）组建共同体。高水平学校和“链主”企业牵头，科研院所参加，推动融合。',
    ['（一） 组建共同体 |  /  / '],
  ],
]

describe('parseDocument', () => {
  test.each(FORMS)('reads %s', (_, text, tasks) => {
    expect(taskLines(text)).toEqual(tasks)
  })

  test.each([
    ['鲁教工委发〔2023〕1号', 31, 0, '二（一）', '九（四）'],
    ['鲁政办字〔2023〕5号', 116, 113, '1', '116'],
    ['淄政发〔2022〕2号', 51, 51, '二（一）1', '三（三）'],
    ['鲁政发〔2023〕6号', 14, 14, '（一）', '（十四）'],
    ['高政办字〔2024〕12号', 64, 62, '1', '64'],
  ])('finds every task of %s', (number, count, annotated, first, last) => {
    const { tasks, document } = parseDocument(readFileSync(`seeds/documents/${number}.txt`, 'utf8'), {
      fileName: 'x.txt',
    })
    expect(document.number).toBe(number)
    expect(tasks.filter(task => task.responsibilityText !== '')).toHaveLength(annotated)
    expect([tasks.length, tasks[0]?.ordinal, tasks.at(-1)?.ordinal]).toEqual([count, first, last])
  })

  test('keeps title, body and annotation apart', () => {
    const [task] = parse('1. 建设平台。新建\n平台3个。（牵头单位：市科\n技局）。').tasks
    expect(task).toMatchObject({
      title: '建设平台',
      body: '新建平台3个。',
      responsibilityText: '（牵头单位：市科技局）。',
    })
  })

  test('quotes a task from its number to the end of its annotation', () => {
    const text = '前言。\n1. 甲。做甲。（市科技局负责）\n抄送：市委。'
    const span = parse(text).tasks[0]?.span ?? [0, 0]
    expect(text.slice(...span)).toBe('1. 甲。做甲。（市科技局负责）')
  })

  test('cuts the closing words of a document off its last task', () => {
    const [task] = parse(
      '（一）兑现政策。主动推送。（各地区负责）各地区要认真贯彻落实，年底前报告。某市人民政府2026年7月15日',
    ).tasks
    expect(task?.body).toBe('主动推送。')
  })

  test('names the headings above a task', () => {
    const { tasks, document } = parse('一、重点任务\n（一）农业\n1.稳粮。稳面积。（县农业农村局负责）')
    expect(tasks[0]?.path).toEqual(['一、重点任务', '（一）农业'])
    expect(document.sections.map(section => section.title)).toEqual(['重点任务', '农业'])
  })

  test.each(['机密★10年', '秘密', '内部资料', '密级：绝密'])(
    'refuses a document marked %s unless it is allowed',
    marking => {
      const text = `${marking}\n某市人民政府关于某事的通知\n1.甲。做甲。（市科技局负责）`
      expect(() => parse(text)).toThrow(ClassifiedDocumentError)
      expect(parseDocument(text, { fileName: 'a.txt', allowClassified: true }).tasks).toHaveLength(1)
    },
  )

  test('does not refuse prose that speaks of secrets', () => {
    expect(() =>
      parse('关于加强商业秘密保护的意见\n加强机密和内部管理。\n1.甲。保守秘密。（市科技局负责）'),
    ).not.toThrow()
  })
})

describe('doubts of a document', () => {
  test.each([
    ['number-gap', '1.甲。做。（市科技局负责）\n3.丙。做。（市科技局负责）', '3.'],
    ['number-not-placed', '1.甲。做。（市科技局负责）\n86.丙。做。（市科技局负责）', '86.'],
    ['unclosed-bracket', '1.甲。做。（牵头单位：市科技局\n2.乙。做。（市科技局负责）', '（牵头单位：市科技局'],
    ['no-unit', '1.甲。做。（市科技局负责）\n2.乙。做。', '2.乙'],
    [
      'no-lead',
      '1.甲。做。（牵头单位：市科技局，参与单位：市财政局）\n2.乙。做。（市科技局、市财政局负责）',
      '（市科技局、市财政局负责）',
    ],
    ['unusual-unit', '1.甲。做。（市教育听、市科技局负责）', '市教育听'],
    ['unusual-unit', '1.甲。做。（市畜牧局负责）\n2.乙。做。（市畜牧兽医局负责）', '市畜牧局'],
  ])('say %s and quote the words', (code, text, words) => {
    const found = parse(text).doubts.filter(doubt => doubt.code === code)
    expect(found.map(({ span }) => text.slice(...span))).toEqual([words])
  })

  test('are none where nothing is doubtful', () => {
    expect(parse('1.甲。做。（牵头单位：市科技局）\n2.乙。做。（市公安局负责）').doubts).toEqual([])
  })
})
