import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { soundAlike } from '../../../src/core/text/pinyin.ts'
import { PINYIN } from '../../../src/core/text/pinyin-table.ts'
import { directory, documents, entries, ledgerNames, shown } from './ledger.ts'

const writtenNames = [...new Map(ledgerNames.map(written => [`${written.region}/${written.name}`, written])).values()]

/** One character of common use for each syllable and more, to write in place of another. */
const characters = [...PINYIN.replace(/[a-z+ ]/g, '')]

const homophones = new Map<string, readonly string[]>()
const homophonesOf = (character: string): readonly string[] => {
  const known =
    homophones.get(character) ?? characters.filter(other => other !== character && soundAlike(character, other))
  homophones.set(character, known)
  return known
}

describe('every unit of the ledger', () => {
  it.each(writtenNames)('$region $name is read by its name, and as nothing else', written => {
    const [reading, ...more] = directory.read(written.name)
    expect(more).toEqual([])
    expect(reading).toMatchObject({ text: written.name, certainty: 'exact' })
    const meant = directory.refOf(written.name, written)
    expect(reading?.candidates.map(({ key }) => key)).toContain(meant.key)
    expect(reading?.candidates.every(({ name }) => name === meant.name)).toBe(true)
  })

  it('is one of the directory', () => {
    for (const written of writtenNames) expect(directory.units).toContain(directory.refOf(written.name, written))
  })

  it('has a key of its own', () => {
    expect(new Set(directory.units.map(({ key }) => key)).size).toBe(directory.units.length)
  })
})

describe('a name with one character written by sound', () => {
  const long = writtenNames.filter(({ name }) => name.length >= 4)
  const slip = fc
    .record({ written: fc.constantFrom(...long), at: fc.nat(30), pick: fc.nat(1000) })
    .map(({ written, at, pick }) => {
      const { name } = written
      const place = at % name.length
      const others = homophonesOf(name.charAt(place))
      const wrong = others[pick % others.length] ?? name.charAt(place)
      return { written, typed: name.slice(0, place) + wrong + name.slice(place + 1) }
    })

  /** 县税务局 with one slip is 县水务局, which is a name too: of 县水利局. */
  const listed = new Set(entries.flatMap(({ name, short = [], former = [] }) => [name, ...short, ...former]))

  it('is never surely another unit', () => {
    fc.assert(
      fc.property(slip, ({ written, typed }) => {
        const meant = directory.refOf(written.name, written)
        return directory
          .read(typed)
          .filter(({ certainty, text }) => certainty !== 'fuzzy' && text.length === typed.length && !listed.has(text))
          .every(({ candidates }) => candidates.length === 0 || candidates.includes(meant))
      }),
      { numRuns: 2000 },
    )
  })

  it('is mostly understood', () => {
    const typed = fc.sample(slip, { numRuns: 500, seed: 7 })
    const understood = typed.filter(({ written, typed: name }) =>
      directory.read(name).some(({ candidates }) => candidates.includes(directory.refOf(written.name, written))),
    )
    expect(understood.length / typed.length).toBeGreaterThan(0.7)
  })
})

describe('any words', () => {
  const sentences = documents.flatMap(({ tasks }) =>
    tasks.flatMap(({ title, body }) => [title, ...body.split(/[。；]/)]),
  )

  it('are quoted exactly, in order and without overlaps', () => {
    const piece = fc.oneof(
      fc.constantFrom(...writtenNames.map(({ name }) => name)),
      fc.constantFrom(...sentences.filter(sentence => sentence.length < 40)),
      fc.constantFrom(' ', '、', '和', '共青团', '委员会', '😀', 'Ａ', '㈠', 'sjyt', '省', '市'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), pieces => {
        const question = pieces.join('')
        let last = 0
        for (const { start, end, text } of directory.read(question)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(question.slice(start, end)).toBe(text)
          last = end
        }
      }),
      { numRuns: 500, seed: 7 },
    )
  })

  it('of the tasks name few units, all of them really', () => {
    const found = new Set(sentences.flatMap(sentence => directory.read(sentence)).map(unit => shown([unit])))
    expect([...found].sort()).toEqual(
      [
        '中共中央办公厅 = ∅',
        '国务院办公厅 = ∅',
        '国家林草局 = ∅',
        '工信部 = ∅',
        '教育部 = ∅',
        '经济开发区 = 经济开发区',
      ].sort(),
    )
  })
})
