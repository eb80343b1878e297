import type { Flow } from './flow.ts'
import { findOrdinals, ORDINAL_KINDS, type OrdinalKind, type OrdinalMark } from './ordinal.ts'

/** A numbered part of the text: its ordinal, the words up to the next one, and the parts below it. */
export interface Item {
  readonly mark: OrdinalMark
  readonly parent: Item | null
  readonly children: Item[]
  /** End of its own words: the next ordinal, table or cut. */
  end: number
}

/** A number of the document that does not follow the one before it. */
export interface NumberingFault {
  readonly code: 'number-gap' | 'number-repeated' | 'number-not-placed'
  readonly start: number
  readonly end: number
  readonly label: string
  readonly expected: string
}

export interface Outline {
  /** Parts that stand under no other; boxes left out. */
  readonly roots: readonly Item[]
  readonly faults: readonly NumberingFault[]
}

const MAX_GAP = 12
const HEADING_MAX = 45
const CLOSES_SENTENCE = /[。；;！？：:）)】\]”\n]/

const RANK = new Map<OrdinalKind, number>(ORDINAL_KINDS.map((kind, rank) => [kind, rank]))

const OTHER_MARK: Partial<Readonly<Record<OrdinalKind, OrdinalKind>>> = { num: 'comma', comma: 'num' }

function rank(kind: OrdinalKind): number {
  return RANK.get(kind) ?? 0
}

/** Reads numbers from left to right and keeps those that continue a sequence. */
class OutlineReader {
  readonly items: Item[] = []
  readonly faults: NumberingFault[] = []
  readonly #flow: Flow
  readonly #marks: readonly OrdinalMark[]
  readonly #last = new Map<OrdinalKind, number>()
  readonly #following: readonly (OrdinalMark | undefined)[]
  #stack: Item[] = []
  #attachments: readonly number[]

  constructor(flow: Flow) {
    this.#flow = flow
    this.#marks = outsideNotes(findOrdinals(flow.text), flow)
    this.#following = followers(this.#marks, mark => this.#followsSentence(mark))
    this.#attachments = flow.attachments
  }

  read(): Outline {
    this.#marks.forEach((printed, i) => {
      this.#passAttachments(printed.start)
      const mark = this.#inSeries(printed)
      const opens = this.#opensLine(mark)
      if (opens ? this.#fits(mark, i) : this.#fitsInside(mark, this.#following[i])) this.#place(mark)
      else if (opens && mark.kind !== 'chapter' && !this.#inBox(mark)) this.#fault('number-not-placed', mark)
    })
    closeItems(this.items, this.#flow)
    return { roots: this.items.filter(item => item.parent === null && item.mark.kind !== 'box'), faults: this.faults }
  }

  #passAttachments(at: number): void {
    if ((this.#attachments[0] ?? Number.POSITIVE_INFINITY) > at) return
    this.#attachments = this.#attachments.filter(start => start > at)
    this.#stack = []
    this.#last.clear()
  }

  #opensLine(mark: OrdinalMark): boolean {
    return mark.start === 0 || this.#flow.text[mark.start - 1] === '\n'
  }

  /** 1. 2． 3、 count one series: a number that goes on with the other mark's and not with its own is of that kind. */
  #inSeries(mark: OrdinalMark): OrdinalMark {
    const kind = OTHER_MARK[mark.kind]
    if (kind === undefined || mark.value === 1 || mark.value === this.#expected(mark)) return mark
    return this.#last.get(kind) === mark.value - 1 ? { ...mark, kind } : mark
  }

  #expected(mark: OrdinalMark): number {
    return (this.#last.get(mark.kind) ?? 0) + 1
  }

  /** A number at the start of a line is believed if it goes on, starts afresh, or skips a few. */
  #fits(mark: OrdinalMark, at: number): boolean {
    if (this.#inBox(mark)) return false
    if (mark.kind === 'decimal') return this.#fitsDecimal(mark)
    if (mark.kind === 'chapter') return opensChapter(mark, this.#marks[at + 1])
    if (!this.#last.has(mark.kind)) return mark.value === 1 || this.#startsLate(mark, at)
    const expected = this.#expected(mark)
    return mark.value === 1 || (mark.value >= expected - 1 && mark.value <= expected + MAX_GAP)
  }

  /** An excerpt may begin with 三、 or with 14. if 15. follows. */
  #startsLate(mark: OrdinalMark, at: number): boolean {
    if (mark.kind === 'han' || mark.kind === 'hanParen' || rank(mark.kind) <= rank('subpart'))
      return mark.value <= MAX_GAP
    return this.#following[at]?.value === mark.value + 1
  }

  /** 1.1 and 1.2 belong under 1; 3.5万亩 at a line's start does not. */
  #fitsDecimal(mark: OrdinalMark): boolean {
    const before = this.#stack.findLast(item => item.mark.kind === 'decimal')?.mark
    if (before !== undefined && before.prefix === mark.prefix) return mark.value === before.value + 1
    return mark.value === 1
  }

  /** Inside a line only the very next number is believed, and only where a sentence or heading has just ended. */
  #fitsInside(mark: OrdinalMark, next: OrdinalMark | undefined): boolean {
    if (
      mark.kind === 'decimal' ||
      mark.kind === 'label' ||
      mark.kind === 'article' ||
      rank(mark.kind) <= rank('subpart') ||
      this.#inBox(mark)
    )
      return false
    const follows = mark.value === this.#expected(mark) || (mark.value === 1 && next?.value === 2)
    if (!follows || !this.#mayBegin(mark)) return false
    return next === undefined || next.value !== mark.value
  }

  #followsSentence(mark: OrdinalMark): boolean {
    return CLOSES_SENTENCE.test(this.#flow.text[mark.start - 1] ?? '\n') || this.#flow.spaced.has(mark.start)
  }

  #mayBegin(mark: OrdinalMark): boolean {
    if (this.#followsSentence(mark)) return true
    const above = this.#stack.at(-1)?.mark
    if (above === undefined || mark.start - above.end > HEADING_MAX) return false
    return !/[。；，]/.test(this.#flow.text.slice(above.end, mark.start).replace(/，/g, ''))
  }

  /** A 专栏 numbers its own lines; only the number that continues the text outside closes it. */
  #inBox(mark: OrdinalMark): boolean {
    const box = this.#stack.at(-1)
    if (box?.mark.kind !== 'box' || rank(mark.kind) <= rank('label') || mark.kind === 'box') return false
    const expected = this.#expected(mark)
    return expected === 1 || mark.value !== expected
  }

  #place(mark: OrdinalMark): void {
    this.#checkSequence(mark)
    while (this.#stack.length > 0 && !this.#nestsIn(mark, this.#stack.at(-1))) this.#stack.pop()
    const parent = this.#stack.at(-1) ?? null
    const item: Item = { mark, parent, children: [], end: mark.end }
    parent?.children.push(item)
    this.items.push(item)
    this.#stack.push(item)
    this.#last.set(mark.kind, mark.value)
  }

  #nestsIn(mark: OrdinalMark, above: Item | undefined): boolean {
    if (above === undefined) return true
    if (mark.kind === 'decimal' && above.mark.kind === 'decimal') return mark.prefix === above.mark.label
    return rank(above.mark.kind) < rank(mark.kind)
  }

  #checkSequence(mark: OrdinalMark): void {
    const expected = this.#expected(mark)
    if (mark.kind === 'decimal' || mark.value === 1 || mark.value === expected) return
    this.#fault(mark.value < expected ? 'number-repeated' : 'number-gap', mark)
  }

  #fault(code: NumberingFault['code'], mark: OrdinalMark): void {
    this.faults.push({
      code,
      start: mark.start,
      end: mark.end,
      label: mark.label,
      expected: String(this.#expected(mark)),
    })
  }
}

/** Both are in the order of the text. */
function outsideNotes(marks: readonly OrdinalMark[], { notes }: Flow): readonly OrdinalMark[] {
  let next = 0
  return marks.filter(mark => {
    while ((notes[next]?.[1] ?? Number.POSITIVE_INFINITY) <= mark.start) next += 1
    return mark.start < (notes[next]?.[0] ?? Number.POSITIVE_INFINITY)
  })
}

/** 1强化创新 heads a chapter if 1.1 comes next. */
function opensChapter(mark: OrdinalMark, next: OrdinalMark | undefined): boolean {
  return next?.kind === 'decimal' && next.prefix === mark.label && next.value === 1
}

/** For each mark the next one of its kind that stands where a sentence has ended. */
function followers(
  marks: readonly OrdinalMark[],
  mayBegin: (mark: OrdinalMark) => boolean,
): (OrdinalMark | undefined)[] {
  const seen = new Map<OrdinalKind, OrdinalMark>()
  return marks
    .toReversed()
    .map(mark => {
      const next = seen.get(mark.kind)
      if (mayBegin(mark)) seen.set(mark.kind, mark)
      return next
    })
    .reverse()
}

/** Own words end where the next item, a table or letterhead matter begins. */
function closeItems(items: readonly Item[], flow: Flow): void {
  let cut = 0
  items.forEach((item, i) => {
    while (cut < flow.cuts.length && (flow.cuts[cut] ?? 0) < item.mark.end) cut += 1
    item.end = Math.min(items[i + 1]?.mark.start ?? flow.text.length, flow.cuts[cut] ?? flow.text.length)
  })
}

/** The tree of numbered parts. */
export function readOutline(flow: Flow): Outline {
  return new OutlineReader(flow).read()
}
