import { describe, expect, it } from 'vitest'
import { ConfigError } from '../../src/core/errors.ts'
import { readConfig } from '../../src/server/config.ts'

const DEFAULTS = {
  port: 3000,
  documents: 'seeds/documents',
  data: 'data/duban.json',
  admins: [],
  skipsConfirmation: false,
  feishu: null,
}

describe('readConfig', () => {
  it.each([
    ['nothing set', {}, DEFAULTS],
    ['empty variables', { PORT: '', DUBAN_DOCUMENTS: '', DUBAN_DATA: '' }, DEFAULTS],
    [
      'everything set',
      {
        PORT: '8080',
        DUBAN_DOCUMENTS: '/srv/文件',
        DUBAN_DATA: '/var/lib/duban.json',
        DUBAN_ADMINS: 'ou_1，wecom:zhang, feishu:ou_2',
        DUBAN_CONFIRM: 'inexact',
      },
      {
        port: 8080,
        documents: '/srv/文件',
        data: '/var/lib/duban.json',
        admins: ['feishu:ou_1', 'wecom:zhang', 'feishu:ou_2'],
        skipsConfirmation: true,
        feishu: null,
      },
    ],
    ['any free port', { PORT: '0' }, { ...DEFAULTS, port: 0 }],
    ['variables of others', { HOME: '/root' }, DEFAULTS],
  ])('reads %s', (_, env, expected) => {
    expect(readConfig(env)).toEqual(expected)
  })

  it.each([
    ['DUBAN_ADMINS', '管理员'],
    ['DUBAN_CONFIRM', 'never'],
  ])('refuses %s=%s and names the variable', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError)
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: .*“`))
  })

  it.each(['http', '80a', '-1', '1.5', '65536', ' ', '0x50', '1e3'])('refuses PORT=%s and names the variable', PORT => {
    expect(() => readConfig({ PORT })).toThrow(ConfigError)
    expect(() => readConfig({ PORT })).toThrow(/^PORT: .*“/)
  })
})
