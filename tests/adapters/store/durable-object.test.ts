import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestHarness } from 'wrangler'
import * as z from 'zod/mini'
import type { Store } from '../../../src/core/ports.ts'
import { ledgerDocument } from '../../contracts/samples.ts'
import { storeContract } from '../../contracts/store.ts'
import type { Call } from '../../contracts/store-worker.ts'

const server = createTestHarness({
  workers: [
    {
      config: {
        name: 'store',
        main: 'tests/contracts/store-worker.ts',
        compatibility_date: '2026-10-01',
        durable_objects: { bindings: [{ name: 'SUBJECT', class_name: 'Subject' }] },
        migrations: [{ tag: 'v1', new_sqlite_classes: ['Subject'] }],
      },
    },
  ],
})
beforeAll(async () => {
  await server.listen()
}, 60_000)
afterAll(() => server.close())

let serial = 0

/** The store in an object, its verbs called through HTTP: those called at the same time in one request. */
function storeIn(name: string): Store {
  let batch: (Call & { readonly resolve: (result: unknown) => void; readonly reject: (error: unknown) => void })[] = []

  async function send(): Promise<void> {
    const sent = batch
    batch = []
    const calls = sent.map(({ number, verb, args }) => ({ number, verb, args: args.map(withDates) }))
    try {
      const response = await server.getWorker().fetch(name, { method: 'POST', body: JSON.stringify(calls) })
      if (!response.ok) throw new Error(await response.text())
      for (const { number, result } of Answers.parse(await response.json())) sent[number]?.resolve(result)
    } catch (error) {
      for (const { reject } of sent) reject(error)
    }
  }

  const call = (verb: string, args: readonly unknown[]) =>
    new Promise((resolve, reject) => {
      if (batch.length === 0) queueMicrotask(send)
      batch.push({ number: batch.length, verb, args, resolve, reject })
    })
  return new Proxy({} as Store, {
    get: (_, verb) =>
      typeof verb === 'string' && verb !== 'then' ? (...args: readonly unknown[]) => call(verb, args) : undefined,
  })
}

const Answers = z.array(z.object({ number: z.number(), result: z.optional(z.unknown()) }))

function withDates(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.getTime() }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, withDates(inside)]))
}

storeContract('the Durable Object store', () => {
  const name = `/${serial++}`
  let isOpen = false
  return {
    async open() {
      if (isOpen) await server.getWorker().evictDurableObject('Subject', { name })
      isOpen = true
      return storeIn(name)
    },
  }
})

describe('the Durable Object store', () => {
  it('keeps a document that is longer than a row may be', async () => {
    const store = storeIn('/long')
    const long = ledgerDocument('甲〔2023〕1号', '督办𠮷'.repeat(400_000))
    await store.putDocument(long)
    expect(await store.documents()).toEqual([long])
  })
})
