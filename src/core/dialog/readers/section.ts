import { parseNumber } from '../../text/numerals.ts'
import type { Found, Reader } from '../reading.ts'

const ORDINAL =
  /第(?<number>[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?:大)?(?:部分|章|板块|节|大项|大类)(?:的|里面?|中)?/gu
const NAMED = /(?<name>[\p{sc=Han}“”]{2,30}?)(?:这|那)?(?:一|个)?(?:部分|章节?|板块|块|方面)(?:的|里面?|中)?/gu

/** A section's whole title, before anything reads the places and numbers in it. */
export const readSectionTitle: Reader = (text, { ledger }) => {
  const titles = ledger.sectionTitles.filter(title => title.length >= 5 && text.includes(title))
  const whole = titles.reduce((longest, title) => (title.length > longest.length ? title : longest), '')
  return whole && !ledger.tasks.some(({ title }) => title.normalize('NFKC') === whole) ? [wholeTitle(text, whole)] : []
}

/** 第三部分 · 扩大内需那一章: a section, by its printed numeral or by words of its title. */
export const readSections: Reader = (text, { ledger }) => {
  const numbered = [...text.matchAll(ORDINAL)].map(match => found(match, numeral(match.groups?.['number'] ?? '')))
  if (numbered.length > 0) return numbered
  return [...text.matchAll(NAMED)].flatMap(match => {
    const name = knownTail(match.groups?.['name'] ?? '', ledger.sectionTitles)
    return name ? [{ ...found(match, name), start: match.index + match[0].indexOf(name) }] : []
  })
}

function wholeTitle(text: string, title: string): Found {
  const start = text.indexOf(title)
  const noun =
    /^”?(?:[这那]?一?个?(?:部分|章节?|板块|节|方面))?(?:的|里面?|中)?/u.exec(text.slice(start + title.length))?.[0] ??
    ''
  return { start, end: start + title.length + noun.length, says: { section: title } }
}

const numeral = (word: string): string => {
  const number = parseNumber(word) ?? 0
  const tens = number >= 20 ? '一二三四五六七八九'[Math.floor(number / 10) - 1] : ''
  return `${tens}${number >= 10 ? '十' : ''}${'一二三四五六七八九'[(number % 10) - 1] ?? ''}、`
}

/** The longest end of the words that some section's title contains. */
function knownTail(words: string, titles: readonly string[]): string | null {
  for (let length = words.length; length >= 3; length--) {
    const tail = words.slice(words.length - length)
    if (titles.some(title => title.includes(tail))) return tail
  }
  return null
}

const found = (match: RegExpMatchArray, section: string): Found => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
  says: { section },
})
