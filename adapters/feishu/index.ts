import type { Reply } from '../../src/core/dialog/reply.ts'
import { PlatformError } from '../../src/core/errors.ts'
import type { Log } from '../../src/core/log.ts'
import type { Acknowledgement, ChatAdapter, Clock, Destination, Inbound, SentFile } from '../../src/core/ports.ts'
import { cardMessage, cardOf } from './card.ts'
import { createFeishuClient, type FeishuClient } from './client.ts'
import { failureFields } from './failure-fields.ts'
import { type LongConnection, startLongConnection } from './long-connection.ts'
import { createProfiles } from './profiles.ts'
import type { FeishuSettings } from './settings.ts'
import { textMessage } from './text.ts'
import { createFeishuReceiver } from './webhook.ts'
import { within } from './within.ts'

export interface FeishuOptions {
  readonly clock: Clock
  readonly log: Log
  readonly fetch?: typeof fetch
}

/** What becomes of what was received. Rejects where it should come again. */
type Take = (inbound: Inbound) => Promise<Acknowledgement>

export interface FeishuAdapter extends ChatAdapter {
  /** Opens the long connection, for servers that Feishu cannot call. */
  connect(take: Take): Promise<void>
  /** Closes the long connection, where one is open; what it brought is acknowledged first. */
  disconnect(): Promise<void>
  /** Asks Feishu who we are, so that wrong credentials show at start and not at the first question. Never rejects. */
  introduce(): Promise<void>
}

/** How long a message may wait until we know who we are: Feishu waits three seconds, and sends again what failed. */
const BOT_MS = 2000

/** 飞书: questions from its webhook or its long connection, answers as cards. */
export function createFeishuAdapter(settings: FeishuSettings, { clock, log, fetch }: FeishuOptions): FeishuAdapter {
  const client = createFeishuClient(settings, { clock, log, ...(fetch && { fetch }) })
  const bot = remember(() => client.botInfo())
  const botOpenId = async () => (await within(BOT_MS, bot())).openId
  const profiles = createProfiles(client, { clock, log })
  const receiver = createFeishuReceiver(settings, { botOpenId, clock })
  let connection: LongConnection | null = null

  return {
    name: 'feishu',
    receive: request => receiver.receive(request),
    send: (to, reply, key) => sendReply({ to, reply, key }, { client, log }),
    show: reply => ({ card: { type: 'raw', data: cardOf(reply) } }),
    tell: content => ({ toast: { type: 'info', content } }),
    sendFile: (to, file, key) => sendFile({ to, file, key }, client),
    profile: person => profiles(person),
    async connect(take) {
      connection = await startLongConnection(settings, {
        handle: async envelope => asFrameAnswer(await take(await receiver.handle(envelope))),
        log,
        onState: state => log.info({ state }, 'feishu: long connection'),
        ...(fetch && { fetch }),
      })
    },
    disconnect: async () => connection?.stop(),
    async introduce() {
      try {
        log.info({ bot: (await bot()).name }, 'feishu knows us')
      } catch (error) {
        log.warn(failureFields(error), 'feishu does not know us, or cannot be reached')
      }
    },
  }
}

/** The long connection has no status: what the platform is to send again is refused by throwing. */
function asFrameAnswer({ status, body }: Acknowledgement): unknown {
  if (status !== 200) throw new Error(`not taken: ${status}`)
  return body
}

interface Sending {
  readonly to: Destination
  readonly reply: Reply
  readonly key: string
}

/** The platform's code for a card that it cannot show (发送消息). */
const CARD_REFUSED = 230099

/** As a card; as text where the platform refuses the card, so that nobody is left without an answer. */
async function sendReply(
  { to, reply, key }: Sending,
  { client, log }: { client: FeishuClient; log: Log },
): Promise<void> {
  const message = cardMessage(reply)
  try {
    await client.send({ to, message, uuid: key })
  } catch (error) {
    if (!isCardRefusal(error) || message.msg_type !== 'interactive') throw error
    log.warn(failureFields(error), 'card refused, sent as text')
    await client.send({ to, message: textMessage(reply), uuid: `${key}:text` })
  }
}

/** Uploaded anew each time it is tried; the key makes one message of it all the same. */
async function sendFile(
  { to, file, key }: Omit<Sending, 'reply'> & { readonly file: SentFile },
  client: FeishuClient,
): Promise<void> {
  const content = JSON.stringify({ file_key: await client.uploadFile(file) })
  await client.send({ to, message: { msg_type: 'file', content }, uuid: `${key}:file` })
}

const isCardRefusal = (error: unknown): boolean => error instanceof PlatformError && error.platformCode === CARD_REFUSED

/** Asks once; where that fails, again the next time. */
function remember<T>(ask: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined
  return () => {
    known ??= ask().catch((error: unknown) => {
      known = undefined
      throw error
    })
    return known
  }
}
