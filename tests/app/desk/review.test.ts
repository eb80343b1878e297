import { describe, expect, it } from 'vitest'
import { replyText } from '../../../src/core/dialog/reply.ts'
import { deskOffice } from '../desk-office.ts'

type Office = Awaited<ReturnType<typeof deskOffice>>

const PLACE = '鲁政办字〔2023〕5号·三·第27项“大力发展可再生能源”'
const ID = '鲁政办字〔2023〕5号#27'

async function report(office: Office, text: string) {
  await office.say('王', text)
  await office.say('王', '是')
}

async function submitted() {
  const office = await deskOffice()
  await report(office, '第27条 可再生能源装机已达7600万千瓦，完成')
  return office
}

/** The last message to a person in private. */
function lastLetter(office: Office, person: string): string {
  const letter = office.lettersTo(person).at(-1)
  return letter ? replyText(letter) : ''
}

describe('the review', () => {
  it('begins with a card for the office that says all there is to judge by', async () => {
    const office = await submitted()
    expect(lastLetter(office, '督')).toBe(
      [
        '省能源局报来进展：1项待审核',
        '大力发展可再生能源',
        '鲁政办字〔2023〕5号·三·第27项',
        '单位：省能源局',
        '进展：可再生能源装机已达7600万千瓦，完成',
        '对照：可再生能源装机规模：7600 ≥ 7500万千瓦，达到指标',
        '状态：未启动 → 已反馈待审核',
        '通过说“通过27”，退回说“退回27 原因”。',
        '可以回复：“通过”“退回”',
      ].join('\n'),
    )
    expect(office.lettersTo('督')).toHaveLength(1)
  })

  it('passes, and is closed after that', async () => {
    const office = await submitted()
    expect(await office.say('督', '通过27')).toBe(`通过已记录：${PLACE}现在是“已办结”`)
    expect(lastLetter(office, '王')).toContain(`督查室通过了${PLACE}\n`)
    expect(await office.say('督', '27销号')).toBe(`销号已记录：${PLACE}现在是“已销号”`)
    expect(lastLetter(office, '王')).toContain(`督查室销号了${PLACE}`)
    expect(await office.say('王', '27完成90%')).toBe(
      '鲁政办字〔2023〕5号·三·第27项已销号，不能再报进展；确有变化，请联系督查室。',
    )
    expect(await office.say('督', '通过27')).toBe(
      '鲁政办字〔2023〕5号·三·第27项现在是“已销号”，不能通过；通过要在“已反馈待审核”时办。',
    )
  })

  it('passes by the button of the card, once', async () => {
    const office = await submitted()
    const [approve] = office.lettersTo('督').at(-1)?.actions ?? []
    expect(approve).toEqual({ label: '通过', say: `通过 ${ID}`, look: 'primary' })
    expect(await office.press('督', approve?.say ?? '')).toBe(`通过已记录：${PLACE}现在是“已办结”`)
    expect(await office.press('督', approve?.say ?? '')).toContain('不能通过')
    expect(office.lettersTo('王')).toHaveLength(1)
  })

  it('sends back with a reason, which the reporter reads with a way to report again', async () => {
    const office = await submitted()
    expect(await office.say('督', '退回27 数据无来源')).toBe(`退回已记录：${PLACE}现在是“进行中”，原因：数据无来源`)
    expect(lastLetter(office, '王')).toBe(
      [
        `督查室退回了${PLACE}，原因：数据无来源`,
        '大力发展可再生能源',
        '鲁政办字〔2023〕5号·三·第27项',
        '状态：进行中',
        '进展：可再生能源装机已达7600万千瓦，完成',
        '可以回复：“报进展”',
      ].join('\n'),
    )
    expect(await office.say('王', '27条现在啥进度')).toContain('进行中')
  })

  it.each(['27不通过，数据无来源', '不通过27 数据无来源', '27审核不通过：数据无来源'])(
    'sends back by %s',
    async text => {
      const office = await submitted()
      expect(await office.say('督', text)).toBe(`退回已记录：${PLACE}现在是“进行中”，原因：数据无来源`)
    },
  )

  it.each(['通过27、28', '通过27 28', '27通过，28退回 数据不实', '25-30条通过', '退回27，28 数据不实'])(
    'is of one task at a time: %s',
    async text => {
      const office = await submitted()
      expect(await office.say('督', text)).toMatch(/^一次办一项，请分开说，例如“(?:通过|退回) 27/u)
      expect((await office.store.entries(0)).some(({ kind }) => kind === 'move')).toBe(false)
    },
  )

  it.each(['27条申请办结', '27申请销号，材料已备齐'])('is asked for by %s too', async text => {
    const office = await deskOffice()
    expect(await office.say('王', text)).toContain('状态：未启动 → 已反馈待审核')
  })

  it('asks for the reason in a form where 退回 was only pressed', async () => {
    const office = await submitted()
    expect(await office.press('督', `退回 ${ID}`)).toContain('请写明退回的原因')
    const form = { name: 'return', subject: ID }
    expect(await office.fill('督', { ...form, fields: { reason: ' ' } })).toMatchObject({ form })
    expect(await office.fill('督', { ...form, fields: { reason: '数据无来源' } })).toMatchObject({
      summary: `退回已记录：${PLACE}现在是“进行中”，原因：数据无来源`,
    })
    expect(lastLetter(office, '王')).toContain('原因：数据无来源')
  })

  it('is answered with one word where only one task was shown', async () => {
    const office = await submitted()
    expect(await office.say('督', '通过')).toBe('请写明是哪一项，例如“通过 27”；几个文件都有这个序号的，把文号也写上。')
    await office.say('督', '待审核的有哪些')
    expect(await office.say('督', '通过')).toContain(`通过已记录：${PLACE}`)
  })

  it('asks back where the task was found by topic', async () => {
    const office = await submitted()
    const asked = await office.say('督', '通过可再生能源装机那条')
    expect(asked).toMatch(/^(?:您是要通过这一项吗？|有\d项任务都说得通)/u)
    expect((await office.store.entries(0)).some(({ kind }) => kind === 'move')).toBe(false)
  })

  it.each([
    ['中止27 资金被冻结', '中止已记录', '已中止'],
    ['27终止，任务已取消', '终止已记录', '已终止'],
  ])('goes aside and comes back: %s', async (text, done, stage) => {
    const office = await submitted()
    await office.say('督', '本群用鲁政办字〔2023〕5号')
    expect(await office.say('督', text)).toContain(`${done}：${PLACE}现在是“${stage}”，原因：`)
    expect(await office.say('王', '27完成90%')).toContain(`${stage}，不能再报进展`)
    expect(await office.say('督', '恢复27')).toContain('请写明恢复的原因')
    expect(await office.say('督', '恢复27 条件已具备')).toContain('现在是“进行中”，原因：条件已具备')
    expect(lastLetter(office, '王')).toContain('督查室恢复了')
  })

  it('is never done by 完成 of the unit itself', async () => {
    const office = await submitted()
    expect(await office.say('王', '27条现在啥进度')).toContain('已反馈待审核')
    expect(await office.say('王', '通过27')).toBe('这一步由督查室办理，您没有督查室的权限。')
    expect(await office.say('王', '27销号')).toBe('这一步由督查室办理，您没有督查室的权限。')
  })
})

describe('an extension', () => {
  async function asked() {
    const office = await deskOffice()
    const reply = await office.say('王', '27条申请延期到9月底，原因：设备未到货')
    return { office, reply }
  }

  it('is asked for with a day and a reason, and the office reads it', async () => {
    const { office, reply } = await asked()
    expect(reply).toBe(`已提交延期申请：${PLACE}延期到2023-09-30，等督查室答复\n原因：设备未到货`)
    expect(lastLetter(office, '督')).toBe(
      [
        `延期申请：${PLACE}，到2023-09-30`,
        '大力发展可再生能源',
        '鲁政办字〔2023〕5号·三·第27项',
        '原因：设备未到货',
        '也可以说“同意27延期”或“不同意27延期 原因”。',
        '可以回复：“同意延期”“不同意”',
      ].join('\n'),
    )
  })

  it.each([
    ['27条申请延期', '请写明延期到哪天和原因，例如“27条申请延期到9月底，原因：设备未到货”。'],
    ['27条申请延期到9月底', '请写明延期的原因，例如“27条申请延期到9月底，原因：设备未到货”。'],
    ['27条申请延期到适当时候，原因：设备', '没有读懂延期到的日期“适当时候”，请写成“9月底”或“2023年9月30日”。'],
    ['27条申请延期到2022年9月底，原因：设备', '2022-09-30已经过了，请写一个以后的日期。'],
    [
      '1条申请延期到9月底，原因：设备',
      '鲁政办字〔2023〕5号·一·第1项由省科技厅填报进展，您绑定的是省能源局，没有写入。',
    ],
  ])('is not asked for like this: %s', async (text, said) => {
    const office = await deskOffice()
    await office.say('王', '本群用鲁政办字〔2023〕5号')
    expect(await office.say('王', text)).toBe(said)
  })

  it('is asked for once', async () => {
    const { office } = await asked()
    expect(await office.say('王', '27条申请延期到10月底，原因：设备未到货')).toBe(
      '已经申请延期到2023-09-30，督查室还没有答复。',
    )
  })

  it('is approved: the task has the new day, and who asked is told', async () => {
    const { office } = await asked()
    const [agree] = office.lettersTo('督').at(-1)?.actions ?? []
    expect(await office.press('督', agree?.say ?? '')).toBe(`已记录：同意${PLACE}延期到2023-09-30`)
    expect(lastLetter(office, '王')).toBe(`督查室同意${PLACE}延期到2023-09-30`)
    expect(await office.say('督', '同意27延期')).toBe('这项任务没有待批的延期申请。')
  })

  it('moves the deadline that answers and the sheet show', async () => {
    const office = await deskOffice()
    await office.say('王', '27条申请延期到2024年3月底，原因：设备未到货')
    await office.say('督', '同意27延期')
    expect(await office.say('王', '鲁政办字〔2023〕5号第27条现在啥进度')).toContain('时限：2024-03-31（已批准延期）')
  })

  it('is refused with a reason only', async () => {
    const { office } = await asked()
    expect(await office.press('督', `不同意 ${ID} 延期`)).toContain('请写明不同意延期的原因')
    expect(
      await office.fill('督', { name: 'refuse-extension', subject: ID, fields: { reason: '理由不充分' } }),
    ).toMatchObject({ summary: `已记录：不同意${PLACE}延期到2023-09-30，原因：理由不充分` })
    expect(lastLetter(office, '王')).toBe(`督查室不同意${PLACE}延期到2023-09-30，原因：理由不充分`)
    expect(await office.say('王', '27条申请延期到10月底，原因：设备仍未到货')).toMatch(/^已提交延期申请/u)
  })

  it('is refused in words', async () => {
    const { office } = await asked()
    expect(await office.say('督', '不同意27延期 理由不充分')).toContain('原因：理由不充分')
  })
})

describe('a problem', () => {
  async function troubled() {
    const office = await deskOffice()
    await report(office, '27 已开工，问题：送出线路未批')
    return office
  }

  it('is found: the office reads it at once and in the list', async () => {
    const office = await troubled()
    expect(lastLetter(office, '督')).toMatch(/^省能源局报来进展：1项有新问题\n/u)
    expect(lastLetter(office, '督')).toContain('问题：送出线路未批')
    expect(await office.say('督', '有哪些问题')).toContain('送出线路未批')
  })

  it('is coordinated, solved and told to who reported it', async () => {
    const office = await troubled()
    expect(await office.say('督', '协调27 已函商省自然资源厅')).toBe(
      `已记录协调：${PLACE}\n问题：送出线路未批\n协调：已函商省自然资源厅`,
    )
    expect(lastLetter(office, '王')).toBe(
      `督查室答复了您报的问题（协调）：${PLACE}\n问题：送出线路未批\n协调：已函商省自然资源厅`,
    )
    expect(await office.say('督', '有哪些问题')).toContain('送出线路未批')
    expect(await office.say('督', '解决27')).toBe(`已记录解决：${PLACE}\n问题：送出线路未批\n解决：已解决`)
    expect(lastLetter(office, '王')).toContain('（解决）')
    expect(await office.say('督', '有哪些问题')).toBe('全部任务没有待解决的问题。')
    expect(await office.say('督', '解决27')).toBe(`${PLACE}没有待解决的问题。`)
  })

  it('is the office’s to answer', async () => {
    const office = await troubled()
    for (const text of ['协调27 已函商', '解决27', '27问题已解决']) {
      expect(await office.say('王', text)).toBe('这一步由督查室办理，您没有督查室的权限。')
    }
  })
})
