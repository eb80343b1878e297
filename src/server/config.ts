import * as z from 'zod/mini'
import { ConfigError } from '../core/errors.ts'
import { readPlatformId } from '../core/progress/platform-id.ts'
import { type FeishuConfig, readFeishuConfig } from './feishu-config.ts'

/** Variables as the process got them: `process.env`, or the bindings of a Worker. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Who may do what, beside what people were given in chat. */
export interface Rights {
  /** Ids of administrators: feishu:ou_…. */
  readonly admins: readonly string[]
  /** A report on one's own task by its exact number is written without asking back. */
  readonly skipsConfirmation: boolean
}

/** What a server needs to know before it starts. */
export interface Config extends Rights {
  readonly port: number
  /** Folder of the policy documents. */
  readonly documents: string
  /** What keeps the ledger on Node: one JSON file, or a database. */
  readonly store: 'lowdb' | 'sqlite'
  /** The ledger's file. */
  readonly data: string
  /** Null where Feishu is off. */
  readonly feishu: FeishuConfig | null
}

const Port = z.pipe(z.string().check(z.regex(/^\d{1,5}$/)), z.coerce.number<string>().check(z.lte(65_535)))

/**
 * Reads the configuration once, at start. An empty variable counts as absent, as `.env` files leave them.
 * Throws `ConfigError` that names the variable.
 */
export function readConfig(env: Environment): Config {
  return {
    port: read(env, 'PORT', { schema: Port, fallback: '3000', expected: 'a port number, 0 to 65535' }),
    documents: env['DUBAN_DOCUMENTS'] || 'seeds/documents',
    ...readLedgerPlace(env),
    ...readRights(env),
    feishu: readFeishuConfig(env),
  }
}

/** Reads where the ledger is, or where the one of another store is. Throws `ConfigError` that names the variable. */
export function readLedgerPlace(
  env: Environment,
  store: Config['store'] = read(env, 'DUBAN_STORE', STORE),
): Pick<Config, 'store' | 'data'> {
  return { store, data: ledgerFile(store, env['DUBAN_DATA'] || 'data/duban.json') }
}

const STORE = { schema: z.enum(['lowdb', 'sqlite']), fallback: 'lowdb', expected: 'lowdb or sqlite' } as const

/** Each store has a file of its own, whichever of the two `DUBAN_DATA` names: duban.json, duban.db. */
const ledgerFile = (store: Config['store'], data: string): string =>
  store === 'sqlite' ? data.replace(/(?:\.json|\.db)?$/u, '.db') : data.replace(/\.db$/u, '.json')

/** Reads what also the command line goes by. Throws `ConfigError` that names the variable. */
export const readRights = (env: Environment): Rights => ({
  admins: readAdmins(env['DUBAN_ADMINS'] ?? ''),
  skipsConfirmation: read(env, 'DUBAN_CONFIRM', CONFIRM) === 'inexact',
})

const Confirm = z.enum(['always', 'inexact'])

const CONFIRM = { schema: Confirm, fallback: 'always', expected: 'always or inexact' } as const

/** feishu:ou_1,ou_2: an id without its platform is Feishu's. */
function readAdmins(list: string): readonly string[] {
  const ids = list.split(/[,，;\s]+/u).filter(id => id !== '')
  return ids.map(id => {
    const read = readPlatformId(id)
    if (read === null) throw new ConfigError('DUBAN_ADMINS', `expected ids such as feishu:ou_…, got “${id}”`)
    return read
  })
}

interface Variable<T> {
  readonly schema: z.ZodMiniType<T>
  readonly fallback: string
  readonly expected: string
}

function read<T>(env: Environment, name: string, { schema, fallback, expected }: Variable<T>): T {
  const given = env[name] || fallback
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new ConfigError(name, `expected ${expected}, got “${given}”`)
}
