import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { deskOffice } from '../desk-office.ts'

/** 27 in progress with a problem, 28 done, 34 without progress, all on 1 June. */
async function busyOffice() {
  const office = await deskOffice()
  for (const text of ['27完成80%，问题：送出线路未批', '28条完成了', '34无进展']) {
    await office.say('王', text)
    await office.say('王', '是')
  }
  await office.say('督', '通过28')
  return office
}

const firstLine = (text: string) => text.split('\n')[0]

describe('a question about how tasks stand', () => {
  it.each([
    ['哪些没报进展', '未反馈的任务共273项，本页1–10'],
    ['已完成的有几条', '已完成（办结或销号）的任务共1项'],
    ['已办结的有哪些', '已办结的任务共1项'],
    ['进行中的有哪些', '进行中的任务共1项'],
    ['待审核的有哪些', '没有已反馈待审核的任务。'],
    ['逾期的有哪些', '没有逾期的任务。'],
    ['有哪些问题', '全部任务没有解决的问题共1个，涉及1项任务'],
    ['各单位完成情况', '全部任务的完成情况：共74个单位，本页1–50'],
    ['省能源局完成情况', '省能源局负责的任务共8项'],
    ['最近一周更新了什么', '5月25日至6月1日更新的任务共3项'],
    ['鲁政办字〔2023〕5号第27条历史进展', '鲁政办字〔2023〕5号·三·第27项“大力发展可再生能源”的历史进展共1条'],
  ])('%s', async (text, said) => {
    const office = await busyOffice()
    expect(firstLine(await office.say('督', text))).toBe(said)
  })

  it('is of all tasks again where it names another state', async () => {
    const office = await busyOffice()
    expect(firstLine(await office.say('督', '哪些没报进展'))).toBe('未反馈的任务共273项，本页1–10')
    expect(firstLine(await office.say('督', '已完成的有几条'))).toBe('已完成（办结或销号）的任务共1项')
    expect(firstLine(await office.say('督', '逾期的有哪些'))).toBe('没有逾期的任务。')
  })

  it('knows what one’s own unit is', async () => {
    const office = await busyOffice()
    expect(firstLine(await office.say('王', '我单位的任务'))).toBe('省能源局有关的任务共9项')
    expect(firstLine(await office.say('王', '我牵头的'))).toBe('省能源局牵头的任务共8项')
    expect(firstLine(await office.say('王', '哪些还没报'))).toBe('省能源局牵头、未反馈的任务共5项')
    expect(firstLine(await office.say('外', '我单位的任务'))).toBe(
      '您还没有绑定单位。请说“绑定 省能源局”（换成您单位的名称），管理员同意后再这样问。',
    )
  })

  it('has the whole of one task', async () => {
    const office = await busyOffice()
    expect(await office.say('督', '鲁政办字〔2023〕5号第27条现在啥进度')).toBe(
      [
        '大力发展可再生能源',
        '鲁政办字〔2023〕5号·三·第27项',
        '省能源局牵头',
        '状态：绿灯（进行中）80%',
        '最新进展（省能源局，6月1日）：完成80%，问题：送出线路未批',
        '存在问题：送出线路未批（待协调）',
        '时限：2023-12-31',
        '可以回复：“历史进展”',
      ].join('\n'),
    )
  })

  it('sees what was due while time went by', async () => {
    const office = await busyOffice()
    office.later(40 * 24 * 60)
    expect(firstLine(await office.say('督', '逾期的有哪些'))).toBe('逾期的任务共1项')
    expect(firstLine(await office.say('督', '最近一周更新了什么'))).toBe('没有7月4日至7月11日更新的任务。')
  })
})

const Rows = z.array(z.looseObject({ ordinal: z.string(), progress: z.string(), state: z.string() }))

describe('the sheet', () => {
  it.each([
    ['导出 省能源局台账', '省能源局台账', 9],
    ['导出 省科技厅台账', '省科技厅台账', 14],
    ['导出台账', '督办台账', 276],
    ['导出全部任务', '督办台账', 276],
    ['导出 鲁政发〔2023〕6号台账', '鲁政发〔2023〕6号台账', 14],
  ])('%s', async (text, title, count) => {
    const office = await busyOffice()
    expect(await office.say('督', text)).toBe(`已导出${title}，共${count}项。`)
    expect(office.files.map(({ file, to }) => [file.name, to.chat])).toEqual([[`${title}.json`, '督查群']])
    const rows = Rows.parse(JSON.parse(new TextDecoder().decode(office.files[0]?.file.bytes)))
    expect(rows).toHaveLength(count)
  })

  it('has what was reported', async () => {
    const office = await busyOffice()
    expect(await office.say('王', '导出我单位的台账')).toBe('已导出本单位台账，共9项。')
    const rows = Rows.parse(JSON.parse(new TextDecoder().decode(office.files[0]?.file.bytes)))
    expect(rows.slice(0, 2)).toMatchObject([
      { ordinal: '27', progress: '完成80%，问题：送出线路未批', state: '进行中' },
      { ordinal: '28', progress: '完成了', state: '已办结' },
    ])
  })

  it.each([
    ['外', '导出 我的台账', /^我还不知道您是哪个单位的。/u],
    ['督', '导出 火星局台账', /^没有找到“火星局”的任务，没有导出。$/u],
    ['督', '导出 科技局台账', /^“科技局”可以指几个单位，请写全名/u],
  ])('%s gets none by %s', async (person, text, said) => {
    const office = await deskOffice()
    expect(await office.say(person, text)).toMatch(said)
    expect(office.files).toEqual([])
  })
})
