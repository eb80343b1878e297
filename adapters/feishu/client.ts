import * as z from 'zod/mini'
import type { Destination, SentFile } from '../../src/core/ports.ts'
import { type CallOptions, createCaller } from './call.ts'
import { sha256Hex } from './crypto.ts'
import { createDirectory, type Directory } from './directory.ts'
import type { FeishuMessage } from './message.ts'
import type { ApiRequest } from './platform.ts'
import { SEND_LIMITS } from './send-limits.ts'
import type { FeishuSettings } from './settings.ts'
import { uploadFile } from './upload.ts'

/** What we ask of Feishu. Every verb throws PlatformError, with the platform's code and log id, when the attempt is over. */
export interface FeishuClient extends Directory {
  /**
   * Sends a message, as a reply where there is one to reply to. Within an hour one `uuid` is one message, however often
   * it is sent; any key will do, it is hashed. The id is null where the platform did not tell it.
   */
  send(sending: Sending): Promise<{ readonly messageId: string | null }>
  /** Replaces the card of a message of ours, up to 14 days old. */
  patchCard(messageId: string, card: object): Promise<void>
  /** Replaces a card after a click on it: `token` is the click's, good for 30 min and two uses, after the callback was answered. */
  updateCard(token: string, card: object): Promise<void>
  botInfo(): Promise<{ readonly openId: string; readonly name: string }>
  /** Gives the key that a message carries it by. At most 30 MB, and not empty. */
  uploadFile(file: SentFile): Promise<string>
}

export interface Sending {
  readonly to: Destination
  readonly message: FeishuMessage
  readonly uuid: string
}

const Sent = z.object({ data: z.optional(z.object({ message_id: z.optional(z.string()) })) })
const BotInfo = z.object({ bot: z.object({ open_id: z.string(), app_name: z._default(z.string(), '') }) })
/** Talks to Feishu by the few calls that are needed. */
export function createFeishuClient(settings: FeishuSettings, options: CallOptions): FeishuClient {
  const call = createCaller(settings, options)

  return {
    async send({ to, message, uuid }) {
      const data = { ...message, uuid: await uuidOf(uuid) }
      const { data: sent } = await call({
        name: to.messageId === null ? 'message.create' : 'message.reply',
        chat: to.chat ?? to.person,
        answer: Sent,
        request: messageTo(to, data),
      })
      return { messageId: sent?.message_id ?? null }
    },
    async patchCard(messageId, card) {
      await call({
        name: 'message.patch',
        chat: messageId,
        answer: z.unknown(),
        request: { method: 'PATCH', path: pathOf(messageId), data: { content: JSON.stringify(card) } },
      })
    },
    async updateCard(token, card) {
      await call({
        name: 'card.update',
        chat: null,
        answer: z.unknown(),
        request: { method: 'POST', path: '/open-apis/interactive/v1/card/update', data: { token, card } },
      })
    },
    async botInfo() {
      const { bot } = await call({
        name: 'bot.info',
        chat: null,
        answer: BotInfo,
        request: { method: 'GET', path: '/open-apis/bot/v3/info' },
      })
      return { openId: bot.open_id, name: bot.app_name }
    },
    ...createDirectory(call),
    uploadFile: file => uploadFile(file, call),
  }
}

const MESSAGES = '/open-apis/im/v1/messages'

const pathOf = (messageId: string): string => `${MESSAGES}/${encodeURIComponent(messageId)}`

/** A reply where there is a message to reply to, else a message to the chat, or to the person where no chat is known. */
function messageTo(to: Destination, data: FeishuMessage & { readonly uuid: string }): ApiRequest {
  if (to.messageId !== null) {
    const inThread = to.inThread ? { reply_in_thread: true } : {}
    return { method: 'POST', path: `${pathOf(to.messageId)}/reply`, data: { ...data, ...inThread } }
  }
  const [receive_id_type, receive_id] =
    to.chat === null ? (['open_id', to.person] as const) : (['chat_id', to.chat] as const)
  return { method: 'POST', path: MESSAGES, params: { receive_id_type }, data: { ...data, receive_id } }
}

/** A key of any length as a `uuid` of the platform: the same key gives the same uuid. */
export async function uuidOf(key: string): Promise<string> {
  return (await sha256Hex(key)).slice(0, SEND_LIMITS.uuidLength)
}
