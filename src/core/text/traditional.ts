import { TRADITIONAL } from './traditional-table.ts'

let simplifiedOf: Map<string, string> | undefined

function table(): Map<string, string> {
  if (simplifiedOf !== undefined) return simplifiedOf
  simplifiedOf = new Map()
  for (let i = 0; i < TRADITIONAL.length; i += 2) simplifiedOf.set(TRADITIONAL.charAt(i), TRADITIONAL.charAt(i + 1))
  return simplifiedOf
}

/**
 * 繁体 to 简体, character by character: the result has the length of the text, so that offsets hold in both.
 * `toSimplified('省教育廳') => 省教育厅`
 */
export function toSimplified(text: string): string {
  const simplified = table()
  let result = ''
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i)
    result += simplified.get(character) ?? character
  }
  return result
}
