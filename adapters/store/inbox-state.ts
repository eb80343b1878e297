import type { Accepted } from '../../src/core/ports.ts'

/** What happened in the inbox, as its file keeps it, one a line. Times are epoch milliseconds. */
export type InboxRecord =
  | { readonly kind: 'claim'; readonly key: string; readonly until: number }
  | { readonly kind: 'accept'; readonly received: Accepted; readonly until: number }
  | { readonly kind: 'settle'; readonly id: string }

/** What the records add up to: keys with the time until which they are taken, and what waits for its answer, in order. */
export interface InboxState {
  readonly claims: Map<string, number>
  readonly waiting: Map<string, Accepted>
}

/** Somebody asks for a record to be made at a time. */
export interface InboxRequest {
  readonly record: InboxRecord
  readonly at: number
}

/** Those requests, in order, that change anything: of several claims of one key, the first. */
export function admitted(state: InboxState, requests: readonly InboxRequest[]): ReadonlySet<InboxRequest> {
  const fresh = new Set<InboxRequest>()
  const taken = new Set<string>()
  for (const request of requests) {
    const key = keyOf(request.record)
    if (taken.has(key) || !changes(state, request)) continue
    taken.add(key)
    fresh.add(request)
  }
  return fresh
}

function changes({ claims, waiting }: InboxState, { record, at }: InboxRequest): boolean {
  if (record.kind === 'settle') return waiting.has(record.id)
  const key = keyOf(record)
  return !waiting.has(key) && (claims.get(key) ?? Number.NEGATIVE_INFINITY) <= at
}

function keyOf(record: InboxRecord): string {
  if (record.kind === 'settle') return record.id
  return record.kind === 'claim' ? record.key : record.received.id
}

/** Brings the state up to date with a record that was written. */
export function apply({ claims, waiting }: InboxState, record: InboxRecord): void {
  const key = keyOf(record)
  if (record.kind === 'settle') {
    waiting.delete(key)
    return
  }
  claims.set(key, record.until)
  if (record.kind === 'accept') waiting.set(key, record.received)
}

/** The shortest list of records that leads to the state; claims that have run out are left out, and forgotten. */
export function condensed({ claims, waiting }: InboxState, at: number): readonly InboxRecord[] {
  for (const [key, until] of claims) if (until <= at && !waiting.has(key)) claims.delete(key)
  const accepted = Array.from(waiting, ([id, received]) => accept(received, claims.get(id) ?? at))
  const claimed = Array.from(claims, ([key, until]) => ({ kind: 'claim' as const, key, until }))
  return [...accepted, ...claimed.filter(({ key }) => !waiting.has(key))]
}

const accept = (received: Accepted, until: number): InboxRecord => ({ kind: 'accept', received, until })
