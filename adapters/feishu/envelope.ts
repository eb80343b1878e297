import * as z from 'zod/mini'

/** An event or a card callback without its wrapping (事件概述). */
export interface Envelope {
  /** Unique for one event, the same in its retries. */
  readonly id: string
  readonly type: string
  readonly appId: string
  /** The Verification Token; empty where it is missing. */
  readonly token: string
  readonly event: unknown
}

const Id = z.string().check(z.minLength(1), z.maxLength(200))
const Token = z._default(z.string(), '')

const Version2 = z.pipe(
  z.object({
    schema: z.literal('2.0'),
    header: z.object({ event_id: Id, event_type: Id, app_id: Id, token: Token }),
    event: z.unknown(),
  }),
  z.transform(
    ({ header, event }): Envelope => ({
      id: header.event_id,
      type: header.event_type,
      appId: header.app_id,
      token: header.token,
      event,
    }),
  ),
)

/** Of old events only. */
const Version1 = z.pipe(
  z.object({
    type: z.literal('event_callback'),
    uuid: Id,
    token: Token,
    event: z.looseObject({ type: Id, app_id: Id }),
  }),
  z.transform(
    ({ uuid, token, event }): Envelope => ({ id: uuid, type: event.type, appId: event.app_id, token, event }),
  ),
)

const Wrapped = z.union([Version2, Version1])

/** The envelope in either version; null for what is none. */
export function readEnvelope(value: unknown): Envelope | null {
  return Wrapped.safeParse(value).data ?? null
}

const UrlVerification = z.object({ type: z.literal('url_verification'), challenge: z.string(), token: Token })
/** What the platform sends when the callback address is saved. */
export type UrlVerification = z.infer<typeof UrlVerification>

/** The address check; null for anything else. */
export function readUrlVerification(value: unknown): UrlVerification | null {
  return UrlVerification.safeParse(value).data ?? null
}
