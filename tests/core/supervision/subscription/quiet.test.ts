import { describe, expect, test } from 'vitest'
import { quietPeriod } from '../../../../src/core/supervision/subscription/quiet.ts'
import { readSubscriptionCommand } from '../../../../src/core/supervision/subscription/read-command.ts'
import type { Period } from '../../../../src/core/supervision/subscription/schedule.ts'

const NATIONAL_DAYS: readonly Period[] = [
  { from: '2023-09-29', to: '2023-10-06' },
  { from: '2024-10-01', to: '2024-10-07' },
]
const holiday = (name: string, from: string): Period | null =>
  NATIONAL_DAYS.find(({ to }) => name === '国庆节' && to !== null && to >= from) ?? null

/** from/to of the quiet period that was said on that day. */
function quietFrom(text: string, today: string): string | null {
  const command = readSubscriptionCommand(text)
  if (command?.kind !== 'quiet') throw new Error(`not quiet: ${text}`)
  const period = quietPeriod(command.period, today, holiday)
  return period && `${period.from}/${period.to}`
}

describe('which days are quiet', () => {
  test.each([
    ['国庆期间不要发', '2023-06-01', '2023-09-29/2023-10-06'],
    ['国庆期间不要发', '2023-10-06', '2023-09-29/2023-10-06'],
    ['国庆期间不要发', '2023-10-07', '2024-10-01/2024-10-07'],
    ['春节不要发', '2023-06-01', null],
    ['10月1日到7日别发', '2023-06-01', '2023-10-01/2023-10-07'],
    ['10月1日到7日别发', '2023-10-03', '2023-10-01/2023-10-07'],
    ['10月1日到7日别发', '2023-10-08', '2024-10-01/2024-10-07'],
    ['12月30日到1月3日别发', '2023-06-01', '2023-12-30/2024-01-03'],
    ['12月30日到1月3日别发', '2024-01-02', '2023-12-30/2024-01-03'],
    ['2022年10月1日到7日别发', '2023-06-01', null],
    ['2023年12月30日到1月3日别发', '2023-06-01', '2023-12-30/2024-01-03'],
    ['2月29日别发', '2023-01-01', '2023-02-28/2023-02-28'],
    ['10月8日前不要发', '2023-10-01', '2023-10-01/2023-10-07'],
    ['今天别发了', '2023-12-31', '2023-12-31/2023-12-31'],
    ['明天别发', '2023-12-31', '2024-01-01/2024-01-01'],
    ['接下来三天不要发', '2024-02-28', '2024-02-28/2024-03-01'],
    ['这周别发', '2023-06-07', '2023-06-07/2023-06-11'],
    ['下周别发', '2023-06-07', '2023-06-12/2023-06-18'],
    ['这个月别发', '2024-02-10', '2024-02-10/2024-02-29'],
    ['下个月别发', '2023-12-10', '2024-01-01/2024-01-31'],
    ['暂停提醒', '2023-06-07', '2023-06-07/null'],
  ])('%s on %s: %s', (text, today, expected) => {
    expect(quietFrom(text, today)).toBe(expected)
  })
})
