import { describe, expect, it, test } from 'vitest'
import type { DueTask } from '../../../src/core/supervision/due-index.ts'
import type { dueNotices } from '../../../src/core/supervision/due-notices.ts'
import { noticeLetters } from '../../../src/core/supervision/notice.ts'
import { DEFAULT_RULES } from '../../../src/core/supervision/rules.ts'
import { addDays } from '../../../src/core/text/calendar.ts'
import { daysBetween, nameOf, on, recipient, taskDue } from './due-fixture.ts'

/** The days on which a deadline is spoken of, from T-30 to T+1. */
function noticeDays(date: string): readonly string[] {
  return daysBetween(addDays(date, -45), addDays(date, 15)).flatMap(day =>
    on(day, [taskDue([date])]).notices.map(({ key }) => `${nameOf(key)}: ${day}`),
  )
}

describe('the days of a deadline: T-30, T-7, T-3, T-0, T+1', () => {
  it.each([
    // Working days all.
    ['2023-12-14', '2023-11-14', '2023-12-07', '2023-12-11', '2023-12-14', '2023-12-15'],
    // Spring Festival 2023: 21 to 27 January off, 28 and 29 (a weekend) worked.
    ['2023-01-20', '2022-12-21', '2023-01-13', '2023-01-17', '2023-01-20', '2023-01-28'],
    ['2023-01-24', '2022-12-23', '2023-01-17', '2023-01-20', '2023-01-20', '2023-01-28'],
    ['2023-01-28', '2022-12-29', '2023-01-20', '2023-01-20', '2023-01-28', '2023-01-29'],
    ['2023-01-31', '2022-12-30', '2023-01-20', '2023-01-28', '2023-01-31', '2023-02-01'],
    // Spring Festival 2024: 10 to 17 February off, Sundays 4 and 18 worked.
    ['2024-02-04', '2024-01-05', '2024-01-26', '2024-02-01', '2024-02-04', '2024-02-05'],
    ['2024-02-17', '2024-01-18', '2024-02-09', '2024-02-09', '2024-02-09', '2024-02-18'],
    ['2024-02-18', '2024-01-19', '2024-02-09', '2024-02-09', '2024-02-18', '2024-02-19'],
    // Leap day.
    ['2024-02-29', '2024-01-30', '2024-02-22', '2024-02-26', '2024-02-29', '2024-03-01'],
    ['2023-02-28', '2023-01-29', '2023-02-21', '2023-02-24', '2023-02-28', '2023-03-01'],
    // National Day 2023: 29 September to 6 October off, the weekend of the 7th worked.
    ['2023-09-30', '2023-08-31', '2023-09-22', '2023-09-27', '2023-09-28', '2023-10-07'],
    ['2023-10-08', '2023-09-08', '2023-09-28', '2023-09-28', '2023-10-08', '2023-10-09'],
    // National Day 2025: 1 to 8 October off, 28 September and 11 October worked.
    ['2025-09-28', '2025-08-29', '2025-09-19', '2025-09-25', '2025-09-28', '2025-09-29'],
    ['2025-10-08', '2025-09-08', '2025-09-30', '2025-09-30', '2025-09-30', '2025-10-09'],
    ['2025-10-10', '2025-09-10', '2025-09-30', '2025-09-30', '2025-10-10', '2025-10-11'],
    // Year ends: a Sunday with Monday off, a Tuesday before a day off, a Wednesday before three.
    ['2023-12-31', '2023-12-01', '2023-12-22', '2023-12-28', '2023-12-29', '2024-01-02'],
    ['2024-12-31', '2024-11-29', '2024-12-24', '2024-12-27', '2024-12-31', '2025-01-02'],
    ['2025-12-31', '2025-12-01', '2025-12-24', '2025-12-26', '2025-12-31', '2026-01-04'],
    // The ends of the other months of 2023.
    ['2023-03-31', '2023-03-01', '2023-03-24', '2023-03-28', '2023-03-31', '2023-04-03'],
    ['2023-04-30', '2023-03-31', '2023-04-23', '2023-04-27', '2023-04-28', '2023-05-04'],
    ['2023-05-31', '2023-04-28', '2023-05-24', '2023-05-26', '2023-05-31', '2023-06-01'],
    ['2023-06-30', '2023-05-31', '2023-06-21', '2023-06-27', '2023-06-30', '2023-07-03'],
    ['2023-07-31', '2023-06-30', '2023-07-24', '2023-07-28', '2023-07-31', '2023-08-01'],
    ['2023-08-31', '2023-08-01', '2023-08-24', '2023-08-28', '2023-08-31', '2023-09-01'],
    ['2023-10-31', '2023-09-28', '2023-10-24', '2023-10-27', '2023-10-31', '2023-11-01'],
    ['2023-11-30', '2023-10-31', '2023-11-23', '2023-11-27', '2023-11-30', '2023-12-01'],
    // A year without a notice of the State Council: Monday to Friday.
    ['2029-10-03', '2029-09-03', '2029-09-26', '2029-09-28', '2029-10-03', '2029-10-04'],
  ])('%s: %s, %s, %s, %s, %s', (date, ...[t30, t7, t3, t0, after]) => {
    expect(noticeDays(date)).toEqual([
      `reminder 30: ${t30}`,
      `reminder 7: ${t7}`,
      `reminder 3: ${t3}`,
      `due 0: ${t0}`,
      `urge 1: ${after}`,
    ])
  })
})

describe('T-30', () => {
  it.each([
    ['2023-09-01', 1],
    ['2023-09-02', 0],
    [null, 0],
  ])('of 2023-11-30 in a document issued on %s: %d notices', (issuedOn, count) => {
    expect(on('2023-10-31', [taskDue(['2023-11-30'], { issuedOn })]).notices).toHaveLength(count)
  })

  it('a document without a date has the other notices', () => {
    expect(on('2023-11-23', [taskDue(['2023-11-30'], { issuedOn: null })]).notices).toHaveLength(1)
  })
})

describe('a task', () => {
  const told = (more: Partial<DueTask>) => on('2023-12-14', [taskDue(['2023-12-14'], more)]).notices.length

  it.each([
    ['not-started', 1],
    ['in-progress', 1],
    ['submitted', 0],
    ['done', 0],
    ['closed', 0],
    ['suspended', 0],
    ['terminated', 0],
  ] as const)('%s: %d notices', (stage, count) => {
    expect(told({ stage })).toBe(count)
  })

  it('of other units, or of none, or without a date is not theirs', () => {
    expect([told({ units: ['省科技厅'] }), told({ units: [] }), told({ deadlines: [] })]).toEqual([0, 0, 0])
  })

  it('with two units of one recipient is told once', () => {
    const recipients = [{ ...recipient, units: ['省能源局', '省科技厅'] }]
    const tasks = [taskDue(['2023-12-14'], { units: ['省能源局', '省科技厅'] })]
    expect(on('2023-12-14', tasks, { recipients }).notices).toHaveLength(1)
  })

  it('with two deadlines of one day is told once, of two days on each', () => {
    const tasks = [taskDue(['2023-12-14', '2023-12-14', '2023-12-15'])]
    expect(on('2023-12-14', tasks).notices).toHaveLength(1)
    expect(on('2023-12-15', tasks).notices.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['urge', '2023-12-14'],
      ['due', '2023-12-15'],
    ])
  })
})

test('a deadline that is only implied can be left out; one that another states cannot', () => {
  const [stated] = taskDue(['2023-12-29']).deadlines
  const implied = { date: '2023-12-29', certainty: 'implied', text: '', clause: '' } as const
  const recipients = [{ ...recipient, skipsImplied: true }]
  const tasks = [
    taskDue([], { taskId: 'implied', deadlines: [implied] }),
    taskDue([], { taskId: 'both', deadlines: stated ? [implied, stated] : [] }),
  ]
  expect(on('2023-12-29', tasks).notices.flatMap(({ taskIds }) => taskIds)).toEqual(['implied', 'both'])
  expect(on('2023-12-29', tasks, { recipients }).notices.flatMap(({ taskIds }) => taskIds)).toEqual(['both'])
})

describe('rules of a recipient', () => {
  const told = (today: string, rules: Parameters<typeof dueNotices>[0]['recipients'][number]['rules'] = []) =>
    on(today, [taskDue(['2023-12-14'])], { recipients: [{ ...recipient, rules }] }).notices.map(({ key }) =>
      nameOf(key),
    )

  it('take the place of the usual ones', () => {
    expect(told('2023-11-29', [{ daysBefore: 15 }])).toEqual(['reminder 15'])
    expect(told('2023-12-07', [{ daysBefore: 15 }])).toEqual([])
  })

  it('may urge later, and more than once', () => {
    expect(told('2023-12-25', [{ daysBefore: -1 }, { daysBefore: -11 }])).toEqual(['urge 11'])
  })

  it('may be none', () => {
    expect(told('2023-12-14', [])).toEqual([])
  })

  it('of one recipient listed twice add up, the same rule counts once', () => {
    const lists = [recipient, { ...recipient, rules: [...DEFAULT_RULES, { daysBefore: 15 }] }]
    const told = (today: string) => on(today, [taskDue(['2023-12-14'])], { recipients: lists }).notices.length
    expect([told('2023-11-29'), told('2023-12-07'), told('2023-12-14')]).toEqual([1, 1, 1])
  })
})

describe('what was missed', () => {
  /** Decides today when nothing was decided after `since`. */
  const since = (day: string | null, today: string, date = '2023-12-14') => {
    const { notices, dropped, decided } = on(today, [taskDue([date])], { since: day })
    return { told: notices.map(({ key }) => nameOf(key)), dropped, decided }
  }

  it.each([
    // T-7 is 7 December, T-3 the 11th, T-0 the 14th, T+1 the 15th.
    ['one comes later', '2023-12-06', '2023-12-08', ['reminder 7'], 0],
    ['the nearer one stands for the earlier', '2023-12-06', '2023-12-11', ['reminder 3'], 1],
    ['the day itself stands for both', '2023-12-06', '2023-12-14', ['due 0'], 2],
    ['once it has passed, urging takes the place of all', '2023-11-01', '2023-12-18', ['urge 1'], 4],
    ['what was decided is not repeated', '2023-12-07', '2023-12-08', [], 0],
    ['nothing twice a day', '2023-12-07', '2023-12-07', [], 0],
    ['a clock that goes back', '2023-12-08', '2023-12-07', [], 0],
    ['the first day ever catches nothing up', null, '2023-12-08', [], 0],
    ['the first day ever has its own', null, '2023-12-07', ['reminder 7'], 0],
  ])('%s', (_what, day, today, told, dropped) => {
    expect(since(day, today)).toMatchObject({ told, dropped })
  })

  it('is dropped without urging where nobody wants to be urged', () => {
    const recipients = [{ ...recipient, rules: [{ daysBefore: 7 }, { daysBefore: 0 }] }]
    const { notices, dropped } = on('2023-12-18', [taskDue(['2023-12-14'])], { recipients, since: '2023-12-01' })
    expect([notices, dropped]).toEqual([[], 2])
  })

  it('waits over days off, and the next working day has it', () => {
    // Down from Wednesday 27 September 2023; up in the middle of the holidays.
    expect(since('2023-09-27', '2023-10-02', '2023-10-12')).toEqual({ told: [], dropped: 0, decided: '2023-09-27' })
    expect(since('2023-09-27', '2023-10-07', '2023-10-12').told).toEqual(['reminder 7'])
  })

  it('keeps notices that a holiday moved to the same day', () => {
    expect(since('2025-09-29', '2025-09-30', '2025-10-08')).toMatchObject({
      told: ['reminder 7', 'reminder 3', 'due 0'],
      dropped: 0,
    })
  })

  it('says up to which day it decided', () => {
    expect([since(null, '2023-12-08').decided, since('2023-12-11', '2023-12-08').decided]).toEqual([
      '2023-12-08',
      '2023-12-11',
    ])
  })
})

test('an extension has notices of its own: the keys name the new day', () => {
  const early = on('2023-12-14', [taskDue(['2023-12-14'])]).notices
  const moved = on('2023-12-28', [taskDue(['2023-12-28'])]).notices
  expect(new Set([...early, ...moved].map(({ key }) => key)).size).toBe(2)
})

describe('letters', () => {
  const tasks = [
    taskDue(['2023-12-21'], { taskId: 'later', units: ['a', 'b'] }),
    taskDue(['2023-12-13'], { taskId: 'passed', units: ['a'] }),
    taskDue(['2023-12-14'], { taskId: 'today 2', units: ['b', 'd'] }),
    taskDue(['2023-12-14'], { taskId: 'today 1', units: ['a'] }),
  ]
  const recipients = [
    { key: 'feishu:oc_b', units: ['b'] },
    { key: 'feishu:ou_a', units: ['a', 'd'] },
    { key: 'feishu:ou_none', units: ['c'] },
  ]
  const letters = noticeLetters(on('2023-12-14', tasks, { recipients }).notices, '2023-12-14')

  it('hold all of one recipient and day, the earliest deadline first, then in the order of the tasks', () => {
    expect(letters.map(({ to, notices }) => [to, ...notices.flatMap(({ taskIds }) => taskIds)])).toEqual([
      ['feishu:oc_b', 'today 2', 'later'],
      ['feishu:ou_a', 'passed', 'today 2', 'today 1', 'later'],
    ])
  })

  it('have a key for recipient and day, whatever they hold', () => {
    expect(letters.map(({ key }) => key)).toEqual([
      '["letter","feishu:oc_b","2023-12-14"]',
      '["letter","feishu:ou_a","2023-12-14"]',
    ])
  })

  it('hold notices whose keys name kind, task, recipient and day', () => {
    expect(letters[0]?.notices[0]).toEqual({
      key: '["due",0,"today 2","feishu:oc_b","2023-12-14"]',
      kind: 'due',
      taskIds: ['today 2'],
      to: 'feishu:oc_b',
      dueOn: '2023-12-14',
    })
  })
})
