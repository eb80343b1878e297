import { describe, expect, it } from 'vitest'
import { createWorkCalendar } from '../../../adapters/calendar/chinese-days.ts'
import type { Conversation } from '../../../src/core/dialog/follow-up.ts'
import { emptySlots } from '../../../src/core/dialog/slots.ts'
import type { Entry } from '../../../src/core/progress/entry.ts'
import type { TaskPointer } from '../../../src/core/progress/reading/pointer.ts'
import { createRecords } from '../../../src/core/progress/records.ts'
import { type Fits, resolveTasks } from '../../../src/core/progress/resolve.ts'
import type { Situation } from '../../../src/core/progress/situation.ts'
import { ledger } from '../dialog/seed-ledger.ts'
import { AT, ENERGY, entry } from './entries.ts'

const CHAT = 'feishu:oc_1'
const PERSON = 'feishu:ou_energy'

interface Setting {
  readonly units?: readonly string[]
  readonly chatDocument?: string
  /** Ids of the last list. */
  readonly listed?: readonly string[]
  readonly entries?: readonly Entry[]
}

function situation({ units = [], chatDocument, listed = [], entries = [] }: Setting): Situation {
  const records = createRecords()
  records.add(units.map(unit => entry.binding({ unit })))
  if (chatDocument !== undefined) {
    records.add([{ kind: 'chat-document', id: 'd1', at: AT, by: PERSON, chat: CHAT, documentId: chatDocument }])
  }
  records.add(entries)
  const conversation: Conversation | null =
    listed.length === 0 ? null : { turns: [], slots: emptySlots, listed, page: 1, whole: false, choices: [] }
  return {
    ledger,
    records,
    calendar: createWorkCalendar({}),
    now: { iso: AT, ms: Date.parse(AT), today: '2023-06-01' },
    cause: 'feishu:om_1',
    speaker: { chat: CHAT, person: PERSON },
    profile: null,
    isPrivate: false,
    conversation,
    proposals: [],
    skipsConfirmation: false,
  }
}

const ordinal = (words: string): TaskPointer => ({ kind: 'ordinal', words })
const topic = (words: string): TaskPointer => ({ kind: 'topic', words })
const CONTEXT: TaskPointer = { kind: 'context' }

function resolved(pointer: TaskPointer, setting: Setting = {}, fits?: Fits) {
  const { tasks, certainty, isUnclear } = resolveTasks(pointer, situation(setting), fits)
  return { ids: tasks.map(task => ledger.tasks[task]?.id), certainty, isUnclear }
}

const FIVE = '鲁政办字〔2023〕5号'
const SIX = '鲁政发〔2023〕6号'
const TWELVE = '高政办字〔2024〕12号'

describe('the tasks that are meant', () => {
  it.each<readonly [words: string, setting: Setting, ids: readonly string[], certainty: 'exact' | 'guess']>([
    ['第27条', { units: [ENERGY] }, [`${FIVE}#27`], 'exact'],
    ['27', { units: [ENERGY] }, [`${FIVE}#27`], 'exact'],
    ['25-30条', { units: [ENERGY] }, [25, 26, 27, 28, 29, 30].map(number => `${FIVE}#${number}`), 'exact'],
    ['第27条', { chatDocument: TWELVE, units: [ENERGY] }, [`${TWELVE}#27`], 'exact'],
    ['第4条', { chatDocument: SIX }, [`${SIX}#（四）`], 'exact'],
    ['第102条', {}, [`${FIVE}#102`], 'exact'],
    ['第102条', { chatDocument: SIX }, [`${FIVE}#102`], 'exact'],
    [`${FIVE}#27`, { chatDocument: TWELVE }, [`${FIVE}#27`], 'exact'],
    [`${FIVE}第27条`, { chatDocument: TWELVE }, [`${FIVE}#27`], 'exact'],
    ['5号文第27条', {}, [`${FIVE}#27`], 'exact'],
    ['第27条', { listed: [`${TWELVE}#3`, `${TWELVE}#4`] }, [`${TWELVE}#27`], 'guess'],
    ['第3个', { listed: [`${FIVE}#1`, `${FIVE}#2`, `${FIVE}#9`] }, [`${FIVE}#9`], 'guess'],
    ['第999条', {}, [], 'guess'],
  ])('%s %j', (words, setting, ids, certainty) => {
    expect(resolved(ordinal(words), setting)).toEqual({ ids, certainty, isUnclear: false })
  })

  it.each<readonly [pointer: TaskPointer, setting: Setting, ids: readonly string[]]>([
    [topic('崂山实验室'), {}, [`${FIVE}#1`]],
    [topic('煤电产业结构'), { units: [ENERGY] }, [`${FIVE}#29`]],
    [topic('没有这回事'), {}, []],
    [CONTEXT, {}, []],
    [CONTEXT, { listed: [`${FIVE}#27`] }, [`${FIVE}#27`]],
    [CONTEXT, { listed: [`${FIVE}#27`, `${FIVE}#28`] }, []],
    [ordinal('这条'), { listed: [`${FIVE}#27`] }, [`${FIVE}#27`]],
  ])('%j %j is never more than a guess', (pointer, setting, ids) => {
    expect(resolved(pointer, setting)).toEqual({ ids, certainty: 'guess', isUnclear: false })
  })

  it('are several where several documents have the number and nothing tells them apart', () => {
    expect(resolved(ordinal('第27条'))).toEqual({
      ids: [`${FIVE}#27`, `${TWELVE}#27`],
      certainty: 'guess',
      isUnclear: true,
    })
  })

  it('are those that wait for what is to be done', () => {
    const waiting: Fits = id => id.startsWith(TWELVE)
    expect(resolved(ordinal('第27条'), {}, waiting)).toMatchObject({ ids: [`${TWELVE}#27`], isUnclear: false })
    expect(resolved(ordinal('第27条'), {}, () => true)).toMatchObject({ isUnclear: true })
  })

  it('are those about which anything was done, where none waits', () => {
    const entries = [entry.report()]
    expect(resolved(ordinal('第27条'), { entries }, () => false)).toMatchObject({
      ids: [`${FIVE}#27`],
      isUnclear: false,
    })
    expect(resolved(ordinal('第27条'), { entries })).toMatchObject({ isUnclear: true })
  })
})
