/** What goes wrong with a request. `accepted`: the platform does what was asked, and the caller does not learn of it. */
export type Fault =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly body: string
      readonly headers?: Readonly<Record<string, string>>
    }
  | { readonly kind: 'hang' | 'reset'; readonly accepted: boolean }
  | { readonly kind: 'slow'; readonly ms: number }

/** Where a fault strikes: requests whose path starts with `on`, all of the message API unless told. */
export interface FaultScope {
  readonly on?: string
}

export const MESSAGES = '/open-apis/im/v1/messages'
export const TOKEN = '/open-apis/auth/v3/tenant_access_token/internal'

/** The faults of a bad day, by name. Codes and HTTP statuses as the platform documents them. */
export const FAULTS = {
  botNotInGroup: refusal(230002, 'The bot can not be outside the group.'),
  notAvailable: refusal(230013, 'Bot has NO availability to this user.'),
  recalled: refusal(230011, 'The message was recalled.'),
  resigned: refusal(230029, 'User has resigned.'),
  badReceiver: refusal(230034, 'The receive_id is invalid.'),
  switchedOff: refusal(230053, 'The user has stopped the bot from sending messages.'),
  dissolved: refusal(232009, 'Your request specifies a chat which has already been dissolved.'),
  chatBusy: refusal(230020, 'This operation triggers the frequency limit.'),
  stillSending: refusal(230049, 'The message is being sent.'),
  badCard: refusal(
    230099,
    'Failed to create card content, ext=ErrCode: 200861; ErrPath: ROOT -> body -> elements -> [0](tag: note); ErrMsg: unsupported tag',
  ),
  gatewayBusy: refusal(99991400, 'request trigger frequency limit', {
    status: 429,
    headers: { 'x-ogw-ratelimit-limit': '50', 'x-ogw-ratelimit-reset': '1' },
  }),
  tokenExpired: refusal(99991663, 'Invalid access token for authorization. Please make a test attempt.'),
  okWithCode: refusal(230001, 'Your request contains an invalid request parameter.', { status: 200 }),
  okBusy: refusal(230020, 'This operation triggers the frequency limit.', { status: 200 }),
  serverError: refusal(1000001, 'internal error', { status: 500 }),
  badGateway: { kind: 'answer', status: 502, body: '<html>Bad Gateway</html>' },
  notJson: { kind: 'answer', status: 200, body: '<html>portal</html>' },
  hang: { kind: 'hang', accepted: false },
  hangAccepted: { kind: 'hang', accepted: true },
  reset: { kind: 'reset', accepted: false },
  resetAccepted: { kind: 'reset', accepted: true },
} as const satisfies Readonly<Record<string, Fault>>

export const slow = (ms: number): Fault => ({ kind: 'slow', ms })

interface Refusal {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer with a code, as the platform words it. */
export function refusal(code: number, msg: string, { status = 400, headers = {} }: Refusal = {}) {
  const body = JSON.stringify({ code, msg, error: { log_id: `log-${code}` } })
  return { kind: 'answer', status, body, headers } as const satisfies Fault
}
