import { parseNumber } from '../text/numerals.ts'
import type { Line } from './lines.ts'
import { looksLikeUnit } from './unit-name.ts'

/** 发文字号: 临政办发〔2026〕7号. */
export const NUMBER = /[一-龥]{2,14}[〔[（(【]20\d\d[〕\]）)】]第?\d{1,4}号/
const DATE =
  /(?<year>20\d\d|19\d\d|二[〇零○O0][一二三四五六七八九〇零○]{2})[年-](?<month>[\d一二三四五六七八九十]{1,3})[月-](?<day>[\d一二三四五六七八九十]{1,3})日?/
const LONGEST = 80
const AROUND = /^[（(]|[）)]$/g
const ISSUED = /(?:印发|印制|发布|发)$/

/** A unit and a date that end a sentence in a text without line breaks. */
export const SIGNED_IN_LINE = new RegExp(`[。）](?<unit>[^。；：，、（）()]{2,40})${DATE.source}`, 'g')

/** The day some words name, as YYYY-MM-DD. */
export function isoDate(written: string): string | null {
  const groups = DATE.exec(written)?.groups
  if (!groups) return null
  const [year, month, day] = ['year', 'month', 'day'].map(part =>
    parseNumber((groups[part] ?? '').replace(/[○O]/g, '〇')),
  )
  if (!year || !month || !day || month > 12 || day > 31) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/**
 * Who issued a document, from a line that also says when: 某市人民政府办公室 2026年3月3日 ·
 * （临政办〔2026〕3号 2026年3月3日某市人民政府办公室印发）. Empty for other lines.
 */
export function imprintUnits({ text }: Line): string[] {
  if (text.length > LONGEST) return []
  const words = text
    .replace(AROUND, '')
    .replace(NUMBER, '')
    .trim()
    .replace(/(?<=\d) | (?=\d|[年月日])/g, '')
  const rest = words.replace(DATE, ' ').trim().replace(ISSUED, '').trim()
  if (rest.length >= words.length) return []
  const parts = rest.split(/\s+/)
  if (parts.every(looksLikeUnit)) return parts
  return looksLikeUnit(parts.join('')) ? [parts.join('')] : []
}
