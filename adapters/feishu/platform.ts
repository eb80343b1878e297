import type { Client, withTenantToken } from '@larksuiteoapi/node-sdk'
import * as z from 'zod/mini'
import type { Log } from '../../src/core/log.ts'
import type { Clock } from '../../src/core/ports.ts'
import { isFailedAnswer } from './failure.ts'
import { createHttpInstance } from './http.ts'
import { createRedact, createSdkLogger } from './redact.ts'
import { SEND_LIMITS } from './send-limits.ts'
import type { FeishuSettings } from './settings.ts'
import { createTokenSource, type IssuedToken, type TokenSource } from './token.ts'

/** The SDK ready for use, and the token that its calls carry. */
export interface OpenPlatform {
  readonly client: Client
  readonly tokens: TokenSource
  readonly authorize: typeof withTenantToken
}

interface PlatformOptions {
  readonly fetch?: typeof fetch
  readonly clock: Clock
  readonly log: Log
}

/**
 * The SDK's client, loaded by the first call and shared by all: importing it costs a tenth of a second and 50 MB.
 * Its own token cache is off: it asks once for each call that waits, and never again after a token was refused.
 */
export function openPlatform(settings: FeishuSettings, options: PlatformOptions): () => Promise<OpenPlatform> {
  let opened: Promise<OpenPlatform> | null = null
  return () => {
    opened ??= loadPlatform(settings, options)
    return opened
  }
}

async function loadPlatform(
  settings: FeishuSettings,
  { fetch = globalThis.fetch, clock, log }: PlatformOptions,
): Promise<OpenPlatform> {
  const sdk = await import('@larksuiteoapi/node-sdk')
  const { appId, appSecret, domain } = settings
  const client = new sdk.Client({
    appId,
    appSecret,
    domain,
    disableTokenCache: true,
    httpInstance: createHttpInstance({ fetch, timeoutMs: SEND_LIMITS.timeoutMs, isFailure: isFailedAnswer }),
    logger: createSdkLogger(log, createRedact(settings)),
    loggerLevel: sdk.LoggerLevel.error,
  })
  const issue = () => issueToken(client)
  return {
    client,
    tokens: createTokenSource({ issue, clock, renewMs: SEND_LIMITS.tokenRenewMs }),
    authorize: sdk.withTenantToken,
  }
}

/** Not under `data`, as everything else would be (自建应用获取 tenant_access_token). */
const TokenAnswer = z.object({ tenant_access_token: z.string(), expire: z.number() })

async function issueToken(client: Client): Promise<IssuedToken> {
  const { appId: app_id, appSecret: app_secret } = client
  const answer = await client.auth.v3.tenantAccessToken.internal({ data: { app_id, app_secret } })
  const { tenant_access_token, expire } = TokenAnswer.parse(answer)
  return { value: tenant_access_token, expiresInMs: expire * 1000 }
}
