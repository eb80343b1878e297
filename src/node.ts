import { existsSync } from 'node:fs'
import { loadEnvFile } from 'node:process'
import { serve } from '@hono/node-server'
import { readDocumentFolder } from '../adapters/documents/folder.ts'
import { readSeeds } from '../adapters/documents/seeds.ts'
import { createLowdbStore } from '../adapters/store/lowdb.ts'
import { openLedger } from './app/open-ledger.ts'
import { ConfigError, DubanError } from './core/errors.ts'
import { createApp } from './server/app.ts'
import { type Config, readConfig } from './server/config.ts'

/** The server on Node: `npm start` and `duban serve`. */
async function main(): Promise<void> {
  if (existsSync('.env')) loadEnvFile('.env')
  const config = readConfig(process.env)
  const ledger = await openLedgerOf(config)
  const app = createApp({ ledger, logError: error => console.error(error) })
  const server = serve({ fetch: app.fetch, port: config.port }, ({ port }) =>
    console.log(`duban: http://localhost:${port}, ${ledger.documents.length} documents, ${ledger.tasks.length} tasks`),
  )
  server.on('error', cause => stop(new ConfigError('PORT', `cannot listen (${cause.message})`, { cause })))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close())
}

async function openLedgerOf({ documents, data }: Config) {
  const store = await createLowdbStore(data)
  return openLedger({ documents: await readDocumentFolder(documents), store, ...(await readSeeds()) })
}

/** What somebody can put right is said in one sentence; anything else is a fault of ours and keeps its trace. */
function stop(error: unknown): void {
  console.error(error instanceof DubanError ? `duban: ${error.message}` : error)
  process.exitCode = 1
}

await main().catch(stop)
