import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { LowdbStore } from '../../../adapters/store/lowdb.ts'
import { createOnDemandStore } from '../../../adapters/store/on-demand.ts'
import { from, report } from '../../contracts/samples.ts'
import { storeContract } from '../../contracts/store.ts'
import { temporaryLedgers } from './folders.ts'

const { fresh, open } = temporaryLedgers()
const opened: LowdbStore[] = []
afterAll(() => Promise.all(opened.map(store => store.close())))

function openOnDemand(file: string): LowdbStore {
  const store = createOnDemandStore(file)
  opened.push(store)
  return store
}

storeContract('the store that writes on demand', () => {
  const file = fresh()
  let last: LowdbStore | null = null
  return {
    async open() {
      await last?.close()
      last = openOnDemand(file)
      return last
    },
  }
})

describe('a store that writes on demand', () => {
  it('makes no file for what is only read', async () => {
    const file = fresh()
    const store = openOnDemand(file)
    expect([await store.documents(), await store.entries(0), await store.letters()]).toEqual([[], [], []])
    await store.close()
    expect(existsSync(dirname(file))).toBe(false)
  })

  it('reads what another process writes, and is refused a change until that one ends', async () => {
    const file = fresh()
    const server = await open(file)
    const store = openOnDemand(file)
    await server.append([report('r1')], { seen: 0 })
    expect(await store.entries(0)).toHaveLength(1)
    await expect(store.claimOnce('key', from(0))).rejects.toMatchObject({ code: 'ledger_locked' })
    await server.append([report('r2')], { seen: 1 })
    expect(await store.entries(0)).toHaveLength(2)
    await server.close()
    expect(await store.claimOnce('key', from(0))).toBe(true)
    await expect(open(file)).rejects.toMatchObject({ code: 'ledger_locked' })
  })
})
