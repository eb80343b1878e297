import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/app/import-document.ts'
import { openLedger } from '../../src/app/open-ledger.ts'
import { ClassifiedDocumentError } from '../../src/core/errors.ts'
import type { Segmenter } from '../../src/core/ports.ts'
import { createMemoryStore } from '../contracts/memory-store.ts'

const fileName = '绿色升级方案.txt'
const text = readFileSync(new URL(`../fixtures/documents/${fileName}`, import.meta.url), 'utf8')
const noSegmenter = async () => null

/** Cuts at every second character: enough to see that its words are used. */
const pairs: Segmenter = words => words.match(/.{1,2}/gsu) ?? []

describe('importing a document', () => {
  it('stores the text, what was read from it and its digest', async () => {
    const store = createMemoryStore()
    const imported = await importDocument({ fileName, text }, { store, openSegmenter: noSegmenter })
    expect(await store.documents()).toEqual([imported])
    expect(imported.text).toBe(text)
    expect(imported.digest).toBe(createHash('sha256').update(text).digest('hex'))
    expect(imported.parsed.tasks.length).toBeGreaterThan(0)
  })

  it.each<[string, Segmenter | null]>([
    ['without a segmenter', null],
    ['with one', pairs],
  ])('keeps key terms of every task %s', async (_, segmenter) => {
    const store = createMemoryStore()
    const { parsed, keyTerms } = await importDocument(
      { fileName, text },
      { store, openSegmenter: async () => segmenter },
    )
    expect(Object.keys(keyTerms)).toEqual(parsed.tasks.map(({ id }) => id))
    expect(Object.values(keyTerms).flat().length).toBeGreaterThan(0)
    const ledger = await openLedger({ documents: [], store, units: [] })
    expect(ledger.tasks.map((_task, number) => ledger.keyTermsOf(number))).toEqual(Object.values(keyTerms))
  })

  it('tells the segmenter the units, so that it keeps them whole', async () => {
    const told: string[] = []
    const openSegmenter = async (words: readonly string[]) => {
      told.push(...words)
      return null
    }
    const { parsed } = await importDocument({ fileName, text }, { store: createMemoryStore(), openSegmenter })
    const named = parsed.tasks.flatMap(task => [...task.leadUnits, ...task.supportingUnits, ...task.responsibleUnits])
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(unit => !told.includes(unit))).toEqual([])
    expect(new Set(told).size).toBe(told.length)
  })

  it('has the same document once, however often it comes', async () => {
    const store = createMemoryStore()
    for (let i = 0; i < 2; i++) await importDocument({ fileName, text }, { store, openSegmenter: noSegmenter })
    expect(await store.documents()).toHaveLength(1)
  })

  describe('that is classified', () => {
    const secret = { fileName, text: `机密★10年\n${text}` }

    it('is refused, and nothing is stored', async () => {
      const store = createMemoryStore()
      await expect(importDocument(secret, { store, openSegmenter: noSegmenter })).rejects.toThrow(
        ClassifiedDocumentError,
      )
      expect(await store.documents()).toEqual([])
    })

    it('is taken where somebody says so', async () => {
      const store = createMemoryStore()
      await importDocument(secret, { store, openSegmenter: noSegmenter, allowClassified: true })
      expect(await store.documents()).toHaveLength(1)
    })
  })
})
