import { PlatformError } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import type { Accepted, ChatAdapter, SentFile, Store } from '../core/ports.ts'
import { compose, type Knowledge } from './compose.ts'
import { faultCode } from './fault-code.ts'
import { fieldsOf } from './fault-fields.ts'
import { apology } from './greeting.ts'
import { todayOf } from './today.ts'

/** What answering needs beside what it knows. */
export interface Answering extends Knowledge {
  readonly adapter: Omit<ChatAdapter, 'receive'>
  readonly store: Pick<Store, 'claimOnce' | 'accept' | 'settle' | 'unsettled'>
  readonly log: Log
}

/** How an attempt to answer ended; `postponed` is the one that may end otherwise another time. */
interface Outcome {
  readonly result: 'answered' | 'silent' | 'refused' | 'apologised' | 'postponed'
  readonly fields: Readonly<Record<string, unknown>>
}

/**
 * Answers what was accepted, then settles it: when the answer went out, and when it never will. What may pass (the platform
 * is down) stays unsettled for the next start. Never rejects.
 *
 * A process that dies between sending and settling sends again when it starts; the platform drops that double by its key for
 * an hour. Only where the process stayed down for longer does the person read the answer twice.
 */
export async function answerAccepted(received: Accepted, answering: Answering, isResumed = false): Promise<void> {
  const { store, clock, log } = answering
  const started = clock.now().getTime()
  const { chat, chatType } = received.to
  const about = { id: received.id, kind: received.kind, chat, chatType }
  try {
    const { result, fields } = await attempt(received, answering, isResumed)
    if (result !== 'postponed') await store.settle(received.id)
    log[LEVELS[result]]({ ...about, ...fields, result, ms: clock.now().getTime() - started }, 'accepted message')
  } catch (error) {
    log.error({ ...about, ...fieldsOf(error), result: 'unsettled' }, 'accepted message')
  }
}

const LEVELS = {
  answered: 'info',
  silent: 'info',
  refused: 'warn',
  postponed: 'warn',
  apologised: 'error',
} as const satisfies Record<Outcome['result'], keyof Log>

async function attempt(received: Accepted, answering: Answering, isResumed: boolean): Promise<Outcome> {
  try {
    if (!isResumed && (await wasGreeted(received, answering))) return { result: 'silent', fields: {} }
    const { reply, intent, files } = await compose(received, answering, isResumed)
    await answering.adapter.send(received.to, reply, received.id)
    await sendFiles(received, files, answering.adapter)
    return { result: 'answered', fields: { intent } }
  } catch (error) {
    return error instanceof PlatformError ? platformFailure(error) : apologise(received, answering, error)
  }
}

/** Behind the reply that announces them, each once. */
export async function sendFiles(
  { id, to }: Pick<Accepted, 'id' | 'to'>,
  files: readonly SentFile[],
  adapter: Answering['adapter'],
): Promise<void> {
  for (const [i, file] of files.entries()) await adapter.sendFile(to, file, `${id}:file${i}`)
}

const DAY_MS = 24 * 60 * 60 * 1000

/** One greeting a day for one person in one chat: opening the chat counts each time. A menu that is used names no chat and always answers. */
async function wasGreeted({ kind, to }: Accepted, { adapter, store, clock }: Answering): Promise<boolean> {
  if (kind !== 'greeting' || to.chat === null) return false
  const key = `greeting:${adapter.name}:${to.chat}:${to.person}`
  return !(await store.claimOnce(key, { now: clock.now(), forMs: DAY_MS }))
}

/** Something broke here: the person gets one sentence, and a code that is in the log. */
async function apologise(received: Accepted, { adapter, clock }: Answering, error: unknown): Promise<Outcome> {
  const code = await faultCode(received.id)
  const fields = { code, ...fieldsOf(error) }
  try {
    await adapter.send(received.to, apology(code, todayOf(clock)), `${received.id}:apology`)
    return { result: 'apologised', fields }
  } catch (refusal) {
    return refusal instanceof PlatformError ? platformFailure(refusal) : { result: 'apologised', fields }
  }
}

const platformFailure = (error: PlatformError): Outcome => ({
  result: error.passing ? 'postponed' : 'refused',
  fields: fieldsOf(error),
})
