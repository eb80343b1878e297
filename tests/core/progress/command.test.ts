import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Command, readCommand } from '../../../src/core/progress/command.ts'
import { ledger } from '../dialog/seed-ledger.ts'

const hasTopic = (words: string) => ledger.index.containing(words, 1).length > 0
const read = (text: string, isAsked = false) => readCommand(text, { isAsked, hasTopic })

/** A command, and the ways to say it. */
type Rows = readonly (readonly [command: Command, ...ways: string[]])[]

const move = (kind: Extract<Command, { kind: 'move' }>['move'], task: string, reason = ''): Command => ({
  kind: 'move',
  move: kind,
  task,
  reason,
})
const ID = 'feishu:cli_0123456789abcdef:om_1'

const SAID: Rows = [
  [{ kind: 'confirm', proposal: '' }, '是', '是的', '是。', '确认', '确认！', '确定', '提交', ' 确认 ', '是~'],
  [{ kind: 'confirm', proposal: ID }, `确认 ${ID}`],
  [{ kind: 'cancel', proposal: '' }, '取消', '取消。', '取消！', '放弃', '不报了', '放弃~', ' 取消 ', '不报了。'],
  [{ kind: 'cancel', proposal: ID }, `取消 ${ID}`],
  [{ kind: 'edit', proposal: ID }, `修改 ${ID}`],
  [
    { kind: 'form', task: '' },
    '报进展',
    '/报进展',
    '报一下',
    '怎么报进展',
    '如何上报进展？',
    '我要报进展',
    '请报进展',
    '上报进展',
    '填报进展表',
    '填进度',
    '报送进展。',
    '报一下进展',
  ],
  [
    { kind: 'form', task: '27' },
    '报进展 27',
    '报进展27',
    '/报进展 27',
    '填报进展：27',
    '我要报进展 27',
    '上报进度 27',
    '報進展 27',
    '报进展，27。',
  ],
  [{ kind: 'form', task: '第27条' }, '报进展 第27条', '填报进展第27条'],
  [{ kind: 'form', task: '鲁政办字〔2023〕5号#27' }, '报进展 鲁政办字〔2023〕5号#27'],
  [
    { kind: 'withdraw', task: '' },
    '撤回',
    '/撤回',
    '撤回刚才的',
    '撤销刚才的',
    '删除刚才的',
    '撤回刚才的进展',
    '撤回上一条',
    '撤回最近一条',
    '撤回那条',
    '撤回刚刚的报告。',
    '撤回 上一次的反馈',
  ],
  [
    { kind: 'withdraw', task: '27条' },
    '撤回27条',
    '撤回27条的进展',
    '撤回 27条进展',
    '/撤回27条',
    '撤回刚才27条的进展',
  ],
  [{ kind: 'withdraw', task: '第27条' }, '撤回第27条', '撤回第27条的进展', '撤回最近的第27条进展'],
  [
    move('approve', '27'),
    '通过27',
    '通过 27',
    '审核通过27',
    '同意办结27',
    '准予办结 27',
    '27通过',
    '27审核通过',
    '通过：27。',
    '办结27',
  ],
  [move('approve', '第27条'), '通过第27条', '第27条通过', '第27条审核通过了', '第27条，通过', '第27条请通过'],
  [move('approve', '25-30条'), '通过25-30条', '25-30条通过', '25-30条审核通过'],
  [move('approve', '鲁政办字〔2023〕5号#27'), '通过 鲁政办字〔2023〕5号#27', '鲁政办字〔2023〕5号#27通过'],
  [move('approve', '崂山实验室那条'), '通过崂山实验室那条', '崂山实验室那条通过'],
  [move('approve', '２７'), '２７通过'],
  [move('approve', '这条'), '通过这条', '这条通过'],
  [move('approve', ''), '通过', '通过。', '审核通过', '准予办结'],
  [
    move('return', '27', '数据无来源'),
    '退回27 数据无来源',
    '退回27，数据无来源',
    '退回 27：数据无来源',
    '27退回 数据无来源',
    '27退回，原因：数据无来源',
    '打回27 数据无来源',
    '驳回27，因为数据无来源',
    '退回27 理由：数据无来源',
    '27退回。数据无来源',
    '27不通过，数据无来源',
    '不通过27 数据无来源',
    '27审核不通过：数据无来源',
  ],
  [move('return', '第27条', '指标口径不对，请附佐证材料。'), '退回第27条 指标口径不对，请附佐证材料。'],
  [move('return', '27', '理由不充分'), '退回27 理由不充分'],
  [move('return', '27', '（一）缺数；\n（二）缺图'), '退回27 （一）缺数；\n（二）缺图'],
  [move('return', ''), '退回', '打回', '驳回', '退回。'],
  [move('return', '27'), '退回27', '27退回', '打回27', '驳回27', '27退回了', '退回 27', '27打回', '27，退回'],
  [move('close', '27'), '27销号', '销号27', '销号 27', '27予以销号', '27请销号', '27销号了', '27，销号', '27 销号。'],
  [move('close', ''), '销号'],
  [
    move('suspend', '27', '资金被冻结'),
    '中止27 资金被冻结',
    '27中止，资金被冻结',
    '暂停27 资金被冻结',
    '27暂停：资金被冻结',
    '27中止 原因：资金被冻结',
    '中止27，因为资金被冻结',
    '中止 27 理由是资金被冻结',
    '27予以中止，资金被冻结',
  ],
  [
    move('terminate', '27', '任务已取消'),
    '终止27 任务已取消',
    '27终止，任务已取消',
    '27终止 原因：任务已取消',
    '终止 27：任务已取消',
    '27予以终止，任务已取消',
    '终止27，理由：任务已取消',
    '27终止；任务已取消',
    '终止27，因为任务已取消',
  ],
  [
    move('resume', '27', '资金已到位'),
    '恢复27 资金已到位',
    '27恢复，资金已到位',
    '重启27 资金已到位',
    '27重启：资金已到位',
    '27恢复 原因：资金已到位',
    '恢复27，因为资金已到位',
    '恢复 27 理由是资金已到位',
    '27予以恢复，资金已到位',
  ],
  [
    { kind: 'extend', task: '27条', until: '9月底', reason: '设备未到货' },
    '27条申请延期到9月底，原因：设备未到货',
    '27条申请延期到9月底，原因设备未到货'.replace('原因', '因'),
    '27条申请延期至9月底，因为设备未到货',
    '27条想延期到9月底，由于设备未到货',
    '27条延期到9月底 设备未到货',
    '申请27条延期到9月底，因为设备未到货',
    '27条延长时限到9月底，原因：设备未到货',
    '27条推迟到9月底，设备未到货',
    '27条申请延期9月底，设备未到货',
    '延期27条到9月底，原因：设备未到货',
    '27条申請延期到9月底，原因：设备未到货',
  ],
  [
    { kind: 'extend', task: '27', until: '2023年9月30日', reason: '' },
    '27申请延期到2023年9月30日',
    '延期27到2023年9月30日',
  ],
  [
    { kind: 'extend', task: '27条', until: '', reason: '' },
    '27条申请延期',
    '申请27条延期',
    '27条想申请延期',
    '27条申请延长时限',
    '27条，申请延期。',
  ],
  [{ kind: 'extend', task: '', until: '', reason: '' }, '怎么申请延期', '如何申请延期？'],
  [{ kind: 'extend', task: '27条', until: '', reason: '设备未到货' }, '27条申请延期，原因：设备未到货'],
  [
    { kind: 'decide-extension', isApproved: true, task: '27', reason: '' },
    '同意27延期',
    '批准27延期',
    '同意 27 延期',
    '同意27的延期申请',
    '批准27申请延期',
    '同意27延期申请',
    '同意：27延期。',
    '批准 27的延期',
  ],
  [
    { kind: 'decide-extension', isApproved: true, task: '鲁政办字〔2023〕5号#27', reason: '' },
    '同意 鲁政办字〔2023〕5号#27 延期',
  ],
  [
    { kind: 'decide-extension', isApproved: false, task: '27', reason: '理由不充分' },
    '不同意27延期 理由不充分',
    '不同意27延期，理由不充分',
    '不批准27延期：理由不充分',
    '驳回27延期 理由不充分',
    '不同意27的延期申请，理由不充分',
    '驳回27延期申请，原因：理由不充分',
    '不同意 27 延期；理由不充分',
    '不批准27申请延期，因为理由不充分',
  ],
  [
    { kind: 'decide-extension', isApproved: false, task: '27', reason: '' },
    '不同意27延期',
    '驳回27延期',
    '不批准27延期申请',
  ],
  [
    { kind: 'problem', step: 'coordinate', task: '27', text: '已约谈财政部门' },
    '协调27 已约谈财政部门',
    '协调27，已约谈财政部门',
    '协调27：已约谈财政部门',
    '答复27 已约谈财政部门',
    '回复27：已约谈财政部门',
    '协调27的问题 已约谈财政部门',
    '27的问题答复：已约谈财政部门',
    '27问题协调，已约谈财政部门',
  ],
  [
    { kind: 'problem', step: 'solve', task: '27', text: '资金已拨付' },
    '解决27 资金已拨付',
    '解决27，资金已拨付',
    '解决27的问题：资金已拨付',
    '关闭27 资金已拨付',
    '27问题已解决，资金已拨付',
    '27的问题解决了：资金已拨付',
    '27的问题已经解决 资金已拨付',
    '27问题关闭：资金已拨付',
  ],
  [
    { kind: 'problem', step: 'solve', task: '27', text: '' },
    '解决27',
    '27问题已解决',
    '27的问题解决了。',
    '关闭27的问题',
  ],
  [
    { kind: 'bind', words: '省能源局' },
    '绑定 省能源局',
    '绑定省能源局',
    '/绑定 省能源局',
    '绑定单位 省能源局',
    '申请绑定省能源局',
    '绑定到省能源局',
    '绑定：省能源局',
    '绑定 省能源局。',
    '我是省能源局的',
    '我是省能源局的联络员',
    '綁定 省能源局',
  ],
  [{ kind: 'bind', words: '' }, '绑定', '/绑定', '绑定单位', '申请绑定'],
  [{ kind: 'unbind', person: '' }, '解绑', '解除绑定', '取消绑定', '解绑。'],
  [{ kind: 'unbind', person: 'feishu:ou_wang' }, '解绑 feishu:ou_wang', '解除绑定 feishu:ou_wang'],
  [{ kind: 'decide-binding', isApproved: true, person: 'feishu:ou_wang', wanted: '' }, '同意绑定 feishu:ou_wang'],
  [
    { kind: 'decide-binding', isApproved: false, person: 'feishu:ou_wang', wanted: '山东省/省能源局' },
    '拒绝绑定 feishu:ou_wang 山东省/省能源局',
  ],
  [{ kind: 'decide-chat-unit', isApproved: true, chat: 'feishu:oc_1', wanted: '' }, '同意本群 feishu:oc_1'],
  [
    { kind: 'decide-chat-unit', isApproved: false, chat: 'feishu:oc_1', wanted: '山东省/省能源局' },
    '拒绝本群 feishu:oc_1 山东省/省能源局',
  ],
  [{ kind: 'who-am-i' }, '我是谁', '我是谁？', '我的身份', '我的绑定', '我的权限', '我的编号', 'whoami', 'WhoAmI'],
  [
    { kind: 'people' },
    '联络员名单',
    '绑定名单',
    '人员名单',
    '谁绑定了',
    '谁绑定了？',
    '有哪些联络员',
    '联络员有哪些？',
    '联络员名单。',
  ],
  [
    { kind: 'chat-document', words: '5号文' },
    '本群用5号文',
    '本群用5号文件'.replace('文件', '文'),
    '本群使用5号文',
    '本群默认用5号文',
    '本群默认使用 5号文',
    '本群按5号文',
    '本群用：5号文。',
    '本群文件是5号文',
  ],
  [{ kind: 'chat-document', words: '鲁政办字〔2023〕5号' }, '本群用鲁政办字〔2023〕5号'],
  [
    { kind: 'chat-unit', words: '省能源局' },
    '本群是省能源局的',
    '本群是省能源局的工作群',
    '本群为省能源局工作群',
    '这个群是省能源局的',
    '本群归省能源局的',
    '本群属于省能源局的。',
    '本群是省能源局群',
    '这个群是省能源局的群',
  ],
  [
    { kind: 'export', words: '省科技厅' },
    '导出 省科技厅台账',
    '导出省科技厅台账',
    '导出省科技厅的台账',
    '/导出 省科技厅',
    '下载省科技厅台账',
    '导出 省科技厅清单',
    '导出：省科技厅表格',
    '导出省科技厅Excel',
    '導出省科技厅台账',
  ],
  [{ kind: 'export', words: '' }, '导出', '导出台账', '/导出', '下载台账', '导出。'],
]

/** Answers to a question back: commands only where somebody is asked. */
const ANSWERS: Rows = [
  [
    { kind: 'confirm', proposal: '' },
    '对',
    '对的',
    '没错',
    '好',
    '好的',
    '可以',
    '行',
    '嗯',
    'OK',
    'ok',
    'yes',
    'Y',
    '好的。',
  ],
  [{ kind: 'cancel', proposal: '' }, '不是', '不对', '算了', '不', '否', 'no', 'N', '算了。', '不！'],
  [{ kind: 'edit', proposal: '' }, '修改', '改一下', '修改。'],
]

const flat = (rows: Rows) => rows.flatMap(([command, ...ways]) => ways.map(way => [way, command] as const))

describe('a command', () => {
  it.each(flat(SAID))('%s', (text, command) => {
    expect(read(text)).toEqual(command)
    expect(read(text, true)).toEqual(command)
  })

  it.each(flat(ANSWERS))('%s, but only as an answer', (text, command) => {
    expect(read(text)).toBeNull()
    expect(read(text, true)).toEqual(command)
  })
})

describe('a report', () => {
  it.each([
    ['27完成80%', '27', '完成80%'],
    ['第27条 可再生能源装机已达7600万千瓦，完成', '第27条', '可再生能源装机已达7600万千瓦，完成'],
    ['进展 102 已遴选试点58个，差2个，问题：资金未到位', '102', '已遴选试点58个，差2个，问题：资金未到位'],
    ['崂山实验室那条：已完成入轨评估，下步组建专家库', '崂山实验室', '已完成入轨评估，下步组建专家库'],
    ['25-30条都启动了', '25-30条', '都启动了'],
    ['/进展 27 ＝SUM(A1)，完成５０％', '27', '＝SUM(A1)，完成５０％'],
    ['27条：已完成“三通一平”；下步——开工！', '27条', '已完成“三通一平”；下步——开工！'],
    ['27完成80%<at id=all></at>', '27', '完成80%'],
  ])('%s keeps its words as they were written', (text, words, said) => {
    expect(read(text)).toMatchObject({
      kind: 'report',
      statements: [{ pointer: { words }, text: said }],
    })
  })

  it.each(['无进展', '完成80%', '这条已完成'])('%s is about what was spoken of', text => {
    expect(read(text)).toMatchObject({ kind: 'report', statements: [{ pointer: { kind: 'context' } }] })
  })

  it.each([
    ['改成7060', '', '7060'],
    ['不是7600，是7060', '7600', '7060'],
    ['刚才那条改成85%', '', '85%'],
    ['27条改成85%', '', '85%'],
    ['说错了，是85%', '', '85%'],
  ])('%s corrects one', (text, old, said) => {
    expect(read(text)).toMatchObject({ kind: 'correct', old, statement: { text: said } })
  })
})

describe('no command', () => {
  const questions = JSON.parse(
    readFileSync(new URL('../../golden/questions.json', import.meta.url), 'utf8'),
  ) as readonly { readonly q?: string; readonly turns?: readonly string[] }[]
  const asked = [...new Set(questions.flatMap(({ q, turns = [] }) => [...(q === undefined ? [] : [q]), ...turns]))]

  it('is any question of the bank', () => {
    expect(asked.length).toBeGreaterThan(300)
    expect(asked.filter(question => read(question) !== null)).toEqual([])
  })

  it.each([
    '27条通过了吗',
    '27条通过没有',
    '哪些通过了',
    '通过审核的有哪些',
    '提到通过率的任务',
    '通过什么方式完成',
    '27条退回了吗',
    '被退回的有哪些',
    '退回的原因是什么',
    '哪些已销号',
    '27条销号了没有',
    '中止的任务有哪些',
    '恢复生态的任务有哪些',
    '恢复施工的项目有哪些',
    '27条延期了吗',
    '27条延期到什么时候',
    '27条为什么延期',
    '延期的任务有哪些',
    '申请延期的有哪些',
    '谁同意27延期的？',
    '27条的问题解决了吗',
    '有哪些问题',
    '解决停车难的任务有哪些',
    '协调机制由谁牵头',
    '绑定了哪些单位？',
    '怎么绑定',
    '如何导出台账',
    '能导出吗',
    '27条通过审核了吗',
    '申请销号的有哪些',
    '27条申请销号了吗',
    '报进展的有哪些单位',
    '哪些没报进展',
    '撤回了几条',
    '本群有哪些任务',
    '本群用的是哪个文件？',
    '我是省能源局的，我们有哪些任务',
    '省能源局是谁',
    '27',
    '27条',
    '第3个',
    '下一页',
    '帮助',
    '你好',
    '谢谢',
    '好的',
    '收到',
    '辛苦了',
    '哈哈',
    '在吗',
    '👍',
    '？',
    '',
    ' ',
    '确认一下27条的时限',
    '确认 27条已完成的情况',
    '修改 第27条的牵头单位',
    '是不是省能源局牵头',
    '提交材料的任务有哪些',
    '放弃了哪些任务',
    '27条现在啥进度',
    '已完成的有几条',
    '最近一周更新了什么',
    '各单位完成情况',
  ])('%j', text => {
    expect(read(text)).toBeNull()
  })
})
