import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../src/core/document/parse-document.ts'
import { compareDocument, LabelledDocument } from './judge-document.ts'

const LABELS = new URL('documents/', import.meta.url)
const TEXTS = new URL('../fixtures/documents/', import.meta.url)
const names = readdirSync(LABELS).map(file => file.replace(/\.json$/, ''))

function readFixture(name: string): string {
  return readFileSync(new URL(`${name}.txt`, TEXTS), 'utf8')
}

describe('a document that was read by a person first', () => {
  test('there is a text for every label and a label for every text', () => {
    expect(readdirSync(TEXTS).map(file => file.replace(/\.txt$/, ''))).toEqual(names)
  })

  test.each(names)('%s', name => {
    const label = LabelledDocument.parse(JSON.parse(readFileSync(new URL(`${name}.json`, LABELS), 'utf8')))
    const [found, wanted] = compareDocument(parseDocument(readFixture(name), { fileName: `${name}.txt` }), label)
    expect(found).toEqual(wanted)
  })
})
