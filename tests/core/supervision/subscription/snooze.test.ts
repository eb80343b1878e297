import { expect, test } from 'vitest'
import { readSubscriptionCommand } from '../../../../src/core/supervision/subscription/read-command.ts'
import { snoozedTo } from '../../../../src/core/supervision/subscription/snooze.ts'
import { isLegalWorkingDay } from './calendars.ts'

/** The day and the minutes after midnight to which it is put off. */
function putOff(text: string, day: string, minute: number): string | null {
  const command = readSubscriptionCommand(text)
  if (command?.kind !== 'snooze') throw new Error(`not put off: ${text}`)
  const moment = snoozedTo(command.until, { day, minute }, isLegalWorkingDay)
  return moment && `${moment.day} ${moment.minute}`
}

test.each<[string, string, number, string | null]>([
  ['明天再提醒', '2023-06-05', 600, '2023-06-06 540'],
  ['明天下午3点再提醒', '2023-06-05', 600, '2023-06-06 900'],
  // The day after is a holiday: the next working morning.
  ['明天再提醒', '2023-09-28', 600, '2023-10-07 540'],
  ['明天再提醒', '2023-12-29', 600, '2024-01-02 540'],
  ['三天后再提醒', '2024-02-26', 600, '2024-02-29 540'],
  ['下周一再提醒', '2023-06-07', 600, '2023-06-12 540'],
  ['下周一再提醒', '2023-06-05', 600, '2023-06-12 540'],
  ['下下周三再提醒', '2023-06-07', 600, '2023-06-21 540'],
  ['周五再提醒', '2023-06-07', 600, '2023-06-09 540'],
  ['周五再提醒', '2023-06-09', 600, '2023-06-16 540'],
  ['本周一再提醒', '2023-06-07', 600, null],
  ['25号再提醒', '2023-06-07', 600, '2023-06-25 540'],
  ['31号再提醒', '2023-11-07', 600, '2023-11-30 540'],
  ['1月2日再提醒', '2023-12-07', 600, '2024-01-02 540'],
  ['下个月再提醒', '2023-06-07', 600, '2023-07-03 540'],
  ['今天下午4点再提醒', '2023-06-07', 600, '2023-06-07 960'],
  ['今天上午9点再提醒', '2023-06-07', 600, null],
  // Minutes are counted as they were asked for, into the night and over it.
  ['两小时后再提醒', '2023-06-07', 1050, '2023-06-07 1170'],
  ['两小时后再提醒', '2023-12-31', 1380, '2024-01-01 60'],
  ['稍后提醒', '2023-06-07', 600, '2023-06-07 660'],
  ['稍后提醒', '2023-06-09', 1050, '2023-06-12 510'],
  ['稍后提醒', '2023-06-10', 600, '2023-06-12 510'],
  ['稍后提醒', '2023-06-07', 300, '2023-06-07 510'],
])('%s on %s at %d: %s', (text, day, minute, expected) => {
  expect(putOff(text, day, minute)).toBe(expected)
})
