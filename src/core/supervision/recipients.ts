import type { Destination } from '../ports.ts'
import { mainUnits } from '../progress/duties.ts'
import { splitId } from '../progress/letters.ts'
import type { Records } from '../progress/records.ts'
import { groupBy } from '../search/group.ts'
import type { Ledger } from '../search/ledger.ts'
import type { DueDeadline, DueTask } from './due-index.ts'
import type { DueRecipient } from './due-notices.ts'
import { DEFAULT_RULES, type Rule } from './rules.ts'
import type { Wishes } from './wishes.ts'

interface Sources {
  readonly ledger: Ledger
  readonly records: Records
}

/** Whom a unit's messages go to: its chats, else its liaison people. chat:feishu:oc_…, person:feishu:ou_…. */
export function recipientsOf(unit: string, records: Records): readonly string[] {
  const chats = records.chatsOf(unit).map(chat => `chat:${chat}`)
  const people = records.peopleOf(unit).map(person => `person:${person}`)
  const all = chats.length > 0 ? chats : people
  return all.filter(recipient => !records.isGone(recipient))
}

/** person:feishu:ou_1 => where that is on the platform feishu. */
export function destinationOf(recipient: string): { readonly channel: string; readonly to: Destination } {
  const [kind, id] = splitId(recipient)
  const [channel, own] = splitId(id)
  const place = { messageId: null, inThread: false } as const
  return kind === 'chat'
    ? { channel, to: { ...place, chat: own, person: '', chatType: 'group' } }
    : { channel, to: { ...place, chat: null, person: own, chatType: 'private' } }
}

/** Tasks that somebody wants reminders of in words of their own get a unit of that name; what else would they be filtered by? */
const wishedUnit = (recipient: string, place: number): string => `wish:${recipient}:${place}`

/** Finds the tasks that somebody's words mean: 省科技厅的任务. */
export type FindTasks = (query: string) => readonly string[]

/** Everybody who is told of deadlines, and how far ahead. */
export function dueRecipients({ ledger, records }: Sources): readonly DueRecipient[] {
  const units = ledger.units.units.map(({ key }) => key)
  const ofUnits = units.flatMap(unit => recipientsOf(unit, records).map(key => ({ key, unit })))
  const byKey = groupBy(ofUnits, ({ key }) => key)
  const places = new Set([...byKey.keys(), ...records.wishing().filter(place => !records.isGone(place))])
  return [...places].flatMap(key => {
    const own = byKey.get(key)?.map(({ unit }) => unit) ?? []
    return recipientWith(key, own, records.wishes(key))
  })
}

function recipientWith(key: string, units: readonly string[], wishes: Wishes): readonly DueRecipient[] {
  const skipsImplied = !wishes.wantsImplied
  const general = wishes.leadDays.filter(({ query }) => query === null)
  const wished = wishes.leadDays.flatMap(({ query, daysBefore }, i) =>
    query === null || daysBefore.length === 0
      ? []
      : [{ key, units: [wishedUnit(key, i)], rules: daysBefore.map(days => ({ daysBefore: days })), skipsImplied }],
  )
  return units.length === 0 ? wished : [{ key, units, rules: rulesWith(general), skipsImplied }, ...wished]
}

/** 到期当天 and 催办 stay whatever days ahead somebody chooses; 0 can be taken away by name. */
export function rulesWith(said: Wishes['leadDays']): readonly Rule[] {
  return said.reduce<readonly Rule[]>((rules, { mode, daysBefore }) => CHANGES[mode](rules, daysBefore), DEFAULT_RULES)
}

type Change = (rules: readonly Rule[], days: readonly number[]) => readonly Rule[]

const ahead = (days: readonly number[]): readonly Rule[] => days.map(daysBefore => ({ daysBefore }))

const except: Change = (rules, days) => rules.filter(({ daysBefore }) => !days.includes(daysBefore))

const CHANGES: Readonly<Record<Wishes['leadDays'][number]['mode'], Change>> = {
  default: () => DEFAULT_RULES,
  remove: except,
  add: (rules, days) => [...except(rules, days), ...ahead(days)],
  set: (_rules, days) => [...ahead(days), ...except(DEFAULT_RULES, days).filter(({ daysBefore }) => daysBefore <= 0)],
}

/** The ledger's tasks with a date; those that somebody named in words are of that wish's unit too. */
export function dueTasks({ ledger, records }: Sources, findTasks: FindTasks): readonly DueTask[] {
  const wished = wishedTasks(records, findTasks)
  return ledger.tasks.flatMap((task, number) => {
    const { stage, extendedTo } = records.task(task.id)
    const deadlines = datedDeadlines(task.deadlines, extendedTo)
    if (deadlines.length === 0) return []
    const units = mainUnits(ledger, task.id).map(({ key }) => key)
    const { issuedOn } = ledger.entryOf(number).document
    return {
      taskId: task.id,
      title: task.title,
      units: [...units, ...(wished.get(task.id) ?? [])],
      deadlines,
      stage,
      issuedOn,
    }
  })
}

function wishedTasks(records: Records, findTasks: FindTasks): ReadonlyMap<string, readonly string[]> {
  const pairs = records
    .wishing()
    .flatMap(place =>
      records
        .wishes(place)
        .leadDays.flatMap(({ query }, i) =>
          query === null ? [] : findTasks(query).map(taskId => ({ taskId, unit: wishedUnit(place, i) })),
        ),
    )
  return new Map([...groupBy(pairs, ({ taskId }) => taskId)].map(([id, list]) => [id, list.map(({ unit }) => unit)]))
}

/** Deadlines with a date; an approved extension moves those before it. */
function datedDeadlines(
  deadlines: Ledger['tasks'][number]['deadlines'],
  extendedTo: string | null,
): readonly DueDeadline[] {
  const dated = deadlines.flatMap(({ date, certainty, text, clause }) =>
    date === null ? [] : [{ date, certainty, text, clause }],
  )
  if (extendedTo === null) return dated
  const extended = { date: extendedTo, certainty: 'stated', text: '延期', clause: '' } as const
  return [...dated.filter(({ date }) => date > extendedTo), extended]
}
