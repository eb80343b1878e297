const HAN_DIGITS = '零一二三四五六七八九'
const PLACES = ['', '十', '百', '千']
const MYRIADS = ['', '万', '亿', '万亿']
const MYRIAD = 10_000

const ARABIC = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/
const DIGIT_BY_DIGIT = /^[零一二三四五六七八九]{2,}$/
const HAN_NUMBER = /^[零一二三四五六七八九十百千万亿]+$/

/** Full-width digits, letters and the signs of numbers as their ASCII twins, one for one: ２．８％ => 2.8%. Other marks stay. */
export function foldWidth(text: string): string {
  return text.replace(/[％＋－．／０-９Ａ-Ｚａ-ｚ]/g, asciiTwin)
}

function asciiTwin(char: string): string {
  return String.fromCharCode(char.charCodeAt(0) - 0xfee0)
}

/**
 * The number a whole string spells, or null.
 * parseNumber('1,000') => 1000; parseNumber('二〇二五') => 2025; parseNumber('两百零五') => 205; parseNumber('2.8万') => null
 */
export function parseNumber(text: string): number | null {
  const folded = text.replace(/[．，０-９]/g, asciiTwin).trim()
  if (ARABIC.test(folded)) return Number(folded.replaceAll(',', ''))
  return parseHanNumber(folded)
}

/** parseHanNumber('三千八百九十八') => 3898; parseHanNumber('一百五') => null, which people read as 150 or 105. */
function parseHanNumber(text: string): number | null {
  const plain = text.replaceAll('两', '二').replace(/[〇○]/g, '零')
  if (DIGIT_BY_DIGIT.test(plain)) return Number([...plain].map(char => HAN_DIGITS.indexOf(char)).join(''))
  if (!HAN_NUMBER.test(plain)) return null
  const value = addUpPlaces(plain)
  const canonical = formatHanNumber(value)
  return plain === canonical || plain.replace(/^一十/, '十') === canonical ? value : null
}

function addUpPlaces(text: string): number {
  let total = 0
  let section = 0
  let digit = 0
  for (const char of text) {
    const place = PLACES.indexOf(char)
    if (place > 0) {
      section += (digit || 1) * 10 ** place
      digit = 0
    } else if (char === '万' || char === '亿') {
      const size = char === '万' ? MYRIAD : MYRIAD ** 2
      total = size > MYRIAD ? (total + section + digit) * size : total + (section + digit) * size
      section = 0
      digit = 0
    } else {
      digit = HAN_DIGITS.indexOf(char)
    }
  }
  return total + section + digit
}

/** A whole number from 0 up to 9999万亿 in Han numerals: 12 => 十二, 205 => 二百零五, 20914 => 二万零九百一十四. */
export function formatHanNumber(value: number): string {
  if (value === 0) return '零'
  const sections: number[] = []
  for (let rest = value; rest > 0; rest = Math.floor(rest / MYRIAD)) sections.push(rest % MYRIAD)
  const words = sections.map((section, index) => formatSection(section, MYRIADS[index] ?? '', index < sections.length - 1))
  return words
    .reverse()
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
    .replace(/^一十/, '十')
}

function formatSection(section: number, myriad: string, hasHigher: boolean): string {
  if (section === 0) return '零'
  const digits = [...String(section)]
  const words = digits.map((digit, index) => formatDigit(Number(digit), digits.length - 1 - index))
  const lead = hasHigher && digits.length < PLACES.length ? '零' : ''
  return lead + words.join('').replace(/零+/g, '零').replace(/零$/, '') + myriad
}

function formatDigit(digit: number, place: number): string {
  return digit === 0 ? '零' : HAN_DIGITS.charAt(digit) + (PLACES[place] ?? '')
}
