import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import type { Task } from '../../src/core/model.ts'

/** Finds records by the words of a question. */
export type Engine = (words: string) => unknown

interface EngineRecord {
  readonly id: number
  readonly title: string
  readonly body: string
  readonly units: string
}

export function engineRecords(tasks: readonly Task[]): readonly EngineRecord[] {
  return tasks.map(({ title, body, responsibilityText }, id) => ({ id, title, body, units: responsibilityText }))
}

const FIELDS = ['title', 'body', 'units']

export function createFuse(records: readonly EngineRecord[]): Engine {
  const fuse = new Fuse(records, { keys: FIELDS, ignoreLocation: true, includeScore: true })
  return words => fuse.search(words, { limit: 10 })
}

function bigrams(text: string): string[] {
  const runs = text.match(/\p{Script=Han}+|[a-z0-9.]+/giu) ?? []
  return runs.flatMap(run => (/^[a-z0-9.]/iu.test(run) || run.length === 1 ? [run] : pairs(run)))
}

function pairs(run: string): string[] {
  return Array.from({ length: run.length - 1 }, (_, start) => run.slice(start, start + 2))
}

export function createMiniSearch(records: readonly EngineRecord[]): Engine {
  const index = new MiniSearch<EngineRecord>({
    fields: FIELDS,
    tokenize: bigrams,
    searchOptions: { boost: { title: 2.5 } },
  })
  index.addAll(records)
  return words => index.search(words).slice(0, 10)
}
