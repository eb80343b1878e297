import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../../src/core/document/parse-document.ts'
import type { ParsedDocument, Span } from '../../../src/core/model.ts'
import { cleanText } from '../../../src/core/text/clean.ts'

const SEEDS = 'seeds/documents'
const seeds = readdirSync(SEEDS).map(name => readFileSync(`${SEEDS}/${name}`, 'utf8'))
const anySeed = fc.constantFrom(...seeds)

/** What a quotation says once page numbers and white space are out of it: the same for the text as for its place. */
function bare(text: string): string {
  return cleanText(text)
    .text.replace(/\n[\s—-]*\d{1,3}[\s—-]*(?=\n)/g, '\n')
    .replace(/\s+/g, '')
    .replace(/[—-]+\d{1,3}[—-]+/g, '')
}

function quote(text: string, [start, end]: Span): string {
  return bare(text.slice(start, end))
}

function expectQuotes(text: string, { document, tasks, doubts }: ParsedDocument): void {
  for (const task of tasks) {
    const words = quote(text, task.span)
    expect(words).toContain(bare(task.title))
    for (const found of [...task.deadlines, ...task.targets]) expect(quote(text, found.span)).toBe(bare(found.text))
  }
  for (const rule of document.rules) expect(quote(text, rule.span)).toBe(rule.text)
  for (const section of document.sections) expect(quote(text, section.span)).toContain(bare(section.title))
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
    const cut = fc.tuple(anySeed, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 3000 }))
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
      anySeed,
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
