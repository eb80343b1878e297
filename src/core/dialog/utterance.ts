import { toSimplified } from '../text/traditional.ts'

/** Longest question that is read; what comes after is ignored. */
export const MAX_QUESTION = 500

const HAN_GAP = /(?<=[\p{sc=Han}，。、？！；：])\s+(?=[\p{sc=Han}，。、？！；：\d])|(?<=\d)\s+(?=\p{sc=Han})/gu

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
  return shaped.replace(HAN_GAP, '').replace(/\s+/g, ' ').trim()
}
