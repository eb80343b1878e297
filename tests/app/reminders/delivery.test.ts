import { describe, expect, it } from 'vitest'
import { reminderOffice } from './office.ts'

const firstLines = (letters: readonly { readonly to: string; readonly text: string }[]) =>
  letters.map(({ to, text }) => [to, text.split('\n')[0]])

describe('a chat of a unit', () => {
  it('is asked for in the chat and settled by an administrator', async () => {
    const office = await reminderOffice()
    expect(await office.say('王', '本群是省能源局的', '能源群')).toBe(
      '已提交：本群设为省能源局的工作群，等管理员同意。',
    )
    expect(office.unasked()).toEqual([
      {
        to: '管',
        text: '有人要把一个群设为省能源局的工作群\n群编号：fake:能源群\n申请人：fake:王\n可以回复：“同意”“拒绝”',
      },
    ])
    expect(await office.press('王', '同意本群 fake:能源群')).toBe('这一步由管理员办理，您不是管理员。')
    expect(await office.press('管', '同意本群 fake:能源群')).toBe('已同意：省能源局的工作群。')
    expect(firstLines(office.unasked()).at(-1)).toEqual(['王', '管理员已同意，那个群现在是省能源局的工作群。'])
  })

  it('is not settled in private, nor for a unit that nobody knows', async () => {
    const office = await reminderOffice()
    expect(await office.whisper('王', '本群是省能源局的')).toBe('这是私聊，不是群。请在单位的工作群里@我说这句话。')
    expect(await office.say('王', '本群是济南市科技局的')).toMatch(/^没有认准“济南市科技局”是哪个单位/u)
  })

  it('gets what its people got before', async () => {
    const office = await reminderOffice()
    await office.say('管', '本群是省能源局的', '能源群')
    await office.say('督', '催办省能源局')
    await office.say('督', '是')
    await office.days(220)
    const letters = office.unasked()
    expect(letters.some(({ to }) => to === '王')).toBe(false)
    expect(firstLines(letters).filter(([to]) => to === '能源群')).toEqual([
      ['能源群', '督查室提醒省能源局：以下8项任务请关注进展。'],
      ['能源群', '6项任务还有30天到期'],
      ['能源群', '6项任务还有9天到期'],
      ['能源群', '6项任务还有3天到期'],
      ['能源群', '6项任务还有2天到期'],
      ['能源群', '6项任务已逾期2天'],
    ])
  })
})

describe('what comes by itself', () => {
  it('says what is due, when, and how to report', async () => {
    const office = await reminderOffice()
    await office.days(211)
    const letter = office.unasked().findLast(({ to }) => to === '王')
    expect(letter?.text.split('\n')).toEqual([
      '6项任务还有2天到期',
      '今天是到期前最后一个工作日。',
      '大力发展可再生能源',
      '鲁政办字〔2023〕5号·三·第27项｜年底（2023-12-31）｜还有2天',
      '积极安全有序发展核电',
      '鲁政办字〔2023〕5号·三·第28项｜年底（2023-12-31）｜还有2天',
      '持续优化煤电产业结构',
      '鲁政办字〔2023〕5号·三·第29项｜年内（2023-12-31）｜还有2天',
      '有序推动燃气机组建设',
      '鲁政办字〔2023〕5号·三·第30项｜年内（2023-12-31）｜还有2天',
      '加快提升电力系统调节能力',
      '鲁政办字〔2023〕5号·三·第31项｜年底（2023-12-31）｜还有2天',
      '扩大“绿电入鲁”规模',
      '鲁政办字〔2023〕5号·三·第34项｜年内（2023-12-31）｜还有2天',
      '报进展请直接回复，如“27完成80%”',
    ])
  })

  it('marks days that are inferred, and leaves them out where nobody wants them', async () => {
    const office = await reminderOffice()
    await office.days(184)
    const marked = office.unasked().filter(({ to }) => to === '李')
    expect(marked.map(({ text }) => text.split('\n').slice(0, 4))).toEqual([
      [
        '1项任务还有30天到期',
        '时限是推定的，不是文件写明的日期。',
        '完善实验室体系',
        '鲁政办字〔2023〕5号·一·第2项｜2023年（2023-12-31，推定）｜还有30天',
      ],
    ])
    await office.whisper('李', '不要推定的')
    await office.days(40)
    expect(office.unasked().filter(({ to }) => to === '李')).toHaveLength(1)
  })

  it('names an extension that was granted', async () => {
    const office = await reminderOffice()
    await office.whisper('王', '28条申请延期到2024年3月29日，原因：设备未到货')
    await office.whisper('督', '同意 鲁政办字〔2023〕5号#28 延期')
    office.sent.length = 0
    await office.days(302)
    expect(office.unasked().findLast(({ to }) => to === '王')?.text).toContain(
      '第28项｜批准延期（2024-03-29）｜今天到期',
    )
  })

  it('leaves out what is done, and days that somebody wants to be quiet on', async () => {
    const office = await reminderOffice()
    for (const number of [27, 28, 29, 30, 31]) {
      await office.whisper('王', `${number}已完成`)
      await office.whisper('王', '是')
    }
    await office.whisper('王', '12月20日到12月28日不要发')
    office.sent.length = 0
    await office.days(215)
    expect(firstLines(office.unasked().filter(({ to }) => to === '王'))).toEqual([
      ['王', '1项任务还有30天到期'],
      ['王', '1项任务还有2天到期'],
      ['王', '1项任务已逾期2天'],
    ])
  })

  it('comes again when it is put off', async () => {
    const office = await reminderOffice()
    await office.days(204)
    office.sent.length = 0
    expect(await office.whisper('王', '下周一再提醒')).toBe(
      '好的：2023年12月25日（周一）09:00再提醒一次，原来的安排不变。',
    )
    await office.days(4)
    expect(firstLines(office.unasked().filter(({ to }) => to === '王'))).toEqual([['王', '6项任务还有6天到期']])
  })
})

describe('what somebody subscribed to', () => {
  it('is a digest whose counts are those of the lists behind its buttons', async () => {
    const office = await reminderOffice()
    for (const text of ['5号文1条 完成30%，问题：资金未到位', '是', '5号文2条 已完成', '是', '每周五下午4点发周报'])
      await office.whisper('李', text)
    office.sent.length = 0
    await office.days(3)
    const digest = office.sent.find(({ reply }) => reply.chart)?.reply
    expect(digest?.summary).toBe('督办简报：省科技厅11项任务，未反馈9项、待解决的问题1个')
    expect(digest?.notes).toEqual(['定期提醒（每周五 16:00）'])
    expect(digest?.items.map(({ title }) => title)).toEqual([
      '最近一周有更新：2项',
      '逾期：0项',
      '临期：0项',
      '未反馈：9项',
      '待审核：1项',
      '已办结：0项',
      '待解决的问题：1个',
    ])
    expect(digest?.chart?.bars.map(({ value }) => value)).toEqual([2, 0, 0, 9, 1, 0, 1])
    expect(digest?.actions?.map(({ label, say }) => [label, say])).toEqual([
      ['最近一周有更新', '省科技厅负责的最近一周更新了什么'],
      ['未反馈', '省科技厅负责的没报进展的任务有哪些'],
      ['待审核', '省科技厅负责的待审核的任务有哪些'],
      ['待解决的问题', '省科技厅负责的有哪些问题'],
    ])
    const lists = await Promise.all((digest?.actions ?? []).map(({ say }) => office.press('李', say)))
    expect(lists.map(list => /共(\d+)[项个]/u.exec(list)?.[1])).toEqual(['2', '9', '1', '1'])
  })

  it.each([
    ['每周一9点推送我单位的任务', '李', /^省科技厅有关的任务共14项，本页1–10\n定期提醒（每周一 09:00）\n/u],
    ['每周一9点推送我牵头的逾期任务', '李', /^没有省科技厅牵头、逾期的任务。\n/u],
    ['每周一9点推送逾期清单', '李', /^没有省科技厅负责、逾期的任务。\n/u],
    ['每周一9点提醒报进展', '李', /^可以报进展了：省科技厅负责、5月29日至6月5日没有报进展、未办结的任务共11项/u],
    ['每周一9点推送问题清单', '督', /^全部任务没有待解决的问题。\n/u],
    ['每周一9点发月报', '督', /^督办简报：276项任务，/u],
    ['每周一9点推送省财政厅没报清单', '督', /^省财政厅负责、未反馈的任务共3项\n/u],
  ])('%s', async (text, person, answer) => {
    const office = await reminderOffice()
    await office.whisper(person, text)
    office.sent.length = 0
    await office.days(5)
    const [letter, ...more] = office.unasked()
    expect(more).toEqual([])
    expect(letter?.to).toBe(person)
    expect(letter?.text).toMatch(answer)
    expect(letter?.text).not.toContain('下一页”；')
  })

  it('counts what was issued since', async () => {
    const office = await reminderOffice({ from: '2023-05-18T09:00:00+08:00' })
    await office.whisper('督', '每周一9点发周报')
    await office.days(5)
    expect(office.unasked().at(-1)?.text).toContain('\n新印发鲁政发〔2023〕6号：14项\n')
  })
})
