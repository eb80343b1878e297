import { readdirSync, readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { parseDocument } from '../../src/core/document/parse-document.ts'
import { UnitEntry } from '../../src/core/model.ts'
import type { LedgerDocument } from '../../src/core/ports.ts'

const SEEDS = new URL('../../seeds/', import.meta.url)
const DOCUMENTS = new URL('documents/', SEEDS)

export interface SeedFile {
  readonly fileName: string
  readonly text: string
}

export function seedFiles(): readonly SeedFile[] {
  const names = readdirSync(DOCUMENTS).sort()
  return names.map(fileName => ({ fileName, text: readFileSync(new URL(fileName, DOCUMENTS), 'utf8') }))
}

export function seedDocuments(): readonly LedgerDocument[] {
  return seedFiles().map(({ fileName, text }) => {
    return { digest: '', text, parsed: parseDocument(text, { fileName }), keyTerms: {} }
  })
}

export function seedUnits(): readonly UnitEntry[] {
  return z.array(UnitEntry).parse(JSON.parse(readFileSync(new URL('units.json', SEEDS), 'utf8')))
}
