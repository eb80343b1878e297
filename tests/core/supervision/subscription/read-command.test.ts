import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { readSubscriptionCommand } from '../../../../src/core/supervision/subscription/read-command.ts'

const read = readSubscriptionCommand

describe('days ahead of a limit', () => {
  test.each<[string, string, readonly number[], string | null, string | null]>([
    ['提前7天提醒', 'set', [7], null, null],
    ['提前七天提醒我', 'set', [7], null, 'me'],
    ['到期前三天叫我', 'set', [3], null, 'me'],
    ['截止日前3天通知大家', 'set', [3], null, 'chat'],
    ['3天前提醒我', 'set', [3], null, 'me'],
    ['提醒我提前5天', 'set', [5], null, 'me'],
    ['提前半个月提醒', 'set', [15], null, null],
    ['提前一周提醒', 'set', [7], null, null],
    ['到期前两个星期提醒我', 'set', [14], null, 'me'],
    ['提前一个月提醒我们', 'set', [30], null, null],
    ['提前7天、3天、1天各提醒一次', 'set', [7, 3, 1], null, null],
    ['提前1天和7天提醒', 'set', [7, 1], null, null],
    ['提前7天和到期当天提醒', 'set', [7, 0], null, null],
    ['到期当天也提醒', 'add', [0], null, null],
    ['提前30天也提醒', 'add', [30], null, null],
    ['到期那天提醒我', 'set', [0], null, 'me'],
    ['省科技厅的任务提前7天提醒', 'set', [7], '省科技厅的任务', null],
    ['不用提前提醒', 'set', [], null, null],
    ['取消提前7天提醒', 'remove', [7], null, null],
    ['恢复默认提醒', 'default', [], null, null],
  ])('%s', (text, mode, daysBefore, query, scope) => {
    expect(read(text)).toEqual({ kind: 'lead-days', mode, daysBefore, query, scope })
  })
})

describe('which there are', () => {
  test.each<[string, string | null]>([
    ['我订阅了啥', 'me'],
    ['我订阅了啥？', 'me'],
    ['我都订阅了哪些', 'me'],
    ['我的订阅', 'me'],
    ['查看我的订阅', 'me'],
    ['我设了哪些提醒', 'me'],
    ['有哪些订阅', null],
    ['订阅列表', null],
    ['看看有哪些定时推送', null],
    ['本群订阅', 'chat'],
    ['本群有哪些订阅？', 'chat'],
  ])('%s', (text, scope) => {
    expect(read(text)).toEqual({ kind: 'list', scope })
  })
})

describe('which to end', () => {
  test.each<[string, readonly number[] | 'all', string | null]>([
    ['取消第2个', [2], null],
    ['取消第2个订阅', [2], null],
    ['取消第二个', [2], null],
    ['把第2个取消', [2], null],
    ['退订第二个', [2], null],
    ['退订2', [2], null],
    ['取消订阅2', [2], null],
    ['取消订阅第2个', [2], null],
    ['取消第2条订阅', [2], null],
    ['取消第1、3个', [1, 3], null],
    ['删除第１个', [1], null],
    ['全部退订', 'all', null],
    ['取消所有订阅', 'all', null],
    ['把订阅全部取消', 'all', null],
    ['本群全部退订', 'all', 'chat'],
    ['我的订阅全部取消', 'all', 'me'],
  ])('%s', (text, which, scope) => {
    expect(read(text)).toEqual({ kind: 'cancel', which, scope })
  })
})

describe('putting off', () => {
  const days = (count: number, minute: number | null = null) => ({ kind: 'days', days: count, minute })
  const weekday = (weeks: number | null, day: number, minute: number | null = null) => ({
    kind: 'weekday',
    weeks,
    weekday: day,
    minute,
  })

  test.each<[string, object, number | null]>([
    ['明天再提醒', days(1), null],
    ['明天再提醒我一下', days(1), null],
    ['明天提醒我', days(1), null],
    ['明早再提醒', days(1, 510), null],
    ['明天下午3点再提醒我', days(1, 900), null],
    ['后天再提醒', days(2), null],
    ['过两天再提醒', days(2), null],
    ['三天后再提醒', days(3), null],
    ['一周后再提醒', days(7), null],
    ['下午再提醒', days(0, 870), null],
    ['今天下午四点再提醒', days(0, 960), null],
    ['下班前再提醒', days(0, 1050), null],
    ['下周一再提醒', weekday(1, 1), null],
    ['下周再提醒', weekday(1, 1), null],
    ['下下周三再提醒', weekday(2, 3), null],
    ['周五上午10点再提醒', weekday(null, 5, 600), null],
    ['本周五再提醒', weekday(0, 5), null],
    ['12月25日再提醒', { kind: 'date', month: 12, day: 25, minute: null }, null],
    ['25号再提醒', { kind: 'date', month: null, day: 25, minute: null }, null],
    ['下个月再提醒', { kind: 'date', month: null, day: 1, minute: null }, null],
    ['两小时后再提醒', { kind: 'minutes', minutes: 120 }, null],
    ['一个半小时后再提醒', { kind: 'minutes', minutes: 90 }, null],
    ['半小时后再提醒我', { kind: 'minutes', minutes: 30 }, null],
    ['30分钟后再提醒', { kind: 'minutes', minutes: 30 }, null],
    ['一刻钟后再提醒', { kind: 'minutes', minutes: 15 }, null],
    ['稍后提醒', { kind: 'later' }, null],
    ['晚点再提醒', { kind: 'later' }, null],
    ['知道了，明天再提醒', days(1), null],
    ['第2个明天再提醒', days(1), 2],
    ['第2个两小时后再提醒', { kind: 'minutes', minutes: 120 }, 2],
  ])('%s', (text, until, number) => {
    expect(read(text)).toEqual({ kind: 'snooze', until, number })
  })
})

describe('quiet days', () => {
  const day = (month: number, number: number, year: number | null = null) => ({ year, month, day: number })

  test.each<[string, object]>([
    ['国庆期间不要发', { kind: 'holiday', name: '国庆节' }],
    ['国庆假期别推送', { kind: 'holiday', name: '国庆节' }],
    ['十一期间不要发', { kind: 'holiday', name: '国庆节' }],
    ['春节不要发', { kind: 'holiday', name: '春节' }],
    ['过年期间不要提醒', { kind: 'holiday', name: '春节' }],
    ['五一别发了', { kind: 'holiday', name: '劳动节' }],
    ['10月1日到7日别发', { kind: 'dates', from: day(10, 1), to: day(10, 7) }],
    ['十月一号至十月七号不要推送', { kind: 'dates', from: day(10, 1), to: day(10, 7) }],
    ['10.1-10.7不要发', { kind: 'dates', from: day(10, 1), to: day(10, 7) }],
    ['从2023年12月30日到2024年1月3日不要发', { kind: 'dates', from: day(12, 30, 2023), to: day(1, 3, 2024) }],
    ['10月1日别发', { kind: 'dates', from: day(10, 1), to: day(10, 1) }],
    ['10月8日前不要发', { kind: 'before', day: day(10, 8) }],
    ['今天别发了', { kind: 'days', from: 0, to: 0 }],
    ['明天不要提醒', { kind: 'days', from: 1, to: 1 }],
    ['接下来三天不要提醒', { kind: 'days', from: 0, to: 2 }],
    ['这周别发', { kind: 'weeks', away: 0 }],
    ['下周不要推送', { kind: 'weeks', away: 1 }],
    ['这个月别发', { kind: 'months', away: 0 }],
    ['最近别发', { kind: 'open' }],
    ['暂停提醒', { kind: 'open' }],
    ['别再发了', { kind: 'open' }],
  ])('%s', (text, period) => {
    expect(read(text)).toEqual({ kind: 'quiet', period })
  })

  test.each(['恢复提醒', '恢复推送', '继续提醒吧', '取消免打扰'])('%s ends them', text => {
    expect(read(text)).toEqual({ kind: 'resume' })
  })
})

test.each<[string, string, boolean]>([
  ['周末也发', 'days-off', true],
  ['节假日也照常推送', 'days-off', true],
  ['周末不要发', 'days-off', false],
  ['节假日不要推送', 'days-off', false],
  ['不要在周末发', 'days-off', false],
  ['只在工作日发', 'days-off', false],
  ['不要推定的', 'implied', false],
  ['推定的不用提醒', 'implied', false],
  ['推定的时限别提醒了', 'implied', false],
  ['推定的也提醒', 'implied', true],
  ['推定的时限也要提醒', 'implied', true],
])('%s switches %s to %s', (text, kind, isOn) => {
  expect(read(text)).toEqual({ kind, isOn })
})

test.each([
  ['提前3个工作日提醒', /按日历天算/u],
  ['提前1000天提醒', /0到365天/u],
  ['提前提醒', /提前几天/u],
  ['下午25点再提醒', /没有看懂时间/u],
  ['2月30号再提醒', /没有看懂推迟到哪一天/u],
  ['9999小时后再提醒', /一年以内/u],
  ['2月30日不要发', /没有看懂日期/u],
  ['10月32日到10月35日不要发', /没有看懂日期/u],
  ['暑假期间不要发', /请说从哪天到哪天/u],
  ['取消订阅', /取消哪一个/u],
  ['取消省科技厅任务的推送', /取消哪一个/u],
])('%s is answered with what to type', (text, say) => {
  expect(read(text)).toEqual({ kind: 'unclear', say: expect.stringMatching(say) })
})

describe('what is not about reminders', () => {
  test.each([
    '',
    '是',
    '好',
    '取消',
    '确认',
    '不要发',
    '别发',
    '先别发',
    '第2个',
    '不要第2个',
    '去掉第2个',
    '取消第27条',
    '明天',
    '提醒',
    '27完成80%',
    '27完成80%，下步每周一推送数据',
    '第27条已完成，下步每月向省厅报送进展',
    '提醒我一下27条是什么',
    '催一下科技厅',
    '催办没报的',
    '12月25号前要完成的',
    '每月任务有哪些',
    '每周要报进展的任务有哪些',
    '周一要完成的任务',
    '逾期的有哪些',
    '没报的有哪些',
    '明天到期的发我一下',
    '把27条原文发我',
    '撤回刚才的',
    '绑定 省能源局',
    '本群是省能源局的',
    '每周一推送什么',
    '每周一推送的任务有哪些',
    '每月25号提醒的是什么？',
    '能每周提醒吗',
    '每季度通报一次',
    '每年发放补贴多少钱',
    '每年推动几个项目',
    '各市每月向省厅推送数据',
    '我们每周推送一次信息',
    '每年新增高新技术企业',
    '提前完成的任务',
    '到期前要完成哪些',
    '推定的有哪些',
    '周末要交的有哪些',
    '国庆前要完成的',
    '第3个月底前完成',
    '你好',
    `每周一9点推送${'省科技厅任务'.repeat(30)}`,
  ])('%s', text => {
    expect(read(text)).toBeNull()
  })

  const Questions = z.array(z.object({ q: z.optional(z.string()), turns: z.optional(z.array(z.string())) }))

  test('no question of the bank', () => {
    const bank = Questions.parse(
      JSON.parse(readFileSync(new URL('../../../golden/questions.json', import.meta.url), 'utf8')),
    ).flatMap(({ q = '', turns = [q] }) => turns)
    expect(bank.length).toBeGreaterThan(300)
    expect(bank.filter(question => read(question) !== null)).toEqual([])
  })

  test('no sentence of the documents, which are full of 每年 and 每季度', () => {
    const folder = new URL('../../../../seeds/documents/', import.meta.url)
    const texts = readdirSync(folder).map(name => readFileSync(new URL(name, folder), 'utf8'))
    const sentences = texts.flatMap(text => [...text.split(/[。；\n]/u), ...text.split(/[，。；：、\n]/u)])
    expect(sentences.filter(sentence => sentence.includes('每')).length).toBeGreaterThan(20)
    expect(sentences.filter(sentence => read(sentence) !== null)).toEqual([])
  })
})
