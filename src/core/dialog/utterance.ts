import { toSimplified } from '../text/traditional.ts'

/** Longest question that is read; what comes after is ignored. */
export const MAX_QUESTION = 500

/** Spaces mean something only between Latin words or numbers; scanners and phones put them anywhere else. */
const IDLE_SPACE = /(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])/gu

/** Brackets and quotes that people type in many shapes, and the one shape that readers know. */
const SHAPES: Readonly<Record<string, string>> = {
  '[': '〔',
  ']': '〕',
  '【': '〔',
  '】': '〕',
  '「': '“',
  '」': '”',
  '『': '“',
  '』': '”',
  '"': '“',
  '<': '《',
  '>': '》',
  '﹝': '〔',
  '﹞': '〕',
}

/** One form for what people type: simplified characters, half width, no spaces inside Han text. */
export function foldQuestion(question: string): string {
  const text = toSimplified(question.slice(0, MAX_QUESTION).normalize('NFKC'))
  const shaped = text.replace(/[[\]【】「」『』"<>﹝﹞]/g, mark => SHAPES[mark] ?? mark)
  return shaped.replace(IDLE_SPACE, '').replace(/\s+/gu, ' ')
}
