import { type ApiAnswer, type ApiRequest, type Endpoint, ok, record, refused } from './stand-in-answers.ts'
import { createContacts } from './stand-in-contacts.ts'
import { TOKEN } from './stand-in-faults.ts'
import { createFiles } from './stand-in-files.ts'

/** One message that went out, as the platform keeps it. */
export interface SentMessage {
  readonly messageId: string
  /** Where it was sent to; of a reply the message it answers. */
  readonly receiveId: string
  readonly receiveIdType: string
  /** The chat it appears in; null for a reply to a message that nobody told the stand-in about. */
  readonly chat: string | null
  readonly inReplyTo: string | null
  readonly inThread: boolean
  readonly msgType: string
  /** `content` parsed; a card in its last state. */
  content: unknown
  readonly uuid: string | null
  readonly at: number
}

export interface PlatformOptions {
  readonly appId: string
  readonly appSecret: string
  readonly now: () => number
  /** What is wrong with a card, as the platform says it after 230099; null for a good one. */
  readonly checkCard: (card: unknown) => string | null
}

const UUID_MEMORY_MS = 60 * 60 * 1000
const CARD_TOKEN_USES = 2
const MAX_BYTES: Readonly<Record<string, number>> = {
  interactive: 30 * 1024,
  post: 30 * 1024,
  text: 150 * 1024,
  file: 30 * 1024,
}
const RECEIVE_ID_TYPES = ['open_id', 'union_id', 'user_id', 'email', 'chat_id']

/** What the open platform does with requests: state in plain fields, so that a test can look at all of it. */
export function createPlatform({ appId, appSecret, now, checkCard }: PlatformOptions) {
  const sent: SentMessage[] = []
  const patched: { readonly messageId: string; readonly card: unknown; readonly at: number }[] = []
  const cardUpdates: { readonly token: string; readonly card: unknown }[] = []
  const files = createFiles()
  const contacts = createContacts()
  const chatOfMessage = new Map<string, string>()
  const uuids = new Map<string, { readonly message: SentMessage; readonly at: number }>()
  const cardTokens = new Map<string, number>()
  const tokens = new Set<string>()
  let tokensIssued = 0

  const issueToken = ({ body }: ApiRequest): ApiAnswer => {
    const { app_id, app_secret } = record(body)
    if (app_id !== appId || app_secret !== appSecret) return refused(10014, 'app_id or app_secret is wrong', 200)
    tokensIssued += 1
    const token = `t-stub-${tokensIssued}`
    tokens.add(token)
    return { status: 200, body: { code: 0, msg: 'ok', tenant_access_token: token, expire: 7200 } }
  }

  const remembered = (uuid: unknown): SentMessage | null => {
    const known = typeof uuid === 'string' ? uuids.get(uuid) : undefined
    return known !== undefined && now() - known.at < UUID_MEMORY_MS ? known.message : null
  }

  const keep = (
    where: Pick<SentMessage, 'receiveId' | 'receiveIdType' | 'chat' | 'inReplyTo'>,
    body: unknown,
  ): ApiAnswer => {
    const { msg_type, content, uuid, reply_in_thread } = record(body)
    const problem = contentProblem(msg_type, content, checkCard) ?? uuidProblem(uuid)
    if (problem !== null) return problem
    if (msg_type === 'file' && !files.files.has(fileKeyOf(content))) return refused(230001, 'file_key is unknown')
    const again = remembered(uuid)
    if (again !== null) return ok({ data: messageData(again, appId) })
    const message: SentMessage = {
      ...where,
      messageId: `om_sent_${sent.length + 1}`,
      inThread: reply_in_thread === true,
      msgType: String(msg_type),
      content: JSON.parse(String(content)),
      uuid: typeof uuid === 'string' ? uuid : null,
      at: now(),
    }
    sent.push(message)
    if (message.chat !== null) chatOfMessage.set(message.messageId, message.chat)
    if (message.uuid !== null) uuids.set(message.uuid, { message, at: message.at })
    return ok({ data: messageData(message, appId) })
  }

  const create = ({ query, body }: ApiRequest): ApiAnswer => {
    const receiveIdType = query.get('receive_id_type') ?? ''
    const receiveId = record(body)['receive_id']
    if (!RECEIVE_ID_TYPES.includes(receiveIdType)) return refused(99992402, 'field validation failed')
    if (typeof receiveId !== 'string' || receiveId === '') return refused(230034, 'The receive_id is invalid.')
    const chat = receiveIdType === 'chat_id' ? receiveId : `oc_p2p_${receiveId}`
    return keep({ receiveId, receiveIdType, chat, inReplyTo: null }, body)
  }

  const reply = ({ body }: ApiRequest, messageId: string): ApiAnswer => {
    if (!messageId.startsWith('om_')) return refused(99992354, 'The request you send is not a valid {message_id}')
    const chat = chatOfMessage.get(messageId) ?? null
    return keep({ receiveId: messageId, receiveIdType: 'message_id', chat, inReplyTo: messageId }, body)
  }

  const patch = ({ body }: ApiRequest, messageId: string): ApiAnswer => {
    const message = sent.find(known => known.messageId === messageId)
    const { content } = record(body)
    if (message === undefined) return refused(99992354, 'The request you send is not a valid {message_id}')
    if (typeof content === 'string' && tooLong('interactive', content))
      return refused(230025, 'The message is too long')
    const problem = contentProblem('interactive', content, checkCard)
    if (problem !== null) return problem
    message.content = JSON.parse(String(content))
    patched.push({ messageId, card: message.content, at: now() })
    return { status: 200, body: { code: 0, msg: 'ok', data: {} } }
  }

  const updateCard = ({ body }: ApiRequest): ApiAnswer => {
    const { token, card } = record(body)
    const uses = (cardTokens.get(String(token)) ?? 0) + 1
    if (typeof token !== 'string' || !token.startsWith('c-')) return refused(300030, 'token expired', 200)
    if (uses > CARD_TOKEN_USES) return refused(300040, 'token used too often', 200)
    const problem = checkCard(card)
    if (problem !== null) return refused(230099, cardRefusal(problem))
    cardTokens.set(token, uses)
    cardUpdates.push({ token, card })
    return { status: 200, body: { code: 0, msg: 'ok' } }
  }

  const bot = (): ApiAnswer => ({
    status: 200,
    body: {
      code: 0,
      msg: 'ok',
      bot: { activate_status: 2, app_name: '督办', avatar_url: '', ip_white_list: [], open_id: 'ou_bot' },
    },
  })

  const endpoints: readonly Endpoint[] = [
    ['GET', /^\/open-apis\/bot\/v3\/info$/, bot],
    ['POST', /^\/open-apis\/im\/v1\/messages$/, create],
    ['POST', /^\/open-apis\/im\/v1\/messages\/(?<id>[^/]+)\/reply$/, reply],
    ['PATCH', /^\/open-apis\/im\/v1\/messages\/(?<id>[^/]+)$/, patch],
    ['POST', /^\/open-apis\/interactive\/v1\/card\/update$/, updateCard],
    ...files.endpoints,
    ...contacts.endpoints,
  ]

  return {
    sent,
    patched,
    cardUpdates,
    users: contacts.users,
    departments: contacts.departments,
    files: files.files,
    /** Tells which chat a message that came in belongs to, so that replies to it can be found by chat. */
    messageInChat: (messageId: string, chat: string) => chatOfMessage.set(messageId, chat),
    tokensIssued: () => tokensIssued,
    /** From now on every token given out so far is refused with 99991663. */
    revokeTokens: () => tokens.clear(),
    answer: (request: ApiRequest): ApiAnswer =>
      request.path === TOKEN ? issueToken(request) : (tokenProblem(request, tokens) ?? route(endpoints, request)),
  }
}

function tokenProblem({ headers }: ApiRequest, valid: ReadonlySet<string>): ApiAnswer | null {
  const token = /^Bearer (?<token>t-.+)$/.exec(headers['authorization'] ?? '')?.groups?.['token']
  if (token === undefined) return refused(99991661, 'Missing access token for authorization')
  return valid.has(token) ? null : refused(99991663, 'Invalid access token for authorization')
}

function route(endpoints: readonly Endpoint[], request: ApiRequest): ApiAnswer {
  for (const [method, path, handle] of endpoints) {
    const found = request.method === method ? path.exec(request.path) : null
    if (found !== null) return handle(request, decodeURIComponent(found.groups?.['id'] ?? ''))
  }
  return { status: 404, body: '404 page not found' }
}

function contentProblem(msgType: unknown, content: unknown, checkCard: PlatformOptions['checkCard']): ApiAnswer | null {
  if (typeof msgType !== 'string' || !(msgType in MAX_BYTES)) return refused(230001, 'invalid msg_type')
  if (typeof content !== 'string') return refused(99992402, 'field validation failed: content')
  if (tooLong(msgType, content)) return refused(230025, 'The length of the message content reaches its limit.')
  const parsed = parse(content)
  if (parsed === undefined) return refused(230001, 'content is not a string in json format')
  if (msgType === 'text' && typeof record(parsed)['text'] !== 'string') return refused(230001, 'text is missing')
  const problem = msgType === 'interactive' ? checkCard(parsed) : null
  return problem === null ? null : refused(230099, cardRefusal(problem))
}

const fileKeyOf = (content: unknown): string => String(record(parse(String(content)))['file_key'])

const cardRefusal = (problem: string) => `Failed to create card content, ext=${problem}`

function uuidProblem(uuid: unknown): ApiAnswer | null {
  const fits = uuid === undefined || (typeof uuid === 'string' && uuid.length > 0 && uuid.length <= 50)
  return fits ? null : refused(99992402, 'field validation failed: uuid')
}

const tooLong = (msgType: string, content: string) => new Blob([content]).size > (MAX_BYTES[msgType] ?? 0)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function messageData(message: SentMessage, appId: string) {
  const threadId = message.inThread ? { thread_id: 'omt_1' } : {}
  const parents = message.inReplyTo === null ? {} : { root_id: message.inReplyTo, parent_id: message.inReplyTo }
  return {
    message_id: message.messageId,
    ...parents,
    ...threadId,
    msg_type: message.msgType,
    create_time: String(message.at),
    update_time: String(message.at),
    deleted: false,
    updated: false,
    chat_id: message.chat ?? 'oc_unknown',
    sender: { id: appId, id_type: 'app_id', sender_type: 'app', tenant_key: 'tk' },
    body: { content: JSON.stringify(message.content) },
  }
}
