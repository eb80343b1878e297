import { describe, expect, test } from 'vitest'
import {
  describeSubscription,
  echoDaysOff,
  echoImplied,
  echoLeadDays,
  echoQuiet,
  echoSnooze,
  echoSubscription,
} from '../../../../src/core/supervision/subscription/echo.ts'
import { nextFire } from '../../../../src/core/supervision/subscription/next-fire.ts'
import { readSubscriptionCommand } from '../../../../src/core/supervision/subscription/read-command.ts'
import type { Scope } from '../../../../src/core/supervision/subscription/subscription.ts'
import { isLegalWorkingDay } from './calendars.ts'

const NOW = { day: '2023-06-01', minute: 600 }

function shownAs(text: string, scope: Scope) {
  const command = readSubscriptionCommand(text)
  if (command?.kind !== 'subscribe') throw new Error(`not a subscription: ${text}`)
  const { schedule, content } = command
  return { schedule, content, scope }
}

function echoOf(text: string, scope: Scope): string {
  const shown = shownAs(text, scope)
  return echoSubscription(shown, nextFire(shown.schedule, NOW, { isWorkingDay: isLegalWorkingDay }))
}

describe('what was understood, said back', () => {
  test.each<[string, Scope, string]>([
    [
      '每周一9点推送省科技厅任务',
      'chat',
      '好的：每周一 09:00 向本群推送“省科技厅任务”，下次是2023年6月5日（周一）09:00。',
    ],
    ['每月25号提醒我报进展', 'me', '好的：每月25号 09:00 提醒您报进展，下次是2023年6月25日（周日）09:00。'],
    [
      '每月底提醒省科技厅报进展',
      'chat',
      '好的：每月底 09:00 提醒本群报进展（省科技厅），下次是2023年6月30日（周五）09:00。',
    ],
    [
      '每月31号推送月报',
      'chat',
      '好的：每月31号 09:00 向本群推送“月报”，下次是2023年6月30日（周五）09:00。没有31号的月份在最后一天发。',
    ],
    [
      '每天晚上8点发我逾期清单',
      'me',
      '好的：每天 20:00 向您推送“逾期清单”，下次是2023年6月1日（周四）20:00。这个时间在工作时间（08:30–18:00）以外，照您说的发。周末和节假日也发。',
    ],
    ['每年12月31日推送年报', 'chat', '好的：每年12月31日 09:00 向本群推送“年报”，下次是2023年12月29日（周五）09:00。'],
    [
      '每年2月29日推送年报',
      'chat',
      '好的：每年2月29日 09:00 向本群推送“年报”，下次是2024年2月29日（周四）09:00。没有29号的月份在最后一天发。',
    ],
  ])('%s', (text, scope, echo) => {
    expect(echoOf(text, scope)).toBe(echo)
  })

  test('nothing comes next while all is quiet', () => {
    expect(echoSubscription(shownAs('每周一推送周报', 'chat'), null)).toBe(
      '好的：每周一 09:00 向本群推送“周报”，勿扰期间不发，说“恢复提醒”就继续。',
    )
  })

  test('one line of the list', () => {
    const shown = shownAs('每两周周五下午4点推送周报', 'chat')
    expect(describeSubscription(shown, { day: '2023-06-09', minute: 960 })).toBe(
      '每两周周五 16:00 向本群推送“周报”，下次2023年6月9日（周五）16:00',
    )
    expect(describeSubscription(shown, null)).toBe('每两周周五 16:00 向本群推送“周报”，暂停中')
  })

  test.each<[readonly number[], string]>([
    [[7, 3, 0], '好的：到期前7天、3天和到期当天提醒。'],
    [[7], '好的：到期前7天提醒。'],
    [[0], '好的：到期当天提醒。'],
    [[], '好的：到期前不再提醒。想恢复请说“提前7天提醒”。'],
  ])('days ahead %j', (days, echo) => {
    expect(echoLeadDays(days)).toBe(echo)
  })

  test('putting off, quiet days and switches', () => {
    expect(echoSnooze({ day: '2023-06-06', minute: 540 })).toBe(
      '好的：2023年6月6日（周二）09:00再提醒一次，原来的安排不变。',
    )
    expect(echoQuiet({ from: '2023-09-29', to: '2023-10-06' })).toBe(
      '好的：2023年9月29日（周五）到2023年10月6日（周五）不发。',
    )
    expect(echoQuiet({ from: '2023-06-06', to: '2023-06-06' })).toBe('好的：2023年6月6日（周二）不发。')
    expect(echoQuiet({ from: '2023-06-06', to: null })).toBe('好的：2023年6月6日（周二）到您说“恢复提醒”之前不发。')
    expect([true, false].map(echoImplied)).toEqual([
      '好的：推定的时限也提醒，会标明“推定”。',
      '好的：推定的时限不再提醒，文件写明的照常。',
    ])
    expect([true, false].map(echoDaysOff)).toEqual([
      '好的：周末和节假日也发。',
      '好的：只在工作日发，遇周末和节假日顺延。',
    ])
  })
})
