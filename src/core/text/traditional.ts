import { TRADITIONAL } from './traditional-table.ts'

/** The basic block of Han characters, which holds every character of the table. */
const FIRST = 0x4e00
const LAST = 0x9fff

let table: Uint16Array | undefined

/** Code of the simplified character by code of the traditional one, 0 where they are the same. */
function simplifiedCodes(): Uint16Array {
  if (table !== undefined) return table
  table = new Uint16Array(LAST - FIRST + 1)
  for (let i = 0; i < TRADITIONAL.length; i += 2) {
    table[TRADITIONAL.charCodeAt(i) - FIRST] = TRADITIONAL.charCodeAt(i + 1)
  }
  return table
}

/**
 * 繁体 to 简体, character by character: the result has the length of the text, so that offsets hold in both.
 * `toSimplified('省教育廳') => 省教育厅`
 */
export function toSimplified(text: string): string {
  const codes = simplifiedCodes()
  let result = ''
  for (let i = 0; i < text.length; i++) {
    const simplified = codes[text.charCodeAt(i) - FIRST]
    result += simplified ? String.fromCharCode(simplified) : text.charAt(i)
  }
  return result
}
