import { describe, expect, it } from 'vitest'
import { type ReminderOffice, reminderOffice } from './office.ts'

/** 1 June 2023 is a Thursday, nine in the morning. */
const MORE = '\n看全部说“我订阅了啥”，不要了说“取消第1个”。'

describe('what is asked for in a private chat is for the person', () => {
  it.each([
    ['每周一9点推送省科技厅任务', '好的：每周一 09:00 向您推送“省科技厅任务”，下次是2023年6月5日（周一）09:00。', MORE],
    ['每月25号提醒报进展', '好的：每月25号 09:00 提醒您报进展，下次是2023年6月25日（周日）09:00。', MORE],
    [
      '工作日早上八点半发逾期清单',
      '好的：每个工作日 08:30 向您推送“逾期清单”，下次是2023年6月2日（周五）08:30。',
      MORE,
    ],
    ['每周五下午4点发周报', '好的：每周五 16:00 向您推送“周报”，下次是2023年6月2日（周五）16:00。', MORE],
    [
      '每天晚上8点发逾期清单',
      '好的：每天 20:00 向您推送“逾期清单”，下次是2023年6月1日（周四）20:00。这个时间在工作时间（08:30–18:00）以外，照您说的发。周末和节假日也发。',
      MORE,
    ],
    ['提前7天提醒', '好的：到期前7天和到期当天提醒。', ''],
    ['到期前三天叫我', '好的：到期前3天和到期当天提醒。', ''],
    ['不用提前提醒', '好的：到期当天提醒。', ''],
    ['恢复默认提醒', '好的：到期前30天、7天、3天和到期当天提醒。', ''],
    ['我订阅了啥', '还没有订阅。\n例如说“每周一9点推送省科技厅任务”。', ''],
    ['取消第2个', '还没有订阅，没有可以取消的。', ''],
    ['明天再提醒', '好的：2023年6月2日（周五）09:00再提醒一次，原来的安排不变。', ''],
    ['第2个明天再提醒', '没有第2个订阅。说“我订阅了啥”可以看到编号。', ''],
    ['今天上午8点再提醒', '那个时间已经过了，请说“明天再提醒”或“两小时后再提醒”。', ''],
    ['国庆期间不要发', '好的：2023年9月29日（周五）到2023年10月6日（周五）不发。', ''],
    ['2022年10月1日到7日不要发', '那几天已经过了，没有设置。', ''],
    ['恢复提醒', '好的：恢复提醒。', ''],
    ['周末也发', '好的：周末和节假日也发。', ''],
    ['周末不要发', '好的：只在工作日发，遇周末和节假日顺延。', ''],
    ['不要推定的', '好的：推定的时限不再提醒，文件写明的照常。', ''],
    ['推定的也提醒', '好的：推定的时限也提醒，会标明“推定”。', ''],
  ])('%s', async (text, echo, hint) => {
    const office = await reminderOffice()
    expect(await office.whisper('王', text)).toBe(`${echo}${hint}`)
  })
})

describe('in a group it is for the group, and says so', () => {
  it.each([
    ['每周一9点推送省科技厅任务', '好的：每周一 09:00 向本群推送“省科技厅任务”，下次是2023年6月5日（周一）09:00。'],
    ['每周一9点给我推送省科技厅任务', '好的：每周一 09:00 向您推送“省科技厅任务”，下次是2023年6月5日（周一）09:00。'],
    ['到期前三天叫我', '好的：到期前3天和到期当天提醒。\n只对您个人有效。'],
    ['国庆期间不要发', '好的：2023年9月29日（周五）到2023年10月6日（周五）不发。\n对本群有效。'],
    ['不要推定的', '好的：推定的时限不再提醒，文件写明的照常。\n对本群有效。'],
    [
      '提前7天提醒',
      '还不知道本群是哪个单位的。请先说“本群是省能源局的”，或说明任务，例如“省能源局的任务提前7天提醒”。',
    ],
    ['省能源局的任务提前7天提醒', '好的：到期前7天和到期当天提醒。（省能源局的任务）\n对本群有效。'],
  ])('%s', async (text, echo) => {
    const office = await reminderOffice()
    const said = await office.say('王', text)
    expect(said.replace(MORE, '')).toBe(echo)
  })
})

describe('what cannot be done as said is asked back', () => {
  it.each([
    ['每周推送', '要发什么？例如“每周一9点推送省科技厅任务”“每月25号提醒报进展”“工作日早上8点半发逾期清单”。'],
    ['订阅周报', '什么时候发？请说“每周一9点推送逾期清单”或“每月25号提醒报进展”。'],
    [
      '25号提醒报进展',
      '什么时候发？请说“每周一9点推送逾期清单”或“每月25号提醒报进展”。只提醒一次的，收到提醒后可以说“明天再提醒”“下周一再提醒”。',
    ],
    ['每周一25点推送省科技厅任务', '没有看懂时间“25点”。请这样说：“上午9点”“下午3点半”或“15:30”。'],
    ['提前几天提醒', '提前几天？请说“提前7天提醒”“到期前3天提醒”或“到期当天也提醒”。'],
    ['取消订阅', '取消哪一个？请先说“我订阅了啥”，再说“取消第2个”；一个都不要就说“全部退订”。'],
    ['开会的时候别发', '请说从哪天到哪天，例如“10月1日到7日不要发”，或者“国庆期间不要发”“这周别发”。'],
  ])('%s', async (text, answer) => {
    const office = await reminderOffice()
    expect(await office.whisper('王', text)).toBe(answer)
  })

  it.each([
    '明天到期的任务有哪些',
    '每年降低不少于1个百分点的任务',
    '省科技厅牵头哪些任务',
    '提前完成的有哪些',
    '27完成80%',
  ])('is no wish about reminders: %s', async text => {
    const office = await reminderOffice()
    expect(await office.whisper('王', text)).not.toMatch(/^好的|提醒|推送/u)
    expect(await office.whisper('王', '我订阅了啥')).toMatch(/^还没有订阅。\n例如/u)
  })

  it('does not know a person without a unit', async () => {
    const office = await reminderOffice()
    expect(await office.whisper('生', '提前7天提醒')).toBe(
      '还不知道您是哪个单位的。请先说“绑定 省能源局”，或说明任务，例如“省能源局的任务提前7天提醒”。',
    )
  })

  it('looks after all tasks for the office', async () => {
    const office = await reminderOffice()
    await office.whisper('督', '提前7天提醒')
    expect(await office.whisper('督', '我订阅了啥')).toContain('到期提醒：到期前7天和到期当天提醒（全部任务）')
  })
})

describe('a year whose days off nobody has decreed yet', () => {
  it('is said where the next time falls into it', async () => {
    const office = await reminderOffice()
    office.later(60 * 24 * 365 * 3.5)
    expect(await office.whisper('王', '每年1月5日推送逾期清单')).toContain(
      '2027年的放假安排尚未收录，工作日暂按周一至周五计。',
    )
  })

  it('has no holiday to be quiet in', async () => {
    const office = await reminderOffice()
    office.later(60 * 24 * 365 * 3.5)
    expect(await office.whisper('王', '春节期间不要发')).toBe(
      '这个假期的放假安排还没有收录，请说日期，例如“10月1日到7日不要发”。',
    )
  })
})

describe('我订阅了啥', () => {
  async function withThree(): Promise<ReminderOffice> {
    const office = await reminderOffice()
    for (const text of ['每周一9点推送省科技厅任务', '每月25号提醒报进展']) await office.say('王', text)
    await office.say('王', '工作日早上八点半给我发逾期清单')
    return office
  }

  it('numbers those of the group first, then those of who asks', async () => {
    const office = await withThree()
    expect(await office.say('王', '我订阅了啥')).toBe(
      [
        '共有3个订阅',
        '1. 每周一 09:00 向本群推送“省科技厅任务”，下次2023年6月5日（周一）09:00',
        '2. 每月25号 09:00 提醒本群报进展，下次2023年6月25日（周日）09:00',
        '3. 每个工作日 08:30 向您推送“逾期清单”，下次2023年6月2日（周五）08:30',
        '不要哪个，说“取消第1个”。',
      ].join('\n'),
    )
    expect(await office.say('李', '我订阅了啥')).toMatch(/^共有2个订阅\n1\. 每周一/u)
    expect(await office.whisper('王', '我订阅了啥')).toMatch(/^共有1个订阅\n1\. 每个工作日/u)
  })

  it('gives the numbers that 取消 takes', async () => {
    const office = await withThree()
    expect(await office.say('王', '取消第4个')).toBe('一共3个订阅，没有第4个。说“我订阅了啥”可以看到编号。')
    expect(await office.say('王', '取消第2个')).toBe('已取消1个订阅\n每月25号 09:00 提醒本群报进展')
    expect(await office.say('王', '取消第2个')).toBe('已取消1个订阅\n每个工作日 08:30 向您推送“逾期清单”')
    expect(await office.say('王', '全部退订')).toBe('已取消1个订阅\n每周一 09:00 向本群推送“省科技厅任务”')
  })

  it('says what else was settled, for whom, and forgets quiet days that are over', async () => {
    const office = await reminderOffice()
    await office.say('王', '国庆期间不要发')
    for (const text of ['到期当天也提醒', '提前10天提醒', '不要推定的', '周末也发']) await office.whisper('王', text)
    expect(await office.say('王', '我订阅了啥')).toBe(
      [
        '还没有订阅。',
        '本群勿扰：2023年9月29日（周五）到2023年10月6日（周五）不发',
        '您个人到期提醒：到期前10天和到期当天提醒',
        '您个人推定的时限：不提醒',
        '您个人周末和节假日：也发',
        '例如说“每周一9点推送省科技厅任务”。',
      ].join('\n'),
    )
    office.later(60 * 24 * 150)
    expect(await office.say('王', '我订阅了啥')).not.toContain('勿扰')
  })
})
