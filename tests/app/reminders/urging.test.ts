import { describe, expect, it } from 'vitest'
import { reminderOffice } from './office.ts'

const PREVIEW = [
  '请确认催办：1个单位',
  '内容：督查室提醒省科技厅：以下11项任务请关注进展。后附任务清单。',
  '1. 省科技厅：11项，送联络员fake:李',
  '   高质量建设崂山实验室',
  '   完善实验室体系',
  '   加强创新平台建设',
  '   ……等11项',
  '回复“是”发出，“取消”放弃；10分钟内有效。',
  '可以回复：“确认”“取消”',
].join('\n')

describe('urging', () => {
  it('shows who would get what, and sends it when that is confirmed', async () => {
    const office = await reminderOffice()
    expect(await office.whisper('督', '催一下科技厅')).toBe(PREVIEW)
    expect(office.unasked()).toEqual([])
    expect(await office.whisper('督', '是')).toBe('催办已记录，正在发出：1个单位，1条消息\n发错了说“撤回催办”。')
    const [letter, ...more] = office.unasked()
    expect(more).toEqual([])
    expect(letter?.to).toBe('李')
    expect(letter?.text.split('\n').slice(0, 4)).toEqual([
      '督查室提醒省科技厅：以下11项任务请关注进展。',
      '1. 高质量建设崂山实验室',
      '   鲁政办字〔2023〕5号·一·第1项',
      '   状态：灰灯（未启动），还没有报过进展',
    ])
    expect(letter?.text).toContain('\n11. ')
    expect(letter?.text).toMatch(/报进展直接回复，例如“27完成80%，下步…”。$/u)
  })

  it('is in the history of its tasks, and how they stand', async () => {
    const office = await reminderOffice()
    await office.whisper('督', '催一下科技厅')
    await office.whisper('督', '是')
    expect(await office.whisper('王', '鲁政办字5号第1条历史进展')).toContain('1. 6月1日 09:00 督查室催办省科技厅')
    expect(await office.whisper('王', '鲁政办字5号第1条现在啥进度')).toContain('\n催办：6月1日')
    expect(await office.whisper('督', '催一下科技厅')).toContain('\n今天已经催办过：省科技厅\n')
  })

  it.each([
    [
      '催办没报的',
      '请确认催办：3个单位\n内容：督查室提醒（单位）：以下（数）项任务请关注进展。后附任务清单。\n还没有联络员或工作群，送不到：省工业和信息化厅、省委组织部、省人力资源社会保障厅、省教育厅、省发展改革委等71个单位\n1. 省科技厅：11项，',
    ],
    ['催一下', '请确认催办：3个单位\n'],
    ['催办省能源局没报的', '请确认催办：1个单位\n内容：督查室提醒省能源局：以下8项任务请关注进展。'],
    ['催办省能源局逾期的', '没有需要催办的任务（省能源局逾期的）。'],
    ['催办鲁政办字〔2023〕5号第27条', '请确认催办：1个单位\n内容：督查室提醒省能源局：以下1项任务请关注进展。'],
    ['催办 27', '有2项任务都说得通，请问是哪一项？'],
    ['催办济南市科技局', '台账里没有“济南市科技局”这个单位，没有催办。'],
    ['催办科技局', '“科技局”可以指几个单位，请写全名，例如“催办 '],
    ['催办省教育厅', '没有可以送达的单位，没有催办。\n还没有联络员或工作群，送不到：省教育厅'],
    ['撤回催办', '没有可以撤回的催办。'],
  ])('%s', async (text, answer) => {
    const office = await reminderOffice()
    expect((await office.whisper('督', text)).slice(0, answer.length)).toBe(answer)
    expect(office.unasked()).toEqual([])
  })

  it('is taken back before it has gone out: nobody hears of it', async () => {
    const office = await reminderOffice()
    office.later(10 * 60)
    await office.whisper('督', '催一下科技厅')
    expect(await office.whisper('督', '是')).toBe(
      '催办已记录，将在2023年6月2日（周五）08:30发出：1个单位，1条消息\n发错了说“撤回催办”。',
    )
    expect(await office.whisper('督', '撤回催办')).toBe(
      '已撤回6月1日的催办：省科技厅。还没送到的不再发，已送到的会收到撤回说明。',
    )
    await office.days(2)
    expect(office.unasked()).toEqual([])
  })

  it('is taken back after it has gone out: who has it is told', async () => {
    const office = await reminderOffice()
    await office.whisper('督', '催一下科技厅')
    await office.whisper('督', '是')
    await office.whisper('督', '撤回催办')
    expect(office.unasked().map(({ to, text }) => [to, text.split('\n')[0]])).toEqual([
      ['李', '督查室提醒省科技厅：以下11项任务请关注进展。'],
      ['李', '督查室撤回了6月1日的催办，请以台账为准。'],
    ])
    expect(await office.whisper('督', '撤回催办')).toBe('没有可以撤回的催办。')
    expect(await office.whisper('王', '鲁政办字5号第1条历史进展')).toContain('还没有报过进展')
  })

  it('goes to whom it was shown for, though people came since', async () => {
    const office = await reminderOffice()
    await office.whisper('督', '催一下科技厅')
    await office.whisper('钱', '绑定 省科技厅')
    await office.press('管', '同意绑定 fake:钱')
    office.sent.length = 0
    await office.whisper('督', '是')
    expect(office.unasked().map(({ to }) => to)).toEqual(['李'])
  })

  it('is one message to who stands for two units', async () => {
    const office = await reminderOffice()
    await office.whisper('李', '绑定 省能源局')
    await office.press('管', '同意绑定 fake:李')
    office.sent.length = 0
    await office.whisper('督', '催办没报的')
    await office.whisper('督', '是')
    const own = office.unasked().filter(({ to }) => to === '李')
    expect(own.map(({ text }) => text.split('\n')[0])).toEqual([
      '督查室提醒省科技厅、省能源局：以下19项任务请关注进展。',
    ])
  })

  it.each(['催一下科技厅', '催办没报的', '撤回催办'])('is for the office alone: %s', async text => {
    const office = await reminderOffice()
    await office.whisper('督', '催一下科技厅')
    await office.whisper('督', '是')
    office.sent.length = 0
    const refused = text === '撤回催办' ? '没有可以撤回的催办。' : '这一步由督查室办理，您没有督查室的权限。'
    for (const person of ['王', '生']) expect(await office.whisper(person, text)).toBe(refused)
    expect(office.unasked()).toEqual([])
  })

  it('is not confirmed by anybody else', async () => {
    const office = await reminderOffice()
    await office.say('督', '催一下科技厅')
    await office.say('王', '是')
    expect(office.unasked()).toEqual([])
  })

  it('ranks nobody and demands nothing', async () => {
    const office = await reminderOffice()
    const preview = await office.whisper('督', '催办没报的')
    await office.whisper('督', '是')
    const said = [preview, ...office.unasked().map(({ text }) => text)].join('\n')
    expect(said).not.toMatch(/务必|尽快|必须|通报|批评|落后|排名|第\d+名|收到请回复|签收|打卡/u)
  })
})

const TASK = '大力发展可再生能源\n鲁政办字〔2023〕5号·三·第27项'

describe.each([
  ['黄牌', 'yellow'],
  ['红牌', 'red'],
])('%s', name => {
  it('is given by the office with a reason; the unit is told, and the history has it', async () => {
    const office = await reminderOffice()
    expect(await office.whisper('督', `${name} 5号文27条 连续两月未报进展`)).toBe(
      `已记录${name}，通知1处\n${TASK}\n原因：连续两月未报进展`,
    )
    expect(office.unasked()).toEqual([
      { to: '王', text: `督查室对这项任务亮了${name}\n${TASK}\n原因：连续两月未报进展` },
    ])
    expect(await office.whisper('王', '5号文27条历史进展')).toContain(
      `1. 6月1日 09:00 督查室亮${name}：连续两月未报进展`,
    )
    expect(await office.whisper('王', '5号文27条现在啥进度')).toContain(`\n${name}（6月1日）：连续两月未报进展`)
    expect(await office.whisper('王', `${name}的任务有哪些`)).toMatch(new RegExp(`^被亮${name}的任务共1项`, 'u'))
  })

  it.each([
    ['督', '5号文27条', `亮${name}要写明原因，例如“${name} 27 连续两月未报进展”。`],
    ['督', '', `请写明是哪一项，例如“${name} 27”；几个文件都有这个序号的，把文号也写上。`],
    ['督', '27 连续两月未报进展', '有2项任务都说得通，请问是哪一项？'],
    ['王', '5号文27条 连续两月未报进展', '这一步由督查室办理，您没有督查室的权限。'],
    ['生', '5号文27条 连续两月未报进展', '这一步由督查室办理，您没有督查室的权限。'],
  ])('%s says %s', async (person, words, answer) => {
    const office = await reminderOffice()
    expect((await office.whisper(person, `${name} ${words}`.trim())).slice(0, answer.length)).toBe(answer)
    expect(office.unasked()).toEqual([])
  })

  it('of a task that was only talked of is asked back', async () => {
    const office = await reminderOffice()
    await office.whisper('督', '5号文27条现在啥进度')
    expect(await office.whisper('督', `${name} 连续两月未报进展`)).toMatch(
      new RegExp(`^您是要给这一项亮${name}吗？\n${TASK}\n`, 'u'),
    )
    expect(office.unasked()).toEqual([])
    await office.press('督', `${name} 鲁政办字〔2023〕5号#27 连续两月未报进展`)
    expect(office.unasked().map(({ to }) => to)).toEqual(['王'])
  })

  it('says where nobody of the unit is known', async () => {
    const office = await reminderOffice()
    expect(await office.whisper('督', `${name} 5号文58条 未报进展`)).toMatch(
      new RegExp(`^已记录${name}，责任单位还没有联络员或工作群，没有通知\n`, 'u'),
    )
  })
})
