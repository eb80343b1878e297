import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DueDeadline, DueTask } from '../../../src/core/supervision/due-index.ts'
import { type DueRecipient, dueNotices } from '../../../src/core/supervision/due-notices.ts'
import { noticeLetters } from '../../../src/core/supervision/notice.ts'
import { DEFAULT_RULES, type Rule } from '../../../src/core/supervision/rules.ts'
import { addDays } from '../../../src/core/text/calendar.ts'
import { calendar, daysBetween } from './due-fixture.ts'

/** A year with both long holidays, from a working day to a working day. */
const YEAR = daysBetween('2023-01-03', '2024-01-05')
const UNITS = ['省能源局', '省科技厅', '省财政厅']

const days = fc.integer({ min: 0, max: YEAR.length - 1 }).map(i => YEAR[i] ?? '')
const units = fc.subarray(UNITS, { minLength: 1 })

const deadlines = fc.record<DueDeadline>({
  date: fc.oneof(days, fc.constantFrom('2023-01-24', '2023-10-02', '2023-10-06', '2023-12-31')),
  certainty: fc.constantFrom('stated', 'implied'),
  text: fc.constant('按期'),
  clause: fc.constant(''),
})
const tasks = fc
  .array(
    fc.record<Omit<DueTask, 'taskId'>>({
      title: fc.constant('任务'),
      units,
      deadlines: fc.array(deadlines, { maxLength: 3 }),
      stage: fc.constantFrom('in-progress', 'in-progress', 'not-started', 'submitted', 'done', 'suspended'),
      issuedOn: fc.constantFrom('2022-12-01', '2023-06-01', null),
    }),
    { maxLength: 8 },
  )
  .map(list => list.map((task, i): DueTask => ({ ...task, taskId: `5号#${i + 1}` })))

const rules = fc.oneof(
  fc.constant(DEFAULT_RULES),
  fc
    .uniqueArray(fc.integer({ min: -10, max: 40 }), { maxLength: 4 })
    .map(list => list.map(daysBefore => ({ daysBefore }))),
)
const recipients = fc
  .array(fc.record({ units, rules, skipsImplied: fc.boolean() }), { minLength: 1, maxLength: 3 })
  .map(list => list.map((one, i) => ({ ...one, key: `feishu:oc_${i}` })))

interface Situation {
  readonly tasks: readonly DueTask[]
  readonly recipients: readonly (DueRecipient & { readonly rules: readonly Rule[] })[]
}
const situations = fc.record<Situation>({ tasks, recipients })

/** One notice that the model expects. */
interface Expected {
  readonly key: string
  readonly day: string
  readonly dueOn: string
  readonly daysBefore: number
  /** Recipient, task and deadline. */
  readonly about: string
}

/** All notices ever, each with its day: every recipient × task × date × rule. */
function everyNotice({ tasks, recipients }: Situation): readonly Expected[] {
  const found = recipients.flatMap(recipient =>
    tasks
      .filter(({ stage }) => stage === 'in-progress' || stage === 'not-started')
      .filter(task => task.units.some(unit => recipient.units.includes(unit)))
      .flatMap(task => noticesOf(task, recipient)),
  )
  return [...new Map(found.map(one => [one.key, one])).values()]
}

type Recipient = Situation['recipients'][number]

function noticesOf({ taskId, deadlines, issuedOn }: DueTask, { key: to, rules, skipsImplied }: Recipient) {
  const dates = deadlines.filter(({ certainty }) => !skipsImplied || certainty === 'stated').map(({ date }) => date)
  return dates.flatMap(dueOn => {
    const isLong = (days: number) => issuedOn !== null && addDays(issuedOn, days) <= dueOn
    return rules
      .filter(({ minDaysGiven }) => minDaysGiven === undefined || isLong(minDaysGiven))
      .map(({ daysBefore }): Expected => {
        const kind = ['urge', 'due', 'reminder'][Math.sign(daysBefore) + 1]
        const key = JSON.stringify([kind, Math.abs(daysBefore), taskId, to, dueOn])
        return { key, day: dayOf(dueOn, daysBefore), dueOn, daysBefore, about: JSON.stringify([to, taskId, dueOn]) }
      })
  })
}

/** Day by day to the nearest working day. */
function dayOf(dueOn: string, daysBefore: number): string {
  let day = addDays(dueOn, -daysBefore)
  while (!calendar.isWorkingDay(day)) day = addDays(day, daysBefore < 0 ? 1 : -1)
  return day
}

/** Decides these days one after the other, each from what the one before gave back. */
function run({ tasks, recipients }: Situation, ran: readonly string[]) {
  let since: string | null = null
  return ran.map(today => {
    const before = since
    const { notices, dropped, decided } = dueNotices({ tasks, recipients, calendar, since, today })
    since = decided
    return { today, since: before, notices, dropped }
  })
}

const sorted = (keys: Iterable<string>) => [...keys].sort()

test('run every day of a year, each notice goes out once on its day, and none on a day off', () => {
  fc.assert(
    fc.property(situations, situation => {
      const expected = everyNotice(situation)
      for (const { today, notices } of run(situation, YEAR)) {
        const ofToday = expected.filter(({ day }) => day === today)
        expect(sorted(notices.map(({ key }) => key))).toEqual(sorted(ofToday.map(({ key }) => key)))
        if (!calendar.isWorkingDay(today)) expect(notices).toEqual([])
      }
    }),
    { numRuns: 40 },
  )
})

test('an open task with one stated date has its five notices in the year', () => {
  fc.assert(
    fc.property(fc.constantFrom(...daysBetween('2023-02-02', '2023-12-31')), date => {
      const deadline = { date, certainty: 'stated', text: '按期', clause: '' } as const
      const task: DueTask = {
        taskId: '5号#1',
        title: '任务',
        units: ['省能源局'],
        deadlines: [deadline],
        stage: 'in-progress',
        issuedOn: '2022-01-01',
      }
      const ran = run({ tasks: [task], recipients: [{ key: 'oc', units: ['省能源局'], rules: DEFAULT_RULES }] }, YEAR)
      expect(ran.flatMap(({ notices }) => notices)).toHaveLength(5)
    }),
  )
})

/** Some days of the year, with gaps of a day up to most of it. */
const someDays = fc
  .oneof(
    fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 60, maxLength: 150 }),
    fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 20 }),
  )
  .map(gaps => {
    const offsets = gaps.map((_, i) => gaps.slice(0, i + 1).reduce((sum, gap) => sum + gap, 0))
    return ['2023-01-03', ...offsets.flatMap(offset => YEAR[offset] ?? [])]
  })

test('run with gaps, nothing comes twice and nothing is missed that still matters', () => {
  fc.assert(
    fc.property(situations, someDays, (situation, ran) => {
      const expected = everyNotice(situation)
      const runs = run(situation, ran)
      const keys = runs.flatMap(({ notices }) => notices.map(({ key }) => key))
      expect(new Set(keys).size).toBe(keys.length)
      for (const { today, since, notices, dropped } of runs) {
        if (!calendar.isWorkingDay(today)) continue
        const planned = expected.filter(({ day }) => (since === null ? day === today : day > since) && day <= today)
        const matters = planned.filter(({ day, about, daysBefore, dueOn }) => {
          const isLatest = planned.every(other => other.about !== about || other.day <= day)
          return isLatest && (daysBefore < 0 || dueOn >= today)
        })
        expect(sorted(notices.map(({ key }) => key))).toEqual(sorted(matters.map(({ key }) => key)))
        expect(dropped).toBe(planned.length - matters.length)
      }
    }),
    { numRuns: 60 },
  )
})

test('each recipient has at most one letter a day, and all notices are in letters', () => {
  fc.assert(
    fc.property(situations, someDays, (situation, ran) => {
      const letters = run(situation, ran).flatMap(({ today, notices }) => {
        const ofToday = noticeLetters(notices, today)
        expect(sorted(ofToday.flatMap(letter => letter.notices.map(({ key }) => key)))).toEqual(
          sorted(notices.map(({ key }) => key)),
        )
        expect(ofToday.every(({ to, notices: own }) => own.length > 0 && own.every(notice => notice.to === to))).toBe(
          true,
        )
        return ofToday
      })
      expect(new Set(letters.map(({ to, day }) => `${to} ${day}`)).size).toBe(letters.length)
      expect(new Set(letters.map(({ key }) => key)).size).toBe(letters.length)
    }),
    { numRuns: 60 },
  )
})
