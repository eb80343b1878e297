import { ConfigError } from '../core/errors.ts'
import type { Environment } from './config.ts'

/** How messages of Feishu come in: it calls us, or we keep a connection to it. */
export type FeishuMode = 'webhook' | 'websocket'

/** A Feishu app, as its developer console shows it. */
export interface FeishuConfig {
  readonly mode: FeishuMode
  readonly appId: string
  readonly appSecret: string
  /** Empty where the long connection, which needs neither, is used without. */
  readonly encryptKey: string
  readonly verificationToken: string
  /** Base of the API, without a trailing slash. */
  readonly domain: string
}

const DOMAIN = 'https://open.feishu.cn'

const CREDENTIALS = ['FEISHU_APP_ID', 'FEISHU_APP_SECRET', 'FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN'] as const

/** What each mode cannot do without. A webhook without an Encrypt Key could be forged, so there is none. */
const REQUIRED: Readonly<Record<FeishuMode, readonly (typeof CREDENTIALS)[number][]>> = {
  webhook: CREDENTIALS,
  websocket: ['FEISHU_APP_ID', 'FEISHU_APP_SECRET'],
}

/** Null where no credential is set: Feishu is off. Throws `ConfigError` that names the first variable that is missing or wrong. */
export function readFeishuConfig(env: Environment): FeishuConfig | null {
  if (CREDENTIALS.every(name => !env[name])) return null
  const mode = readMode(env['FEISHU_MODE'] || 'webhook')
  const missing = REQUIRED[mode].find(name => !env[name])
  if (missing)
    throw new ConfigError(missing, `is missing, and Feishu by ${mode} needs it; without FEISHU_* Feishu is off`)
  return {
    mode,
    appId: readAppId(env['FEISHU_APP_ID'] ?? '', mode),
    appSecret: env['FEISHU_APP_SECRET'] ?? '',
    encryptKey: env['FEISHU_ENCRYPT_KEY'] ?? '',
    verificationToken: env['FEISHU_VERIFICATION_TOKEN'] ?? '',
    domain: readDomain(env['FEISHU_DOMAIN'] || DOMAIN),
  }
}

function readMode(mode: string): FeishuMode {
  if (mode === 'webhook' || mode === 'websocket') return mode
  throw new ConfigError('FEISHU_MODE', `expected webhook or websocket, got “${mode}”`)
}

/** The long connection of Feishu's SDK starts with no other id, and does not say so. */
function readAppId(appId: string, mode: FeishuMode): string {
  if (mode === 'webhook' || /^cli_[0-9a-f]{16}$/i.test(appId)) return appId
  throw new ConfigError('FEISHU_APP_ID', `expected cli_ and 16 hexadecimal digits, got “${appId}”`)
}

/** Where the API is, without a trailing slash; a path in front of it may be part of it. */
function readDomain(domain: string): string {
  const url = URL.parse(domain)
  if (url && /^https?:$/.test(url.protocol)) return domain.replace(/\/+$/, '')
  throw new ConfigError('FEISHU_DOMAIN', `expected an address such as ${DOMAIN}, got “${domain}”`)
}
