import { PINYIN } from './pinyin-table.ts'

const ROW = /^(?<syllable>[a-z]+)(?<usual>[^+]*)\+?(?<other>.*)$/u

let readings: Map<string, readonly string[]> | undefined

function table(): Map<string, readonly string[]> {
  if (readings !== undefined) return readings
  const usual = new Map<string, readonly string[]>()
  const others: [character: string, syllable: string][] = []
  for (const row of PINYIN.split(' ')) {
    const { syllable = '', usual: characters = '', other = '' } = ROW.exec(row)?.groups ?? {}
    for (const character of characters) usual.set(character, [syllable])
    for (const character of other) others.push([character, syllable])
  }
  for (const [character, syllable] of others) usual.set(character, [...(usual.get(character) ?? []), syllable])
  readings = usual
  return usual
}

/** The toneless readings of a character, the usual one first; empty for what is no common character. `行 => [xing, hang, heng]` */
export const syllablesOf = (character: string): readonly string[] => table().get(character) ?? []

/** True where two characters can be read alike, tone apart: 厅 and 听. */
export function soundAlike(one: string, other: string): boolean {
  const readingsOfOther = syllablesOf(other)
  return syllablesOf(one).some(syllable => readingsOfOther.includes(syllable))
}
