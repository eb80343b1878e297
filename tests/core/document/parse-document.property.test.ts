import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../../src/core/document/parse-document.ts'
import type { ParsedDocument, Span } from '../../../src/core/model.ts'
import { cleanText } from '../../../src/core/text/clean.ts'

function textsIn(folder: string): string[] {
  return readdirSync(folder).map(name => readFileSync(`${folder}/${name}`, 'utf8'))
}

const seeds = textsIn('seeds/documents')
const anyDocument = fc.constantFrom(...seeds, ...textsIn('tests/fixtures/documents'))

const solid = (text: string): string => text.replace(/\s/g, '')

/** Reads what stands at a place of a text, as the whole text is cleaned; a cut-out by itself may mean something else (<td> less its <). */
function quoter(text: string): (span: Span) => string {
  const { text: clean, starts, ends } = cleanText(text)
  return ([from, to]) => {
    const first = starts.findIndex(start => start >= from)
    const past = ends.findIndex(end => end > to)
    return first < 0 ? '' : clean.slice(first, past < 0 ? clean.length : past)
  }
}

/** The words from their first to their last, with at most page numbers and the like between. */
function expectQuote(quote: string, words: string): void {
  const place = solid(quote)
  expect([place[0], place.at(-1)]).toEqual([words[0], words.at(-1)])
  expectInOrder(place, words)
}

function expectInOrder(place: string, words: string): void {
  let at = 0
  for (const character of place) if (character === words[at]) at += 1
  expect(words.slice(at)).toBe('')
}

function expectQuotes(text: string, { document, tasks, doubts }: ParsedDocument): void {
  const quote = quoter(text)
  for (const task of tasks) {
    expectInOrder(quote(task.span), solid(task.title))
    for (const found of [...task.deadlines, ...task.targets]) expectQuote(quote(found.span), solid(found.text))
  }
  for (const rule of document.rules) expectQuote(quote(rule.span), solid(rule.text))
  for (const section of document.sections) expectInOrder(quote(section.span), solid(section.title))
  for (const { span } of [...tasks, ...doubts, ...document.sections]) {
    expect(span[0]).toBeGreaterThanOrEqual(0)
    expect(span[0]).toBeLessThanOrEqual(span[1])
    expect(span[1]).toBeLessThanOrEqual(text.length)
  }
  expect(new Set(tasks.map(task => task.id)).size).toBe(tasks.length)
}

function parse(text: string): ParsedDocument {
  return parseDocument(text, { fileName: '材料.txt', allowClassified: true })
}

/** The same cases every time; change the seed to look further. */
const STEADY = { seed: 20_221 }

/** Characters that steer the reading, put where they do not belong. */
const NOISE = [
  '（',
  '）',
  '\n',
  '1.',
  '一、',
  '（一）',
  '牵头单位：',
  '负责',
  '、',
  '。',
  '|',
  '\t',
  '<td>',
  '<tr>',
  '</table>',
  '"',
  '说明：1.',
  '　　',
  '\u200b',
  '<',
  '&nbsp;',
  '**',
  '附件',
  '⺠',
  '',
]

describe('parseDocument on any text', () => {
  test.each(seeds.map((text, i) => [i, text] as const))('quotes seed %i at every span', (_, text) => {
    expectQuotes(text, parse(text))
  })

  test('reads every cut of a document and quotes it', () => {
    const cut = fc.tuple(anyDocument, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 3000 }))
    fc.assert(
      fc.property(cut, ([text, where, length]) => {
        const start = Math.floor(text.length * where)
        const part = text.slice(start, start + length)
        expectQuotes(part, parse(part))
      }),
      { ...STEADY, numRuns: 60 },
    )
  })

  test('reads every mutation of a document and quotes it', () => {
    const change = fc.record({
      at: fc.integer({ min: 0, max: 2999 }),
      cut: fc.integer({ min: 0, max: 5 }),
      put: fc.constantFrom(...NOISE),
    })
    const mutated = fc.tuple(
      anyDocument,
      fc.integer({ min: 0, max: 9000 }),
      fc.array(change, { minLength: 1, maxLength: 25 }),
    )
    fc.assert(
      fc.property(mutated, ([text, start, changes]) => {
        let part = text.slice(start, start + 3000)
        for (const { at, cut, put } of changes) part = part.slice(0, at) + put + part.slice(at + cut)
        expectQuotes(part, parse(part))
      }),
      { ...STEADY, numRuns: 80 },
    )
  })

  test('reads text that is no document at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => expectQuotes(text, parse(text))),
      { ...STEADY, numRuns: 150 },
    )
  })
})
