import { groupBy } from '../search/group.ts'
import { NO_WISHES, type Wishes, wishesOf } from '../supervision/wishes.ts'
import { type Entry, type PersonRole, subjectOf } from './entry.ts'
import { emptyRecord, type Problem, recordOf, type TaskRecord } from './task-record.ts'

type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>
type Binding = EntryOf<'binding'>

/** What a person may do, and for whom. */
export interface PersonRecord {
  /** The name on the platform, empty where it is unknown. */
  readonly name: string
  /** Keys of the units they speak for. */
  readonly units: readonly string[]
  readonly roles: ReadonlySet<PersonRole>
  /** An administrator by configuration, whatever is settled in chats. */
  readonly isAppointed: boolean
  /** What they have asked to be bound to and nobody has decided on, oldest first. */
  readonly requests: readonly Binding[]
}

/** What is settled for a chat. */
export interface ChatRecord {
  /** Key of the unit whose chat it is. */
  readonly unit: string | null
  readonly requestedUnit: Extract<Entry, { kind: 'chat-unit' }> | null
  /** What a bare ordinal means here. */
  readonly documentId: string | null
}

/** 督办记录: everything that people have done, as it stands now. It grows as entries are added. */
export interface Records {
  /** Entries added so far. */
  readonly seen: number
  add(entries: readonly Entry[]): void
  task(taskId: string): TaskRecord
  /** Tasks that anything was done about, in the order of the first entry. */
  tasks(): readonly TaskRecord[]
  person(id: string): PersonRecord
  /** Everybody with a role, in the order of their first binding. */
  people(): readonly (PersonRecord & { readonly id: string })[]
  chat(id: string): ChatRecord
  /** Ids of the people who speak for a unit, in the order of their first binding. */
  peopleOf(unit: string): readonly string[]
  /** Chats of a unit. */
  chatsOf(unit: string): readonly string[]
  /** The problem with that id. */
  problem(id: string): Problem | null
  /** What a chat or a person wants of reminders: chat:feishu:oc_…, person:feishu:ou_…. */
  wishes(place: string): Wishes
  /** Every place that has wishes. */
  wishing(): readonly string[]
  /** The clock's runs, oldest first. */
  runs(): readonly EntryOf<'run'>[]
  /** Keys of letters that later ones have taken the place of. */
  isSuperseded(letterKey: string): boolean
  /**
   * A chat or a person could not be reached. A new binding, a chat given to a unit again, or a wish that is heard from there
   * lifts it: the subject of a person or chat is its recipient key.
   */
  isGone(recipient: string): boolean
  /** What the office has urged a unit to, and not withdrawn, oldest first. */
  urgings(unit: string): readonly EntryOf<'urging'>[]
  /** Every urging that was not withdrawn, oldest first. */
  allUrgings(): readonly EntryOf<'urging'>[]
  /** Those of one task. */
  urgingsTo(taskId: string): readonly EntryOf<'urging'>[]
  /** Whether an entry with that id is there. */
  has(entryId: string): boolean
  /** As they stand without what was written for a cause: what is done again is decided as it was the first time. */
  before(cause: string): Records
}

const NOBODY: PersonRecord = { name: '', units: [], roles: new Set(), isAppointed: false, requests: [] }
const NO_CHAT: ChatRecord = { unit: null, requestedUnit: null, documentId: null }

/** Empty records; `admins` are administrators by configuration, whatever the entries say. */
export function createRecords({ admins = [] }: { readonly admins?: readonly string[] } = {}): Records {
  const bySubject = new Map<string, Entry[]>()
  const ids = new Set<string>()
  const superseded = new Set<string>()
  const views = createViews(admins)
  const about = (subject: string): readonly Entry[] => bySubject.get(subject) ?? []
  let seen = 0

  const standing = (entries: readonly Entry[]) => {
    const withdrawn = new Set(entries.flatMap(entry => (entry.kind === 'urging-withdrawal' ? [entry.urgingId] : [])))
    return entries.filter(entry => entry.kind === 'urging').filter(({ id }) => !withdrawn.has(id))
  }

  const allUrgings = () =>
    [...bySubject].filter(([subject]) => subject.startsWith('unit:')).flatMap(([, entries]) => standing(entries))

  const records: Records = {
    ...views.read,
    get seen() {
      return seen
    },
    add(entries) {
      for (const entry of entries) {
        push(bySubject, subjectOf(entry), entry)
        ids.add(entry.id)
        if (entry.kind === 'run') for (const key of entry.superseded) superseded.add(key)
      }
      for (const subject of new Set(entries.map(subjectOf))) views.refresh(subject, about(subject))
      seen += entries.length
    },
    runs: () => about('clock:').filter(entry => entry.kind === 'run'),
    isSuperseded: key => superseded.has(key),
    isGone(recipient) {
      const last = about(`reach:${recipient}`).at(-1)
      if (!last) return false
      const since = [...about(recipient), ...about(`wishes:${recipient}`)]
      return !since.some(({ at }) => at > last.at)
    },
    urgings: unit => standing(about(`unit:${unit}`)),
    allUrgings,
    urgingsTo: taskId => allUrgings().filter(({ taskIds }) => taskIds.includes(taskId)),
    has: id => ids.has(id),
    before(cause) {
      const isOwn = (id: string) => id.startsWith(`${cause}/`)
      if (![...ids].some(isOwn)) return records
      const others = createRecords({ admins })
      others.add([...bySubject.values()].flat().filter(({ id }) => !isOwn(id)))
      return others
    },
  }
  return records
}

/** What the entries of each subject add up to, worked out anew when one is added. */
function createViews(admins: readonly string[]) {
  const tasks = new Map<string, TaskRecord>()
  const people = new Map<string, PersonRecord>()
  const chats = new Map<string, ChatRecord>()
  const wishes = new Map<string, Wishes>()
  const personOf = (id: string, entries: readonly Entry[]) => personRecord(entries, { isAdmin: admins.includes(id) })
  let reach: Reach | null = null
  for (const id of admins) people.set(id, personOf(id, []))

  const refreshers: Readonly<Record<string, (id: string, entries: readonly Entry[]) => unknown>> = {
    task: (id, entries) => tasks.set(id, recordOf(id, entries)),
    person: (id, entries) => people.set(id, personOf(id, entries)),
    chat: (id, entries) => chats.set(id, chatRecord(entries)),
    wishes: (id, entries) => wishes.set(id, wishesOf(entries)),
  }

  const reached = (): Reach => {
    reach ??= reachOf(people, chats)
    return reach
  }

  return {
    refresh(subject: string, entries: readonly Entry[]): void {
      const [kind, id] = splitSubject(subject)
      refreshers[kind]?.(id, entries)
      if (kind === 'person' || kind === 'chat') reach = null
    },
    read: {
      task: taskId => tasks.get(taskId) ?? emptyRecord(taskId),
      tasks: () => [...tasks.values()],
      person: id => people.get(id) ?? NOBODY,
      people: () => [...people].map(([id, person]) => ({ id, ...person })).filter(({ roles }) => roles.size > 0),
      chat: id => chats.get(id) ?? NO_CHAT,
      peopleOf: unit => reached().people.get(unit) ?? [],
      chatsOf: unit => reached().chats.get(unit) ?? [],
      problem: id => [...tasks.values()].flatMap(({ problems }) => problems).find(problem => problem.id === id) ?? null,
      wishes: place => wishes.get(place) ?? NO_WISHES,
      wishing: () => [...wishes.keys()],
    } satisfies Partial<Records>,
  }
}

/** Who is reached for a unit, by its key. */
interface Reach {
  readonly people: ReadonlyMap<string, readonly string[]>
  readonly chats: ReadonlyMap<string, readonly string[]>
}

function reachOf(people: ReadonlyMap<string, PersonRecord>, chats: ReadonlyMap<string, ChatRecord>): Reach {
  const speaking = [...people].flatMap(([id, { units }]) => units.map(unit => ({ id, unit })))
  const settled = [...chats].flatMap(([id, { unit }]) => (unit === null ? [] : [{ id, unit }]))
  return { people: byUnit(speaking), chats: byUnit(settled) }
}

const byUnit = (pairs: readonly { readonly id: string; readonly unit: string }[]) =>
  new Map([...groupBy(pairs, ({ unit }) => unit)].map(([unit, list]) => [unit, list.map(({ id }) => id)]))

function splitSubject(subject: string): readonly [kind: string, id: string] {
  const colon = subject.indexOf(':')
  return [subject.slice(0, colon), subject.slice(colon + 1)]
}

function push(map: Map<string, Entry[]>, subject: string, entry: Entry): void {
  const entries = map.get(subject)
  if (entries) entries.push(entry)
  else map.set(subject, [entry])
}

function personRecord(entries: readonly Entry[], { isAdmin }: { readonly isAdmin: boolean }): PersonRecord {
  const bindings = entries.filter(entry => entry.kind === 'binding')
  // The last word about each role and unit counts.
  const last = new Map(bindings.map(binding => [JSON.stringify([binding.role, binding.unit]), binding]))
  const approved = [...last.values()].filter(({ standing }) => standing === 'approved')
  return {
    name: bindings.findLast(({ name }) => name !== '')?.name ?? '',
    units: approved.flatMap(({ unit }) => (unit === null ? [] : [unit])),
    isAppointed: isAdmin,
    roles: new Set([...approved.map(({ role }) => role), ...(isAdmin ? (['admin'] as const) : [])]),
    requests: [...last.values()].filter(({ standing }) => standing === 'requested'),
  }
}

function chatRecord(entries: readonly Entry[]): ChatRecord {
  const ofUnit = entries.filter(entry => entry.kind === 'chat-unit')
  const decided = ofUnit.findLast(({ standing }) => standing === 'approved' || standing === 'revoked')
  const last = ofUnit.at(-1)
  return {
    unit: decided?.standing === 'approved' ? decided.unit : null,
    requestedUnit: last?.standing === 'requested' ? last : null,
    documentId: entries.findLast(entry => entry.kind === 'chat-document')?.documentId ?? null,
  }
}
