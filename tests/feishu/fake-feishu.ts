import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import type { FeishuSettings } from '../../adapters/feishu/settings.ts'
import type { PlatformRequest } from '../../src/core/ports.ts'

/** An app that does not exist. */
export const SETTINGS = {
  appId: 'cli_0123456789abcdef',
  appSecret: 'secret-of-the-app',
  encryptKey: 'key-of-the-app',
  verificationToken: 'token-of-the-app',
  domain: 'http://127.0.0.1:1',
} satisfies FeishuSettings

export const BOT = 'ou_bot'
const TENANT = 'tenant-of-the-app'

/** How a request differs from a genuine one: encrypted and signed now, unless said otherwise. */
export interface Wrapping {
  readonly encrypted?: boolean
  readonly signed?: 'rightly' | 'wrongly' | 'not'
  /** `X-Lark-Request-Timestamp`. */
  readonly timestamp?: string
  /** Changes the body after it was signed. */
  readonly tamper?: (body: string) => string
}

export interface FakeMessage {
  readonly text?: string
  readonly messageId?: string
  readonly eventId?: string
  readonly chat?: string
  readonly person?: string
  /** In a group unless `p2p`. */
  readonly chatType?: 'p2p' | 'group'
  /** open_id of who is mentioned, in this order as `@_user_1`, `@_user_2`; in a group the bot unless said otherwise. */
  readonly mentioned?: readonly string[]
  readonly threadId?: string
  readonly type?: string
  /** The content of another type than text. */
  readonly content?: unknown
}

export interface FakeClick {
  readonly value?: unknown
  /** Of the button; forms have one. */
  readonly name?: string
  /** What was filled in, where the button submits a form. */
  readonly formValue?: unknown
  readonly messageId?: string
  readonly eventId?: string
  readonly chat?: string
  readonly person?: string
}

interface Place {
  readonly chat?: string
  readonly person?: string
  readonly eventId?: string
}

type FakeSettings = Pick<FeishuSettings, 'appId' | 'encryptKey' | 'verificationToken'>

/** Feishu's side of the webhook: events as the platform words them, wrapped as it wraps them. Written apart from what it tests. */
export function createFakeFeishu(settings: FakeSettings = SETTINGS, { now = () => new Date() } = {}) {
  const { appId, encryptKey, verificationToken } = settings
  const idAfter = (prefix: string) => `${prefix}_${randomBytes(12).toString('hex')}`
  const envelope = (type: string, event: unknown, eventId = idAfter('ev')) => ({
    schema: '2.0',
    header: {
      event_id: eventId,
      event_type: type,
      create_time: String(now().getTime()),
      token: verificationToken,
      app_id: appId,
      tenant_key: TENANT,
    },
    event,
  })

  return {
    challenge: (challenge = 'ajls384kdjx98XX') => ({ challenge, token: verificationToken, type: 'url_verification' }),

    message: ({ person = 'ou_asker', messageId = idAfter('om'), ...message }: FakeMessage) =>
      envelope(
        'im.message.receive_v1',
        {
          sender: { sender_id: ids(person), sender_type: 'user', tenant_key: TENANT },
          message: {
            message_id: messageId,
            ...(message.threadId && { root_id: 'om_root', parent_id: 'om_root', thread_id: message.threadId }),
            create_time: String(now().getTime()),
            update_time: String(now().getTime()),
            chat_id: message.chat ?? (message.chatType === 'p2p' ? 'oc_private' : 'oc_group'),
            chat_type: message.chatType ?? 'group',
            ...contentOf(message),
            ...mentionsOf(message),
          },
        },
        message.eventId,
      ),

    botAdded: ({ chat = 'oc_group', person = 'ou_asker', eventId }: Place = {}) =>
      envelope(
        'im.chat.member.bot.added_v1',
        {
          chat_id: chat,
          operator_id: ids(person),
          external: false,
          operator_tenant_key: TENANT,
          name: '督办工作群',
          i18n_names: { zh_cn: '督办工作群', en_us: '', ja_jp: '' },
        },
        eventId,
      ),

    entered: ({ chat = 'oc_private', person = 'ou_asker', eventId }: Place = {}) =>
      envelope(
        'im.chat.access_event.bot_p2p_chat_entered_v1',
        { chat_id: chat, operator_id: ids(person), last_message_id: '', last_message_create_time: '' },
        eventId,
      ),

    menu: ({ person = 'ou_asker', eventId }: Place = {}) =>
      envelope(
        'application.bot.menu_v6',
        {
          operator: { operator_name: '张三', operator_id: ids(person) },
          event_key: 'help',
          timestamp: Math.floor(now().getTime() / 1000),
        },
        eventId,
      ),

    click: ({
      value,
      name,
      formValue,
      messageId = 'om_card',
      chat = 'oc_group',
      person = 'ou_asker',
      eventId,
    }: FakeClick) =>
      envelope(
        'card.action.trigger',
        {
          operator: { ...ids(person), tenant_key: TENANT },
          token: idAfter('c-'),
          action: { tag: 'button', value, name, form_value: formValue, timezone: 'Asia/Shanghai' },
          host: 'im_message',
          context: { open_message_id: messageId, open_chat_id: chat },
        },
        eventId,
      ),

    /** The request that carries an envelope. */
    request(
      value: unknown,
      { encrypted = true, signed = 'rightly', timestamp, tamper }: Wrapping = {},
    ): PlatformRequest {
      const plain = JSON.stringify(value)
      const body = encrypted ? JSON.stringify({ encrypt: encrypt(plain, encryptKey) }) : plain
      const at = timestamp ?? String(Math.floor(now().getTime() / 1000))
      const headers = {
        'content-type': 'application/json;charset=utf-8',
        ...signatureHeaders(body, { at, encryptKey, signed }),
      }
      return { headers, body: tamper?.(body) ?? body }
    },
  }
}

function ids(openId: string) {
  const own = openId.replace(/^ou_/, '')
  return { open_id: openId, union_id: `on_${own}`, user_id: own }
}

function contentOf({ text = '', type = 'text', content = { text } }: FakeMessage) {
  return { message_type: type, content: JSON.stringify(content) }
}

function mentionsOf({ chatType, mentioned = chatType === 'p2p' ? [] : [BOT] }: FakeMessage) {
  const mentions = mentioned.map((openId, i) => ({
    key: `@_user_${i + 1}`,
    id: ids(openId),
    name: openId === BOT ? '督办助手' : '李四',
    tenant_key: TENANT,
  }))
  return mentions.length > 0 ? { mentions } : {}
}

/** base64(IV ‖ AES-256-CBC), the key being the SHA-256 of the Encrypt Key. */
export function encrypt(plain: string | Buffer, encryptKey: string, iv: Buffer = randomBytes(16)): string {
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv)
  return Buffer.concat([iv, cipher.update(Buffer.from(plain)), cipher.final()]).toString('base64')
}

interface Signing {
  readonly at: string
  readonly encryptKey: string
  readonly signed: 'rightly' | 'wrongly' | 'not'
}

function signatureHeaders(body: string, { at, encryptKey, signed }: Signing): Record<string, string> {
  if (signed === 'not') return {}
  const nonce = randomBytes(8).toString('hex')
  const key = signed === 'rightly' ? encryptKey : `${encryptKey}?`
  return {
    'x-lark-request-timestamp': at,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': createHash('sha256')
      .update(at + nonce + key + body)
      .digest('hex'),
  }
}
