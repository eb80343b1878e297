import { describe, expect, it } from 'vitest'
import { ConfigError } from '../../src/core/errors.ts'
import { readFeishuConfig } from '../../src/server/feishu-config.ts'

const APP = { FEISHU_APP_ID: 'cli_0123456789abcdef', FEISHU_APP_SECRET: 'secret' }
const WHOLE = { ...APP, FEISHU_ENCRYPT_KEY: 'key', FEISHU_VERIFICATION_TOKEN: 'token' }

describe('readFeishuConfig', () => {
  it.each([
    ['nothing', {}],
    ['empty variables', { FEISHU_APP_ID: '', FEISHU_APP_SECRET: '' }],
    ['what .env.example sets', { FEISHU_MODE: 'webhook', FEISHU_DOMAIN: 'https://open.feishu.cn' }],
  ])('is off with %s', (_, env) => {
    expect(readFeishuConfig(env)).toBeNull()
  })

  it('reads an app, by webhook unless told otherwise', () => {
    expect(readFeishuConfig(WHOLE)).toEqual({
      mode: 'webhook',
      appId: 'cli_0123456789abcdef',
      appSecret: 'secret',
      encryptKey: 'key',
      verificationToken: 'token',
      domain: 'https://open.feishu.cn',
    })
  })

  it('needs no keys for the long connection', () => {
    expect(readFeishuConfig({ ...APP, FEISHU_MODE: 'websocket' })).toMatchObject({ mode: 'websocket', encryptKey: '' })
  })

  it.each([
    ['https://open.feishu.cn/', 'https://open.feishu.cn'],
    ['http://10.0.0.8:8080', 'http://10.0.0.8:8080'],
    ['https://intranet.example.cn/feishu//', 'https://intranet.example.cn/feishu'],
  ])('reads the domain %s as %s', (given, domain) => {
    expect(readFeishuConfig({ ...WHOLE, FEISHU_DOMAIN: given })).toMatchObject({ domain })
  })

  const without = (name: keyof typeof WHOLE) => ({ ...WHOLE, [name]: '' })
  it.each([
    ['FEISHU_APP_ID', without('FEISHU_APP_ID')],
    ['FEISHU_APP_SECRET', without('FEISHU_APP_SECRET')],
    ['FEISHU_ENCRYPT_KEY', without('FEISHU_ENCRYPT_KEY')],
    ['FEISHU_VERIFICATION_TOKEN', without('FEISHU_VERIFICATION_TOKEN')],
    ['FEISHU_APP_SECRET', { FEISHU_APP_ID: 'cli_0123456789abcdef', FEISHU_MODE: 'websocket' }],
    ['FEISHU_APP_ID', { ...APP, FEISHU_APP_ID: 'cli_mine', FEISHU_MODE: 'websocket' }],
    ['FEISHU_MODE', { ...WHOLE, FEISHU_MODE: 'polling' }],
    ['FEISHU_DOMAIN', { ...WHOLE, FEISHU_DOMAIN: 'open.feishu.cn' }],
    ['FEISHU_DOMAIN', { ...WHOLE, FEISHU_DOMAIN: 'ftp://open.feishu.cn' }],
  ])('names %s when it is missing or wrong', (variable, env) => {
    expect(() => readFeishuConfig(env)).toThrow(ConfigError)
    expect(() => readFeishuConfig(env)).toThrow(new RegExp(`^${variable}: `))
  })

  it('says no secret in its complaint', () => {
    const secrets = { FEISHU_APP_SECRET: 'hush-1', FEISHU_ENCRYPT_KEY: 'hush-2', FEISHU_VERIFICATION_TOKEN: 'hush-3' }
    expect(() => readFeishuConfig(secrets)).toThrow(/^(?!.*hush)/)
  })
})
