import { foldLookalike, isLookalike } from './radicals.ts'
import { type Source, SourceBuilder } from './source.ts'

/** A cell of an HTML table: its range in the cleaned text. */
export interface HtmlCell {
  readonly start: number
  readonly end: number
  readonly rowSpan: number
  readonly colSpan: number
}

/** A document's text with its typography made plain: one kind of space, line ends, no mark-up, no lookalikes. */
export interface CleanText extends Source {
  readonly htmlTables: readonly (readonly (readonly HtmlCell[])[])[]
  /** Where a form feed began a new page. */
  readonly pageBreaks: readonly number[]
}

const NEWLINE = 10
const FORM_FEED = 12
const SPACE = 32
const PIPE = 124
const TAG = /<(?<close>\/?)(?<name>[a-zA-Z][a-zA-Z0-9:]*)(?<attributes>[^<>]{0,4000})>/y
/** <!DOCTYPE html>, <?xml version="1.0"?> */
const DECLARATION = /<[!?][a-zA-Z][^<>]{0,400}>/y
const ENTITY = /&(?:#(?<decimal>\d{1,6})|#[xX](?<hex>[0-9a-fA-F]{1,5})|(?<name>[a-zA-Z]{2,8}));/y
const COMMENT_OPEN = '<!--'
const COMMENT_CLOSE = '-->'
const BREAKING_TAGS = new Set(
  'p div br li tr td th h1 h2 h3 h4 h5 h6 table tbody thead ul ol dl dd dt section article title blockquote hr center'.split(
    ' ',
  ),
)
/** Inside these a line break of the file is only white space. */
const FLOWING_TAGS = new Set('p td th li h1 h2 h3 h4 h5 h6 dd dt'.split(' '))
const HIDDEN_TAGS = new Set(['script', 'style', 'head', 'nav'])
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '《',
  raquo: '》',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  permil: '‰',
  deg: '°',
  yen: '¥',
  plusmn: '±',
}

/** Line ends, spaces, half-width marks and wide square brackets, each to its plain twin; format characters to nothing. */
const PLAIN = new Map<number, number | null>([
  ...[10, 11, 12, 0x85, 0x2028, 0x2029].map(code => [code, NEWLINE] as const),
  ...[SPACE, 0xa0, 0x3000, 0x202f, 0x205f, ...codes(0x2000, 0x200a)].map(code => [code, SPACE] as const),
  // Half-width CJK marks, which some databases and terminals print.
  [0xff61, 0x3002],
  [0xff62, 0x300c],
  [0xff63, 0x300d],
  [0xff64, 0x3001],
  [0xff65, 0x30fb],
  [0xff3b, 0x5b],
  [0xff3d, 0x5d],
  ...[0xfeff, 0xad, 0x2060, ...codes(0, 8), ...codes(13, 31), ...codes(0x200b, 0x200f)].map(
    code => [code, null] as const,
  ),
])

function codes(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

/** What a character becomes: itself, a space, a line break, or nothing. */
function plainCode(code: number): number | null {
  if (code > 0x3000 && code < 0xf900) return code
  if (isLookalike(code)) return foldLookalike(String.fromCharCode(code)).charCodeAt(0)
  const plain = PLAIN.get(code)
  return plain === undefined ? code : plain
}

/** Reads an original text: mark-up, entities, lookalikes and odd white space go; every character keeps its place. */
export function cleanText(original: string): CleanText {
  const reader = new Reader(original)
  while (reader.at < original.length) reader.step()
  return { ...reader.builder.build(), htmlTables: reader.tables, pageBreaks: reader.pageBreaks }
}

/** The state of one pass over an original text. */
class Reader {
  at = 0
  readonly builder: SourceBuilder
  readonly tables: HtmlCell[][][] = []
  readonly pageBreaks: number[] = []
  readonly #original: string
  readonly #openTables: HtmlCell[][][] = []
  #openCell: { start: number; attributes: string } | null = null
  #flowing = 0
  /** Whether the line at hand is a row of a markdown table, where <br> must not end it. */
  #inRow = false
  /** Whether there is mark-up beside <br>: an HTML page, where a | is just a sign. */
  #isPage = false

  constructor(original: string) {
    this.#original = original
    this.builder = new SourceBuilder(original.length)
  }

  step(): void {
    const code = this.#original.charCodeAt(this.at)
    if (code === 60 && this.#readMarkup()) return
    if (code === 38 && this.#readEntity()) return
    if (code === 42 && this.#isBold()) this.at += 2
    else {
      this.#push(plainCode(code), this.at, this.at + 1)
      if (code === FORM_FEED) this.pageBreaks.push(this.builder.length)
      this.at += 1
    }
  }

  #isBold(): boolean {
    return this.#original.charCodeAt(this.at + 1) === 42
  }

  #push(code: number | null, start: number, end: number): void {
    if (code === null) return
    const shown = code === NEWLINE && this.#flowing > 0 ? SPACE : code
    if (shown === SPACE && (this.builder.last === SPACE || this.builder.last === NEWLINE)) return
    if (this.builder.last === NEWLINE) this.#inRow = false
    if (shown === PIPE && (this.builder.last === NEWLINE || !this.#isPage)) this.#inRow = true
    this.builder.push(shown, start, end)
  }

  #readEntity(): boolean {
    ENTITY.lastIndex = this.at
    const groups = ENTITY.exec(this.#original)?.groups
    if (!groups) return false
    const end = ENTITY.lastIndex
    const { decimal, hex, name } = groups
    const code =
      name === undefined
        ? Number.parseInt(decimal ?? hex ?? '', hex === undefined ? 10 : 16)
        : ENTITIES[name]?.charCodeAt(0)
    if (code === undefined || code > 0xffff) return false
    this.#push(plainCode(code), this.at, end)
    this.at = end
    return true
  }

  #readMarkup(): boolean {
    if (this.#original.startsWith(COMMENT_OPEN, this.at)) return this.#skipPast(COMMENT_CLOSE)
    if (this.#skipDeclaration()) return true
    TAG.lastIndex = this.at
    const groups = TAG.exec(this.#original)?.groups
    if (!groups) return false
    const name = (groups['name'] ?? '').toLowerCase()
    const closing = groups['close'] === '/'
    const start = this.at
    this.at = TAG.lastIndex
    if (HIDDEN_TAGS.has(name) && !closing) return this.#skipPast(`</${name}>`)
    if (name !== 'br') this.#isPage = true
    this.#trackFlow(name, closing)
    this.#trackTable(name, closing)
    if (BREAKING_TAGS.has(name)) this.#break(start)
    if ((name === 'td' || name === 'th') && !closing)
      this.#openCell = { start: this.builder.length, attributes: groups['attributes'] ?? '' }
    return true
  }

  #skipDeclaration(): boolean {
    DECLARATION.lastIndex = this.at
    if (!DECLARATION.test(this.#original)) return false
    this.at = DECLARATION.lastIndex
    return true
  }

  #break(at: number): void {
    if (this.#inRow) this.#push(SPACE, at, at)
    else if (this.builder.last !== NEWLINE) this.builder.push(NEWLINE, at, at)
  }

  #skipPast(mark: string): boolean {
    const found = this.#original.indexOf(mark, this.at)
    this.at = found < 0 ? this.at + 1 : found + mark.length
    return true
  }

  #trackFlow(name: string, closing: boolean): void {
    if (FLOWING_TAGS.has(name)) this.#flowing = Math.max(0, this.#flowing + (closing ? -1 : 1))
    if (name === 'table') this.#flowing = 0
  }

  #trackTable(name: string, closing: boolean): void {
    const table = this.#openTables.at(-1)
    if ((name === 'td' || name === 'th') && closing) this.#closeCell(table)
    if (name === 'tr' && !closing) {
      if (table === undefined) this.#openTable()
      this.#openTables.at(-1)?.push([])
    }
    if (name !== 'table') return
    if (closing) this.#openTables.pop()
    else this.#openTable()
  }

  #openTable(): void {
    const table: HtmlCell[][] = []
    this.tables.push(table)
    this.#openTables.push(table)
  }

  #closeCell(table: HtmlCell[][] | undefined): void {
    const cell = this.#openCell
    this.#openCell = null
    if (!cell || !table) return
    table.at(-1)?.push({
      start: cell.start,
      end: this.builder.length,
      rowSpan: spanAttribute(cell.attributes, 'rowspan'),
      colSpan: spanAttribute(cell.attributes, 'colspan'),
    })
  }
}

const SPANS = {
  rowspan: /rowspan\s*=\s*["']?\s*(?<count>\d{1,3})/i,
  colspan: /colspan\s*=\s*["']?\s*(?<count>\d{1,3})/i,
} as const

function spanAttribute(attributes: string, name: keyof typeof SPANS): number {
  return Math.max(1, Number(SPANS[name].exec(attributes)?.groups?.['count'] ?? 1))
}
