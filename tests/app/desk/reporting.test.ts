import { describe, expect, it } from 'vitest'
import { deskOffice } from '../desk-office.ts'

const lines = (...all: readonly string[]) => all.join('\n')

const TASK_27 = ['大力发展可再生能源', '鲁政办字〔2023〕5号·三·第27项']
const TO_CONFIRM = ['回复“是”确认，“取消”放弃；10分钟内有效。', '可以回复：“确认”“修改”“取消”']
const RECORDED_27 = ['已记录1项进展', ...TASK_27]
const TO_CORRECT = '有误可说“改成…”更正，或说“撤回刚才的”。'
const NOTHING_WAITS = '现在没有等您确认的内容（10分钟内有效，只能由本人确认）。要报进展，请再说一次。'

/** What of a person's report is in the records. */
async function written({ store }: Awaited<ReturnType<typeof deskOffice>>) {
  return (await store.entries(0)).filter(({ kind }) => kind === 'report')
}

describe('what is said is shown before it is written', () => {
  it('by number: 27完成80%', async () => {
    const office = await deskOffice()
    expect(await office.say('王', '27完成80%')).toBe(
      lines(
        '请确认这项进展，确认后才记录',
        ...TASK_27,
        '单位：省能源局',
        '进展：完成80%',
        '进度：80%',
        '状态：未启动 → 进行中',
        ...TO_CONFIRM,
      ),
    )
    expect(await written(office)).toEqual([])
    expect(await office.say('王', '是')).toBe(lines(...RECORDED_27, '省能源局｜状态：进行中', TO_CORRECT))
    expect(await written(office)).toMatchObject([
      { taskId: '鲁政办字〔2023〕5号#27', unit: '山东省/省能源局', by: 'fake:王', text: '完成80%', percent: 80 },
    ])
  })

  it('next to the target of the document', async () => {
    const office = await deskOffice()
    expect(await office.say('王', '第27条 可再生能源装机已达7600万千瓦，完成')).toBe(
      lines(
        '请确认这项进展，确认后才记录',
        ...TASK_27,
        '单位：省能源局',
        '进展：可再生能源装机已达7600万千瓦，完成',
        '对照：可再生能源装机规模：7600 ≥ 7500万千瓦，达到指标',
        '状态：未启动 → 已反馈待审核',
        ...TO_CONFIRM,
      ),
    )
  })

  it.each([
    ['27 可再生能源装机已达0.76亿千瓦', '达到指标'],
    ['27 可再生能源装机已达76GW', '达到指标'],
    ['27 可再生能源装机已达7000万千瓦', '未达到指标'],
  ])('in whatever unit: %s', async (text, verdict) => {
    const office = await deskOffice()
    const check = (await office.say('王', text)).split('\n').find(line => line.startsWith('对照：'))
    expect(check).toContain('7500万千瓦，')
    expect(check?.split('，').at(-1)).toBe(verdict)
  })

  it('with a word where the number went down', async () => {
    const office = await deskOffice()
    await office.say('王', '27 可再生能源装机已达7600万千瓦')
    await office.say('王', '是')
    expect(await office.say('王', '27 可再生能源装机已达7060万千瓦')).toMatch(/注意：.*7600.*请核对。/u)
  })

  it.each([
    ['/进展 27 完成八成', '进度：80%'],
    ['27 过半', '进度：50%'],
    ['27条：已完成选址，下步开工建设', '下步：开工建设'],
    ['进展 27 已遴选试点58个，差2个，问题：资金未到位', '问题：资金未到位'],
    ['27无进展', '进展：无进展'],
    ['27条完成了', '状态：未启动 → 已反馈待审核'],
    ['二十七条完成60%', '进度：60%'],
  ])('reads %s', async (text, line) => {
    const office = await deskOffice()
    const echo = await office.say('王', text)
    expect(echo).toContain(TASK_27.join('\n'))
    expect(echo.split('\n')).toContain(line)
    expect(echo).toContain('确认后才记录')
  })

  it('by topic', async () => {
    const office = await deskOffice()
    expect(await office.say('李', '崂山实验室那条：已完成入轨评估，下步组建专家库')).toBe(
      lines(
        '请确认这项进展，确认后才记录',
        '高质量建设崂山实验室',
        '鲁政办字〔2023〕5号·一·第1项',
        '单位：省科技厅',
        '进展：已完成入轨评估，下步组建专家库',
        '下步：组建专家库',
        '状态：未启动 → 进行中',
        ...TO_CONFIRM,
      ),
    )
  })

  it('by what was spoken of last', async () => {
    const office = await deskOffice()
    expect(await office.say('王', '无进展')).toBe(
      '请写明是哪一项，例如“27完成80%”；几个文件都有这个序号的，把文号也写上。',
    )
    await office.say('王', '绿电入鲁那条')
    expect(await office.say('王', '完成90%')).toContain('第34项')
  })

  it('several in a row, without those of others', async () => {
    const office = await deskOffice()
    const echo = await office.say('王', '25-30条都启动了')
    expect(echo.split('\n').slice(0, 3)).toEqual([
      '请确认这4项进展，确认后才记录',
      '鲁政办字〔2023〕5号·三·第25项由省交通运输厅填报进展，您绑定的是省能源局，没有写入。',
      '鲁政办字〔2023〕5号·三·第26项由省交通运输厅填报进展，您绑定的是省能源局，没有写入。',
    ])
    expect(await office.say('王', '是')).toMatch(/^已记录4项进展\n1\. 大力发展可再生能源\n/u)
    expect(await written(office)).toHaveLength(4)
  })

  it('several points', async () => {
    const office = await deskOffice()
    const echo = await office.say('李', '报一下：1、已启动；2、完成50%')
    expect(echo).toMatch(/^请确认这2项进展[\s\S]*第1项\n[\s\S]*进展：已启动\n[\s\S]*第2项\n[\s\S]*进度：50%\n/u)
  })

  it('the words as they were, whatever is in them', async () => {
    const office = await deskOffice()
    await office.say('王', '27 =cmd()|“三通一平”已完成😀\n下步：开工！<at id=all></at>')
    await office.say('王', '是')
    expect(await written(office)).toMatchObject([{ text: '=cmd()|“三通一平”已完成😀\n下步：开工！' }])
  })

  it('not more than 1000 characters', async () => {
    const office = await deskOffice()
    expect(await office.say('王', `27完成80%，${'已'.repeat(2000)}`)).toBe(
      '一次最多写1000字，这里有2006字，请精简或分几次报。',
    )
  })
})

describe('which task', () => {
  it('is the person’s own where several documents have the number', async () => {
    const office = await deskOffice()
    expect(await office.say('李', '4完成50%')).toContain('鲁政办字〔2023〕5号·一·第4项')
  })

  it('is that of the chat’s document, said with the place it has', async () => {
    const office = await deskOffice()
    expect(await office.say('李', '本群用鲁政发〔2023〕6号')).toBe(
      '好的，这里说“第27条”，指的就是鲁政发〔2023〕6号的。',
    )
    expect(await office.say('李', '4完成60%')).toBe(
      '鲁政发〔2023〕6号·二·（四）由省教育厅填报进展，您绑定的是省科技厅，没有写入。',
    )
    expect(await office.say('李', '鲁政办字〔2023〕5号第4条完成60%')).toContain('鲁政办字〔2023〕5号·一·第4项')
    expect(await office.say('李', '4完成60%', '别的群')).toContain('鲁政办字〔2023〕5号·一·第4项')
  })

  it('is another document’s where the chat’s has no such number', async () => {
    const office = await deskOffice()
    await office.say('王', '本群用鲁政发〔2023〕6号')
    expect(await office.say('王', '27完成80%')).toContain('鲁政办字〔2023〕5号·三·第27项')
  })

  it('is asked where a number is there more than once, and nothing that was said is lost', async () => {
    const office = await deskOffice()
    await office.say('管', '绑定 市教育局')
    const asked = await office.say('管', '1完成50%；2已启动')
    expect(asked).toContain('请问是哪一项？')
    expect(asked).toContain('可以回复：“1”“2”“3”“4”“5”')
    expect(await office.say('管', '1')).toContain('请问是哪一项？')
    const echo = await office.say('管', '1')
    expect(echo).toMatch(
      /^请确认这2项进展[\s\S]*二（二）1\n[\s\S]*进展：完成50%\n[\s\S]*二（二）2\n[\s\S]*进展：已启动\n/u,
    )
  })

  it('is the one of the unit that has it, for somebody with two units', async () => {
    const office = await deskOffice()
    await office.say('王', '绑定 省科技厅')
    await office.press('管', '同意绑定 fake:王')
    const echo = await office.say('王', '27完成80%；4完成50%')
    expect(echo).toMatch(/第27项\n\s+单位：省能源局\n[\s\S]*第4项\n\s+单位：省科技厅\n/u)
  })

  it('is nobody’s here: said once, however many tasks have the number', async () => {
    const office = await deskOffice()
    expect(await office.say('财', '4完成80%')).toMatch(
      /^“4”有\d+项任务都说得通，都不由您绑定的省财政厅填报，没有写入。\n说“我单位的任务”可以看到序号。$/u,
    )
  })
})

describe('a confirmation', () => {
  it.each(['是', '确认', '好的', 'OK', '对'])('is given by %s', async word => {
    const office = await deskOffice()
    await office.say('王', '27完成80%')
    expect(await office.say('王', word)).toMatch(/^已记录1项进展/u)
  })

  it.each(['取消', '不是', '算了'])('is refused by %s', async word => {
    const office = await deskOffice()
    await office.say('王', '27完成80%')
    expect(await office.say('王', word)).toBe('已取消，没有记录。')
    expect(await office.say('王', '是')).toBe(NOTHING_WAITS)
    expect(await written(office)).toEqual([])
  })

  it('given twice is recorded once', async () => {
    const office = await deskOffice()
    await office.say('王', '27完成80%')
    await office.say('王', '是')
    expect(await office.say('王', '确认')).toBe('这条已经记录过了，没有重复记录。')
    expect(await office.say('王', '取消')).toBe('这条已经记录过了；要撤回，请说“撤回刚才的”。')
    expect(await written(office)).toHaveLength(1)
  })

  it('comes too late after ten minutes', async () => {
    const office = await deskOffice()
    await office.say('王', '27完成80%')
    office.later(10)
    expect(await office.say('王', '是')).toBe(NOTHING_WAITS)
    expect(await office.press('王', '确认 fake:om_5')).toBe(NOTHING_WAITS)
    expect(await written(office)).toEqual([])
  })

  it('comes in time one minute before', async () => {
    const office = await deskOffice()
    await office.say('王', '27完成80%')
    office.later(9)
    expect(await office.say('王', '是')).toMatch(/^已记录1项进展/u)
  })

  it('is of who was asked, in the chat where they were', async () => {
    const office = await deskOffice()
    const { actions = [] } = await office.reply('王', '27完成80%')
    const [yes] = actions
    const say = yes?.say ?? ''
    expect(say).toMatch(/^确认 /u)
    for (const [person, chat] of [
      ['李', '督查群'],
      ['督', '督查群'],
      ['管', '督查群'],
      ['王', '别的群'],
    ] as const) {
      expect(await office.press(person, say, chat)).toBe(NOTHING_WAITS)
      expect(await office.say(person, '是', chat)).toBe(NOTHING_WAITS)
    }
    expect(await written(office)).toEqual([])
    expect(await office.press('王', say)).toMatch(/^已记录1项进展/u)
  })

  it('of the newest comes first where two are open, then the other', async () => {
    const office = await deskOffice()
    await office.say('王', '27完成80%')
    await office.say('王', '28完成50%')
    expect(await office.say('王', '是')).toContain('第28项')
    expect(await office.say('王', '是')).toContain('第27项')
    expect(await written(office)).toHaveLength(2)
  })

  it('of what was said first is gone where the same task was said anew', async () => {
    const office = await deskOffice()
    const { actions = [] } = await office.reply('王', '27完成80%')
    await office.say('王', '27完成85%')
    expect(await office.press('王', actions[0]?.say ?? '')).toBe(NOTHING_WAITS)
    await office.say('王', '是')
    expect(await written(office)).toMatchObject([{ percent: 85 }])
  })

  it('is checked once more: the task was closed meanwhile', async () => {
    const office = await deskOffice()
    await office.say('王', '27完成')
    await office.say('王', '是')
    await office.say('王', '27条 补充：已并网')
    await office.say('督', '通过27')
    expect(await office.say('王', '是')).toBe(
      '鲁政办字〔2023〕5号·三·第27项已办结，不能再报进展；确有变化，请联系督查室。\n没有记录。',
    )
  })

  it('is not asked for an exact number of one’s own task where that is so settled', async () => {
    const office = await deskOffice({ skipsConfirmation: true })
    expect(await office.say('王', '27完成80%')).toBe(lines(...RECORDED_27, '省能源局｜状态：进行中', TO_CORRECT))
    expect(await office.say('李', '崂山实验室那条完成80%')).toMatch(/^请确认这项进展/u)
    expect(await office.say('王', '27完成60%')).toMatch(/^请确认这项进展[\s\S]*注意：/u)
  })

  it('can be changed into a form with all that was said', async () => {
    const office = await deskOffice()
    await office.say('王', '27完成80%，下步并网，问题：送出线路未批')
    const { form } = await office.reply('王', '修改')
    const values = Object.fromEntries(form?.fields.map(({ name, value }) => [name, value]) ?? [])
    expect(form).toMatchObject({ name: 'report', subject: '鲁政办字〔2023〕5号#27' })
    expect(values).toMatchObject({ percent: '80', nextStep: '并网', problem: '送出线路未批', status: 'ongoing' })
  })
})

describe('what was reported', () => {
  async function reported(...texts: readonly string[]) {
    const office = await deskOffice()
    for (const text of texts) {
      await office.say('王', text)
      await office.say('王', '是')
    }
    return office
  }

  it.each([
    ['改成7060', '7060万千瓦'],
    ['不是7600，是7060', '7060万千瓦'],
    ['27条改成7060万千瓦', '7060万千瓦'],
    ['刚才那条改成7060', '7060万千瓦'],
  ])('is corrected by %s; both stay in the history', async text => {
    const office = await reported('27 可再生能源装机已达7600万千瓦')
    const echo = await office.say('王', text)
    expect(echo).toContain('更正：')
    expect(echo).toContain('对照：可再生能源装机规模：7060')
    expect(await office.say('王', '是')).toMatch(/^已记录1项进展/u)
    const [first, second] = await written(office)
    expect(second).toMatchObject({ supersedes: first?.id, values: [{ value: 7060, unit: '万千瓦' }] })
    const history = await office.say('王', '鲁政办字〔2023〕5号第27条历史进展')
    expect(history).toContain('历史进展共2条')
    expect(history).toContain('7600万千瓦')
    expect(history).toContain('7060')
  })

  it('is corrected in percent', async () => {
    const office = await reported('27完成80%')
    expect(await office.say('王', '改成85%')).toContain('进展：完成80%（更正：85%）\n进度：85%')
  })

  it('is corrected in its number where a percent was reported too', async () => {
    const office = await reported('27完成80%，可再生能源装机已达7600万千瓦')
    expect(await office.say('王', '改成7060')).toContain('进度：80%\n对照：可再生能源装机规模：7060 < 7500万千瓦')
  })

  it('is corrected twice before it is confirmed, and still takes the place of the first', async () => {
    const office = await reported('27完成80%')
    await office.say('王', '改成85%')
    await office.say('王', '改成86%')
    await office.say('王', '是')
    const [first, second, ...more] = await written(office)
    expect(more).toEqual([])
    expect(second).toMatchObject({ percent: 86, supersedes: first?.id })
  })

  it('is corrected about the task that is named, though another waits', async () => {
    const office = await reported('27完成80%')
    await office.say('王', '28完成50%')
    expect(await office.say('王', '27条改成85%')).toContain('第27项')
  })

  it('is not corrected by a number that replaces none', async () => {
    const office = await reported('27完成80%')
    expect(await office.say('王', '改成7060')).toBe(
      '没有看出“7060”要替换哪个数。请把这一项重新写全，例如“27条 装机7060万千瓦”。',
    )
  })

  it('is not there to correct', async () => {
    const office = await deskOffice()
    expect(await office.say('王', '改成7060')).toBe('没有找到您报过的进展。请写全，例如“27条 装机7060万千瓦”。')
  })

  it('is taken back, and the task stands as before', async () => {
    const office = await reported('27完成80%', '27完成')
    expect(await office.say('王', '撤回刚才的')).toBe(
      lines(
        '已撤回鲁政办字〔2023〕5号·三·第27项“大力发展可再生能源”的进展',
        '撤回的内容：完成',
        '历史里仍看得到这条记录和撤回。',
      ),
    )
    expect(await office.say('王', '27条现在啥进度')).toContain('进行中')
    expect(await office.say('王', '鲁政办字〔2023〕5号第27条历史进展')).toContain('撤回')
  })

  it('is taken back with all tasks of the message', async () => {
    const office = await reported('27完成80%；28完成50%')
    expect(await office.say('王', '撤回刚才的')).toMatch(/^已撤回2项进展\n撤回的内容：完成80%\n撤回的内容：完成50%\n/u)
  })

  it('is taken back where the task is named, and no other for it', async () => {
    const office = await reported('27完成80%', '28完成50%')
    expect(await office.say('王', '撤回27条')).toBe('只能撤回自己最近报的一条。')
    expect(await office.say('王', '撤回28条的进展')).toMatch(/^已撤回.*第28项/u)
    expect(await office.say('王', '撤回30条')).toBe('没有找到您报过的30条进展，没有可以撤回的。')
  })

  it('is not taken back after a day', async () => {
    const office = await reported('27完成80%')
    office.later(24 * 60)
    expect(await office.say('王', '撤回刚才的')).toMatch(/^已撤回/u)
    const other = await reported('27完成80%')
    other.later(24 * 60 + 1)
    expect(await other.say('王', '撤回刚才的')).toBe('已超过一天，不能撤回；请用“改成…”更正，或联系督查室。')
  })

  it('is not taken back by others', async () => {
    const office = await reported('27完成80%')
    expect(await office.say('李', '撤回刚才的')).toBe('没有找到您报过的进展，没有可以撤回的。')
    expect(await office.say('李', '撤回27条')).toBe('没有找到您报过的27条进展，没有可以撤回的。')
  })

  it('is only cancelled while it waits', async () => {
    const office = await reported('27完成80%')
    await office.say('王', '28完成50%')
    expect(await office.say('王', '撤回刚才的')).toBe('已取消，没有记录。')
    expect(await written(office)).toHaveLength(1)
  })

  it('is a note where a supporting unit says it', async () => {
    const office = await deskOffice()
    await office.say('王', '82条 上合示范区绿电供应方案已印发')
    await office.say('王', '是')
    expect(await written(office)).toMatchObject([{ role: 'note', unit: '山东省/省能源局' }])
    expect(await office.say('王', '82条现在啥进度')).toContain('未启动')
  })
})
