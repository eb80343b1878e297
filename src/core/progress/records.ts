import { type Entry, type PersonRole, subjectOf } from './entry.ts'
import { emptyRecord, type Problem, recordOf, type TaskRecord } from './task-record.ts'

type Binding = Extract<Entry, { kind: 'binding' }>

/** What a person may do, and for whom. */
export interface PersonRecord {
  /** The name on the platform, empty where it is unknown. */
  readonly name: string
  /** Keys of the units they speak for. */
  readonly units: readonly string[]
  readonly roles: ReadonlySet<PersonRole>
  /** What they have asked to be bound to and nobody has decided on. */
  readonly requested: Binding | null
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
  /** Chats of a unit. */
  chatsOf(unit: string): readonly string[]
  /** The problem with that id, and its task. */
  problem(id: string): Problem | null
}

const NOBODY: PersonRecord = { name: '', units: [], roles: new Set(), requested: null }
const NO_CHAT: ChatRecord = { unit: null, requestedUnit: null, documentId: null }

/** Empty records; `admins` are administrators by configuration, whatever the entries say. */
export function createRecords({ admins = [] }: { readonly admins?: readonly string[] } = {}): Records {
  const bySubject = new Map<string, Entry[]>()
  const tasks = new Map<string, TaskRecord>()
  const people = new Map<string, PersonRecord>()
  const chats = new Map<string, ChatRecord>()
  let seen = 0

  const personOf = (id: string, entries: readonly Entry[]) => personRecord(entries, { isAdmin: admins.includes(id) })
  for (const id of admins) people.set(id, personOf(id, []))

  function refresh(subject: string, entries: readonly Entry[]): void {
    const [kind, id] = splitSubject(subject)
    if (kind === 'task') tasks.set(id, recordOf(id, entries))
    else if (kind === 'person') people.set(id, personOf(id, entries))
    else chats.set(id, chatRecord(entries))
  }

  return {
    get seen() {
      return seen
    },
    add(entries) {
      const changed = new Set(entries.map(subjectOf))
      for (const entry of entries) push(bySubject, subjectOf(entry), entry)
      for (const subject of changed) refresh(subject, bySubject.get(subject) ?? [])
      seen += entries.length
    },
    task: taskId => tasks.get(taskId) ?? emptyRecord(taskId),
    tasks: () => [...tasks.values()],
    person: id => people.get(id) ?? NOBODY,
    people: () => [...people].map(([id, person]) => ({ id, ...person })).filter(({ roles }) => roles.size > 0),
    chat: id => chats.get(id) ?? NO_CHAT,
    chatsOf: unit => [...chats].flatMap(([id, chat]) => (chat.unit === unit ? [id] : [])),
    problem: id => [...tasks.values()].flatMap(({ problems }) => problems).find(problem => problem.id === id) ?? null,
  }
}

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
    roles: new Set([...approved.map(({ role }) => role), ...(isAdmin ? (['admin'] as const) : [])]),
    requested: [...last.values()].findLast(({ standing }) => standing === 'requested') ?? null,
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
