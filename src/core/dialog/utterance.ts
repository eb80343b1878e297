import { toSimplified } from '../text/traditional.ts'

/** Longest question that is read; what comes after is ignored. */
export const MAX_QUESTION = 500

/** Spaces mean something only between Latin words or numbers; scanners and phones put them anywhere else. */
const IDLE_SPACE = /(?<![A-Za-z0-9\s])\s+|\s+(?![A-Za-z0-9\s])/gu

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
  '﹝': '〔',
  '﹞': '〕',
}

/** Courtesy around a question: 您好，麻烦帮我查一下…，谢谢！ */
const COURTESY = [
  /^(?:(?:您好|你好|各位领导|领导好|请问(?:一下)?|麻烦(?:您|你)?|烦请|劳驾|想?请教一下|请(?:您|你)?|(?:能不能|能否|可以|可不可以)?(?:帮忙|帮我|帮)|我(?:要|想)(?:问|知道|了解|看|查|查询)(?:一下|下)?|查询?一下|查下|看看|看一下)[，,。!！、~ ]*)+/u,
  /(?:[，,。!！、~ ]*(?:谢谢(?:您|你|了)?|多谢|感谢|辛苦(?:了|您了?)?|拜托(?:了|您了?)?|请一并列出|一并列出|麻烦列一下|请列(?:一下|出)|烦请列出|列一下))+[，,。!！~ ]*$/u,
]

/** The question alone; courtesy alone is left as it is. */
export function withoutCourtesy(text: string): string {
  const rest = COURTESY.reduce((left, pattern) => left.replace(pattern, ''), text)
  return rest.length >= 2 ? rest : text
}

/** One form for what people type: simplified characters, half width, no spaces inside Han text. */
export function foldQuestion(question: string): string {
  const text = toSimplified(question.slice(0, MAX_QUESTION).normalize('NFKC'))
  const shaped = text
    .replace(/"(?<words>[^"]*)"/gu, '“$<words>”')
    .replace(/<(?<title>[^<>=0-9][^<>]*)>/gu, '《$<title>》')
    .replace(/[[\]【】「」『』﹝﹞]/gu, mark => SHAPES[mark] ?? mark)
  return shaped.replace(IDLE_SPACE, '').replace(/\s+/gu, ' ')
}
