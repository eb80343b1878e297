import type { Reply } from '../dialog/reply.ts'
import type { Letter } from '../ports.ts'
import type { PersonRole } from './entry.ts'
import type { Records } from './records.ts'
import type { Situation } from './situation.ts'

/** feishu:ou_1 => ['feishu', 'ou_1'] */
export function splitId(id: string): readonly [channel: string, own: string] {
  const colon = id.indexOf(':')
  return [id.slice(0, colon), id.slice(colon + 1)]
}

interface Writing {
  /** Says what it is about. */
  readonly key: string
  readonly reply: Reply
  readonly now: Situation['now']
  /**
   * Somebody waits for it: an answer to what they asked for, or what an administrator has to settle before they can begin at
   * all. Anything else comes in working time.
   */
  readonly isAwaited?: boolean
}

/** A message to one person, in their private chat. */
export function letterTo(person: string, { key, reply, now, isAwaited = false }: Writing): Letter {
  const [channel, own] = splitId(person)
  return {
    key: `${key}/${person}`,
    channel,
    to: { chat: null, person: own, messageId: null, inThread: false, chatType: 'private' },
    reply,
    notBefore: now.ms,
    atAnyTime: isAwaited,
  }
}

/** Everybody with a role, but for who caused the message. */
export const peopleWith = (records: Records, role: PersonRole, except: string): readonly string[] =>
  records.people().flatMap(({ id, roles }) => (roles.has(role) && id !== except ? [id] : []))
