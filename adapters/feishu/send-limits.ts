/** What the message API allows and how we keep to it; the page that says so beside each (open.feishu.cn). */
export const SEND_LIMITS = {
  /** Calls of one app: both at once (发送消息, 频控策略). */
  app: [
    { calls: 50, ms: 1000 },
    { calls: 1000, ms: 60_000 },
  ],
  /** Messages to one group or person, and updates of one card (发送消息, 更新已发送的消息卡片). */
  chat: [{ calls: 5, ms: 1000 }],
  /** 去重: at most one success for a uuid within the hour (发送消息). */
  uuidLength: 50,
  /** A call that takes longer is given up and made again: the SDK itself would wait for ever. Ours. */
  timeoutMs: 5000,
  /** The same for a file of up to 30 MB (上传文件). Ours. */
  uploadTimeoutMs: 60_000,
  /** Times a call is made before the attempt is over; with all pauses far within the hour a uuid is remembered. Ours. */
  tries: 6,
  /** The first pause; each further one is twice as long, up to the longest. Ours. */
  firstPauseMs: 500,
  longestPauseMs: 8000,
  /** The longest wait that a gateway may ask for in x-ogw-ratelimit-reset; the limits count minutes (频控策略). */
  longestResetMs: 60_000,
  /** A token is replaced this early: with less than 30 min left the platform gives a new one, the old stays valid (获取 tenant_access_token). */
  tokenRenewMs: 10 * 60_000,
} as const
