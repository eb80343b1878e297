import { createNodeSqliteStore } from '../../../adapters/store/node-sqlite.ts'

/** A process that claims a hundred keys and adds fifty entries about one person; prints the keys it was given. */
const [, , file = '', name = ''] = process.argv
const store = await createNodeSqliteStore(file)
const term = { now: new Date(0), forMs: 1000 }
const claimed: string[] = []

for (let i = 0; i < 100; i += 1) {
  const key = `om_${100 + i}`
  if (await store.claimOnce(key, term)) claimed.push(key)
}

for (let i = 0; i < 50; i += 1) {
  const entry = {
    kind: 'binding',
    id: `${name}${100 + i}`,
    at: '2023-06-01T01:00:00.000Z',
    by: 'feishu:ou_1',
    person: 'feishu:ou_1',
    name,
    role: 'office',
    unit: null,
    standing: 'approved',
  } as const
  let outcome = 'outdated'
  while (outcome === 'outdated') {
    const { length: seen } = await store.entries(0)
    outcome = await store.append([entry], { seen })
  }
}

process.stdout.write(JSON.stringify(claimed))
