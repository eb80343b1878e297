import * as z from 'zod/mini'
import type { Inbound, Speaker } from '../../src/core/ports.ts'
import { textOf } from './content.ts'
import type { Envelope } from './envelope.ts'
import { Mention, mentions, withoutMentions } from './mentions.ts'
import { PressedAction, readPress } from './press.ts'
import type { FeishuSettings } from './settings.ts'

/** What reading an event needs beside it. */
export interface EventOptions {
  readonly settings: Pick<FeishuSettings, 'appId' | 'tenantKey'>
  readonly botOpenId: () => Promise<string>
}

interface Context extends EventOptions {
  /** Keys of claims name the app: two bots in one group get the same message ids. */
  readonly idOf: (id: string) => string
  readonly eventId: string
}

type Reader = (event: unknown, context: Context) => Inbound | Promise<Inbound>

/** What an authentic event means. Rejects only where our own open_id cannot be found out; the platform then sends again. */
export async function readEvent({ id, type, event }: Envelope, options: EventOptions): Promise<Inbound> {
  const idOf = (own: string) => `feishu:${options.settings.appId}:${own}`
  const read = READERS.get(type)
  return read ? read(event, { ...options, idOf, eventId: id }) : ignored('unknown_event')
}

/** A reader of events of one shape; an event of another shape is not for us. */
function reader<T>(schema: z.ZodMiniType<T>, read: (event: T, context: Context) => Inbound | Promise<Inbound>): Reader {
  return (event, context) => {
    const { data } = schema.safeParse(event)
    return data === undefined ? ignored('unexpected_shape') : read(data, context)
  }
}

const Id = z.string().check(z.minLength(1), z.maxLength(200))
const Person = z.object({ open_id: Id })
const Tenant = z.nullish(z.string())

const MessageReceived = z.object({
  sender: z.object({ sender_id: Person, sender_type: z.string(), tenant_key: Tenant }),
  message: z.object({
    message_id: Id,
    thread_id: z.nullish(z.string()),
    chat_id: Id,
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    mentions: z.nullish(z.array(Mention)),
  }),
})
type MessageReceived = z.infer<typeof MessageReceived>

async function readMessage({ sender, message }: MessageReceived, context: Context): Promise<Inbound> {
  if (sender.sender_type !== 'user') return ignored('not_a_person')
  if (isForeign(sender.tenant_key, context)) return ignored('other_tenant')
  if (!(await isForUs(message, context))) return ignored('not_addressed')

  const speaker = { chat: message.chat_id, person: sender.sender_id.open_id }
  const chatType = message.chat_type === 'p2p' ? ('private' as const) : ('group' as const)
  const to = { ...speaker, messageId: message.message_id, inThread: Boolean(message.thread_id), chatType }
  const received = { id: context.idOf(message.message_id), speaker, to }
  const text = textOf({ type: message.message_type, content: message.content })
  return text === null
    ? { kind: 'unreadable', ...received }
    : { kind: 'message', ...received, text: withoutMentions(text) }
}

/** In a private chat every message; in a group only one that mentions us. */
async function isForUs({ chat_type, mentions: listed }: MessageReceived['message'], { botOpenId }: Context) {
  if (chat_type === 'p2p') return true
  return listed?.length ? mentions(listed, await botOpenId()) : false
}

const CardAction = z.object({
  operator: z.object({ open_id: Id, tenant_key: Tenant }),
  context: z.object({ open_chat_id: Id }),
  action: PressedAction,
})

function readAction({ operator, context: place, action }: z.infer<typeof CardAction>, context: Context): Inbound {
  if (isForeign(operator.tenant_key, context)) return ignored('other_tenant')
  const pressed = readPress(action)
  if (!pressed) return ignored('unknown_button')
  const speaker = { chat: place.open_chat_id, person: operator.open_id }
  return { id: context.idOf(context.eventId), speaker, ...pressed }
}

const BotAdded = z.object({ chat_id: Id, operator_id: Person, operator_tenant_key: Tenant })
const ChatEntered = z.object({ chat_id: Id, operator_id: Person })
/** The first private chat with somebody, in the old envelope. */
const ChatCreated = z.object({ chat_id: Id, operator: Person })
const MenuUsed = z.object({ operator: z.object({ operator_id: Person }) })

interface Greeted {
  readonly chat: string | null
  readonly person: string
  readonly chatType?: 'private' | 'group'
}

/** A menu event names no chat: the greeting goes to the person. */
function greeting({ chat, person, chatType = 'private' }: Greeted, context: Context): Inbound {
  const speaker: Speaker = { chat: chat ?? person, person }
  const to = { chat, person, messageId: null, inThread: false, chatType }
  return { kind: 'greeting', id: context.idOf(context.eventId), speaker, to }
}

const READERS: ReadonlyMap<string, Reader> = new Map([
  ['im.message.receive_v1', reader(MessageReceived, readMessage)],
  ['card.action.trigger', reader(CardAction, readAction)],
  [
    'im.chat.member.bot.added_v1',
    reader(BotAdded, ({ chat_id, operator_id, operator_tenant_key }, context) =>
      isForeign(operator_tenant_key, context)
        ? ignored('other_tenant')
        : greeting({ chat: chat_id, person: operator_id.open_id, chatType: 'group' }, context),
    ),
  ],
  [
    'im.chat.access_event.bot_p2p_chat_entered_v1',
    reader(ChatEntered, ({ chat_id, operator_id }, context) =>
      greeting({ chat: chat_id, person: operator_id.open_id }, context),
    ),
  ],
  [
    'p2p_chat_create',
    reader(ChatCreated, ({ chat_id, operator }, context) =>
      greeting({ chat: chat_id, person: operator.open_id }, context),
    ),
  ],
  [
    'application.bot.menu_v6',
    reader(MenuUsed, ({ operator }, context) =>
      greeting({ chat: null, person: operator.operator_id.open_id }, context),
    ),
  ],
])

/** Somebody of another organisation, in an external group. */
function isForeign(tenantKey: string | null | undefined, { settings }: Context): boolean {
  return settings.tenantKey !== undefined && tenantKey !== settings.tenantKey
}

function ignored(reason: string): Inbound {
  return { kind: 'ignored', reason }
}
