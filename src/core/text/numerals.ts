const HAN_DIGITS = '零一二三四五六七八九'
const PLACES = ['', '十', '百', '千']
const MYRIAD = 10_000
const SIZES: readonly (readonly [number, string])[] = [
  [MYRIAD ** 2, '亿'],
  [MYRIAD, '万'],
  [1000, '千'],
  [100, '百'],
  [10, '十'],
]

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

/** A whole number from 0 to 9999万亿 in Han numerals: 12 => 十二, 205 => 二百零五, 20914 => 二万零九百一十四. */
export function formatHanNumber(value: number): string {
  return spell(value).replace(/^一十/, '十')
}

/** A missing place is said once: 20914 is 二万 零 九百一十四. */
function spell(value: number): string {
  const place = SIZES.find(([size]) => value >= size)
  if (!place) return HAN_DIGITS.charAt(value)
  const [size, word] = place
  const rest = value % size
  const lead = spell(Math.floor(value / size)) + word
  return rest === 0 ? lead : lead + (rest < size / 10 ? '零' : '') + spell(rest)
}
