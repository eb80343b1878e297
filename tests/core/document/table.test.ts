import { describe, expect, test } from 'vitest'
import { parse, taskLines } from './task-lines.ts'

const FORMS: readonly (readonly [form: string, text: string, tasks: readonly string[]])[] = [
  [
    'markdown without outer pipes, with <br> in its cells',
    '序号 | 工作任务 | 责任部门 | 完成时限\n--- | --- | --- | ---\n1 | 新建公园3处<br>补种绿地 | 市园林局、<br>市财政局 | 10月底\n2 | 新增车位 | 市城管局 | 年底前',
    ['1 新建公园3处补种绿地 |  /  / 市园林局、市财政局', '2 新增车位 |  /  / 市城管局'],
  ],
  [
    'a sheet whose quoted cells hold line ends',
    '序号\t任务\t牵头单位\t配合单位\n1\t"修渠，\n清淤"\t县水利局\t"县财政局、\n各乡镇"\n2\t植树\t县林业局\t/',
    ['1 修渠，清淤 | 县水利局 / 县财政局、各乡镇 / ', '2 植树 | 县林业局 /  / '],
  ],
  [
    'a sheet whose cells hold line ends that nothing quotes',
    '序号\t任务\t措施\t责任单位\t时限\n1\t修渠\t清淤5公里；\n护坡3处\t县水利局、\n县财政局\t6月底\n2\t植树\t造林2万亩\t县林业局\t',
    ['1 修渠 |  /  / 县水利局、县财政局', '2 植树 |  /  / 县林业局'],
  ],
  [
    'columns parted by runs of spaces',
    '序号    重点任务        牵头单位      责任单位            时限\n1       新建学校        市教育局      市财政局、市住建局  8月底\n2       改造管网        市水务局      各区政府            年底',
    ['1 新建学校 | 市教育局 /  / 市财政局、市住建局', '2 改造管网 | 市水务局 /  / 各区政府'],
  ],
  [
    'a markdown heading repeated in every column',
    '| 序号 | 任务 | 责任单位 | 时限 |\n|---|---|---|---|\n| 一、农业（1项） | 一、农业（1项） | 一、农业（1项） | 一、农业（1项） |\n| 1 | 修渠 | 县水利局 | 6月底 |\n| 二、林业（1项） | 二、林业（1项） | 二、林业（1项） | 二、林业（1项） |\n| 2 | 植树 | 县林业局 | 年底 |',
    ['1 修渠 |  /  / 县水利局', '2 植树 |  /  / 县林业局'],
  ],
  [
    'cells that repeat the ones above, also over a heading',
    '序号\t任务\t牵头单位\t配合单位\n1\t修渠\t县水利局\t县财政局、各乡镇\n2\t筑坝\t同上\t〃\n二、林业\n3\t植树\t县林业局\t同上',
    [
      '1 修渠 | 县水利局 / 县财政局、各乡镇 / ',
      '2 筑坝 | 县水利局 / 县财政局、各乡镇 / ',
      '3 植树 | 县林业局 / 县财政局、各乡镇 / ',
    ],
  ],
  [
    'a header of two storeys with empty cells',
    '序号\t工作内容\t任务分工\t\t办结时限\n\t\t主办单位\t协办单位\t\n1\t修路\t县交通局\t县财政局、各乡镇\t9月底\n2\t改厕\t县住建局\t/\t10月底',
    ['1 修路 | 县交通局 / 县财政局、各乡镇 / ', '2 改厕 | 县住建局 /  / '],
  ],
  [
    'a column 任务分工 that says what to do beside one of 责任部门',
    '<table><tr><td>序号</td><td>任务分工</td><td>责任部门</td></tr><tr><td colspan="3">一、经济</td></tr><tr><td>1</td><td>争取债券</td><td>市发改委<br>市财政局</td></tr><tr><td>2</td><td>建养老院</td><td>市民政局（牵头）<br/>市卫健委</td></tr></table>',
    ['1 争取债券 |  /  / 市发改委、市财政局', '2 建养老院 | 市民政局 / 市卫健委 / '],
  ],
  [
    'a table that a page number parts and one whose header is printed again',
    '| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 甲 | 市工信局 |\n\n— 2 —\n\n| 2 | 乙 | 市商务局 |\n| 序号 | 任务 | 责任单位 |\n| 3 | 丙 | 市民政局 |',
    ['1 甲 |  /  / 市工信局', '2 乙 |  /  / 市商务局', '3 丙 |  /  / 市民政局'],
  ],
  [
    'a sheet parted by headings without tabs',
    '序号\t任务\t责任单位\n一、经济\n1\t甲\t市工信局\n二、社会\n2\t乙\t市民政局',
    ['1 甲 |  /  / 市工信局', '2 乙 |  /  / 市民政局'],
  ],
  [
    'rows numbered in the column beside their group',
    '| 重点任务 | 工作内容 | 责任分工 |\n|---|---|---|\n| 一、服务 | 1．一窗受理。 | 牵头：市政务局；配合：市大数据局 |\n|  | 2．压减材料。 | 市政务局牵头，各部门配合 |\n| 二、开放 | 3．引进外资。 | 市商务局 |',
    ['1 一窗受理 | 市政务局 / 市大数据局 / ', '2 压减材料 | 市政务局 / 各部门 / ', '3 引进外资 |  /  / 市商务局'],
  ],
  [
    'people beside units in one column',
    '序号\t任务\t牵头单位及责任人\n1\t修渠\t县水利局 张三\n2\t植树\t县林业局 李四',
    ['1 修渠 | 县水利局 /  / ', '2 植树 | 县林业局 /  / '],
  ],
  [
    'a table of tasks and limits that names nobody',
    '| 序号 | 任务 | 完成时限 |\n|---|---|---|\n| 1 | 印发方案 | 3月底 |\n| 2 | 开展评估 | 年底 |',
    ['1 印发方案 |  /  / ', '2 开展评估 |  /  / '],
  ],
  ['no table of figures', '年份    产值    增速\n2023    5亿元    6%\n2024    7亿元    8%', []],
]

describe('tables', () => {
  test.each(FORMS)('reads %s', (_, text, tasks) => {
    expect(taskLines(text)).toEqual(tasks)
  })

  test('leaves what stands above the header to the head of the document', () => {
    const { document, tasks } = parse(
      '某区2026年项目推进表\n某区人民政府办公室\t\t\t2026年1月9日\n序号\t任务\t责任单位\t时限\n1\t修渠\t区水利局\t6月底',
    )
    expect(document).toMatchObject({
      title: '某区2026年项目推进表',
      issuers: ['某区人民政府办公室'],
      issuedOn: '2026-01-09',
    })
    expect(tasks[0]?.deadlines).toMatchObject([{ date: '2026-06-30' }])
  })

  test('does not take a task that stands before a table for its heading', () => {
    const text =
      '一、工作\n1.促消费。发券。（市商务局负责）\n| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 2 | 稳外贸 | 市商务局 |'
    expect(parse(text).tasks.map(({ ordinal, path }) => [ordinal, path])).toEqual([
      ['1', ['一、工作']],
      ['2', ['一、工作']],
    ])
  })

  test('does not set a table of an attachment under the last task of the main text', () => {
    const text = '一、工作\n1.促消费。发券。（市商务局负责）\n附件1\n任务表\n序号\t任务\t责任单位\n2\t稳外贸\t市商务局'
    expect(parse(text).tasks.map(({ ordinal, path }) => [ordinal, path])).toEqual([
      ['1', ['一、工作']],
      ['2', []],
    ])
  })
})
