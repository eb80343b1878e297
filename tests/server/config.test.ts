import { describe, expect, it } from 'vitest'
import { ConfigError } from '../../src/core/errors.ts'
import { readConfig } from '../../src/server/config.ts'

const DEFAULTS = {
  port: 3000,
  documents: 'seeds/documents',
  store: 'lowdb',
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
        store: 'lowdb',
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
    ['DUBAN_STORE', 'postgres'],
  ])('refuses %s=%s and names the variable', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError)
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: .*“`))
  })

  it.each([
    ['lowdb', '', 'data/duban.json'],
    ['lowdb', '/srv/台账', '/srv/台账'],
    ['lowdb', '/srv/duban.db', '/srv/duban.json'],
    ['sqlite', '', 'data/duban.db'],
    ['sqlite', '/srv/duban.json', '/srv/duban.db'],
    ['sqlite', '/srv/duban.db', '/srv/duban.db'],
    ['sqlite', '/srv/台账.2023', '/srv/台账.2023.db'],
  ])('gives %s at “%s” the file %s', (DUBAN_STORE, DUBAN_DATA, data) => {
    expect(readConfig({ DUBAN_STORE, DUBAN_DATA })).toMatchObject({ store: DUBAN_STORE, data })
  })

  it.each(['http', '80a', '-1', '1.5', '65536', ' ', '0x50', '1e3'])('refuses PORT=%s and names the variable', PORT => {
    expect(() => readConfig({ PORT })).toThrow(ConfigError)
    expect(() => readConfig({ PORT })).toThrow(/^PORT: .*“/)
  })
})
